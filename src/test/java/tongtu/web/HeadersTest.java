package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tongtu.RawHttp;

/// What every reply says to the browser, whatever it is the reply to.
class HeadersTest {
    /// A request of each kind that the server knows, with what it is answered.
    private static final List<String[]> REQUESTS =
            List.of(
                    new String[] {"200", "GET", "/"},
                    new String[] {"200", "HEAD", "/"},
                    new String[] {"304", "GET", "/", "If-None-Match: *"},
                    new String[] {"301", "GET", "/old"},
                    new String[] {"410", "GET", "/gone"},
                    new String[] {"404", "GET", "/nothing"},
                    new String[] {"400", "GET", "/../"},
                    new String[] {"400", "GET", "/%zz"},
                    new String[] {"405", "POST", "/"},
                    new String[] {"405", "TRACE", "/healthz"},
                    new String[] {"413", "POST", "/form", "Content-Length: 100000"},
                    new String[] {"414", "GET", "/" + "a".repeat(5_000)},
                    new String[] {"417", "GET", "/", "Expect: miracles"},
                    new String[] {"431", "GET", "/", "Cookie: " + "a".repeat(9_000)},
                    new String[] {"500", "GET", "/broken"},
                    new String[] {"200", "GET", "/healthz"},
                    new String[] {"200", "GET", "/readyz"},
                    new String[] {"200", "GET", "/assets/a.0123.css"},
                    new String[] {"200", "GET", "/media/100%25.png"},
                    new String[] {"206", "GET", "/media/100%25.png", "Range: bytes=0-9"},
                    new String[] {"416", "GET", "/media/100%25.png", "Range: bytes=2000-"},
                    new String[] {"200", "GET", "/media/a.svg"});

    private static List<RawHttp.Answer> answers(String baseUrl)
            throws IOException, Server.CannotStart {
        var answers = new ArrayList<RawHttp.Answer>();
        try (var server =
                new TestServer(
                        baseUrl,
                        Limits.DEFAULT,
                        routes ->
                                routes.get(
                                        "/broken",
                                        _ -> {
                                            throw new IllegalStateException("on purpose");
                                        }),
                        TestServer::page)) {
            server.shelf.swap(TestServer.replies());
            for (var each : REQUESTS) {
                var more = List.of(each).subList(3, each.length).toArray(String[]::new);
                var answer = server.ask(each[1], each[2], more);
                assertEquals(each[0], "" + answer.status(), each[1] + " " + each[2]);
                answers.add(answer);
            }
        }
        return answers;
    }

    @Test
    void everyReplyKeepsThePageToItself() throws IOException, Server.CannotStart {
        for (var answer : answers("http://example.cn")) {
            var policy = answer.header("Content-Security-Policy");
            assertTrue(policy.contains("default-src 'none'"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertFalse(policy.contains("*"), policy);
            assertFalse(policy.contains("data:"), policy);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("strict-origin-when-cross-origin", answer.header("Referrer-Policy"));
            assertTrue(answer.header("Permissions-Policy").contains("geolocation=()"));
            assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"));
            assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"));
            assertFalse(answer.header("Cache-Control").isEmpty(), answer.toString());
            assertEquals("", answer.header("Server"));
            assertEquals("", answer.header("X-Powered-By"));
        }
    }

    @Test
    void textAlwaysSaysItsEncoding() throws IOException, Server.CannotStart {
        for (var answer : answers("")) {
            var type = answer.header("Content-Type");
            assertTrue(
                    type.endsWith(";charset=utf-8")
                            || type.equals("image/png")
                            || answer.status() == 304,
                    answer.status() + " " + type);
        }
    }

    @Test
    void noReplySetsACookie() throws IOException, Server.CannotStart {
        for (var baseUrl : List.of("", "http://example.cn", "https://example.cn")) {
            for (var answer : answers(baseUrl)) {
                assertEquals("", answer.header("Set-Cookie"));
            }
        }
    }

    @Test
    void onlyASiteOnHttpsAsksBrowsersToKeepToIt() throws IOException, Server.CannotStart {
        for (var answer : answers("https://example.cn")) {
            assertEquals(
                    "max-age=31536000; includeSubDomains",
                    answer.header("Strict-Transport-Security"));
        }
        for (var baseUrl : List.of("", "http://example.cn")) {
            for (var answer : answers(baseUrl)) {
                assertEquals("", answer.header("Strict-Transport-Security"));
            }
        }
    }

    @Test
    void aPictureThatCouldRunScriptsMayDoNothing() throws IOException, Server.CannotStart {
        try (var server = new TestServer()) {
            assertEquals(
                    "default-src 'none'; frame-ancestors 'none'; sandbox",
                    server.get("/media/a.svg").header("Content-Security-Policy"));
            assertTrue(
                    server.get("/")
                            .header("Content-Security-Policy")
                            .contains("script-src 'self'"));
        }
    }
}
