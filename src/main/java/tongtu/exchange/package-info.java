/// The content for other programs: JSON, feeds, site map, structured data.
@NullMarked
package tongtu.exchange;

import org.jspecify.annotations.NullMarked;
