@NullMarked
package tongtu.web;

import org.jspecify.annotations.NullMarked;
