package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.account.Duty;
import tongtu.account.Role;
import tongtu.account.StaffRoute;
import tongtu.web.Route;

/// What people try who mean no good, or know no better: on every address for staff.
class HostileDeskTest {
    private static final String EVIL =
            "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ view }}";

    @TempDir private static Path folder = Path.of("");
    private static StaffSite site;
    private static StaffClient author;
    private static StaffClient nobody;
    private static final Map<Role, StaffClient> STAFF = new LinkedHashMap<>();

    @BeforeAll
    static void open() throws Exception {
        site = StaffSite.make(folder.resolve("own"));
        for (var role : Role.values()) {
            STAFF.put(
                    role,
                    site.staff(
                            role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                            role));
        }
        author = java.util.Objects.requireNonNull(STAFF.get(Role.AUTHOR));
        nobody = site.staff("nobody");
        DeskTest.write(author, "notices", "tongzhi", "示例：正文。\n");
        DeskTest.handIn(author, "notices/tongzhi", "示例说明");
    }

    @AfterAll
    static void close() throws Exception {
        site.close();
    }

    private static String path(StaffRoute route) {
        return route.path()
                .replace("{kind}", "notices")
                .replace("{slug}", "tongzhi")
                .replace("{number}", "1")
                .replace("{receipt}", "111111111111")
                .replace("{name}", "x.png");
    }

    private static String form(StaffClient client) throws Exception {
        return client.get("/staff/account").page().body().attr("data-form");
    }

    private static StaffClient.Got ask(StaffRoute route, StaffClient client, String form)
            throws Exception {
        return route.method() == Route.Method.GET
                ? client.get(path(route))
                : client.post(path(route), Map.of("form", form));
    }

    private static boolean isRefused(StaffClient.Got got) {
        return got.status() == 403 && got.heading().equals("这里不归您管");
    }

    /// The matrix of roles: made from the routes, held against what the site answers, and kept in
    /// the documentation.
    @Test
    void everyAddressLetsInWhomItSaysAndNobodyElse() throws Exception {
        var faults = new ArrayList<String>();
        var lines = new ArrayList<String>();
        var forms = new LinkedHashMap<Role, String>();
        for (var each : STAFF.entrySet()) {
            forms.put(each.getKey(), form(each.getValue()));
        }
        var nobodys = form(nobody);
        for (var route : site.site().staffRoutes()) {
            var access = route.access();
            lines.add(line(route));
            if (route.path().equals("/staff/sign-out") || route.path().endsWith("end-others")) {
                continue;
            }
            var stranger = ask(route, site.client(), "");
            boolean isAsked =
                    route.method() == Route.Method.GET
                            ? stranger.uri().getPath().equals("/staff/sign-in")
                                    && !route.path().equals("/staff/sign-in")
                            : stranger.status() == 401;
            if (isAsked == access.isOpen()) {
                faults.add("a stranger at " + route + ": " + stranger.status());
            }
            if (access.isOpen()) {
                continue;
            }
            if (isRefused(ask(route, nobody, nobodys)) != !access.roles().isEmpty()) {
                faults.add("somebody without roles at " + route);
            }
            for (var each : STAFF.entrySet()) {
                boolean isAdmitted =
                        access.roles().isEmpty() || access.roles().contains(each.getKey());
                var got =
                        ask(
                                route,
                                each.getValue(),
                                java.util.Objects.requireNonNull(forms.get(each.getKey())));
                if (isRefused(got) == isAdmitted || got.status() >= 500) {
                    faults.add(each.getKey() + " at " + route + ": " + got.status());
                }
            }
        }
        assertEquals(List.of(), faults);
        var file = Path.of("docs/staff-routes.md");
        var text = HEAD + String.join("\n", new TreeSet<>(lines)) + "\n";
        if (Boolean.getBoolean("tongtu.write")) {
            Files.writeString(file, text);
        }
        assertEquals(text, Files.readString(file), "run the tests with -Dtongtu.write=true");
    }

    private static final String HEAD =
            """
            # Addresses for staff

            Made from the route table by `HostileDeskTest`, which asks each of these addresses as everybody and holds the
            answers against this table. "Again" asks whoever it is to show once more who they are, if that was over ten minutes ago. What
            somebody may do to a document is asked besides, by the part of the site that it belongs to.

            | address | who | again |
            | --- | --- | --- |
            """;

