@NullMarked
package tongtu.portal;

import org.jspecify.annotations.NullMarked;
