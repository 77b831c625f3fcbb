/// Speech: a document as what is said of it, sentence by sentence; voices; sound with the time of
/// each syllable; files to listen to.
@NullMarked
package tongtu.speech;

import org.jspecify.annotations.NullMarked;
