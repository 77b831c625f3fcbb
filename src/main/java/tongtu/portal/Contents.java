package tongtu.portal;

import java.util.List;
import tongtu.document.Document;
import tongtu.document.Section;

/// The contents of a document: two levels of headings, and the articles below each.
final class Contents {
    /// Headings below the first level that are in sight at once. More are folded, part by part:
    /// then a long statute still has its contents on one screen.
    static final int MOST_IN_SIGHT = 30;

    private final boolean folds;
    private final boolean isChinese;

    private Contents(boolean folds, boolean isChinese) {
        this.folds = folds;
        this.isChinese = isChinese;
    }

    /// One heading alone needs no contents.
    static DocumentPage.ContentsList of(Document document) {
        var sections = document.sections();
        if (sections.isEmpty()
                || (sections.size() == 1 && sections.getFirst().sections().isEmpty())) {
            return DocumentPage.ContentsList.NONE;
        }
        boolean folds = below(sections, 2) > MOST_IN_SIGHT;
        boolean isChinese = document.frontMatter().language().startsWith("zh");
        return new Contents(folds, isChinese).list(sections, 2, "");
    }

    /// How many headings stand below these.
    private static int below(List<Section> sections, int levels) {
        int count = 0;
        for (var section : sections) {
            var inner = inner(section, levels);
            count += inner.size() + below(inner, levels - 1);
        }
        return count;
    }

    /// The headings below one that the contents name: those of the levels wanted, and articles.
    private static List<Section> inner(Section section, int levels) {
        return levels > 1 || areArticles(section.sections()) ? section.sections() : List.of();
    }

    private static boolean areArticles(List<Section> sections) {
        return !sections.isEmpty()
                && sections.stream().allMatch(each -> each.numbering().isArticle());
    }

    private DocumentPage.ContentsList list(List<Section> sections, int levels, String folded) {
        return new DocumentPage.ContentsList(
                sections.stream().map(section -> entry(section, levels)).toList(),
                areArticles(sections)
                        && sections.stream().allMatch(each -> each.heading().isEmpty()),
                folded);
    }

    private DocumentPage.ContentsEntry entry(Section section, int levels) {
        var inner = inner(section, levels);
        return new DocumentPage.ContentsEntry(
                section.id().text(),
                section.title().strip(),
                inner.isEmpty()
                        ? DocumentPage.ContentsList.NONE
                        : list(inner, levels - 1, folds && inner.size() > 1 ? folded(inner) : ""));
    }

    private String folded(List<Section> sections) {
        if (!areArticles(sections)) {
            return sections.size() + (isChinese ? " 节" : " sections");
        }
        return number(sections.getFirst())
                + (isChinese ? "至" : " to ")
                + number(sections.getLast());
    }

    private static String number(Section article) {
        return article.numbering().written().strip();
    }
}
