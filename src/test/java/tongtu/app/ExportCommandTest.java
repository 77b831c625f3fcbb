package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int export(Path to, Path content, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "export",
                                "--without-forms",
                                to.toString(),
                                "--content",
                                content.toString()));
        arguments.addAll(List.of(more));
        return Main.commandLine(
                        new PrintWriter(out, true), new PrintWriter(err, true), java.util.Map.of())
                .execute(arguments.toArray(String[]::new));
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var walk = Files.walk(root)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /// Content with what makes trouble: names that disks refuse, names that differ in the size of
    /// letters, long names, moved and withdrawn documents, a picture.
    private Path trouble() throws IOException {
        var content = folder.resolve("content");
        for (var name :
                List.of(
                        "policies/a?b*c.md",
                        "policies/CON.md",
                        "policies/con.md",
                        "policies/Law.md",
                        "policies/law.md",
                        "policies/100%.md",
                        "policies/a#b.md",
                        "policies/a b.md",
                        "policies/" + "长".repeat(80) + ".md",
                        "policies/" + "长".repeat(79) + "短.md",
                        "policies/end..md")) {
            var file = content.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    TestSite.text(
                            "policy",
                            "文件" + Integer.toHexString(name.hashCode()),
                            "## 一、总则\n\n一段话。见[它](law.md)。![图](图 1.svg)",
                            "effective: 2020-01-01",
                            "topics: [a/b, 就业, \"..\"]"));
        }
        Files.writeString(
                content.resolve("policies/图 1.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.writeString(
                content.resolve("moved.tsv"),
                "tongtu-moved 1\n/policies/old\t/policies/law\n/policies/gone\t\n");
        return content;
    }

    /// Links of a page that lead to no file, or to a place that is not in it.
    private static List<String> broken(Path root, String page, byte[] bytes) throws IOException {
        var broken = new ArrayList<String>();
        var html = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
        for (var element : html.select("[href], [src]")) {
            var link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            if (link.matches("(https?|tel|mailto):.*")) {
                continue;
            }
            var uri = root.resolve(page).toUri().resolve(URI.create(link));
            var target =
                    link.startsWith("#")
                            ? root.resolve(page)
                            : Path.of(URI.create(uri.toString().replaceAll("#.*", "")));
            if (link.startsWith("/") || link.contains("?") || !Files.isRegularFile(target)) {
                broken.add(page + ": " + link);
            } else if (uri.getFragment() != null
                    && Jsoup.parse(Files.readString(target)).getElementById(uri.getFragment())
                            == null) {
                broken.add(page + ": no place " + link);
            }
        }
        return broken;
    }

    private static void everyLinkLeadsSomewhere(Path root) throws IOException {
        var broken = new ArrayList<String>();
        var reached = new HashSet<Path>();
        for (var file : files(root).entrySet()) {
            if (file.getKey().endsWith(".html")) {
                broken.addAll(broken(root, file.getKey(), file.getValue()));
                reached.add(root.resolve(file.getKey()));
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(reached.size() > 10);
    }

    @Test
    void everyLinkOfTheSampleLeadsSomewhere() throws IOException {
        var root = folder.resolve("out");
        assertEquals(0, export(root, Path.of("content")), err.toString());
        everyLinkLeadsSomewhere(root);
        assertTrue(Files.isRegularFile(root.resolve("index.html")));
        assertTrue(Files.isRegularFile(root.resolve("services/two-subsidies.html")));
        assertTrue(Files.isRegularFile(root.resolve("services/two-subsidies.md")));
        assertTrue(out.toString().contains("index.html"));
        var map = Jsoup.parse(Files.readString(root.resolve("sitemap.html")));
        assertEquals(1, map.select("a[href='topics/%E5%B0%B1%E4%B8%9A.html']").size());
    }

    @Test
    void everyLinkLeadsSomewhereWhateverTheNames() throws IOException {
        var root = folder.resolve("out");
        assertEquals(0, export(root, trouble()), err.toString());
        everyLinkLeadsSomewhere(root);
        var listed = Jsoup.parse(Files.readString(root.resolve("policies.html")));
        assertEquals(11, listed.select(".ledger h3 a[href]").size());
        var names = files(root).keySet();
        var lower = new HashSet<String>();
        for (var name : names) {
            assertTrue(lower.add(name.toLowerCase(Locale.ROOT)), "twice: " + name);
            for (var part : name.split("/", -1)) {
                assertTrue(part.getBytes(StandardCharsets.UTF_8).length <= 255, name);
                assertFalse(part.matches(".*[\\\\:*?\"<>|].*|.*[. ]"), name);
                assertFalse(part.matches("(?i)(con|nul|aux|prn)(\\..*)?"), name);
            }
        }
        assertEquals(11, names.stream().filter(name -> name.matches("policies/.*\\.md")).count());
        var old = Files.readString(root.resolve("policies/old.html"));
        assertTrue(
                old.contains("0; url=law")
                        || old.contains("0; url=Law")
                        || old.contains("url=../policies/"),
                old);
        assertTrue(Files.readString(root.resolve("policies/gone.html")).contains("已经撤下"));
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        var content = trouble();
        assertEquals(0, export(folder.resolve("one"), content, "--base-url", "https://a.example"));
        // Written again in another order, with other times.
        var again = folder.resolve("again");
        var reversed = new ArrayList<>(files(content).entrySet());
        for (var file : reversed.reversed()) {
            Files.createDirectories(again.resolve(file.getKey()).getParent());
            Files.write(again.resolve(file.getKey()), file.getValue());
        }
        assertEquals(0, export(folder.resolve("two"), again, "--base-url", "https://a.example"));
        var one = files(folder.resolve("one"));
        var two = files(folder.resolve("two"));
        assertEquals(one.keySet(), two.keySet());
        for (var file : one.entrySet()) {
            assertArrayEquals(file.getValue(), two.get(file.getKey()), file.getKey());
        }
    }

    @Test
    void whatNeedsAServerLeadsToTheNetOrToHelpAndIsNeverADeadEnd() throws IOException {
        assertEquals(0, export(folder.resolve("off"), Path.of("content")));
        var page = Jsoup.parse(Files.readString(folder.resolve("off/services/two-subsidies.html")));
        assertEquals(0, page.select("[href*=feedback], [href*=preferences?], .elder").size());
        assertTrue(page.select("a[href='../pages/help.html']").size() > 1);
        assertEquals(
                0,
                export(
                        folder.resolve("on"),
                        Path.of("content"),
                        "--base-url",
                        "https://a.example"));
        var online =
                Jsoup.parse(Files.readString(folder.resolve("on/services/two-subsidies.html")));
        assertTrue(online.select("a[href^='https://a.example/feedback/mistake?page=']").size() > 0);
    }

    @Test
    void allPagesHaveTheSettingsAskedFor() throws IOException {
        assertEquals(0, export(folder.resolve("out"), Path.of("content"), "--prefs", "elder"));
        assertTrue(
                Files.readString(folder.resolve("out/preferences.css")).contains("font-size:150%"));
        for (var page :
                Map.of(
                                "index.html",
                                "preferences.css",
                                "services/two-subsidies.html",
                                "../preferences.css")
                        .entrySet()) {
            var html = Jsoup.parse(Files.readString(folder.resolve("out").resolve(page.getKey())));
            assertTrue(
                    html.select("link[rel=stylesheet]").eachAttr("href").contains(page.getValue()));
        }
        assertEquals(
                Main.CANNOT, export(folder.resolve("x"), Path.of("content"), "--prefs", "huge"));
        assertTrue(err.toString().contains("看不懂显示设置"), err.toString());
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void aFolderWithOtherThingsIsNotTouchedAndAnEarlierExportIsReplaced() throws IOException {
        var mine = folder.resolve("mine");
        Files.createDirectories(mine);
        Files.writeString(mine.resolve("letter.txt"), "私人的信");
        assertEquals(Main.CANNOT, export(mine, trouble()));
        assertEquals(List.of("letter.txt"), List.copyOf(files(mine).keySet()));
        assertTrue(err.toString().contains("没有动它"), err.toString());

        var root = folder.resolve("out");
        assertEquals(0, export(root, folder.resolve("content")));
        Files.delete(folder.resolve("content/policies/a b.md"));
        // A run that was cut off leaves its beginnings; they are no hindrance.
        Files.createDirectories(folder.resolve(".out.tongtu-new/half"));
        assertEquals(0, export(root, folder.resolve("content")));
        assertFalse(Files.exists(root.resolve("policies/a b.html")));
        assertTrue(
                Files.exists(root.resolve("policies/law.html"))
                        || Files.exists(root.resolve("policies/Law.html")));
        try (var beside = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    beside.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith(".out"))
                            .toList());
        }
    }
}
