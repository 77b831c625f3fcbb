package tongtu.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import tongtu.web.Form;

/// A form that could not be taken because its sender has to sign in first: it is carried through
/// the page for signing in, to be sent again. Not a word is lost, with or without script.
record Carried(String path, Map<String, String> fields) {
    static final Carried NOTHING = new Carried("", Map.of());

    /// Of the form of the session that is over.
    static final String TOKEN = "form";

    static Carried of(String path, Form form) {
        var fields = new LinkedHashMap<String, String>();
        form.names().stream()
                .filter(name -> !name.equals(TOKEN))
                .sorted()
                .forEach(name -> fields.put(name, form.get(name)));
        return new Carried(path, fields);
    }

    boolean isThere() {
        return !path.isEmpty();
    }

    /// As one field of another form.
    String encoded() {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// What [#encoded] wrote; nothing where it is none, or its path is not one for staff.
    static Carried read(String path, String encoded) {
        if (!isPath(path)) {
            return NOTHING;
        }
        var form = Form.of(encoded);
        return form == null ? NOTHING : of(path, form);
    }

    /// Whether a text is an address for staff, without anything behind the path.
    static boolean isPath(String path) {
        return path.matches("/staff(/[A-Za-z0-9%._~-]{1,600}){0,6}") && !path.contains("//");
    }

    /// Likewise with a query.
    static boolean isAddress(String address) {
        int query = address.indexOf('?');
        return isPath(query < 0 ? address : address.substring(0, query))
                && (query < 0 || address.substring(query).matches("[!-~&&[^\\\\<>\"']]{1,2000}"));
    }
}
