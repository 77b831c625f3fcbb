package tongtu.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tongtu.account.Access;
import tongtu.account.Link;
import tongtu.account.Notice;
import tongtu.account.Part;
import tongtu.account.Role;
import tongtu.account.StaffRoute;
import tongtu.account.Visit;
import tongtu.audit.AuditLine;
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.database.DatabaseUnavailable;
import tongtu.web.Reply;

/// The log, as a page and as a file for a spreadsheet.
public final class AuditPages {
    private static final String PATH = "/staff/audit";
    private static final Access ADMINISTRATOR = Access.of(Role.ADMINISTRATOR);
    private static final int MOST = 100;

    private final Desk desk;

    AuditPages(Desk desk) {
        this.desk = desk;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, ADMINISTRATOR, this::open),
                StaffRoute.post(PATH + "/verify", ADMINISTRATOR, this::verify),
                StaffRoute.post(PATH + "/export", ADMINISTRATOR.confirmed(), this::export));
    }

    private Reply open(Visit visit) throws Exception {
        return page(visit, Notice.NONE);
    }

    private Reply page(Visit visit, Notice notice) throws Exception {
        var text = visit.request().query().get("before");
        long before = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
        var subject = visit.request().query().get("subject");
        var rows = new ArrayList<List<Link>>();
        var lines = desk.office().log().before(before, MOST, subject);
        for (var line : lines) {
            rows.add(
                    List.of(
                            new Link("", String.valueOf(line.number())),
                            new Link("", Words.moment(line.at())),
                            new Link("", line.who()),
                            new Link("", line.label()),
                            new Link(
                                    "",
                                    line.subject()
                                            + (line.revision().isEmpty()
                                                    ? ""
                                                    : " 第 " + line.revision() + " 稿")),
                            new Link("", line.words())));
        }
        var parts = new ArrayList<Part>();
        parts.add(new Part.Words("谁在什么时候做了什么。只能添，不能改；改了、删了、调了位置，下面的检查都看得出来。"));
        parts.add(
                Part.Form.of(
                        "verify",
                        PATH + "/verify",
                        java.util.Map.of(),
                        List.of(),
                        Part.Button.main("检查记录是不是完整")));
        parts.add(
                Part.Form.of(
                        "export",
                        PATH + "/export",
                        java.util.Map.of(),
                        List.of(),
                        Part.Button.of("导出成表格（CSV）")));
        parts.add(
                rows.isEmpty()
                        ? new Part.Words("没有记录。")
                        : new Part.Table(
                                "操作记录", List.of("行", "时间", "谁", "做了什么", "对什么", "说明"), rows));
        if (lines.size() == MOST) {
            parts.add(
                    new Part.Links(
                            List.of(
                                    new Link(
                                            PATH + "?before=" + lines.getLast().number(), "更早的"))));
        }
        return desk.page(visit.staff(), PATH, List.of(), "操作记录", notice, parts);
    }

    private Reply verify(Visit visit) throws Exception {
        var verdict = desk.office().log().verify(desk.releasing().witnesses());
        return page(
                visit,
                verdict.faults().isEmpty()
                        ? Notice.done("记录是完整的", "看了 " + verdict.lines() + " 行，和每次发布时记下的都对得上。")
                        : new Notice(
                                false,
                                "记录不完整",
                                List.of(),
                                verdict.faults().stream()
                                        .map(fault -> "第 " + fault.number() + " 行：" + fault.words())
                                        .toList()));
    }

    private Reply export(Visit visit) throws Exception {
        desk.office().log().add(AuditLog.Entry.of(visit.staff().name(), Deed.LOG_EXPORTED, ""));
        return new Reply.Live(
                "text/csv;charset=utf-8",
                out -> {
                    try {
                        csv(
                                desk.office().log(),
                                line -> {
                                    try {
                                        out.write(line.getBytes(StandardCharsets.UTF_8));
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                });
                    } catch (DatabaseUnavailable e) {
                        throw new IOException(e);
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                });
    }

    /// The log as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the characters
    /// right. A cell that a spreadsheet would take for a formula has a quote before it.
    public static void csv(AuditLog log, Consumer<String> out) throws DatabaseUnavailable {
        out.accept("\uFEFF行,时间,谁,做了什么,对什么,稿次,说明,校验\r\n");
        log.each(log.head().number(), line -> out.accept(row(line)));
    }

    private static String row(AuditLine line) {
        var cells =
                List.of(
                        String.valueOf(line.number()),
                        line.at().toString(),
                        line.who(),
                        line.label(),
                        line.subject(),
                        line.revision(),
                        line.words(),
                        line.hash());
        return String.join(",", cells.stream().map(AuditPages::cell).toList()) + "\r\n";
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