    private static String line(StaffRoute route) {
        var access = route.access();
        var who =
                access.isOpen()
                        ? "anybody"
                        : access.roles().isEmpty()
                                ? "staff"
                                : access.roles().stream()
                                        .sorted()
                                        .map(role ->
                                                role.name()
                                                        .toLowerCase(java.util.Locale.ROOT)
                                                        .replace('_', ' '))
                                        .collect(Collectors.joining(", "));
        return "| `%s %s` | %s | %s |"
                .formatted(route.method(), route.path(), who, access.isConfirmed() ? "yes" : "no");
    }

    @Test
    void noFormIsTakenFromElsewhere() throws Exception {
        var faults = new ArrayList<String>();
        for (var route : site.site().staffRoutes()) {
            if (route.method() != Route.Method.POST) {
                continue;
            }
            for (var client : STAFF.values()) {
                var request =
                        client.posted(path(route), Map.of("form", form(client)))
                                .header("Sec-Fetch-Site", "cross-site");
                var foreign = client.send(request);
                if (foreign.status() != 403 || !foreign.heading().equals("没有照做")) {
                    faults.add("from another site to " + route + ": " + foreign.status());
                }
                var origin =
                        client.send(
                                client.posted(path(route), Map.of("form", form(client)))
                                        .header("Origin", "https://evil.example"));
                if (origin.status() != 403) {
                    faults.add("from another origin to " + route + ": " + origin.status());
                }
                if (!route.access().isOpen()) {
                    for (var token : List.of("", "0".repeat(32), form(nobody))) {
                        var wrong = client.post(path(route), Map.of("form", token));
                        if (wrong.status() != 403) {
                            faults.add("with a wrong token to " + route + ": " + wrong.status());
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void whatIsTypedIsOnlyEverWords() throws Exception {
        var editor =
                author.send(
                        author.get("/staff/new"),
                        "new",
                        Map.of("kind", "notices", "title", EVIL, "slug", "evil"));
        var fields = new LinkedHashMap<String, String>();
        editor.page()
                .select("#editor input:not([type=hidden]), #editor textarea")
                .forEach(field -> fields.put(field.attr("name"), EVIL));
        author.send(editor, "editor", fields, "stay");
        author.send(
                author.get("/staff/edit/notices/evil"),
                "editor",
                Map.of(
                        "title",
                        "示例",
                        "issued",
                        "",
                        "published",
                        "",
                        "effective",
                        "",
                        "expires",
                        "",
                        "review-by",
                        "",
                        "standing",
                        "",
                        "language",
                        "",
                        "others",
                        "kind: notice\n"),
                "stay");
        author.send(
                author.get("/staff/documents/notices/evil"),
                "hand-in-form",
                Map.of("note", EVIL),
                "submit");
        var reviewer = java.util.Objects.requireNonNull(STAFF.get(Role.FIRST_REVIEWER));
        var revision = reviewer.get("/staff/revisions/notices/evil/1");
        reviewer.send(revision, "remark-form", Map.of("remark", EVIL));
        reviewer.send(revision, "reject", Map.of("reason", EVIL));
        author.send(
                author.get("/staff/documents/notices/evil"),
                "link",
                Map.of("reader", EVIL.substring(0, 40), "days", "1"));
        var pages = new ArrayList<StaffClient.Got>();
        for (var path :
                List.of(
                        "/staff",
                        "/staff/documents",
                        "/staff/documents/notices/evil",
                        "/staff/edit/notices/evil",
                        "/staff/revisions/notices/evil/1",
                        "/staff/preview/notices/evil?of=1",
                        "/staff/preview/notices/evil/page?of=1",
                        "/staff/preview/notices/evil/page?of=1&as="
                                + java.net.URLEncoder.encode("\">" + EVIL, StandardCharsets.UTF_8),
                        "/staff/preview/notices/evil/heard?of=1",
                        "/staff/preview/notices/evil/braille?of=1",
                        "/staff/saved/notices/evil?version=2",
                        "/staff/compare/notices/evil?to=draft",
                        "/staff/documents?kind="
                                + java.net.URLEncoder.encode(EVIL, StandardCharsets.UTF_8))) {
            pages.add(author.get(path));
        }
        var administrator = java.util.Objects.requireNonNull(STAFF.get(Role.ADMINISTRATOR));
        pages.add(administrator.get("/staff/audit"));
        for (var got : pages) {
            assertTrue(got.status() < 500, got.uri() + " " + got.status());
            for (var script : got.page().select("script")) {
                assertTrue(
                        script.hasAttr("src") || script.attr("type").equals("application/ld+json"),
                        got.uri() + ": " + script);
            }
            assertEquals(
                    0, got.page().select("[onerror], img[src=x]").size(), got.uri().toString());
        }
    }

    @Test
    void namesLeadNowhereElse() throws Exception {
        for (var slug :
                List.of(
                        "../etc",
                        "..",
                        "a/b",
                        "a\\b",
                        ".git",
                        "a%2f..%2fb",
                        "A",
                        "x".repeat(200),
                        "-rf",
                        "a\u0000b",
                        "\u202egnp")) {
            var got =
                    author.send(
                            author.get("/staff/new"),
                            "new",
                            Map.of("kind", "notices", "title", "示例", "slug", slug));
            assertEquals(422, got.status(), slug);
        }
        for (var path :
                List.of(
                        "/staff/edit/notices/..%2Fsite",
                        "/staff/edit/..%2F..%2F/x",
                        "/staff/pictures/file/..%2F..%2Ftongtu.db",
                        "/staff/pictures/file/tongtu.db",
                        "/staff/revisions/notices/tongzhi/99999999999",
                        "/staff/revisions/notices/tongzhi/-1",
                        "/staff/revisions/notices/tongzhi/abc",
                        "/staff/compare/notices/tongzhi?from=7&to=9",
                        "/staff/preview/notices/tongzhi/file?of=1&form=..%2F..",
                        "/staff/saved/notices/tongzhi?version=424242",
                        "/staff/guest?code=" + "x".repeat(500),
                        "/versions/notices/..%2F..%2Fsite",
                        "/versions/notices/tongzhi/0")) {
            var got = author.get(path);
            assertTrue(got.status() == 404 || got.status() == 400, path + " " + got.status());
        }
    }

    @Test
    void whatIsTooLargeOrNoPictureIsRefused() throws Exception {
        var form = form(author);
        var large = author.post("/staff/remark", Map.of("form", form));
        assertTrue(large.status() == 404 || large.status() == 405);
        assertEquals(
                413,
                author.post(
                                "/staff/documents/hand-in",
                                Map.of("form", form, "note", "长".repeat(100_000)))
                        .status());
        for (var bytes :
                List.of(
                        "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8),
                        new byte[0],
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                        bomb())) {
            var got = upload(form, bytes);
            assertEquals(422, got.status(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /// A PNG whose head says that it has 60,000 by 60,000 pixels.
    private static byte[] bomb() throws Exception {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var head = java.nio.ByteBuffer.allocate(17);
        head.put("IHDR".getBytes(StandardCharsets.US_ASCII));
        head.putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
        var crc = new java.util.zip.CRC32();
        crc.update(head.array());
        out.write(java.nio.ByteBuffer.allocate(4).putInt(13).array());
        out.write(head.array());
        out.write(java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        return out.toByteArray();
    }

    private static StaffClient.Got upload(String form, byte[] bytes) throws Exception {
        var boundary = "xyz";
        var out = new ByteArrayOutputStream();
        for (var field : Map.of("form", form, "alternative", "示例").entrySet()) {
            out.write(
                    ("--xyz\r\nContent-Disposition: form-data; name=\""
                                    + field.getKey()
                                    + "\"\r\n\r\n"
                                    + field.getValue()
                                    + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        out.write(
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.png\"\r\nContent-Type: image/png\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.write("\r\n--xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        return author.send(
                java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create(author.base() + "/staff/pictures/add"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                                        out.toByteArray())));
    }

    /// Who is not signed in, and never was, cannot make the program read much.
    @Test
    void strangersCannotSendMuch() throws Exception {
        var stranger = site.client();
        var large = Map.of("name", "x", "carried", "a".repeat(1_000_000));
        for (var path : List.of("/staff/sign-in", "/staff/save", "/staff/pictures/add")) {
            assertEquals(413, stranger.post(path, large).status(), path);
        }
    }

    @Test
    void aPictureIsTakenWithWhatIsOnIt() throws Exception {
        var image =
                new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var bytes = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", bytes);
        var got = upload(form(author), bytes.toByteArray());
        assertEquals(200, got.status(), got.page().text());
        assertTrue(got.page().text().contains("![示例](/media/pictures/x-"), got.page().text());
    }

    @Test
    void nobodyReadsTheDraftOfAnother() throws Exception {
        DeskTest.write(author, "notices", "mimi", "示例：只有我看得到的草稿。\n");
        var other = site.client();
        other.setUp(
                "bieren",
                site.add("bieren", "示例别人", Set.of(new Duty(Duty.EVERYWHERE, Role.AUTHOR))));
        for (var path :
                List.of(
                        "/staff/edit/notices/mimi",
                        "/staff/preview/notices/mimi",
                        "/staff/preview/notices/mimi/page",
                        "/staff/saved/notices/mimi",
                        "/staff/saved/notices/mimi?version=2",
                        "/staff/compare/notices/mimi?to=draft",
                        "/staff/merge/notices/mimi?base=1&mine=2",
                        "/staff/documents/notices/mimi")) {
            assertFalse(other.get(path).response().body().contains("只有我看得到"), path);
        }
    }

    @Test
    void aRoleIsForItsPartOfTheSite() throws Exception {
        var part = site.client();
        part.setUp("bufen", site.add("bufen", "示例部分", Set.of(new Duty("services", Role.AUTHOR))));
        assertEquals(404, part.get("/staff/edit/notices/tongzhi").status());
        var refused =
                part.send(
                        part.get("/staff/new"),
                        "new",
                        Map.of("kind", "notices", "title", "示例", "slug", "buxing"));
        assertEquals(403, refused.status());
        var form = form(part);
        // Author of another part, reviewer of this one: what authors do is still not theirs.
        var mixed = site.client();
        mixed.setUp(
                "hunhe",
                site.add(
                        "hunhe",
                        "示例混合",
                        Set.of(
                                new Duty("services", Role.AUTHOR),
                                new Duty("services", Role.PUBLISHER),
                                new Duty("notices", Role.FIRST_REVIEWER))));
        for (var action :
                List.of(
                        "hand-in",
                        "submit",
                        "recall",
                        "back",
                        "link",
                        "unlink",
                        "emergency",
                        "agree",
                        "retire")) {
            assertEquals(
                    404,
                    mixed.post(
                                    "/staff/documents/" + action,
                                    Map.of(
                                            "form",
                                            form(mixed),
                                            "path",
                                            "notices/tongzhi",
                                            "number",
                                            "1",
                                            "reason",
                                            "x"))
                            .status(),
                    action);
        }
        for (var action : List.of("publish", "cancel")) {
            assertEquals(
                    422,
                    mixed.post(
                                    "/staff/documents/" + action,
                                    Map.of(
                                            "form",
                                            form(mixed),
                                            "path",
                                            "notices/tongzhi",
                                            "number",
                                            "1"))
                            .status(),
                    action);
        }
        assertEquals(
                404,
                part.post(
                                "/staff/save",
                                Map.of("form", form, "path", "notices/tongzhi", "body", "改"))
                        .status());
    }

    @Test
    void guessingIsSlowedAndDoesNotLockOutItsOwner() throws Exception {
        var owner = site.staff("zhuren", Role.AUTHOR);
        var attacker = site.client();
        int last = 0;
        for (int i = 0; i < 12; i++) {
            last =
                    attacker.post(
                                    "/staff/sign-in",
                                    Map.of(
                                            "name",
                                            "zhuren",
                                            "password",
                                            "guess" + i,
                                            "code",
                                            "000000"))
                            .status();
        }
        assertEquals(429, last);
        // On the browser that is known, its owner signs in all the same.
        owner.post("/staff/sign-out", Map.of("form", form(owner)));
        var back = owner.signIn();
        assertEquals("/staff", back.uri().getPath(), back.page().text());
    }

    /// A disk that is full: what was typed comes back, pages are read, and saving goes on by itself
    /// when there is room again.
    @Test
    void aFullDiskLosesNothing() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()),
                "no right to mount a small disk");
        try (var small = StaffSite.make(disk.resolve("own"))) {
            var writer = small.staff("zhuan", Role.AUTHOR);
            var editor = DeskTest.write(writer, "notices", "man", "示例：正文。\n");
            var filler = disk.resolve("filler");
            try (var out = Files.newOutputStream(filler)) {
                while (true) {
                    out.write(new byte[64 * 1024]);
                }
            } catch (java.io.IOException e) {
                // Full.
            }
            var words = "示例：满了也不能丢的话。" + "一".repeat(20_000) + "\n";
            var got = writer.send(editor, "editor", Map.of("body", words), "stay");
            for (int i = 0; i < 40 && got.status() != 503; i++) {
                got = writer.send(editor, "editor", Map.of("body", words + i), "stay");
            }
            assertEquals(503, got.status(), got.page().text());
            assertTrue(got.page().text().contains("磁盘满了"), got.page().text());
            assertTrue(got.response().body().contains("满了也不能丢的话"));
            assertEquals(200, small.client().get("/").status());
            assertEquals(200, writer.get("/staff/documents").status());
            Files.delete(filler);
            var saved = writer.send(got, "again", Map.of());
            assertTrue(saved.notice().startsWith("草稿存好了"), saved.page().text());
        } finally {
            run("umount", disk.toString());
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
