package tongtu.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where a text changes its language: runs of at least two Latin words in Chinese, any Han in
/// another language. One Latin word in Chinese is a name or a borrowed word (WCAG 2.2, 3.1.2 leaves
/// both out).
public final class ForeignRuns {
    /// A part of a text; `language` is empty where it is that of the text.
    public record Run(String language, String text) {}

    private static final String WORD = "\\p{IsLatin}[\\p{IsLatin}\\p{Mn}’'-]*";
    private static final Pattern LATIN =
            Pattern.compile(
                    WORD
                            + "(?:[ ,;:]{1,2}(?:"
                            + WORD
                            + "|\\d+(?:[.,]\\d+)*))*[ ,;:]{1,2}"
                            + WORD
                            + "[.!?]?");
    private static final Pattern HAN =
            Pattern.compile("\\p{IsHan}[\\p{IsHan}\\p{InCJK_Symbols_and_Punctuation}，、。；：？！（）“”]*");

    private ForeignRuns() {}

    /// The runs of a text that is in `language` (BCP 47), together the whole of it.
    public static List<Run> of(String text, String language) {
        boolean chinese = language.startsWith("zh");
        var matcher = (chinese ? LATIN : HAN).matcher(text);
        var runs = new ArrayList<Run>();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                runs.add(new Run("", text.substring(from, matcher.start())));
            }
            runs.add(new Run(chinese ? "en" : "zh-CN", matcher.group()));
            from = matcher.end();
        }
        if (from < text.length()) {
            runs.add(new Run("", text.substring(from)));
        }
        return runs;
    }
}
