package tongtu.language;

import java.util.ArrayDeque;

/// Which characters of a text stand inside brackets. A bracket closes the last open one of its
/// kind, whatever its width, and all that are open inside it; one without a partner encloses
/// nothing.
final class Brackets {
    private static final String OPENING = "（(《〈【〔[［{｛";
    private static final String CLOSING = "）)》〉】〕]］}｝";

    /// The kind of each bracket: half and full width are one.
    private static final int[] KINDS = {0, 0, 1, 2, 3, 4, 5, 5, 6, 6};

    private record Open(int at, int kind) {}

    private Brackets() {}

    static boolean closes(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    /// For each character whether it stands inside a pair of brackets.
    static boolean[] enclosed(String text) {
        var changes = new int[text.length() + 1];
        var open = new ArrayDeque<Open>();
        var counts = new int[KINDS.length];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int opening = OPENING.indexOf(c);
            int closing = opening < 0 ? CLOSING.indexOf(c) : -1;
            if (opening >= 0) {
                open.push(new Open(i, KINDS[opening]));
                counts[KINDS[opening]]++;
            } else if (closing >= 0 && counts[KINDS[closing]] > 0) {
                changes[close(open, counts, KINDS[closing])]++;
                changes[i]--;
            }
        }
        var enclosed = new boolean[text.length()];
        for (int i = 0, depth = 0; i < enclosed.length; i++) {
            depth += changes[i];
            enclosed[i] = depth > 0;
        }
        return enclosed;
    }

    /// Closes the last open bracket of a kind; where it opened.
    private static int close(ArrayDeque<Open> open, int[] counts, int kind) {
        while (true) {
            var last = open.pop();
            counts[last.kind()]--;
            if (last.kind() == kind) {
                return last.at();
            }
        }
    }
}
