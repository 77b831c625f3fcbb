package tongtu.speech;

/// Somebody, or something, that says sentences. For any number of threads.
public interface Voice {
    /// A stable name: `kokoro-zf_xiaoxiao`.
    String name();

    /// What listeners choose by: «女声».
    String label();

    /// BCP 47: `zh` or `en`.
    String language();

    /// Changes with everything that changes the sound: part of the key of what is kept.
    String version();

    /// What exactly is said of some words, the same for the same sound.
    String key(String words);

    /// Says some words; their marks count from the first. Throws [CannotSpeak] when it cannot.
    Sound speak(String words) throws CannotSpeak;

    /// Asked to end soon what it says now; [#speak] may throw [SpeechModel.Stopped] then.
    default void stop() {}

    /// A sentence that a voice could not say, and why.
    final class CannotSpeak extends Exception {
        private static final long serialVersionUID = 1;

        public CannotSpeak(String message) {
            super(message);
        }

        public CannotSpeak(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
