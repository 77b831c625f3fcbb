package tongtu.inference;

/// A program of its own that loads the model, for tests of what that does to a machine.
final class OpenEncoder {
    private OpenEncoder() {}

    public static void main(String[] arguments) throws Exception {
        try (var encoder = SentenceEncoder.open()) {
            System.out.println("length " + encoder.encode("残疾人").length);
        }
    }
}
