package tongtu.web;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/// What every reply tells the browser about itself: nothing runs, loads or frames that is not the
/// site's own.
final class SecurityHeaders {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private final HttpField[] fields;

    /// `isHttps` is whether the site's permanent address is https: then browsers are told to keep
    /// to it for a year.
    SecurityHeaders(boolean isHttps) {
        var headers =
                new java.util.ArrayList<HttpField>(
                        java.util.List.of(
                                field("Content-Security-Policy", POLICY),
                                field("X-Content-Type-Options", "nosniff"),
                                field("Referrer-Policy", "strict-origin-when-cross-origin"),
                                field(
                                        "Permissions-Policy",
                                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
                                field("Cross-Origin-Opener-Policy", "same-origin"),
                                field("Cross-Origin-Resource-Policy", "same-origin")));
        if (isHttps) {
            headers.add(field("Strict-Transport-Security", "max-age=31536000; includeSubDomains"));
        }
        fields = headers.toArray(HttpField[]::new);
    }

    private static HttpField field(String name, String value) {
        return new PreEncodedHttpField(name, value);
    }

    void addTo(HttpFields.Mutable headers) {
        for (var field : fields) {
            headers.put(field);
        }
    }
}
