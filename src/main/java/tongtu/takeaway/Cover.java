package tongtu.takeaway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Library;
import tongtu.document.Proofreading;
import tongtu.document.Proofreading.Medium;

/// What every form says of its document before the text.
///
/// `address` is the document's permanent one, whole (`https://…`), empty when the site has none;
/// `publisher` who publishes it; `status` whether it binds, in words; `checked` who proofread this
/// revision, or that nobody did, and `brailleChecked` the same of its Braille; `date` what the
/// edition counts as made on: the revision's, never that of the clock.
public record Cover(
        String address,
        String publisher,
        List<String> status,
        String checked,
        String brailleChecked,
        LocalDate date) {
    /// The date of what has none: the first day that an archive can be dated.
    private static final LocalDate UNDATED = LocalDate.of(1980, 1, 1);

    public Cover {
        status = List.copyOf(status);
    }

    /// What can be said of a file that stands alone.
    public static Cover of(Document document) {
        return of(document, "", "", List.of(), Proofreading.NONE);
    }

    public static Cover of(
            Document document,
            String address,
            String publisher,
            List<String> status,
            Proofreading proofreading) {
        var words = TextWords.in(document.frontMatter().language());
        return new Cover(
                address,
                publisher,
                status,
                words.checked(
                        proofreading.of(document, Medium.TEXT),
                        proofreading.wasBefore(document, Medium.TEXT)),
                words.brailleChecked(
                        proofreading.of(document, Medium.BRAILLE),
                        proofreading.wasBefore(document, Medium.BRAILLE)),
                date(document));
    }

    /// The date of a document's revision.
    public static LocalDate date(Document document) {
        @Nullable LocalDate date = Library.date(document);
        return date == null || date.isBefore(UNDATED) ? UNDATED : date;
    }

    /// The lines that stand between the title and the text.
    public List<String> lines(Document document) {
        var lines = about(document);
        lines.add(checked);
        return lines;
    }

    /// The same in Braille.
    public List<String> brailleLines(Document document) {
        var lines = about(document);
        lines.add(brailleChecked);
        return lines;
    }

    private List<String> about(Document document) {
        var words = TextWords.in(document.frontMatter().language());
        var lines = new ArrayList<>(status);
        if (!publisher.isEmpty()) {
            lines.add(words.publisher() + words.colon() + publisher);
        }
        if (!address.isEmpty()) {
            lines.add(words.address() + words.colon() + address);
        }
        lines.add(words.revision() + words.colon() + revision(document));
        return lines;
    }

    /// The first figures of a document's revision: enough to tell two apart.
    public static String revision(Document document) {
        return document.revision().substring(0, REVISION);
    }

    private static final int REVISION = 12;
}
