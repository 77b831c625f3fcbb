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

    // Possessive throughout: what matched is never tried in another way, however long the text.
    private static final Pattern WORD =
            Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{Mn}’'-]*+|\\d++(?:[.,]\\d++)*+");
    private static final Pattern HAN =
            Pattern.compile(
                    "[《〈“（]?+\\p{IsHan}[\\p{IsHan}\\p{InCJK_Symbols_and_Punctuation}，、。；：？！（）“”]*+");

    private final String text;
    private final List<Run> runs = new ArrayList<>();
    private int from;

    private ForeignRuns(String text) {
        this.text = text;
    }

    /// The runs of a text that is in `language` (BCP 47), together the whole of it.
    public static List<Run> of(String text, String language) {
        var foreign = new ForeignRuns(text);
        if (language.equals("zh") || language.startsWith("zh-")) {
            foreign.latin();
        } else {
            foreign.han();
        }
        foreign.own(text.length());
        return foreign.runs;
    }

    private void han() {
        var matcher = HAN.matcher(text);
        while (matcher.find()) {
            add("zh-CN", matcher.start(), matcher.end());
        }
    }

    /// Latin words, and figures between them, with spaces or , ; : between.
    private void latin() {
        var matcher = WORD.matcher(text);
        int start = -1;
        int lastWord = -1;
        int words = 0;
        int end = -1;
        while (matcher.find()) {
            if (start >= 0 && !isGap(end, matcher.start())) {
                addLatin(start, lastWord, words);
                start = -1;
                words = 0;
            }
            end = matcher.end();
            if (Character.isDigit(text.charAt(matcher.start()))) {
                continue;
            }
            start = start < 0 ? matcher.start() : start;
            lastWord = end;
            words++;
        }
        addLatin(start, lastWord, words);
    }

    private boolean isGap(int end, int next) {
        return next - end >= 1
                && next - end <= 2
                && text.substring(end, next).chars().allMatch(c -> " ,;:".indexOf(c) >= 0);
    }

    private void addLatin(int start, int end, int words) {
        if (words > 1) {
            boolean stops = end < text.length() && ".!?".indexOf(text.charAt(end)) >= 0;
            add("en", start, stops ? end + 1 : end);
        }
    }

    private void add(String language, int start, int end) {
        own(start);
        runs.add(new Run(language, text.substring(start, end)));
        from = end;
    }

    /// What stands before `end` is in the text's own language.
    private void own(int end) {
        if (end > from) {
            runs.add(new Run("", text.substring(from, end)));
            from = end;
        }
    }
}
