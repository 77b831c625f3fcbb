package tongtu.account;

import java.util.List;
import tongtu.web.View;

/// A page for staff.
public record StaffPage(StaffFrame frame, Notice notice, String heading, List<Part> parts)
        implements View {
    public StaffPage {
        parts = List.copyOf(parts);
    }
}
