/// Files as people have them become Markdown files of the site, with findings about every guess.
@NullMarked
package tongtu.intake;

import org.jspecify.annotations.NullMarked;
