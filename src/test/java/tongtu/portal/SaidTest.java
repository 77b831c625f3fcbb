package tongtu.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.app.Config;
import tongtu.speech.EspeakVoice;

/// The receipt of a form, read aloud: by the voice that is always there.
class SaidTest {
    @TempDir Path folder;

    @Test
    void aReceiptIsHeardAndNothingOfItIsOnTheDiskOrInTheLog() throws Exception {
        var data = folder.resolve("data");
        var speech = new Config.Speech(folder.resolve("none"), 1, 1_000, false);
        try (var site = new FeedbackSite(data, FeedbackSite.START, speech)) {
            var sent =
                    site.fill(
                            "/feedback/help?lang=en",
                            Map.of("words", "Please help me.", "contact", "someone"));
            assertEquals(303, sent.status());
            var location = sent.header("Location");
            var page = site.get(location).page();
            var bar = Objects.requireNonNull(page.selectFirst("listen-bar"), page.text());
            assertTrue(bar.attr("data-script").startsWith("/said/"), page.text());
            assertEquals(1, page.select("listen-bar audio[controls]").size());
            var script = site.get(bar.attr("data-script")).response().body();
            assertTrue(script.contains("\"audio\":\"/said/"), script);
            var digits = location.replaceAll("\\D", "");
            assertFalse(script.contains(digits), "the number is said digit by digit");
            var sound = site.get(bar.attr("data-script").replace("script.json", "0.mp3"));
            assertEquals(200, sound.status());
            assertEquals("audio/mpeg", sound.header("Content-Type"));
            assertEquals(
                    200,
                    site.get(bar.attr("data-script").replace("script.json", "0.json")).status());
            assertEquals(404, site.get("/said/" + "0".repeat(32) + "/script.json").status());
            assertEquals(
                    404,
                    site.get(bar.attr("data-script").replace("script.json", "9999.mp3")).status());
            assertFalse(site.accessLog().contains("Please"), "nothing of it in the log");
            if (Files.isDirectory(data.resolve("speech"))) {
                try (var files = Files.walk(data.resolve("speech"))) {
                    assertTrue(files.noneMatch(file -> file.toString().contains("said")));
                }
            }
            // Without espeak-ng Chinese is mute here: then the browser's own voice can read it.
            var chinese = site.get("/feedback/receipt?number=" + digits).page();
            assertEquals(1, chinese.select("listen-bar").size());
            assertEquals(EspeakVoice.isHere() ? 1 : 0, chinese.select("listen-bar audio").size());
        }
    }
}
