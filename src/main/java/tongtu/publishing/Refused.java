package tongtu.publishing;

/// Why something was not done, in words for who wished it. Thrown inside a transaction, so that
/// nothing of it is left.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String words) {
        super(words, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
