/// Documents to take along as files, each made from the same tree.
@NullMarked
package tongtu.takeaway;

import org.jspecify.annotations.NullMarked;
