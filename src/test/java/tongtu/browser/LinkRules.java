package tongtu.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// What must be true of links when they are read as a list, without the words around them (WCAG
/// 2.2, 2.4.9).
final class LinkRules {
    private static final Set<String> SAY_NOTHING =
            Set.of("这里", "点这里", "点击", "点击这里", "更多", "详情", "查看", "查看详情", "here", "more");

    /// The words at a fragment of the page that is open; none when the address is elsewhere.
    private static final String WORDS_AT =
            """
            return arguments[0].map(url => {
                const at = new URL(url, location.href);
                if (at.origin + at.pathname !== location.origin + location.pathname || !at.hash) return '';
                const e = document.getElementById(decodeURIComponent(at.hash.slice(1)));
                return e ? e.textContent.replace(/\\s+/g, ' ').trim() : '';
            });
            """;

    private LinkRules() {}

    static List<String> faults(AccessibilityTree tree, Browser browser) {
        var faults = new ArrayList<String>();
        var byName = new HashMap<String, String>();
        var urls = tree.of("link").stream().map(link -> link.property("url")).toList();
        var words = browser.run(WORDS_AT, urls) instanceof List<?> list ? list : List.of();
        for (int i = 0; i < urls.size(); i++) {
            var link = tree.of("link").get(i);
            // Links of one name may lead to two copies of the same words: an explanation given in
            // each section.
            var there = String.valueOf(words.get(i));
            var place = there.isEmpty() ? urls.get(i) : there;
            var other = byName.putIfAbsent(link.name(), place);
            if (other != null && !other.equals(place)) {
                faults.add(link.line() + " leads to «" + other + "» and to «" + place + "»");
            }
            if (SAY_NOTHING.contains(link.name().toLowerCase(java.util.Locale.ROOT))) {
                faults.add("says nothing: " + link.line());
            }
        }
        return faults;
    }
}
