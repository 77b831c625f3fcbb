/// What residents write to the body that runs the site: a mistake found, a wish for another format,
/// a call for help. Nobody needs an account; a receipt number is all that leads back to a message.
@NullMarked
package tongtu.messages;

import org.jspecify.annotations.NullMarked;
