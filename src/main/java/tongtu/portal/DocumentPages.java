package tongtu.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import tongtu.document.Document;
import tongtu.document.Library;
import tongtu.html.HtmlRenderer;
import tongtu.messages.MessageKind;

/// A document to its page, given the library around it.
final class DocumentPages {
    private final Library library;
    private final Frames frames;
    private final StatusWriter statuses;
    private final HtmlRenderer renderer;

    DocumentPages(Library library, Frames frames, StatusWriter statuses, HtmlRenderer renderer) {
        this.library = library;
        this.frames = frames;
        this.statuses = statuses;
        this.renderer = renderer;
    }

    DocumentPage page(Document document) {
        var language = document.frontMatter().language();
        return new DocumentPage(
                frames.of(document),
                DocumentWords.in(language),
                HtmlRenderer.heading(document.title()),
                statuses.status(document),
                Facts.of(document),
                document.frontMatter().summary(),
                Contents.of(document),
                renderer.render(document),
                related(document),
                origin(document),
                feedback(document));
    }

    private static List<Frame.PlaceLink> feedback(Document document) {
        var words = FeedbackWords.in(document.frontMatter().language());
        return Stream.of(MessageKind.MISTAKE, MessageKind.FORMAT)
                .map(kind ->
                        new Frame.PlaceLink(
                                FeedbackAddresses.form(kind, document.address(), "", words),
                                words.here(kind),
                                false,
                                ""))
                .toList();
    }

    /// What the document is related to, each relation once, in the words of the page's language.
    List<DocumentPage.RelatedGroup> related(Document document) {
        var language = document.frontMatter().language();
        var groups = new LinkedHashMap<String, List<DocumentPage.RelatedEntry>>();
        for (var related : library.related(document)) {
            var label =
                    language.startsWith("zh") ? related.label() : RelationWords.english(related);
            groups.computeIfAbsent(label, _ -> new ArrayList<>()).add(entry(related, language));
        }
        return groups.entrySet().stream()
                .map(group -> new DocumentPage.RelatedGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private DocumentPage.RelatedEntry entry(Library.Related related, String language) {
        var other = related.document();
        if (other == null) {
            return new DocumentPage.RelatedEntry(
                    "《" + related.title() + "》",
                    "",
                    language.startsWith("zh") ? "" : "zh-CN",
                    "",
                    false);
        }
        var tags = statuses.tags(other);
        var tag =
                tags.isEmpty()
                        ? other.kind().label()
                        : String.join("；", tags.stream().map(Entry.Tag::text).toList());
        return new DocumentPage.RelatedEntry(
                related.title(),
                Addresses.iri(other.address()),
                Frames.other(other.frontMatter().language(), language),
                tag,
                tags.stream().anyMatch(Entry.Tag::warns));
    }

    private static List<String> origin(Document document) {
        var about = document.frontMatter();
        var lines = new ArrayList<String>();
        boolean chinese = about.language().startsWith("zh");
        if (!about.source().isEmpty()) {
            lines.add((chinese ? "来源：" : "Source: ") + about.source() + (chinese ? "。" : "."));
        }
        lines.add(chinese ? "本页没有人工校对的记录。" : "No record shows that this page was proofread.");
        var review = Dates.of(about.reviewBy(), about.language());
        if (!review.isEmpty()) {
            lines.add(chinese ? "应在 " + review + "以前复核。" : "To be reviewed by " + review + ".");
        }
        return lines;
    }
}
