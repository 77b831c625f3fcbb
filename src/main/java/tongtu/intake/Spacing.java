package tongtu.intake;

import java.util.List;
import java.util.regex.Pattern;

/// Spaces that only spread a short title over its line: «总 则», «指　标».
final class Spacing {
    private static final Pattern SPREAD =
            Pattern.compile("\\p{IsHan}(?:[ \\u3000\\u00a0]+\\p{IsHan}){1,5}");
    private static final Pattern SPACES = Pattern.compile("[ \\u3000\\u00a0]+");

    private Spacing() {}

    /// The words without such spaces, with a remark when there were any.
    static String closed(String words, int line, List<Remark> remarks) {
        if (!SPREAD.matcher(words).matches()) {
            return words;
        }
        var closed = SPACES.matcher(words).replaceAll("");
        remarks.add(
                Remark.note(
                        "intake/spread-words",
                        line,
                        "「%s」中间的空格只为排版，已经去掉：「%s」。".formatted(Line.quote(words), closed),
                        "不用处理；空格有意思的，改回去。"));
        return closed;
    }
}
