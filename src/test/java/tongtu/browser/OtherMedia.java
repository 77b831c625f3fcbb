package tongtu.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// A page where its style is not the author's: on paper, in forced colours, without script.
final class OtherMedia {
    /// A sheet of A4 without its margins, at 96 px an inch.
    private static final int SHEET_WIDTH = 658;

    private static final int SHEET_HEIGHT = 971;

    private OtherMedia() {}

    /// Every word that is on the screen is on paper, in black on white, and nothing that only leads
    /// about.
    static List<String> onPaper(Browser browser) {
        var onScreen = browser.strings("paper-words");
        browser.size(SHEET_WIDTH, SHEET_HEIGHT).onPaper();
        var faults = new ArrayList<>(browser.faults("paper"));
        var printed = counts(browser.strings("paper-words"));
        counts(onScreen)
                .forEach((words, count) -> {
                    if (printed.getOrDefault(words, 0) < count) {
                        faults.add("not printed: " + words);
                    }
                });
        faults.addAll(browser.faults("overflow"));
        faults.addAll(browser.faults("clipped"));
        return faults;
    }

    private static Map<String, Integer> counts(List<String> words) {
        var counts = new HashMap<String, Integer>();
        words.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }

    /// What is drawn by borders is still drawn when the reader's system chooses the colours.
    static List<String> inForcedColours(Browser browser) {
        var before = browser.strings("borders");
        browser.prefers("forced-colors", "active");
        var after = new HashSet<>(browser.strings("borders"));
        var faults = new ArrayList<String>();
        before.stream()
                .filter(border -> !after.contains(border))
                .forEach(border -> faults.add("no longer drawn: " + border));
        faults.addAll(browser.faults("pressables"));
        return faults;
    }

    /// A screen reader is told the same, and the page lies the same, when scripts do not run; only
    /// a field to search with also suggests.
    static List<String> withoutScript(Page page) {
        var with =
                AccessibilityTree.of(withoutListening(page.open())).aloud().stream()
                        .map(line -> line.replaceFirst("^combobox ", "searchbox "))
                        .toList();
        var browser = Browser.get().reset().withoutScript().open(page.url());
        var faults = new ArrayList<>(Layout.faults(browser));
        var without = AccessibilityTree.of(withoutListening(browser)).aloud();
        for (int i = 0; i < Math.max(with.size(), without.size()); i++) {
            var one = i < with.size() ? with.get(i) : "nothing";
            var other = i < without.size() ? without.get(i) : "nothing";
            if (!one.equals(other)) {
                faults.add("with script " + one + ", without " + other);
                break;
            }
        }
        return faults;
    }

    /// What reads aloud has keys with script and links without: ListenWalkTest looks at both.
    private static Browser withoutListening(Browser browser) {
        browser.run("document.querySelectorAll('.listen, .here').forEach(e => e.remove())");
        return browser;
    }
}
