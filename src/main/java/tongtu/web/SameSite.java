package tongtu.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a browser sends a form from a page of this site (decision 008).
///
/// Sec-Fetch-Site says so in every browser since 2023 (Fetch Metadata, 2.4). Before, Origin does
/// (Fetch, 3.2): it has to be the site's permanent address, or the host that was asked. A request
/// with neither is from a program or a very old browser, and nothing tells it apart from one that
/// was typed by hand.
final class SameSite {
    private final String baseUrl;

    SameSite(String baseUrl) {
        this.baseUrl = baseUrl.toLowerCase(Locale.ROOT);
    }

    boolean sends(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
        if (fetchSite != null) {
            // "none" is the reader alone: a page that was opened again with what was sent.
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        if (origin == null) {
            return true;
        }
        var asked = origin.toLowerCase(Locale.ROOT);
        return (!baseUrl.isEmpty() && asked.equals(baseUrl))
                || (host != null && isHost(asked, host.toLowerCase(Locale.ROOT)));
    }

    private static boolean isHost(String origin, String host) {
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
