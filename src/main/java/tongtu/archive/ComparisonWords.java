package tongtu.archive;

import java.util.ArrayList;
import java.util.List;
import tongtu.archive.Comparison.Change;

/// A comparison in words, as it is read aloud.
public final class ComparisonWords {
    private ComparisonWords() {}

    /// How much is different: `改了 2 段，加了 1 段。`
    public static String summary(Comparison comparison) {
        var words = new ArrayList<String>();
        add(words, "改了 %d 段", comparison.count(Change.Edited.class));
        add(words, "加了 %d 段", comparison.count(Change.Added.class));
        add(words, "删了 %d 段", comparison.count(Change.Removed.class));
        add(words, "挪了 %d 段", comparison.count(Change.Moved.class));
        return words.isEmpty() ? "一个字也没有差。" : String.join("，", words) + "。";
    }

    private static void add(List<String> words, String form, long count) {
        if (count > 0) {
            words.add(form.formatted(count));
        }
    }

    /// Which paragraph is meant.
    public static String place(Change change) {
        return (change instanceof Change.Removed ? "原来的第 " : "第 ") + change.number() + " 段";
    }

    /// What became of it: `第 3 段改了 2 处`.
    public static String line(Change change) {
        return place(change)
                + switch (change) {
                    case Change.Edited edited -> "改了 " + edited.places() + " 处";
                    case Change.Added _ -> "是新加的";
                    case Change.Removed _ -> "删去了";
                    case Change.Moved moved -> "是从原来的第 " + moved.from() + " 段挪来的";
                };
    }
}
