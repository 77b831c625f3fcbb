@NullMarked
package tongtu.language;

import org.jspecify.annotations.NullMarked;
