/// Documents in Braille: National Common Braille for Chinese, uncontracted English, laid out in
/// pages, as files for embossers and displays.
@NullMarked
package tongtu.braille;

import org.jspecify.annotations.NullMarked;
