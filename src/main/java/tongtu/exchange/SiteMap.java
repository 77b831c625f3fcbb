package tongtu.exchange;

import java.util.List;

/// The addresses of a site for search engines: sitemap.xml (sitemaps.org protocol 0.9, at most
/// 50,000 addresses a file) and robots.txt (RFC 9309).
public final class SiteMap {
    public static final int MOST = 50_000;

    private SiteMap() {}

    /// The pages at the addresses given, with the site's permanent address before each.
    public static byte[] xml(String baseUrl, List<String> addresses) {
        return Xml.document(xml -> {
            xml.open("urlset").attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
            addresses.stream()
                    .sorted()
                    .limit(MOST)
                    .forEach(address ->
                            xml.open("url")
                                    .element("loc", baseUrl + Urls.encoded(address))
                                    .close());
            xml.close();
        });
    }

    /// Everything may be read but what is made for each question; `baseUrl` is empty when the site
    /// has no permanent address.
    public static String robots(String baseUrl) {
        var site = baseUrl.isEmpty() ? "" : "Sitemap: " + baseUrl + "/sitemap.xml\n";
        return "User-agent: *\nAllow: /\nDisallow: /search\nDisallow: /suggest\n" + site;
    }
}
