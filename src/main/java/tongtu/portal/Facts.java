package tongtu.portal;

import java.util.ArrayList;
import java.util.List;
import tongtu.document.Document;
import tongtu.document.FrontMatter;
import tongtu.document.Kind;
import tongtu.document.Standing;

/// What is known about a document, in the words of its language. What a policy should say of itself
/// and does not is named together, as not published; other pages leave out what they have not.
final class Facts {
    private final List<DocumentPage.Fact> known = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final boolean isChinese;
    private final boolean isPolicy;

    private Facts(Document document) {
        isChinese = document.frontMatter().language().startsWith("zh");
        isPolicy = document.kind() == Kind.POLICY;
    }

    static List<DocumentPage.Fact> of(Document document) {
        var facts = new Facts(document);
        facts.add(document.frontMatter());
        return facts.known;
    }

    private void add(FrontMatter about) {
        expected("发文机关", "Issued by", about.issuer());
        expected("文号", "Document number", list(about.documentNumber()));
        known("索引号", "Index number", list(about.indexNumber()));
        expected("成文日期", "Dated", list(Dates.of(about.issued(), about.language())));
        expected("发布日期", "Published", list(Dates.of(about.published(), about.language())));
        boolean draft = about.standing() == Standing.DRAFT;
        expected(
                draft ? "期限从" : "施行日期",
                draft ? "From" : "In force from",
                list(Dates.of(about.effective(), about.language())));
        known("期限到", "Until", list(Dates.of(about.expires(), about.language())));
        known("适用地区", "Region", list(about.region()));
        known("主题", "Topics", list(String.join(isChinese ? "、" : ", ", about.topics())));
        known("联系", "Contact", about.contacts());
        if (!unknown.isEmpty()) {
            known("未公布", "Not published", list(String.join(isChinese ? "、" : ", ", unknown)));
        }
    }

    private static List<String> list(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private void known(String chinese, String english, List<String> values) {
        if (!values.isEmpty()) {
            known.add(new DocumentPage.Fact(isChinese ? chinese : english, values));
        }
    }

    private void expected(String chinese, String english, List<String> values) {
        known(chinese, english, values);
        if (values.isEmpty() && isPolicy) {
            unknown.add(isChinese ? chinese : english);
        }
    }
}
