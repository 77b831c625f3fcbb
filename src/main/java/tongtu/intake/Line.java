package tongtu.intake;

import java.util.List;
import tongtu.language.Characters;

/// A line of the file that was sent; `number` counts from 1. A page end inside a line begins a new
/// one of the same number.
record Line(int number, String text) {

    boolean isBlank() {
        return text.isBlank();
    }

    /// The words without what indents them or follows them.
    String words() {
        return text.strip();
    }

    /// Words of the file as a finding quotes them: at most `most` characters, on one line.
    static String quote(String words, int most) {
        var line = Characters.clean(words).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    static String quote(String words) {
        return quote(words, 24);
    }

    /// The last eight characters.
    static String tail(String words) {
        int count = words.codePointCount(0, words.length());
        return words.substring(words.offsetByCodePoints(0, Math.max(0, count - 8)));
    }

    /// The first eight characters.
    static String head(String words) {
        int count = words.codePointCount(0, words.length());
        return words.substring(0, words.offsetByCodePoints(0, Math.min(8, count)));
    }

    /// The lines as `第 3、5 行`.
    static String numbers(List<Integer> lines) {
        return "第 "
                + String.join("、", lines.stream().distinct().map(String::valueOf).toList())
                + " 行";
    }
}
