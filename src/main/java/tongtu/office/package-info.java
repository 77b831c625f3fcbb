/// Reading and writing office files; no judgment about content.
@NullMarked
package tongtu.office;

import org.jspecify.annotations.NullMarked;
