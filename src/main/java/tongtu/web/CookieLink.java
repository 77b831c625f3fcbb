package tongtu.web;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A parameter that may stand in the query of any address and sets a cookie: the reader is sent on
/// to the same address without it (303). So a choice can be carried in a link, and the pages stay
/// the same bytes for everybody.
///
/// `cookie` makes the cookie from the parameter's value and the value that the browser has now,
/// empty when it has none.
public record CookieLink(
        String parameter, String cookieName, BiFunction<String, String, Cookie> cookie) {

    /// Where a request leads, and the cookie that it sets.
    record Followed(String location, Cookie cookie) {}

    /// Null when the parameter is not in the query. `path` and `query` are as they were sent.
    @Nullable Followed follow(String path, @Nullable String query, String present) {
        if (query == null || !query.contains(parameter + "=")) {
            return null;
        }
        String value = null;
        var rest = new StringBuilder();
        for (var pair : query.split("&", -1)) {
            if (pair.startsWith(parameter + "=")) {
                value = pair.substring(parameter.length() + 1);
            } else if (pair.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')) {
                rest.append(rest.isEmpty() ? '?' : '&').append(pair);
            }
        }
        return value == null ? null : new Followed(path + rest, cookie.apply(value, present));
    }
}
