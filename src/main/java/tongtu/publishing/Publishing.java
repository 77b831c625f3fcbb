package tongtu.publishing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tongtu.account.Access;
import tongtu.account.Role;
import tongtu.account.StaffFrames;
import tongtu.account.StaffRoute;
import tongtu.messages.MessageStore;

/// All pages of the desk.
public final class Publishing {
    /// The places of the navigation for staff.
    public static final List<StaffFrames.Place> PLACES =
            List.of(
                    new StaffFrames.Place(Desk.HOME, "工作台", Access.SIGNED_IN),
                    new StaffFrames.Place(Desk.DOCUMENTS, "文件", Access.SIGNED_IN),
                    new StaffFrames.Place(PicturePages.PATH, "图片", Access.of(Role.AUTHOR)),
                    new StaffFrames.Place(MessagePages.PATH, "留言", Access.of(Role.PUBLISHER)),
                    new StaffFrames.Place(
                            "/staff/forms",
                            "各种形式",
                            Access.of(Role.AUTHOR, Role.PUBLISHER, Role.ADMINISTRATOR)),
                    new StaffFrames.Place(
                            "/staff/health",
                            "状况",
                            Access.of(Role.AUTHOR, Role.PUBLISHER, Role.ADMINISTRATOR)),
                    new StaffFrames.Place("/staff/audit", "记录", Access.of(Role.ADMINISTRATOR)),
                    new StaffFrames.Place("/staff/accounts", "账号", Access.of(Role.ADMINISTRATOR)));

    private Publishing() {}

    /// The routes of the desk; `data` is the data folder.
    public static List<StaffRoute> routes(Desk desk, MessageStore messages, Path data) {
        var routes = new ArrayList<StaffRoute>();
        routes.addAll(new HomePages(desk).routes());
        var documents = new DocumentPages(desk);
        routes.addAll(documents.routes());
        routes.addAll(new DocumentActions(desk, documents).routes());
        routes.addAll(new EditPages(desk).routes());
        routes.addAll(new RevisionPages(desk).routes());
        routes.addAll(new PreviewPages(desk).routes());
        routes.addAll(new GuestPages(desk, desk.office().clock()).routes());
        routes.addAll(new PicturePages(desk).routes());
        routes.addAll(new ReportPages(desk, messages, data).routes());
        routes.addAll(new MessagePages(desk, messages).routes());
        routes.addAll(new AuditPages(desk).routes());
        return List.copyOf(routes);
    }
}
