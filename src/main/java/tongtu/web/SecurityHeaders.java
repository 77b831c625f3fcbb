package tongtu.web;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/// What every reply tells the browser about itself: nothing runs, loads or frames that is not the
/// site's own.
final class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final String PAGE =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";
    private static final String SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final List<HttpField> page;
    private final List<HttpField> sandbox;

    /// `isHttps` is whether the site's permanent address is https: then browsers are told to keep
    /// to it for a year.
    SecurityHeaders(boolean isHttps) {
        page = fields(PAGE, isHttps);
        sandbox = fields(SANDBOX, isHttps);
    }

    private static List<HttpField> fields(String policy, boolean isHttps) {
        var fields =
                new ArrayList<HttpField>(
                        List.of(
                                field(POLICY, policy),
                                field("X-Content-Type-Options", "nosniff"),
                                field("Referrer-Policy", "strict-origin-when-cross-origin"),
                                field(
                                        "Permissions-Policy",
                                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
                                field("Cross-Origin-Opener-Policy", "same-origin"),
                                field("Cross-Origin-Resource-Policy", "same-origin")));
        if (isHttps) {
            fields.add(field("Strict-Transport-Security", "max-age=31536000; includeSubDomains"));
        }
        return List.copyOf(fields);
    }

    private static HttpField field(String name, String value) {
        return new PreEncodedHttpField(name, value);
    }

    /// Once; with `isSandboxed` for a document in which nothing may run or load.
    void addTo(HttpFields.Mutable headers, boolean isSandboxed) {
        if (!headers.contains(POLICY)) {
            (isSandboxed ? sandbox : page).forEach(headers::add);
        }
    }
}
