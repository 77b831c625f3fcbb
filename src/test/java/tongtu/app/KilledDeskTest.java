package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.account.Accounts;
import tongtu.account.Duty;
import tongtu.account.Role;
import tongtu.archive.Archive;
import tongtu.audit.AuditLog;
import tongtu.database.Database;
import tongtu.database.Sql;
import tongtu.publishing.Kept;

/// The program as it is started, killed (SIGKILL) while staff save, review and publish.
class KilledDeskTest {
    /// `./check --full` kills as often as the promise says.
    private static final int KILLS = Boolean.getBoolean("tongtu.full") ? 200 : 8;

    private static final Duration READY = Duration.ofSeconds(10);

    @TempDir Path folder;
    private final Set<String> saved = ConcurrentHashMap.newKeySet();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger documents = new AtomicInteger();
    private final Random random = new Random(3);
    private long slowestMs;
    private int repairs;

    private record People(StaffClient author, StaffClient writer, StaffClient reviewer) {}

    @Test
    void nothingThatWasAcknowledgedIsLostAndNothingIsHalfPublished() throws Exception {
        var data = folder.resolve("own");
        StaffSite.init(data);
        int port = freePort();
        var codes = new ArrayList<String>();
        try (var database = new Database(data)) {
            var clock = InstantSource.system();
            var accounts = new Accounts(database, new AuditLog(database, clock), clock);
            for (var name : List.of("zhuan", "xie", "shen")) {
                var role = name.equals("shen") ? Role.FIRST_REVIEWER : Role.AUTHOR;
                var duty = new Duty(Duty.EVERYWHERE, role);
                codes.add(
                        switch (accounts.add(name, name, Set.of(duty), AuditLog.SYSTEM)) {
                            case Accounts.Outcome.Done(_, var code) -> code;
                            case Accounts.Outcome.Refused(var why) -> throw new AssertionError(why);
                        });
            }
        }
        var base = "http://localhost:" + port;
        var people =
                new People(new StaffClient(base), new StaffClient(base), new StaffClient(base));
        var process = start(data, port);
        people.author().setUp("zhuan", codes.get(0));
        people.writer().setUp("xie", codes.get(1));
        people.reviewer().setUp("shen", codes.get(2));
        people.author()
                .send(
                        people.author().get("/staff/new"),
                        "new",
                        Map.of("kind", "notices", "title", "示例：一直在写", "slug", "xiezhe"));
        for (int kill = 1; kill <= KILLS; kill++) {
            var isOver = new AtomicBoolean();
            var saving = Thread.ofVirtual().start(() -> save(people.author(), isOver));
            var publishing = Thread.ofVirtual().start(() -> publish(people, isOver));
            Thread.sleep(400 + random.nextInt(1_600));
            process.destroyForcibly();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            isOver.set(true);
            saving.join();
            publishing.join();
            if (kill % 10 == 3) {
                Files.writeString(data.resolve("content/.git/refs/heads/published.lock"), "");
                Files.writeString(data.resolve("content/.git/index.lock"), "");
            }
            process = start(data, port);
            isAllThere(people);
        }
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(List.of(), faults);
        assertTrue(saved.size() >= KILLS, saved.size() + " saved");
        assertTrue(documents.get() > 0 && !shown.isEmpty(), documents + " documents");
        isSound(data);
        System.out.printf(
                "%d kills, %d saves acknowledged, %d documents shown of %d, %d repairs, ready again after at most %d ms%n",
                KILLS, saved.size(), shown.size(), documents.get(), repairs, slowestMs);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process start(Path data, int port) throws Exception {
        var from = Instant.now();
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "tongtu.app.Main",
                                "serve",
                                "--host",
                                "localhost",
                                "--port",
                                String.valueOf(port),
                                "--data",
                                data.toString(),
                                "--speech-cores",
                                "0",
                                "--forms-ahead",
                                "off",
                                "--search-meaning",
                                "off",
                                "--required-forms",
                                "none")
                        .redirectErrorStream(true)
                        .start();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            repairs += line.startsWith("修复：") ? 1 : 0;
            if (line.contains("http://localhost:" + port)) {
                break;
            }
        }
        Thread.ofVirtual()
                .start(() -> {
                    try (reader) {
                        reader.lines().forEach(_ -> {});
                    } catch (IOException | java.io.UncheckedIOException e) {
                        // It was killed.
                    }
                });
        var client = new StaffClient("http://localhost:" + port);
        while (client.get("/").status() != 200) {
            assertTrue(process.isAlive(), "the server did not start");
            Thread.sleep(20);
        }
        slowestMs = Math.max(slowestMs, Duration.between(from, Instant.now()).toMillis());
        assertTrue(slowestMs < READY.toMillis(), slowestMs + " ms until it was ready");
        return process;
    }

    /// Saves a draft again and again; what was acknowledged is remembered.
    private void save(StaffClient author, AtomicBoolean isOver) {
        try {
            while (!isOver.get()) {
                var words = "示例：第 " + number.incrementAndGet() + " 次保存。";
                var editor = author.get("/staff/edit/notices/xiezhe");
                var answer = author.send(editor, "editor", Map.of("body", words + "\n"), "stay");
                if (answer.notice().startsWith("草稿存好了")) {
                    saved.add(words);
                } else {
                    faults.add("not saved: " + answer.page().text());
                }
            }
        } catch (IOException | InterruptedException e) {
            // The server is gone.
        } catch (AssertionError e) {
            faults.add(e.toString());
        }
    }

    /// Writes, reviews and publishes one document after another.
    private void publish(People people, AtomicBoolean isOver) {
        try {
            while (!isOver.get()) {
                var slug = "jian-" + documents.incrementAndGet();
                var path = "notices/" + slug;
                var writer = people.writer();
                var editor =
                        writer.send(
                                writer.get("/staff/new"),
                                "new",
                                Map.of("kind", "notices", "title", "示例：" + slug, "slug", slug));
                writer.send(editor, "editor", Map.of("body", "正文 " + slug + " 完。\n"), "stay");
                writer.send(
                        writer.get("/staff/documents/" + path), "hand-in-form", Map.of(), "submit");
                DeskTest.sign(people.reviewer(), path, 1);
                DeskTest.publish(people.reviewer(), path, "");
                for (int i = 0; i < 100 && !isOver.get(); i++) {
                    if (writer.get("/" + path).status() == 200) {
                        shown.add(slug);
                        break;
                    }
                    Thread.sleep(20);
                }
            }
        } catch (IOException | InterruptedException e) {
            // The server is gone.
        } catch (Exception | AssertionError e) {
            faults.add(e.toString());
        }
    }

    /// What residents saw they see again, whole.
    private void isAllThere(People people) throws Exception {
        for (var slug : shown) {
            var page = people.author().get("/notices/" + slug);
            if (page.status() != 200 || !page.page().text().contains("正文 " + slug + " 完。")) {
                faults.add(slug + " is gone: " + page.status());
            }
        }
    }

    /// The database, the log and the repository tell the same story.
    private void isSound(Path data) throws Exception {
        var texts = new HashSet<String>();
        try (var database = new Database(data);
                var archive = Archive.read(data.resolve("content"))) {
            texts.addAll(Kept.texts(database, "notices/xiezhe"));
            for (var words : saved) {
                assertTrue(
                        texts.stream().anyMatch(text -> text.contains(words)), words + " is lost");
            }
            var published =
                    database.read(connection ->
                            Sql.list(
                                    connection,
                                    "SELECT DISTINCT path FROM revision_state"
                                            + " WHERE state = 'PUBLISHED'",
                                    row -> row.getString(1)));
            var committed = new HashSet<String>();
            for (var entry : archive.since(null)) {
                entry.files().stream()
                        .filter(file -> file.endsWith(".md"))
                        .forEach(file -> committed.add(file.replace(".md", "")));
            }
            assertEquals(committed, new HashSet<>(published));
            var verdict =
                    new AuditLog(database, InstantSource.system())
                            .verify(tongtu.publishing.Releasing.witnesses(archive));
            assertEquals(List.of(), verdict.faults());
        }
    }
}
