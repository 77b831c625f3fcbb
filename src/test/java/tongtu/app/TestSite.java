package tongtu.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongtu.RawHttp;
import tongtu.document.Finding;
import tongtu.web.Server;

/// A real site on a content folder of its own, with a clock that a test moves.
final class TestSite implements AutoCloseable {
    final Path content;
    final AtomicReference<Instant> now;
    final List<List<Finding>> told = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Site site;

    private TestSite(Path content, String baseUrl, Instant at, boolean follows)
            throws IOException, Server.CannotStart {
        this(content, baseUrl, new AtomicReference<>(at), null, follows);
    }

    private TestSite(
            Path content,
            String baseUrl,
            AtomicReference<Instant> at,
            @Nullable InstantSource ticking,
            boolean follows)
            throws IOException, Server.CannotStart {
        this.content = content;
        now = at;
        var config = new Config("127.0.0.1", 0, content, baseUrl, content.resolve("../data"));
        var log = new PrintStream(lines, true, StandardCharsets.UTF_8);
        InstantSource clock = ticking == null ? now::get : ticking;
        if (follows) {
            site = Site.start(config, clock, log, (_, _) -> {}, told::add);
        } else {
            site = Site.listen(config, clock, log, told::add);
            site.pages().open((_, _) -> {});
        }
    }

    /// A site that shows what is saved when it is told to.
    static TestSite still(Path content) throws IOException, Server.CannotStart {
        return still(content, Instant.parse("2026-11-25T04:00:00Z"));
    }

    static TestSite still(Path content, Instant at) throws IOException, Server.CannotStart {
        return new TestSite(content, "", at, false);
    }

    /// A still site with a permanent address.
    static TestSite known(Path content, String baseUrl) throws IOException, Server.CannotStart {
        return new TestSite(content, baseUrl, Instant.parse("2026-11-25T04:00:00Z"), false);
    }

    /// A site that shows what is saved by itself.
    static TestSite following(Path content) throws IOException, Server.CannotStart {
        return new TestSite(content, "", Instant.parse("2026-11-25T04:00:00Z"), true);
    }

    /// The same with a clock that goes on from a moment.
    static TestSite ticking(Path content, Instant at) throws IOException, Server.CannotStart {
        long ahead = at.toEpochMilli() - System.currentTimeMillis();
        return new TestSite(
                content,
                "",
                new AtomicReference<>(at),
                () -> Instant.ofEpochMilli(System.currentTimeMillis() + ahead),
                true);
    }

    /// A small text of a kind; `more` are further lines of its front matter.
    static String text(String kind, String title, String words, String... more) {
        return "---\ntitle: %s\nkind: %s\nlanguage: zh-CN\n%s---\n\n%s\n"
                .formatted(
                        title,
                        kind,
                        Arrays.stream(more).map(line -> line + "\n").collect(Collectors.joining()),
                        words);
    }

    /// Saves a file in the content folder, in one step.
    void write(String name, String text) throws IOException {
        var file = content.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void delete(String name) throws IOException {
        Files.delete(content.resolve(name));
    }

    /// Shows files that were saved; how many pages were made anew.
    int refresh(String... names) throws IOException {
        return site.pages()
                .refresh(Arrays.stream(names).map(content::resolve).collect(Collectors.toSet()));
    }

    int refreshAll() throws IOException {
        return site.pages().refresh(Set.of(content));
    }

    int save(String name, String text) throws IOException {
        write(name, text);
        return refresh(name);
    }

    int turnDay() {
        return site.pages().turnDay();
    }

    int port() {
        return site.port();
    }

    /// The answer at an address written as characters.
    RawHttp.Answer get(String address, String... headers) throws IOException {
        return RawHttp.get(site.port(), encoded(address), headers);
    }

    static String encoded(String address) {
        return Arrays.stream(address.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /// The rules of what is wrong now.
    List<String> findings() {
        return told.isEmpty() ? List.of() : told.getLast().stream().map(Finding::rule).toList();
    }

    String log() {
        return lines.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}
