package tongtu.publishing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.account.Access;
import tongtu.account.Link;
import tongtu.account.Notice;
import tongtu.account.Part;
import tongtu.account.StaffRoute;
import tongtu.account.Visit;
import tongtu.document.Hash;
import tongtu.markdown.DocumentFile;
import tongtu.web.Reply;

/// A text as residents would get it: the real page, as it is heard, in Braille, as files.
final class PreviewPages {
    private static final Access STAFF = Access.SIGNED_IN;

    /// Files that are made for a preview, by their name in the address.
    private static final List<Link> FILES =
            List.of(
                    new Link("pdf", "打印出来的样子（PDF）"),
                    new Link("pdf-large", "大字 PDF"),
                    new Link("docx", "Word"),
                    new Link("epub", "电子书"));

    private final Desk desk;

    PreviewPages(Desk desk) {
        this.desk = desk;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(Desk.PREVIEW + "/{kind}/{slug}", STAFF, this::open),
                StaffRoute.get(Desk.PREVIEW + "/{kind}/{slug}/page", STAFF, this::page),
                StaffRoute.get(
                        Desk.PREVIEW + ".css",
                        STAFF,
                        visit ->
                                new Reply.Styles(
                                        desk.showing().styles(visit.request().query().get("as")))),
                StaffRoute.get(Desk.PREVIEW + "/{kind}/{slug}/heard", STAFF, this::heard),
                StaffRoute.get(Desk.PREVIEW + "/{kind}/{slug}/braille", STAFF, this::braille),
                StaffRoute.get(Desk.PREVIEW + "/{kind}/{slug}/file", STAFF, this::file));
    }

    /// The text that is asked for: the visitor's draft, or a revision.
    private record Wanted(DocumentPath path, String text, String name, String query) {}

    private @Nullable Wanted wanted(Visit visit) throws Exception {
        var path = Desk.path(visit);
        if (path == null) {
            return null;
        }
        int number = Desk.number(visit, "of");
        if (number > 0) {
            var revision = desk.revision(path, number, false);
            return revision == null
                    ? null
                    : new Wanted(path, revision.text(), "第 " + number + " 稿", "?of=" + number);
        }
        var draft = desk.drafting().find(visit.staff().account(), path);
        return draft == null ? null : new Wanted(path, draft.text(), "草稿", "");
    }

    /// The text as a document; null where it has errors.
    private @Nullable DocumentFile file(Wanted wanted) throws IOException {
        var file = desk.read(wanted.path(), wanted.text());
        return file.parsed().document() == null ? null : file;
    }

    /// The ways in which it can be looked at.
    private Reply open(Visit visit) throws Exception {
        var wanted = wanted(visit);
        if (wanted == null) {
            return Desk.notFound();
        }
        var title = FrontMatterText.title(wanted.text(), wanted.path().slug());
        var file = desk.read(wanted.path(), wanted.text());
        var parts = new ArrayList<Part>();
        if (file.parsed().document() == null) {
            parts.add(new Part.Words("有错误，网页做不出来。改好下面的错误再预览。"));
            parts.addAll(desk.findings(file, Desk.at(Desk.EDIT, wanted.path()) + "#L"));
        } else {
            var base = Desk.at(Desk.PREVIEW, wanted.path());
            var query = wanted.query();
            var and = query.isEmpty() ? "?" : query + "&";
            var links = new ArrayList<Link>();
            links.add(new Link(base + "/page" + query, "网页，和公众看到的一样"));
            links.add(new Link(base + "/page" + and + "as=narrow", "手机上的样子（320 像素宽）"));
            links.add(new Link(base + "/page" + and + "as=contrast", "高对比的样子（黑底黄字）"));
            links.add(new Link(base + "/heard" + query, "读出来的样子"));
            links.add(new Link(base + "/braille" + query, "盲文的样子"));
            for (var form : FILES) {
                links.add(new Link(base + "/file" + and + "form=" + form.address(), form.text()));
            }
            parts.add(new Part.Links(links));
            parts.add(new Part.Heading(2, "", "检查"));
            parts.addAll(desk.findings(file, Desk.at(Desk.EDIT, wanted.path()) + "#L"));
        }
        return desk.page(
                visit.staff(),
                Desk.DOCUMENTS,
                Desk.crumbs(wanted.path(), title),
                "预览" + wanted.name() + "：" + title,
                Notice.NONE,
                parts);
    }

    private Reply page(Visit visit) throws Exception {
        var wanted = wanted(visit);
        var file = wanted == null ? null : file(wanted);
        return wanted == null || file == null
                ? Desk.notFound()
                : new Reply.Html(
                        html(
                                desk,
                                file,
                                "预览" + wanted.name() + "，还没有公布。",
                                visit.request().query().get("as"),
                                "/staff/pictures/file/"));
    }

    /// The real page. Pictures that are not published yet come from where staff have them.
    static String html(Desk desk, DocumentFile file, String banner, String as, String pictures) {
        return desk.showing().page(file, banner, as).replace("/media/pictures/", pictures);
    }

    private Reply heard(Visit visit) throws Exception {
        return lines(
                visit,
                "读出来的样子",
                "一行是一句，数字、日期、符号都写成读出来的字。读得不对的，在词表里改。",
                file -> List.of(new Part.Source(desk.showing().heard(file))));
    }

    private Reply braille(Visit visit) throws Exception {
        return lines(
                visit,
                "盲文的样子",
                "机器转换，没有校对过。每一行先是字，再是点字。",
                file -> {
                    var items = new ArrayList<Part.Item>();
                    for (var line : desk.showing().braille(file)) {
                        items.add(new Part.Item(new Link("", line.words()), List.of(line.cells())));
                    }
                    return List.of(new Part.Items(items));
                });
    }

    private interface Lines {
        List<Part> of(DocumentFile file);
    }

    private Reply lines(Visit visit, String heading, String intro, Lines lines) throws Exception {
        var wanted = wanted(visit);
        var file = wanted == null ? null : file(wanted);
        if (wanted == null || file == null) {
            return Desk.notFound();
        }
        var parts = new ArrayList<Part>();
        parts.add(new Part.Words(intro));
        parts.addAll(lines.of(file));
        var title = FrontMatterText.title(wanted.text(), wanted.path().slug());
        return desk.page(
                visit.staff(),
                Desk.DOCUMENTS,
                Desk.crumbs(wanted.path(), title),
                wanted.name() + heading + "：" + title,
                Notice.NONE,
                parts);
    }

    private Reply file(Visit visit) throws Exception {
        var wanted = wanted(visit);
        var file = wanted == null ? null : file(wanted);
        var form = visit.request().query().get("form");
        if (file == null || FILES.stream().noneMatch(each -> each.address().equals(form))) {
            return Desk.notFound();
        }
        var made = desk.showing().file(file, form);
        if (made == null) {
            return Desk.notFound();
        }
        return new Reply.Media(
                Reply.Content.of(made.file()),
                made.type(),
                Hash.of(made.file().getFileName().toString()).substring(0, 20),
                false,
                made.type().equals("application/pdf") ? "" : made.name());
    }
}
