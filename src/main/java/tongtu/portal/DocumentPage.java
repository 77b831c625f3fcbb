package tongtu.portal;

import java.util.List;
import tongtu.html.SafeHtml;
import tongtu.web.View;

/// The page of one document. What it is and whether it binds comes first, then what is known about
/// it, then its text. `feedback` leads to the forms for writing about it.
public record DocumentPage(
        Frame frame,
        DocumentWords words,
        SafeHtml heading,
        Status status,
        List<Fact> facts,
        List<String> summary,
        ContentsList contents,
        SafeHtml text,
        List<RelatedGroup> related,
        List<String> origin,
        List<Frame.PlaceLink> feedback)
        implements View {
    public DocumentPage {
        facts = List.copyOf(facts);
        summary = List.copyOf(summary);
        related = List.copyOf(related);
        origin = List.copyOf(origin);
        feedback = List.copyOf(feedback);
    }

    /// Standing and validity in words. One that warns is drawn with dots, and says whom to ask: the
    /// `hotline`, when the site has one.
    public record Status(
            boolean warns, String heading, List<String> lines, String ask, String hotline) {
        public Status {
            lines = List.copyOf(lines);
        }
    }

    /// Something known about the document, or 未公布.
    public record Fact(String name, List<String> values) {
        public Fact {
            values = List.copyOf(values);
        }
    }

    /// Headings in the contents. Articles have no words of their own and stand side by side. Where
    /// there are many, those of a part are folded: `folded` says which (第一条至第十一条), empty when they
    /// are in sight.
    public record ContentsList(List<ContentsEntry> entries, boolean areArticles, String folded) {
        static final ContentsList NONE = new ContentsList(List.of(), false, "");

        public ContentsList {
            entries = List.copyOf(entries);
        }
    }

    /// A heading in the contents, and those below it.
    public record ContentsEntry(String id, String text, ContentsList below) {}

    /// The documents that stand in one relation to this one.
    public record RelatedGroup(String label, List<RelatedEntry> entries) {
        public RelatedGroup {
            entries = List.copyOf(entries);
        }
    }

    /// A related document; `address` is empty when it is only named.
    public record RelatedEntry(
            String title, String address, String language, String tag, boolean warns) {}
}
