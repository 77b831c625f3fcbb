/// What must hold between the documents of a site, told as findings.
@NullMarked
package tongtu.checks;

import org.jspecify.annotations.NullMarked;
