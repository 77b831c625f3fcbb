/// Who did what and when: a chain of lines in the database that is only ever added to. A line that
/// was changed, taken out, put elsewhere or cut off at the end is found.
@NullMarked
package tongtu.audit;

import org.jspecify.annotations.NullMarked;
