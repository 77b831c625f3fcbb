package tongtu.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/// Refuses bodies over [Limits#BODY], but for the routes that read larger ones up to a limit of
/// their own.
final class BodyLimit extends SizeLimitHandler {
    private final Set<String> own = new HashSet<>();

    BodyLimit(List<Route> routes) {
        super(Limits.BODY, -1);
        routes.stream()
                .filter(route -> route.body() > Limits.BODY)
                .forEach(route -> own.add(route.path()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var next = getHandler();
        if (next != null && own.contains(Request.getPathInContext(request))) {
            return next.handle(request, response, callback);
        }
        return super.handle(request, response, callback);
    }
}
