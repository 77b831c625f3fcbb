package tongtu.publishing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.account.Link;
import tongtu.account.Notice;
import tongtu.account.Part;
import tongtu.account.Staff;
import tongtu.account.StaffFrames;
import tongtu.account.Visit;
import tongtu.database.DatabaseUnavailable;
import tongtu.markdown.DocumentFile;
import tongtu.web.Problem;
import tongtu.web.Reply;

/// The desk: everything that its pages work with, and the addresses of these pages.
public record Desk(
        Office office,
        Drafting drafting,
        Reviewing reviewing,
        Releasing releasing,
        Deciding deciding,
        Showing showing,
        StaffFrames frames,
        String baseUrl) {
    static final String HOME = "/staff";
    static final String DOCUMENTS = "/staff/documents";
    static final String REVISIONS = "/staff/revisions";
    static final String EDIT = "/staff/edit";
    static final String PREVIEW = "/staff/preview";
    static final String COMPARE = "/staff/compare";
    static final String MERGE = "/staff/merge";

    /// The document that a request is about, by its address; null when it is none.
    static @Nullable DocumentPath path(Visit visit) {
        return DocumentPath.of(visit.request().part("kind"), visit.request().part("slug"));
    }

    /// The document that a form is about; null when it is none.
    static @Nullable DocumentPath sent(Visit visit) {
        return DocumentPath.read(visit.form().get("path"));
    }

    static int number(Visit visit, String name) {
        var text = visit.get(name);
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    static Reply notFound() {
        return new Reply.Refusal(new Problem.NotFound(""));
    }

    static String at(String place, DocumentPath path) {
        return place
                + "/"
                + path.kind().folder()
                + "/"
                + URLEncoder.encode(path.slug(), StandardCharsets.UTF_8);
    }

    static String revision(DocumentPath path, int number) {
        return at(REVISIONS, path) + "/" + number;
    }

    static Reply to(DocumentPath path, String done) {
        return Reply.redirect(at(DOCUMENTS, path) + "?done=" + done);
    }

    static List<Link> crumbs(DocumentPath path, String title) {
        return List.of(new Link(DOCUMENTS, "文件"), new Link(at(DOCUMENTS, path), title));
    }

    Reply page(
            Staff staff,
            String place,
            List<Link> crumbs,
            String heading,
            Notice notice,
            List<Part> parts) {
        return page(200, staff, place, crumbs, heading, notice, parts);
    }

    Reply page(
            int status,
            Staff staff,
            String place,
            List<Link> crumbs,
            String heading,
            Notice notice,
            List<Part> parts) {
        return Reply.page(status, frames.page(staff, place, crumbs, heading, notice, parts));
    }

    /// The last text of a document that was handed in, with what was published before there were
    /// accounts.
    @Nullable Revision last(DocumentPath path) throws DatabaseUnavailable, IOException {
        var last =
                office.database()
                        .read(connection ->
                                Texts.find(connection, path, Texts.last(connection, path)));
        if (last != null) {
            return last;
        }
        releasing.adopt(path);
        return office.database()
                .read(connection -> Texts.find(connection, path, Texts.last(connection, path)));
    }

    @Nullable Revision revision(DocumentPath path, int number, boolean orLast)
            throws DatabaseUnavailable {
        return office.database()
                .read(connection ->
                        Texts.find(
                                connection,
                                path,
                                orLast && number == 0 ? Texts.last(connection, path) : number));
    }

    DocumentFile read(DocumentPath path, String text) throws IOException {
        return releasing.read(path, text);
    }

    /// What the checks find in a text, as lines that lead into it.
    List<Part> findings(DocumentFile file, String place) {
        var parts = new ArrayList<Part>();
        var findings = showing.check(file);
        long errors = findings.stream().filter(each -> each.isError()).count();
        parts.add(
                new Part.Words(
                        findings.isEmpty()
                                ? "检查没有发现问题。检查不到的，要靠人看。"
                                : "发现 %d 处，其中 %d 处是错误，改好才能发布。".formatted(findings.size(), errors)));
        var items = new ArrayList<Part.Item>();
        for (var finding : findings.stream().limit(100).toList()) {
            var severity =
                    switch (finding.severity()) {
                        case ERROR -> "错误";
                        case WARNING -> "警告";
                        case NOTE -> "提示";
                    };
            var where = finding.line() == 0 ? "整篇" : "第 " + finding.line() + " 行";
            items.add(
                    new Part.Item(
                            new Link(
                                    finding.line() == 0 ? "" : place + finding.line(),
                                    severity + "，" + where + "：" + finding.message()),
                            List.of(finding.remedy())));
        }
        if (!items.isEmpty()) {
            parts.add(new Part.Items(items));
        }
        return parts;
    }
}
