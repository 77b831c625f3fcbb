package tongtu.account;

import java.util.List;

/// What stands around every page for staff: the site, the places, who is signed in. `person` is
/// empty while nobody is; `idleS` is after how many seconds without use the session ends.
public record StaffFrame(
        String title,
        String siteName,
        String person,
        String form,
        long idleS,
        List<Link> places,
        List<Link> crumbs) {
    public StaffFrame {
        places = List.copyOf(places);
        crumbs = List.copyOf(crumbs);
    }

    public long idleMinutes() {
        return idleS / 60;
    }
}
