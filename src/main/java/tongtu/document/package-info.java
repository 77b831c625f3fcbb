@NullMarked
package tongtu.document;

import org.jspecify.annotations.NullMarked;
