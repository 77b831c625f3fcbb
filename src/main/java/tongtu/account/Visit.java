package tongtu.account;

import org.jspecify.annotations.Nullable;
import tongtu.web.Form;
import tongtu.web.Request;

/// A request that the [Gate] let in: what was sent with it (nothing when it only asks), and who
/// sent it. `staff` is null only where anybody may come.
public record Visit(Request request, Form form, @Nullable Staff visitor) {
    /// Who is signed in; only for routes that ask for it.
    public Staff staff() {
        if (visitor == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return visitor;
    }

    /// A field of the form, or of the query where nothing was sent.
    public String get(String name) {
        var sent = form.get(name);
        return sent.isEmpty() ? request.query().get(name) : sent;
    }
}
