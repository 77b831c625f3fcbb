package tongtu.intake;

import java.util.ArrayList;
import java.util.List;

/// The titles in 《》 in a text, the outermost where one stands in another.
final class BookTitles {
    private BookTitles() {}

    /// With their 《》, in order, each once.
    static List<String> of(String text) {
        var titles = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '《' && depth++ == 0) {
                start = i;
            } else if (c == '》' && depth > 0 && --depth == 0) {
                titles.add(text.substring(start, i + 1));
            }
        }
        return titles.stream().distinct().toList();
    }
}
