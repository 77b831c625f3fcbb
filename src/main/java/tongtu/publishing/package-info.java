/// Staff at work: drafts, reviews, the moment of publication, what becomes of a text afterwards. No
/// word that was ever saved is lost; who did what is in the log.
@NullMarked
package tongtu.publishing;

import org.jspecify.annotations.NullMarked;
