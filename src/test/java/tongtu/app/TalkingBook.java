package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tongtu.takeaway.BookChecks;

/// A book that can be heard: every clip's element is there, the clips follow one another inside
/// their sounds, the durations add up.
final class TalkingBook {
    private TalkingBook() {}

    static void check(Path book) throws Exception {
        assertEquals(java.util.List.of(), BookChecks.messages(book));
        try (var zip = new ZipFile(book.toFile())) {
            var opf = xml(zip, "EPUB/package.opf");
            long whole = 0;
            int clips = 0;
            for (var item : opf.select("manifest > item[media-overlay]")) {
                var id = item.attr("media-overlay");
                var overlay = byId(opf, id);
                var smil = xml(zip, "EPUB/" + overlay.attr("href"));
                var page = xml(zip, "EPUB/" + item.attr("href"));
                long at = 0;
                long sum = 0;
                for (var par : smil.select("par")) {
                    var target = par.select("text").attr("src");
                    assertTrue(target.startsWith(item.attr("href") + "#"), target);
                    var place = target.substring(target.indexOf('#') + 1);
                    var element = byId(page, place);
                    assertTrue(!element.text().isBlank(), target);
                    var audio = par.select("audio");
                    assertNotNull(zip.getEntry("EPUB/" + audio.attr("src")));
                    long from = ms(audio.attr("clipBegin"));
                    long to = ms(audio.attr("clipEnd"));
                    assertTrue(from >= at && to > from, audio.toString());
                    sum += to - from;
                    at = to;
                    clips++;
                }
                var told =
                        opf.select("metadata > meta").stream()
                                .filter(meta -> meta.attr("refines").equals("#" + id))
                                .findFirst()
                                .orElseThrow();
                assertEquals(sum, ms(told.text()), id);
                whole += sum;
            }
            var total =
                    opf.select("metadata > meta").stream()
                            .filter(meta -> meta.attr("property").equals("media:duration"))
                            .filter(meta -> !meta.hasAttr("refines"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(whole, ms(total.text()));
            assertTrue(clips >= 8, "only " + clips + " clips");
        }
    }

    private static Element byId(Element root, String id) {
        return root.getAllElements().stream()
                .filter(each -> each.attr("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no element " + id));
    }

    private static Element xml(ZipFile zip, String name) throws Exception {
        var text =
                new String(
                        zip.getInputStream(zip.getEntry(name)).readAllBytes(),
                        StandardCharsets.UTF_8);
        return Jsoup.parse(text, "", Parser.xmlParser());
    }

    private static long ms(String clock) {
        var parts = clock.split("[:.]", -1);
        return ((Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1])) * 60
                                + Long.parseLong(parts[2]))
                        * 1_000
                + Long.parseLong(parts[3]);
    }
}
