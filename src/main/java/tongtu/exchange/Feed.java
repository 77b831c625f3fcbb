package tongtu.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came last, for programs that ask now and then: Atom (RFC 4287) and JSON Feed 1.1. Addresses
/// are whole, so a site without a permanent address has no feed.
///
/// `title`, `home` and `self` are the feed's name, the page that it belongs to and its own address;
/// addresses are paths on the site.
public record Feed(
        String baseUrl,
        String title,
        String home,
        String self,
        String language,
        List<Entry> entries) {
    public static final int MOST = 50;

    /// Whose midnight a date means.
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// A document in a feed.
    public record Entry(
            String address,
            String title,
            String summary,
            String language,
            String kind,
            LocalDate date) {}

    public Feed {
        entries =
                entries.stream()
                        .sorted(
                                Comparator.comparing(Entry::date)
                                        .reversed()
                                        .thenComparing(Entry::address))
                        .limit(MOST)
                        .toList();
        if (baseUrl.isEmpty()) {
            throw new IllegalArgumentException("a feed without a permanent address");
        }
    }

    private String url(String address) {
        return baseUrl + Urls.encoded(address);
    }

    private static String time(LocalDate date) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                date.atTime(LocalTime.MIDNIGHT).atZone(ZONE));
    }

    private @Nullable LocalDate updated() {
        return entries.isEmpty() ? null : entries.getFirst().date();
    }

    /// As Atom.
    public byte[] atom() {
        return Xml.document(xml -> {
            xml.open("feed")
                    .attribute("xmlns", "http://www.w3.org/2005/Atom")
                    .attribute("xml:lang", language);
            xml.element("id", url(home)).element("title", title);
            var updated = updated();
            xml.element("updated", time(updated == null ? LocalDate.EPOCH : updated));
            link(xml, "self", url(self));
            link(xml, "alternate", url(home));
            xml.open("author").element("name", title).close();
            for (var entry : entries) {
                xml.open("entry").attribute("xml:lang", entry.language());
                xml.element("id", url(entry.address())).element("title", entry.title());
                xml.element("updated", time(entry.date())).element("published", time(entry.date()));
                link(xml, "alternate", url(entry.address()));
                xml.open("category").attribute("term", entry.kind()).close();
                xml.element("summary", entry.summary()).close();
            }
            xml.close();
        });
    }

    private static void link(Xml xml, String relation, String url) {
        xml.open("link").attribute("rel", relation).attribute("href", url).close();
    }

    /// As JSON Feed 1.1.
    public byte[] json() {
        return Json.object(json -> {
            json.field("version", "https://jsonfeed.org/version/1.1");
            json.field("title", title).field("home_page_url", url(home));
            json.field("feed_url", url(self)).field("language", language);
            json.list(
                    "items",
                    entries,
                    entry ->
                            json.element(() -> {
                                json.field("id", url(entry.address()))
                                        .field("url", url(entry.address()));
                                json.field("title", entry.title());
                                json.field(
                                        "content_text",
                                        entry.summary().isEmpty()
                                                ? entry.title()
                                                : entry.summary());
                                json.field("date_published", time(entry.date()));
                                json.field("language", entry.language());
                                json.strings("tags", List.of(entry.kind()));
                            }));
        });
    }
}
