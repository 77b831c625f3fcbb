package tongtu.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FeedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private static Feed feed(List<Feed.Entry> entries) {
        return new Feed("https://example.cn", "通途 <&>", "/", "/feed.atom", "zh-CN", entries);
    }

    private static Feed.Entry entry(String address, LocalDate date) {
        return new Feed.Entry(address, "标题 ]]> & <b>", "一句话。", "zh-CN", "政策文件", date);
    }

    private static Element xml(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }

    private static String text(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    @Test
    void atomHasWhatTheStandardAsksFor() throws Exception {
        var feed =
                xml(
                        feed(List.of(
                                        entry("/policies/旧", DAY),
                                        entry("/policies/新", DAY.plusDays(1))))
                                .atom());
        assertEquals("http://www.w3.org/2005/Atom", feed.getNamespaceURI());
        assertEquals("通途 <&>", text(feed, "title"));
        assertEquals("https://example.cn/", text(feed, "id"));
        assertEquals("2026-11-02T00:00:00+08:00", text(feed, "updated"));
        var entries = feed.getElementsByTagName("entry");
        assertEquals(2, entries.getLength());
        var first = (Element) entries.item(0);
        assertEquals("https://example.cn/policies/%E6%96%B0", text(first, "id"));
        assertEquals("标题 ]]> & <b>", text(first, "title"));
    }

    @Test
    void jsonFeedSaysTheSame() throws IOException {
        var json = new ObjectMapper().readTree(feed(List.of(entry("/policies/a", DAY))).json());
        assertEquals("https://jsonfeed.org/version/1.1", json.path("version").asText());
        assertEquals(
                "https://example.cn/policies/a", json.path("items").path(0).path("id").asText());
        assertEquals(
                "2026-11-01T00:00:00+08:00",
                json.path("items").path(0).path("date_published").asText());
    }

    @Test
    void onlyTheNewestAreInAFeed() throws Exception {
        var entries = new ArrayList<Feed.Entry>();
        for (int i = 0; i < 200; i++) {
            entries.add(entry("/policies/" + i, DAY.plusDays(i)));
        }
        var feed = feed(entries);
        assertEquals(Feed.MOST, feed.entries().size());
        assertEquals("/policies/199", feed.entries().getFirst().address());
        assertEquals(Feed.MOST, xml(feed.atom()).getElementsByTagName("entry").getLength());
    }

    @Test
    void aSiteWithoutAddressHasNoFeed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Feed("", "t", "/", "/feed", "zh-CN", List.of()));
    }

    @Test
    void theSiteMapHoldsWholeAddresses() throws Exception {
        var map = xml(SiteMap.xml("https://example.cn", List.of("/", "/policies/残疾人保障法")));
        assertEquals(2, map.getElementsByTagName("loc").getLength());
        assertEquals(
                "https://example.cn/policies/%E6%AE%8B%E7%96%BE%E4%BA%BA%E4%BF%9D%E9%9A%9C%E6%B3%95",
                map.getElementsByTagName("loc").item(1).getTextContent());
        assertTrue(
                SiteMap.robots("https://example.cn")
                        .contains("Sitemap: https://example.cn/sitemap.xml"));
        assertEquals(
                "User-agent: *\nAllow: /\nDisallow: /search\nDisallow: /suggest\n",
                SiteMap.robots(""));
    }
}
