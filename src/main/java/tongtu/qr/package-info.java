/// Codes that a telephone reads off a screen or paper.
@NullMarked
package tongtu.qr;

import org.jspecify.annotations.NullMarked;
