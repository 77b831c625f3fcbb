package tongtu.account;

import tongtu.web.Route;

/// An address for staff, and who may ask for it. `body` is how many bytes may be sent to it.
public record StaffRoute(
        Route.Method method, String path, int body, Access access, StaffAction action) {
    /// Bytes of an ordinary form.
    public static final int FORM = 256 * 1024;

    public static StaffRoute get(String path, Access access, StaffAction action) {
        return new StaffRoute(Route.Method.GET, path, 0, access, action);
    }

    public static StaffRoute post(String path, Access access, StaffAction action) {
        return new StaffRoute(Route.Method.POST, path, FORM, access, action);
    }

    /// For what is large.
    public static StaffRoute post(String path, int body, Access access, StaffAction action) {
        return new StaffRoute(Route.Method.POST, path, body, access, action);
    }
}
