package tongtu.publishing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongtu.account.Access;
import tongtu.account.Link;
import tongtu.account.Notice;
import tongtu.account.Part;
import tongtu.account.Role;
import tongtu.account.StaffRoute;
import tongtu.account.Visit;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.messages.Message;
import tongtu.messages.MessageStore;
import tongtu.web.Reply;

/// How the site is: which forms of what are there, and what somebody has to see to.
final class ReportPages {
    private static final Access STAFF = Access.of(Role.AUTHOR, Role.PUBLISHER, Role.ADMINISTRATOR);

    /// A kind of which nothing new came for so long is not looked after.
    private static final int STALE_DAYS = 90;

    private static final long MEGABYTE = 1_000_000;
    private static final long LITTLE_MB = 1_000;

    private final Desk desk;
    private final MessageStore messages;
    private final Path data;

    ReportPages(Desk desk, MessageStore messages, Path data) {
        this.desk = desk;
        this.messages = messages;
        this.data = data;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/staff/forms", STAFF, this::forms),
                StaffRoute.get("/staff/health", STAFF, this::health));
    }

    private Reply forms(Visit visit) {
        var rows = new ArrayList<List<Link>>();
        var headers = new ArrayList<String>();
        headers.add("文件");
        for (var shown : desk.showing().forms()) {
            var row = new ArrayList<Link>();
            var path = DocumentPath.read(shown.path());
            row.add(new Link(path == null ? "" : Desk.at(Desk.DOCUMENTS, path), shown.title()));
            for (var form : shown.readiness().forms()) {
                if (rows.isEmpty()) {
                    headers.add(form.name());
                }
                row.add(new Link("", form.progress().label()));
            }
            rows.add(row);
        }
        var parts = new ArrayList<Part>();
        parts.add(new Part.Words("每一份公布了的文件，各种形式是不是照现在的版本做好了。"));
        parts.add(
                rows.isEmpty()
                        ? new Part.Words("还没有公布的文件。")
                        : new Part.Table("各种形式", headers, rows));
        var waiting = waiting();
        parts.add(new Part.Heading(2, "", "等着发布的"));
        parts.add(waiting.isEmpty() ? new Part.Words("没有。") : new Part.Items(waiting));
        return desk.page(visit.staff(), "/staff/forms", List.of(), "各种形式", Notice.NONE, parts);
    }

    private List<Part.Item> waiting() {
        var items = new ArrayList<Part.Item>();
        try {
            for (var each :
                    desk.office().database().read(connection -> Appointments.open(connection))) {
                var problem = desk.releasing().problem(each);
                items.add(
                        new Part.Item(
                                new Link(
                                        Desk.at(Desk.DOCUMENTS, each.path()),
                                        each.path() + " 第 " + each.number() + " 稿"),
                                List.of(
                                        Words.moment(each.dueAt()) + " " + each.action().label(),
                                        problem.isEmpty() ? "到时候自动做。" : problem)));
            }
        } catch (tongtu.database.DatabaseUnavailable e) {
            items.add(new Part.Item(new Link("", "看不了"), List.of(String.valueOf(e.getMessage()))));
        }
        return items;
    }

    private Reply health(Visit visit) throws Exception {
        var parts = new ArrayList<Part>();
        var library = desk.showing().library();
        if (library != null) {
            reviews(library, parts);
            undated(library, parts);
            columns(library, parts);
        }
        links(parts);
        messages(parts);
        parts.add(new Part.Heading(2, "", "等着要做的"));
        var waiting = waiting();
        parts.add(waiting.isEmpty() ? new Part.Words("没有。") : new Part.Items(waiting));
        failures(parts);
        disk(parts);
        return desk.page(visit.staff(), "/staff/health", List.of(), "网站的状况", Notice.NONE, parts);
    }

    private static Part.Item item(Document document, String line) {
        var path = DocumentPath.read(document.path());
        return new Part.Item(
                new Link(path == null ? "" : Desk.at(Desk.DOCUMENTS, path), document.title()),
                List.of(line));
    }

    private static void section(List<Part> parts, String heading, List<Part.Item> items) {
        parts.add(new Part.Heading(2, "", heading + "（" + items.size() + "）"));
        parts.add(items.isEmpty() ? new Part.Words("没有。") : new Part.Items(items));
    }

    private static void reviews(Library library, List<Part> parts) {
        var items = new ArrayList<Part.Item>();
        for (var document : library.documents()) {
            var by = document.frontMatter().reviewBy();
            if (by != null && !by.isAfter(library.today().plusDays(30))) {
                items.add(
                        item(
                                document,
                                by.isAfter(library.today())
                                        ? "应在 " + by + " 以前复核。"
                                        : "应在 " + by + " 以前复核，已经过了。"));
            }
        }
        section(parts, "该复核的", items);
    }

    private static void undated(Library library, List<Part> parts) {
        var items = new ArrayList<Part.Item>();
        for (var document : library.documents()) {
            if (Library.date(document) == null && document.kind() != Kind.PAGE) {
                items.add(item(document, "没有写任何日期，公众不知道它是哪一年的。"));
            }
        }
        section(parts, "没有日期的", items);
    }

    private static void columns(Library library, List<Part> parts) {
        var items = new ArrayList<Part.Item>();
        for (var kind : Kind.values()) {
            var newest = library.ofKind(kind).stream().findFirst().map(Library::date);
            LocalDate limit = library.today().minusDays(STALE_DAYS);
            boolean isOld = kind != Kind.PAGE && (newest.isEmpty() || newest.get().isBefore(limit));
            if (isOld) {
                items.add(
                        new Part.Item(
                                new Link(Desk.DOCUMENTS + "?kind=" + kind.folder(), kind.label()),
                                List.of(
                                        newest.isEmpty()
                                                ? kind.label() + "里没有带日期的文件。"
                                                : kind.label()
                                                        + "里最新的是 "
                                                        + newest.get()
                                                        + " 的，超过 "
                                                        + STALE_DAYS
                                                        + " 天没有新的了。")));
            }
        }
        section(parts, "很久没有更新的栏目", items);
    }

    private void links(List<Part> parts) {
        var items = new ArrayList<Part.Item>();
        for (var finding : desk.showing().findings()) {
            if (items.size() < 100) {
                items.add(
                        new Part.Item(
                                new Link(
                                        "",
                                        finding.file()
                                                + (finding.line() == 0
                                                        ? ""
                                                        : " 第 " + finding.line() + " 行")),
                                List.of(finding.message(), finding.remedy())));
            }
        }
        section(parts, "断了的链接和别的毛病", items);
    }

    private void messages(List<Part> parts) throws Exception {
        int open = messages.count(Message.State.NEW, null);
        parts.add(new Part.Heading(2, "", "没有答复的留言（" + open + "）"));
        parts.add(
                open == 0
                        ? new Part.Words("没有。")
                        : new Part.Links(
                                List.of(new Link(MessagePages.PATH, "去答复 " + open + " 条留言"))));
    }

    private void failures(List<Part> parts) {
        var items = new ArrayList<Part.Item>();
        for (var shown : desk.showing().forms()) {
            var failed =
                    shown.readiness().forms().stream()
                            .filter(form -> form.progress() == Showing.Progress.FAILED)
                            .map(Showing.FormState::name)
                            .toList();
            if (!failed.isEmpty()) {
                items.add(
                        new Part.Item(
                                new Link("", shown.title()),
                                List.of("做不成：" + String.join("、", failed))));
            }
        }
        section(parts, "做不成的形式", items);
    }

    private void disk(List<Part> parts) throws IOException {
        long free = Files.getFileStore(nearest(data)).getUsableSpace() / MEGABYTE;
        var facts = new ArrayList<Part.Fact>();
        facts.add(
                new Part.Fact(
                        "磁盘还有", free + " MB" + (free < LITTLE_MB ? "，不多了，请腾出空间，不然会存不下来" : "")));
        for (var each : sizes().entrySet()) {
            facts.add(new Part.Fact(each.getKey(), each.getValue() / MEGABYTE + " MB"));
        }
        parts.add(new Part.Heading(2, "", "磁盘"));
        parts.add(new Part.Facts(facts));
    }

    private static Path nearest(Path folder) {
        var nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    private Map<String, Long> sizes() throws IOException {
        var sizes = new LinkedHashMap<String, Long>();
        sizes.put("数据库", size(data.resolve("tongtu.db")));
        sizes.put("各种形式的文件", size(data.resolve("forms")));
        sizes.put("声音", size(data.resolve("speech")));
        sizes.put("查找的索引", size(data.resolve("search")));
        sizes.put("内容仓库", size(data.resolve("content")));
        return sizes;
    }

    private static long size(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        var size = new long[1];
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                        size[0] += about.size();
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return size[0];
    }
}
