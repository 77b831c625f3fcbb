package tongtu.html;

import java.util.ArrayList;
import java.util.List;

/// The phrases of a Chinese heading. A line breaks between any two characters, even in the middle
/// of a name; kept whole, phrases let a large heading break where a reader would pause: after a
/// comma or a colon, before a quotation mark or a bracket.
final class Phrases {
    /// Characters of a phrase that is kept whole. A longer one is no phrase, and breaks anywhere.
    private static final int LONGEST = 12;

    private static final String PAUSES = "，。；：！？、";
    private static final String OPENING = "《“‘（";
    private static final String CLOSING = "》”’）";

    private Phrases() {}

    static void write(String text, Markup markup) {
        var phrases = of(text);
        if (phrases.size() == 1) {
            markup.text(text);
            return;
        }
        for (var phrase : phrases) {
            if (phrase.length() > LONGEST) {
                markup.text(phrase);
            } else {
                markup.open(Tag.SPAN).style("phrase").text(phrase).close();
            }
        }
    }

    /// The pieces of a text, all of it, in order.
    static List<String> of(String text) {
        var phrases = new ArrayList<String>();
        int from = 0;
        for (int at = 1; at < text.length(); at++) {
            if (isBetween(text.charAt(at - 1), text.charAt(at))) {
                phrases.add(text.substring(from, at));
                from = at;
            }
        }
        phrases.add(text.substring(from));
        return phrases;
    }

    private static boolean isBetween(char before, char after) {
        if (PAUSES.indexOf(after) >= 0 || CLOSING.indexOf(after) >= 0 || after == ' ') {
            return false;
        }
        return PAUSES.indexOf(before) >= 0
                || (OPENING.indexOf(after) >= 0 && OPENING.indexOf(before) < 0);
    }
}
