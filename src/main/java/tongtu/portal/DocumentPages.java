package tongtu.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import tongtu.document.Document;
import tongtu.document.FrontMatter;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Section;
import tongtu.html.HtmlRenderer;
import tongtu.messages.MessageKind;

/// A document to its page, given the library around it.
final class DocumentPages {
    private static final String UNKNOWN = "未公布";

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
                document.title(),
                statuses.status(document),
                facts(document),
                document.frontMatter().summary(),
                contents(document.sections()),
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

    private static List<DocumentPage.Fact> facts(Document document) {
        var about = document.frontMatter();
        boolean chinese = about.language().startsWith("zh");
        // A policy without an issuer or a number says so; other pages leave out what they have not.
        boolean says = document.kind() == Kind.POLICY && chinese;
        var facts = new ArrayList<DocumentPage.Fact>();
        add(facts, says, chinese ? "发文机关" : "Issued by", about.issuer());
        add(facts, says, chinese ? "文号" : "Document number", about.documentNumber());
        add(facts, false, chinese ? "索引号" : "Index number", about.indexNumber());
        add(facts, says, chinese ? "成文日期" : "Dated", Dates.of(about.issued(), about.language()));
        add(
                facts,
                says,
                chinese ? "发布日期" : "Published",
                Dates.of(about.published(), about.language()));
        add(facts, says, from(about, chinese), Dates.of(about.effective(), about.language()));
        add(facts, false, chinese ? "期限到" : "Until", Dates.of(about.expires(), about.language()));
        add(facts, false, chinese ? "适用地区" : "Region", about.region());
        add(
                facts,
                false,
                chinese ? "主题" : "Topics",
                String.join(chinese ? "、" : ", ", about.topics()));
        add(facts, false, chinese ? "联系" : "Contact", about.contacts());
        return facts;
    }

    private static String from(FrontMatter about, boolean chinese) {
        boolean draft = about.standing() == tongtu.document.Standing.DRAFT;
        return chinese ? (draft ? "期限从" : "施行日期") : (draft ? "From" : "In force from");
    }

    private static void add(
            List<DocumentPage.Fact> facts, boolean says, String name, String value) {
        add(facts, says, name, value.isEmpty() ? List.of() : List.of(value));
    }

    private static void add(
            List<DocumentPage.Fact> facts, boolean says, String name, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new DocumentPage.Fact(name, values));
        } else if (says) {
            facts.add(new DocumentPage.Fact(name, List.of(UNKNOWN)));
        }
    }

    /// Two levels of headings, and the articles below each. One heading needs no contents.
    private static List<DocumentPage.ContentsEntry> contents(List<Section> sections) {
        boolean isOne = sections.size() == 1 && sections.getFirst().sections().isEmpty();
        return sections.isEmpty() || isOne ? List.of() : entries(sections, 2);
    }

    private static List<DocumentPage.ContentsEntry> entries(List<Section> sections, int levels) {
        return sections.stream().map(section -> entry(section, levels)).toList();
    }

    private static DocumentPage.ContentsEntry entry(Section section, int levels) {
        var inner = section.sections();
        boolean articles =
                !inner.isEmpty() && inner.stream().allMatch(each -> each.numbering().isArticle());
        return new DocumentPage.ContentsEntry(
                section.id().text(),
                section.title().strip(),
                articles || levels == 1 ? List.of() : entries(inner, levels - 1),
                articles ? entries(inner, 1) : List.of());
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
                other.address(),
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
