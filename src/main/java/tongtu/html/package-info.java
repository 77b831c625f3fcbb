@NullMarked
package tongtu.html;

import org.jspecify.annotations.NullMarked;
