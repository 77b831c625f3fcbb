package tongtu.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes pages for staff in their frame. `places` are the site's places for staff, each with who
/// may go there.
public final class StaffFrames {
    private final Supplier<String> siteName;
    private final long idleS;
    private final List<Place> places;

    /// A place of the navigation.
    public record Place(String address, String text, Access access) {}

    public StaffFrames(Supplier<String> siteName, long idleS, List<Place> places) {
        this.siteName = siteName;
        this.idleS = idleS;
        this.places = List.copyOf(places);
    }

    String siteName() {
        return siteName.get();
    }

    /// `current` is the address of the place that the page belongs to; `crumbs` lead to it.
    public StaffPage page(
            @Nullable Staff staff,
            String current,
            List<Link> crumbs,
            String heading,
            Notice notice,
            List<Part> parts) {
        var links = new ArrayList<Link>();
        if (staff != null) {
            for (var place : places) {
                if (place.access().admits(staff.account())) {
                    links.add(
                            new Link(
                                    place.address(),
                                    place.text(),
                                    place.address().equals(current)));
                }
            }
        }
        var title = notice.isThere() && !notice.isGood() ? "有误：" + heading : heading;
        return new StaffPage(
                new StaffFrame(
                        title + " - " + siteName.get(),
                        siteName.get(),
                        staff == null ? "" : staff.account().display(),
                        staff == null ? "" : staff.form(),
                        idleS,
                        links,
                        crumbs),
                notice,
                heading,
                parts);
    }
}
