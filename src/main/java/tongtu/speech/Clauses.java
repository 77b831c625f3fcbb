package tongtu.speech;

import java.util.ArrayList;
import java.util.List;

/// Cuts a sentence behind its clauses into pieces that are said at once: short, so that the first
/// is heard soon, and not so short that the voice stumbles.
final class Clauses {
    /// Characters up to which clauses are put together, and those of the first piece: a listener
    /// waits for that one alone.
    static final int USUAL = 24;

    static final int FIRST = 14;

    /// A clause longer than that is cut at 、 too, and the first one that is longer than this.
    private static final int LONG = 32;

    private static final int LONG_FIRST = 18;

    /// Where there is no mark at all, a piece ends here.
    static final int LONGEST = 60;

    private static final String CLAUSE_ENDS = "，,；;：:。！？!?";
    private static final int MARK_MS = 140;
    private static final int LIST_MS = 80;
    private static final int PART_MS = 260;

    /// Latin letters of a syllable and a half: a piece of English has so many times the characters.
    private static final int LATIN = 4;

    private Clauses() {}

    /// The pieces of a sentence, together all its words.
    static List<String> of(String sentence) {
        int scale = scale(sentence);
        var pieces = new ArrayList<String>();
        var open = new StringBuilder();
        for (var atom : atoms(sentence, scale)) {
            int room = pieces.isEmpty() ? FIRST : USUAL;
            if (!open.isEmpty() && open.length() + atom.length() > room * scale) {
                add(pieces, open);
            }
            open.append(atom);
        }
        add(pieces, open);
        return pieces;
    }

    private static void add(List<String> pieces, StringBuilder open) {
        var piece = open.toString().strip();
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        open.setLength(0);
    }

    /// The silence behind a piece that is not the last.
    static int restMs(String piece) {
        char last = piece.charAt(piece.length() - 1);
        if ("；;：:".indexOf(last) >= 0) {
            return PART_MS;
        }
        return last == '、' ? LIST_MS : CLAUSE_ENDS.indexOf(last) >= 0 ? MARK_MS : 0;
    }

    private static int scale(String sentence) {
        long han = sentence.chars().filter(Character::isIdeographic).count();
        return han * LATIN < sentence.length() ? LATIN : 1;
    }

    private static List<String> atoms(String sentence, int scale) {
        var atoms = new ArrayList<String>();
        for (var clause : cut(sentence, CLAUSE_ENDS)) {
            int longest = atoms.isEmpty() ? LONG_FIRST : LONG;
            if (clause.length() <= longest * scale) {
                atoms.add(clause);
                continue;
            }
            for (var item : cut(clause, "、 ")) {
                int start = 0;
                while (item.length() - start > LONGEST * scale) {
                    int end = start + LONGEST * scale;
                    end = Character.isHighSurrogate(item.charAt(end - 1)) ? end - 1 : end;
                    atoms.add(item.substring(start, end));
                    start = end;
                }
                atoms.add(item.substring(start));
            }
        }
        return atoms;
    }

    /// Behind each mark; not within figures (1,000 and 8:30), and closing marks stay with theirs.
    private static List<String> cut(String text, String marks) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            int end = i + 1;
            boolean figure =
                    text.charAt(i) < 0x80
                            && end < text.length()
                            && Character.isDigit(text.charAt(end));
            while (end < text.length() && "”’」』）)》".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            if (!figure) {
                parts.add(text.substring(start, end));
                start = end;
                i = end - 1;
            }
        }
        if (start < text.length()) {
            parts.add(text.substring(start));
        }
        return parts;
    }
}
