package tongtu.document;

/// How alike two units' words are, by their pairs of neighbouring characters. One text is marked,
/// then compared with many.
final class Likeness {
    /// Three tenths, less one hundredth for codes that two pairs share.
    static final double KEPT = 0.29;

    /// Of a sample of 128 out of up to 400 pairs, when three tenths stay, fewer than two tenths are
    /// found once in a thousand times.
    static final double KEPT_OF_SAMPLE = 0.2;

    /// A part of a text that was split has most of its pairs from it.
    static final double PART = 0.6;

    private final int[] marks = new int[1 << 16];
    private int stamp;
    private Fingerprint marked = Fingerprint.of("");

    /// Takes the new words to compare with.
    void mark(Fingerprint words) {
        stamp++;
        marked = words;
        for (char code : words.codes()) {
            marks[code] = stamp;
        }
    }

    /// The share of the old words' pairs that the marked ones have.
    double share(Fingerprint old) {
        int found = 0;
        for (char code : old.codes()) {
            found += marks[code] == stamp ? 1 : 0;
        }
        return old.codes().length == 0 ? 0 : (double) found / old.codes().length;
    }

    /// Whether enough of the old words' pairs stayed to take the marked ones for the same unit.
    static boolean isKept(Fingerprint old, double share) {
        return share >= (old.isSampled() ? KEPT_OF_SAMPLE : KEPT);
    }

    /// Whether the marked words are for the most part taken from the old.
    boolean isPart(Fingerprint old, double share) {
        return marked.pairs() > 0 && share * old.pairs() >= PART * marked.pairs();
    }

    /// From 0 to 1, the same seen from both sides (after L. R. Dice, 1945).
    double dice(Fingerprint old, double share) {
        return 2 * share * old.pairs() / (old.pairs() + marked.pairs());
    }
}
