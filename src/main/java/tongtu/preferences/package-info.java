/// How a reader wants pages to look: kept on their own device, carried in links, made into a style
/// sheet. Pages stay the same bytes for everybody.
@NullMarked
package tongtu.preferences;

import org.jspecify.annotations.NullMarked;
