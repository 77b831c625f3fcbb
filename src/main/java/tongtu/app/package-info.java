@NullMarked
package tongtu.app;

import org.jspecify.annotations.NullMarked;
