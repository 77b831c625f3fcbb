@NullMarked
package tongtu.markdown;

import org.jspecify.annotations.NullMarked;
