package tongtu.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tongtu.account.Access;
import tongtu.account.Field;
import tongtu.account.Link;
import tongtu.account.Notice;
import tongtu.account.Part;
import tongtu.account.Role;
import tongtu.account.StaffRoute;
import tongtu.account.Visit;
import tongtu.document.Hash;
import tongtu.web.Reply;

/// The pictures for texts: sending one with its text alternative, and what to write to show it.
final class PicturePages {
    static final String PATH = "/staff/pictures";
    private static final Access AUTHOR = Access.of(Role.AUTHOR);
    private final Desk desk;

    PicturePages(Desk desk) {
        this.desk = desk;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, AUTHOR, visit -> open(visit, 200, "", "")),
                StaffRoute.post(PATH + "/add", Pictures.LARGEST + 64 * 1024, AUTHOR, this::add),
                StaffRoute.get(
                        PATH + "/file/{name}",
                        Access.SIGNED_IN,
                        visit -> picture(desk, visit.request().part("name"))));
    }

    static Reply picture(Desk desk, String name) throws Exception {
        var content = Pictures.find(desk.office().database(), name);
        return content == null
                ? Desk.notFound()
                : new Reply.Media(
                        Reply.Content.of(content.bytes()),
                        content.type(),
                        Hash.of(content.bytes()).substring(0, 20),
                        false,
                        "");
    }

    private Reply open(Visit visit, int status, String faultAt, String fault) throws Exception {
        var form = visit.form();
        var fields =
                List.of(
                        Field.of(
                                        Field.Type.FILE,
                                        "file",
                                        "图片文件",
                                        "PNG、JPEG、GIF 或 WebP，最多 8 MB。",
                                        "")
                                .required()
                                .wrong(faultAt.equals("file") ? fault : ""),
                        Field.words(
                                        "alternative",
                                        "图上有什么",
                                        "给看不见图的人听的话，最多 300 个字。图上有字的，把字写全。",
                                        form.get("alternative"),
                                        3)
                                .wrong(faultAt.equals("alternative") ? fault : ""),
                        Field.checks(
                                "decorative",
                                "只是装饰",
                                "去掉它一点意思也不少的，才勾。",
                                List.of(
                                        new Field.Option(
                                                "decorative",
                                                "decorative",
                                                "on",
                                                "只是装饰，不用替代文字",
                                                form.get("decorative").equals("on")))));
        var parts = new ArrayList<Part>();
        parts.add(
                new Part.Form(
                        "add",
                        PATH + "/add",
                        Map.of(),
                        fields,
                        List.of(Part.Button.main("添加图片")),
                        true));
        parts.add(new Part.Heading(2, "all", "全部图片"));
        var rows = new ArrayList<List<Link>>();
        for (var picture : Pictures.list(desk.office().database())) {
            rows.add(
                    List.of(
                            new Link(PATH + "/file/" + picture.name(), picture.name()),
                            new Link("", picture.width() + "×" + picture.height()),
                            new Link("", picture.isDecorative() ? "只是装饰" : picture.alternative()),
                            new Link("", picture.markdown())));
        }
        parts.add(
                rows.isEmpty()
                        ? new Part.Words("还没有。")
                        : new Part.Table("图片", List.of("名字", "大小", "替代文字", "在正文里写"), rows));
        var notice = Notice.of(fields);
        var name = visit.request().query().get("done");
        if (!notice.isThere() && Pictures.isName(name)) {
            notice = Notice.done("图片加好了", "在正文里写下面表格最后一栏的字，就能用它。");
        }
        return desk.page(status, visit.staff(), PATH, List.of(), "图片", notice, parts);
    }

    private Reply add(Visit visit) throws Exception {
        var file = visit.form().file("file");
        if (file == null || file.bytes().length == 0) {
            return open(visit, 422, "file", "请选一个图片文件。");
        }
        var adding =
                Pictures.add(
                        desk.office(),
                        visit.staff().account(),
                        file.name(),
                        file.bytes(),
                        visit.form().get("alternative"),
                        visit.form().get("decorative").equals("on"));
        return switch (adding) {
            case Pictures.Adding.Done(var name) -> Reply.redirect(PATH + "?done=" + name);
            case Pictures.Adding.Refused(var field, var words) -> open(visit, 422, field, words);
        };
    }
}
