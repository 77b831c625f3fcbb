package tongtu.takeaway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import tongtu.document.Document;
import tongtu.document.Sentence;

/// The words of a document as another program must find them.
final class Words {
    private Words() {}

    /// The words of a document in reading order, without white space: what its title, headings,
    /// paragraphs, items and cells say.
    static List<String> of(Document document) {
        var words = new ArrayList<String>();
        words.add(bare(document.title()));
        for (var sentence : Sentence.of(document)) {
            words.add(bare(sentence.words()));
        }
        return words;
    }

    /// Without white space and colons: a label has one behind it that its sentence has not.
    static String bare(String text) {
        return text.replaceAll("[\\s\\u00a0：:]+", "");
    }

    /// Every sentence stands in a text, each behind the one before it.
    static void assertInOrder(Document document, String text) {
        var bare = bare(text);
        int at = 0;
        for (var sentence : of(document)) {
            int found = bare.indexOf(sentence, at);
            assertTrue(
                    found >= 0,
                    () -> document.path() + " lacks «" + sentence + "» where it should stand");
            at = found + sentence.length();
        }
    }
}
