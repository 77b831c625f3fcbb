package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tongtu.RawHttp;

class RoutesTest {
    private static final int BODY = 200_000;
    private static final String TYPE = "Content-Type: application/x-www-form-urlencoded";

    private static final CookieLink LINK =
            new CookieLink(
                    "look",
                    "prefs",
                    (value, present) ->
                            new Cookie("prefs", present + "." + value, Duration.ofDays(365)));

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Server server;

    private static List<Route> routes() {
        var cookie = new Cookie("prefs", "size.125", Duration.ofDays(365));
        var limit = new RateLimit(2, Duration.ofMinutes(1), InstantSource.system());
        return List.of(
                Route.get(
                        "/page/{name}", request -> Reply.page(new TestPage(request.part("name")))),
                Route.get("/query", request -> Reply.page(new TestPage(request.query().get("q")))),
                Route.get(
                        "/later",
                        _ -> new Reply.Page(503, new TestPage("later"), Duration.ofMillis(1_500))),
                Route.get("/cookie", request -> Reply.page(new TestPage(request.cookie("prefs")))),
                Route.get("/set", _ -> new Reply.Redirect("/cookie", List.of(cookie))),
                Route.get(
                        "/file",
                        _ ->
                                new Reply.File(
                                        "a,b".getBytes(StandardCharsets.UTF_8),
                                        "text/csv;charset=utf-8",
                                        "留言 1.csv")),
                Route.get("/json", _ -> new Reply.Json("{\"a\":\"残\"}")),
                Route.get("/gone", _ -> new Reply.Refusal(new Problem.NotFound("/gone"))),
                Route.get(
                        "/fails",
                        _ -> {
                            throw new IllegalStateException("words of a resident");
                        }),
                Route.get(
                        "/limited",
                        request ->
                                limit.take(request).isZero()
                                        ? Reply.page(new TestPage("ok"))
                                        : new Reply.Refusal(new Problem.TooMany())),
                Route.post("/form", BODY, RoutesTest::form),
                Route.post("/small", 10, RoutesTest::form));
    }

    private static Reply form(Request request) throws IOException {
        return switch (request.sent()) {
            case Sent.Own(var form) -> Reply.page(new TestPage("own " + form.get("a").length()));
            case Sent.Foreign(var form) ->
                    Reply.page(403, new TestPage("foreign " + form.get("a").length()));
            case Sent.Unreadable(var problem) -> new Reply.Refusal(problem);
        };
    }

    @BeforeEach
    void start() throws Server.CannotStart {
        server = started("https://tongtu.example", TrustedProxies.NONE);
    }

