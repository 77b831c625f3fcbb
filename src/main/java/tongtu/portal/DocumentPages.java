package tongtu.portal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import tongtu.document.Document;
import tongtu.document.Library;
import tongtu.document.Proofreading;
import tongtu.html.HtmlRenderer;
import tongtu.messages.MessageKind;
import tongtu.takeaway.Cover;
import tongtu.takeaway.Form;

/// A document to its page, given the library around it.
final class DocumentPages {
    private final Library library;
    private final Frames frames;
    private final StatusWriter statuses;
    private final HtmlRenderer renderer;
    private final Proofreading proofreading;
    private final Function<Document, FormMaking.Known> forms;
    private final ToIntFunction<Document> versions;

    /// `forms` gives what is known of the forms of a document.
    DocumentPages(
            Library library,
            Frames frames,
            StatusWriter statuses,
            HtmlRenderer renderer,
            Proofreading proofreading,
            Function<Document, FormMaking.Known> forms,
            ToIntFunction<Document> versions) {
        this.versions = versions;
        this.proofreading = proofreading;
        this.forms = forms;
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
                takeAway(document),
                origin(document),
                feedback(document),
                document.revision(),
                versions(document));
    }

    /// What most people want first, the rest behind it.
    private static final Set<Form> FIRST =
            EnumSet.of(Form.PDF, Form.PDF_LARGE, Form.EPUB, Form.DOCX, Form.TEXT, Form.BRF);

    /// The forms of a document, and what is known of those that are made.
    DocumentPage.TakeAway takeAway(Document document) {
        var words = TakeWords.in(document.frontMatter().language());
        var address = Addresses.iri(document.address());
        var base = Takeaway.FILES + address + "/";
        var slug = Addresses.iri(document.slug());
        var all = forms.apply(document);
        var first = new ArrayList<DocumentPage.Taken>();
        var others = new ArrayList<DocumentPage.Taken>();
        for (var form : Form.values()) {
            var known = all.made().get(form);
            var taken =
                    new DocumentPage.Taken(
                            base + form.file(slug),
                            words.name(form),
                            known != null
                                    ? words.facts(known)
                                    : all.failed().contains(form)
                                            ? words.failed()
                                            : words.notYet());
            (FIRST.contains(form) ? first : others).add(taken);
        }
        others.add(new DocumentPage.Taken(address + ".md", words.source(), ""));
        others.add(new DocumentPage.Taken(Takeaway.BRAILLE + address, words.braille(), ""));
        others.add(new DocumentPage.Taken(base + slug + Form.BUNDLE, words.bundle(), ""));
        var cover = Cover.of(document, "", "", List.of(), proofreading);
        var date = Dates.of(Library.date(document), document.frontMatter().language());
        return new DocumentPage.TakeAway(
                words,
                first,
                others,
                List.of(
                        words.revision(Cover.revision(document), date),
                        words.checking(),
                        cover.brailleChecked()));
    }

    /// Where its versions are told; none where the site keeps none.
    private Frame.PlaceLink versions(Document document) {
        return versions.applyAsInt(document) == 0
                ? Frame.PlaceLink.NONE
                : new Frame.PlaceLink(
                        Versions.PATH + Addresses.iri(document.address()),
                        VersionWords.in(document.frontMatter().language()).link(),
                        false,
                        "");
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

    /// Where the text is from, and who proofread it.
    List<String> origin(Document document) {
        var about = document.frontMatter();
        var lines = new ArrayList<String>();
        boolean chinese = about.language().startsWith("zh");
        if (!about.source().isEmpty()) {
            lines.add((chinese ? "来源：" : "Source: ") + about.source() + (chinese ? "。" : "."));
        }
        lines.add(Cover.of(document, "", "", List.of(), proofreading).checked());
        var review = Dates.of(about.reviewBy(), about.language());
        if (!review.isEmpty()) {
            lines.add(chinese ? "应在 " + review + "以前复核。" : "To be reviewed by " + review + ".");
        }
        return lines;
    }
}
