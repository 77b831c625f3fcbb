package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.web.Server;

/// After any history of edits and days, a site that made only the changed pages anew is byte for
/// byte the one that a fresh start makes: whatever shows on a page is among its inputs. (But for
/// files with errors, whose last good page a fresh start cannot know.)
class PagesHistoryTest {
    private static final boolean FULL = Boolean.getBoolean("tongtu.full");
    private static final List<String> SLUGS = List.of("甲", "乙", "丙", "丁", "戊");
    private static final List<String> KINDS =
            List.of("policy", "explainer", "service", "notice", "page");
    private static final List<String> FOLDERS =
            List.of("policies", "explainers", "services", "notices", "pages");

    @TempDir Path folder;

    @Test
    void manyHistoriesEndLikeAFreshStart() throws IOException, Server.CannotStart {
        for (int seed = 1; seed <= (FULL ? 60 : 8); seed++) {
            new History(folder.resolve("content" + seed), new Random(seed)).run();
        }
    }

    private static final class History {
        private final Path content;
        private final Random random;
        private Instant now = Instant.parse("2026-11-25T04:00:00Z");

        History(Path content, Random random) throws IOException {
            this.content = content;
            this.random = random;
            Files.createDirectories(content);
        }

        void run() throws IOException, Server.CannotStart {
            int rebuilt = 0;
            int steps = 20;
            try (var site = TestSite.still(content, now)) {
                for (int i = 0; i < steps; i++) {
                    site.now.set(now);
                    if (random.nextInt(6) == 0) {
                        now = now.plus(Duration.ofDays(random.nextInt(3)));
                        site.now.set(now);
                        rebuilt += site.turnDay();
                    } else {
                        var names = new HashSet<String>();
                        for (int j = random.nextInt(3); j >= 0; j--) {
                            names.add(edit());
                        }
                        rebuilt += site.refresh(names.toArray(String[]::new));
                    }
                    if (i % 10 == 9) {
                        isLikeAFreshStart(site);
                    }
                }
            }
            assertTrue(rebuilt > 0);
        }

        private void isLikeAFreshStart(TestSite site) throws IOException, Server.CannotStart {
            try (var fresh = TestSite.still(content, now)) {
                for (var address : addresses()) {
                    var expected = fresh.get(address);
                    var actual = site.get(address);
                    assertEquals(expected.status(), actual.status(), address);
                    assertEquals(expected.text(), actual.text(), address);
                    assertArrayEquals(expected.body(), actual.body());
                    for (var name : List.of("ETag", "Location", "Content-Type")) {
                        assertEquals(expected.header(name), actual.header(name), address);
                    }
                }
                assertEquals(fresh.findings(), site.findings());
            }
        }

        private Set<String> addresses() {
            var addresses = new HashSet<>(List.of("/", "/glossary", "/media/p.png", "/nowhere"));
            for (var folder : FOLDERS) {
                addresses.add("/" + folder);
                addresses.add("/" + folder + "/feed.json");
                for (var slug : SLUGS) {
                    addresses.add("/" + folder + "/" + slug);
                    addresses.add("/" + folder + "/" + slug + ".json");
                    addresses.add("/" + folder + "/" + slug + ".md");
                }
            }
            for (var list : List.of("/topics", "/issuers", "/years", "/validity")) {
                addresses.add(list);
                SLUGS.forEach(slug -> addresses.add(list + "/" + slug));
            }
            addresses.addAll(
                    List.of(
                            "/sitemap",
                            "/emergencies",
                            "/years/2026",
                            "/validity/in-force",
                            "/validity/draft",
                            "/feed.atom",
                            "/sitemap.xml",
                            "/api/v1/documents.json"));
            return addresses;
        }

        /// Changes a file; its name.
        private String edit() throws IOException {
            return switch (random.nextInt(12)) {
                case 0 -> saved("site.yaml", site());
                case 1 -> saved("glossary/词.md", glossary());
                case 2 -> saved("moved.tsv", moved());
                case 3 -> saved("p.png", "picture " + random.nextInt(3));
                case 4 -> deleted(document());
                default -> saved(document(), text());
            };
        }

        private String document() {
            return any(FOLDERS.subList(0, 3)) + "/" + any(SLUGS) + ".md";
        }

        private String saved(String name, String text) throws IOException {
            Files.createDirectories(content.resolve(name).getParent());
            Files.writeString(content.resolve(name), text);
            return name;
        }

        private String deleted(String name) throws IOException {
            Files.deleteIfExists(content.resolve(name));
            return name;
        }

        private String site() {
            return "version: 1\nname: %s\nhotline: \"%s\"\ntagline: %s\ndescription: %s\n"
                    .formatted(any(SLUGS), any(List.of("12385", "")), any(SLUGS), any(SLUGS));
        }

        private String glossary() {
            return "---\ntitle: 词语\n---\n\n%s、%s\n:   %s的意思。\n"
                    .formatted(any(SLUGS), any(SLUGS), any(SLUGS));
        }

        private String moved() {
            return "tongtu-moved 1\n/policies/%s\t/services/%s\n/notices/%s\t\n"
                    .formatted(any(SLUGS), any(SLUGS), any(SLUGS));
        }

        private String text() {
            var lines = new ArrayList<String>();
            lines.add("title: " + any(SLUGS) + (random.nextBoolean() ? "法" : ""));
            var kind = random.nextInt(3) == 0 ? "notice" : any(KINDS);
            lines.add("kind: " + kind);
            if (kind.equals("notice") && random.nextInt(4) != 0) {
                lines.add("emergency: " + any(List.of("advice", "warning", "urgent")));
                lines.add("starts: 2026-11-2" + random.nextInt(10) + " 08:00");
                lines.add("ends: 2026-12-0" + (1 + random.nextInt(9)) + " 20:00");
            }
            maybe(lines, "topics: [" + any(SLUGS) + ", " + any(SLUGS) + "]");
            maybe(lines, "issuer: " + any(SLUGS));
            maybe(lines, "region: " + any(SLUGS));
            lines.add("language: " + (random.nextInt(5) == 0 ? "en" : "zh-CN"));
            maybe(lines, "summary: " + any(SLUGS));
            maybe(lines, "effective: 2026-11-" + (23 + random.nextInt(7)));
            maybe(lines, "expires: 2026-12-0" + (1 + random.nextInt(5)));
            maybe(lines, "standing: " + any(List.of("draft", "final")));
            if (random.nextBoolean()) {
                lines.add("relations:");
                var type = any(List.of("basis", "explains", "replaces", "amends", "supports"));
                lines.add("  " + type + ": " + target());
            }
            var words = any(SLUGS) + "和" + any(SLUGS) + "。见[那一篇](" + link() + ")。";
            return "---\n%s\n---\n\n# 第一节\n\n%s\n".formatted(String.join("\n", lines), words);
        }

        private String target() {
            return random.nextBoolean()
                    ? "《" + any(SLUGS) + "法》"
                    : any(FOLDERS.subList(0, 3)) + "/" + any(SLUGS);
        }

        private String link() {
            return "../" + document() + (random.nextBoolean() ? "#x" : "");
        }

        private void maybe(List<String> lines, String line) {
            if (random.nextBoolean()) {
                lines.add(line);
            }
        }

        private String any(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