    private Server started(String baseUrl, TrustedProxies proxies) throws Server.CannotStart {
        var shelf = new Shelf();
        shelf.swap(Map.of("/", Prebuilt.page("<!doctype html><title>home</title>")));
        return Server.start(
                new Server.Settings("127.0.0.1", 0, baseUrl, proxies),
                shelf,
                problem ->
                        Prebuilt.problem(
                                problem.status(),
                                "<!doctype html><title>" + problem.status() + "</title>"),
                new Templates(new Assets(List.of())),
                routes(),
                List.of(LINK),
                InstantSource.system(),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawHttp.Answer get(String path, String... headers) throws IOException {
        return RawHttp.get(server.port(), path, headers);
    }

    private RawHttp.Answer post(String path, String body, String... headers) throws IOException {
        var lines = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (var header : headers) {
            lines.append(header).append("\r\n");
        }
        lines.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return RawHttp.say(server.port(), lines.toString());
    }

    @Test
    void aPageIsEscapedPrivateAndProtected() throws IOException {
        var answer = get("/page/%3Cscript%3E");
        assertEquals(200, answer.status());
        assertTrue(answer.text().contains("<p>&lt;script&gt;</p>"), answer.text());
        assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
        assertEquals("private, no-cache", answer.header("Cache-Control"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertTrue(answer.header("Content-Security-Policy").contains("default-src 'none'"));
        assertEquals("", answer.header("Set-Cookie"));
    }

    @Test
    void aLinkSetsACookieOnAnyPageAndLeadsToTheSameAddress() throws IOException {
        var addresses =
                Map.of(
                        "/?look=dark",
                        "/",
                        "/page/%E6%B3%95?q=1&look=dark&r=%2F2",
                        "/page/%E6%B3%95?q=1&r=%2F2",
                        "/nothing?look=dark",
                        "/nothing",
                        "/?a=%0D%0AX-Evil:1&look=dark",
                        "/?a=%0D%0AX-Evil:1");
        for (var address : addresses.entrySet()) {
            var answer = get(address.getKey(), "Cookie: __Host-prefs=big; b=\"c\"");
            assertEquals(303, answer.status(), address.getKey());
            assertEquals(address.getValue(), answer.header("Location"));
            assertEquals(
                    "__Host-prefs=big.dark; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure",
                    answer.header("Set-Cookie"));
            assertEquals("no-store", answer.header("Cache-Control"));
            assertEquals("", answer.header("X-Evil"));
            assertEquals(0, answer.body().length);
        }
        // Nothing else sets one: the pages are the same for everybody.
        for (var address : List.of("/", "/?looks=dark", "/?x-look=dark", "/page/look=dark")) {
            var answer = get(address);
            assertEquals(200, answer.status(), address);
            assertEquals("", answer.header("Set-Cookie"), address);
        }
        assertEquals("", post("/small?look=dark", "a=1", TYPE).header("Set-Cookie"));
    }

    @Test
    void headIsAnsweredWithoutABody() throws IOException {
        var head = RawHttp.ask(server.port(), "HEAD", "/page/a");
        assertEquals(200, head.status());
        assertEquals(0, head.body().length);
    }

    @Test
    void aQueryIsReadAndABadOneIsNone() throws IOException {
        assertTrue(get("/query?q=%E6%AE%8B+%3C").text().contains("残 &lt;"));
        assertTrue(get("/query?q=%FF").text().contains("<p></p>"));
        assertTrue(get("/query?" + "q=1&".repeat(400)).text().contains("<p></p>"));
    }

    @Test
    void whoHasToWaitIsToldHowLong() throws IOException {
        var answer = get("/later");
        assertEquals(503, answer.status());
        assertEquals("2", answer.header("Retry-After"));
        assertTrue(answer.text().contains("later"));
    }

    @Test
    void tooManyAreRefusedWithAPageAndATime() throws IOException {
        assertEquals(200, get("/limited").status());
        assertEquals(200, get("/limited").status());
        var answer = get("/limited", "X-Forwarded-For: 1.2.3.4");
        assertEquals(429, answer.status());
        assertEquals("60", answer.header("Retry-After"));
        assertTrue(answer.text().contains("<title>429"));
    }

    @Test
    void behindAProxyTheClientIsWhoTheProxyNames() throws Exception {
        server.close();
        var proxies = TrustedProxies.read(List.of("127.0.0.1"));
        server = started("", Objects.requireNonNull(proxies));
        for (int i = 0; i < 3; i++) {
            // What a client says of itself stands above the proxy's line.
            var answer =
                    get("/limited", "X-Forwarded-For: 10.0.0." + i, "X-Forwarded-For: 192.0.2.1");
            assertEquals(i < 2 ? 200 : 429, answer.status());
        }
        assertEquals(200, get("/limited", "X-Forwarded-For: 192.0.2.2").status());
    }

    @Test
    void aRedirectSaysToLookElsewhereAndKeepsACookieOfTheHost() throws IOException {
        var answer = get("/set");
        assertEquals(303, answer.status());
        assertEquals("/cookie", answer.header("Location"));
        assertEquals(
                "__Host-prefs=size.125; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure",
                answer.header("Set-Cookie"));
        assertTrue(get("/cookie", "Cookie: __Host-prefs=size.125").text().contains("size.125"));
        assertTrue(get("/cookie", "Cookie: prefs=size.125").text().contains("<p></p>"));
    }

    @Test
    void withoutHttpsACookieIsPlain() throws Exception {
        server.close();
        server = started("", TrustedProxies.NONE);
        assertEquals(
                "prefs=size.125; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax",
                get("/set").header("Set-Cookie"));
        assertTrue(get("/cookie", "Cookie: prefs=size.125").text().contains("size.125"));
    }

    @Test
    void aFileIsSavedUnderItsName() throws IOException {
        var answer = get("/file");
        assertEquals("a,b", answer.text());
        assertEquals("text/csv;charset=utf-8", answer.header("Content-Type"));
        assertEquals(
                "attachment; filename*=UTF-8''%E7%95%99%E8%A8%80%201.csv",
                answer.header("Content-Disposition"));
    }

    @Test
    void jsonIsUtf8() throws IOException {
        var answer = get("/json");
        assertEquals("{\"a\":\"残\"}", answer.text());
        assertEquals("application/json;charset=utf-8", answer.header("Content-Type"));
    }

    @Test
    void aRefusalIsThePageForItsProblem() throws IOException {
        var answer = get("/gone");
        assertEquals(404, answer.status());
        assertTrue(answer.text().contains("<title>404"));
        assertEquals(500, get("/fails").status());
        assertFalse(get("/fails").text().contains("resident"));
    }

    @Test
    void aFormIsReadUpToTheLimitOfItsRoute() throws IOException {
        var most = "a=" + "1".repeat(BODY - 2);
        assertTrue(post("/form", most, TYPE).text().contains("own " + (BODY - 2)));
        var answer = post("/form", most + "1", TYPE);
        assertEquals(413, answer.status());
        assertTrue(answer.text().contains("<title>413"));
        assertEquals(413, post("/form", "a=" + "1".repeat(3_000_000), TYPE).status());
        assertEquals(413, post("/small", "a=" + "1".repeat(9), TYPE).status());
        assertEquals(200, post("/small", "a=" + "1".repeat(8), TYPE).status());
    }

    @Test
    void whatIsNoFormIsRefused() throws IOException {
        assertEquals(400, post("/form", "a=%FF", TYPE).status());
        assertEquals(400, post("/form", "a=1&".repeat(10_000), TYPE).status());
        assertEquals(400, post("/form", "a=1").status());
        assertEquals(400, post("/form", "a=1", "Content-Type: text/plain").status());
        assertEquals(
                400, post("/form", "a=1", "Content-Type: multipart/form-data;boundary=x").status());
        assertEquals(200, post("/form", "a=1", TYPE + "; charset=UTF-8").status());
    }

    @Test
    void aFormOfAnotherSiteIsTold() throws IOException {
        assertEquals(200, post("/form", "a=1", TYPE, "Sec-Fetch-Site: same-origin").status());
        assertEquals(200, post("/form", "a=1", TYPE, "Sec-Fetch-Site: none").status());
        assertEquals(403, post("/form", "a=1", TYPE, "Sec-Fetch-Site: cross-site").status());
        assertEquals(403, post("/form", "a=1", TYPE, "Sec-Fetch-Site: same-site").status());
        assertEquals(200, post("/form", "a=1", TYPE, "Origin: https://tongtu.example").status());
        assertEquals(200, post("/form", "a=1", TYPE, "Origin: http://localhost").status());
        assertEquals(403, post("/form", "a=1", TYPE, "Origin: https://evil.example").status());
        assertEquals(
                403, post("/form", "a=1", TYPE, "Origin: http://localhost.evil.example").status());
        assertEquals(403, post("/form", "a=1", TYPE, "Origin: null").status());
        assertEquals(
                403,
                post(
                                "/form",
                                "a=1",
                                TYPE,
                                "Sec-Fetch-Site: cross-site",
                                "Origin: https://tongtu.example")
                        .status());
        assertEquals(200, post("/form", "a=1", TYPE).status());
    }

    @Test
    void nothingOfAFormOrAQueryReachesTheAccessLog() throws IOException {
        post("/form?secret=query", "a=" + URLEncoder.encode("残", StandardCharsets.UTF_8), TYPE);
        get("/query?q=secret");
        server.close();
        var lines = log.toString(StandardCharsets.UTF_8);
        assertTrue(lines.contains("POST /form 200"), lines);
        assertFalse(lines.contains("secret"), lines);
        assertFalse(lines.contains("127.0.0.1"), lines);
    }

    @Test
    void noReplyLeadsAwayFromTheSiteOrSplitsAHeader() {
        for (var bad :
                List.of(
                        "//evil.example",
                        "https://evil.example",
                        "",
                        "a",
                        "/a\r\nSet-Cookie: b=c",
                        "/残",
                        "/\\evil")) {
            assertThrows(IllegalArgumentException.class, () -> Reply.redirect(bad), bad);
        }
        for (var bad : List.of("a;b", "a\r\n", "a b", "残")) {
            assertThrows(
                    IllegalArgumentException.class, () -> new Cookie("a", bad, Duration.ZERO), bad);
        }
        for (var bad : List.of("a\r\nb", "../a", "a\\b")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Reply.File(new byte[0], "text/plain", bad),
                    bad);
        }
    }
}
