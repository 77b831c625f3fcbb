package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tongtu.CapturedLog;
import tongtu.RawHttp;

/// Routes that break, in every way that Java knows.
class FailuresTest {
    private static final String SECRET = "?name=%E5%BC%A0%E4%B8%89&card=330421";

    private static void routes(RoutesConfig routes) {
        routes.get("/exception", _ -> thrown(new IllegalStateException("broken on purpose")));
        routes.get("/checked", _ -> thrown(new IOException("broken on purpose")));
        routes.get("/error", _ -> thrown(new AssertionError("broken on purpose")));
        routes.get("/memory", _ -> thrown(new OutOfMemoryError("broken on purpose")));
        routes.get("/stack", context -> context.result("" + forEver(1)));
        routes.get("/null", context -> context.result(String.valueOf((Object) null).substring(9)));
        routes.get("/forbidden", _ -> thrown(new ForbiddenResponse()));
        routes.get("/many", _ -> thrown(new HttpResponseException(429)));
        routes.get("/half", FailuresTest::half);
        routes.get("/thread", context -> context.result("" + Thread.currentThread()));
        routes.post("/form", context -> context.result(context.body()));
    }

    private static void half(io.javalin.http.Context context) {
        context.header("Content-Type", "text/csv").result("a,b");
        throw new IllegalArgumentException("broken on purpose");
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static void thrown(Throwable thrown) throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (Exception) thrown;
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int forEver(int depth) {
        return forEver(depth + 1) + 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/exception", "/checked", "/error", "/memory", "/stack", "/null", "/half"})
    void aBrokenRouteIsAPageWithAReferenceThatIsInTheLog(String path)
            throws IOException, Server.CannotStart {
        try (var log = new CapturedLog()) {
            RawHttp.Answer answer;
            try (var server = TestServer.with(FailuresTest::routes)) {
                answer = server.get(path + SECRET, "Cookie: secret=1");
                assertEquals(200, server.get("/").status());
                assertEquals(200, server.get("/healthz").status());
            }
            assertEquals(500, answer.status());
            assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
            assertEquals("no-store", answer.header("Cache-Control"));
            assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"));
            var reference = Pattern.compile("reference=(R-[0-9a-f]{8})").matcher(answer.text());
            assertTrue(reference.find(), answer.text());
            assertTrue(log.text().contains("failure " + reference.group(1)), log.text());
            for (var secret : new String[] {path, "card", "330421", "张三", "secret", "127.0.0.1"}) {
                assertFalse(log.text().contains(secret), log.text());
            }
        }
    }

    @Test
    void theStackOfAFailureIsLogged() throws IOException, Server.CannotStart {
        try (var log = new CapturedLog();
                var server = TestServer.with(FailuresTest::routes)) {
            server.get("/exception");
            assertTrue(log.text().contains("IllegalStateException: broken on purpose"));
            assertTrue(log.text().contains("at tongtu.web.FailuresTest"), log.text());
        }
    }

    @Test
    void aRouteMayRefuse() throws IOException, Server.CannotStart {
        try (var log = new CapturedLog();
                var server = TestServer.with(FailuresTest::routes)) {
            assertEquals(429, server.get("/many").status());
            assertTrue(server.get("/many").text().contains("TooMany"));
            var post = server.ask("POST", "/exception");
            assertEquals(405, post.status());
            assertEquals("GET", post.header("Allow"));
            assertTrue(post.text().contains("MethodNotAllowed"));
            assertEquals("", log.text());
        }
    }

    @Test
    void aBodyInPiecesHasTheSameLimit() throws IOException, Server.CannotStart {
        try (var server = TestServer.with(FailuresTest::routes)) {
            assertEquals("abc", chunked(server, "3\r\nabc\r\n").text());
            var piece = "8000\r\n" + "a".repeat(0x8000) + "\r\n";
            assertEquals(200, chunked(server, piece + piece).status());
            var answer = chunked(server, piece + piece + "1\r\na\r\n");
            assertEquals(413, answer.status());
            assertTrue(answer.text().contains("TooLarge"), answer.text());
        }
    }

    private static RawHttp.Answer chunked(TestServer server, String pieces) throws IOException {
        return server.say(
                "POST /form HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + pieces
                        + "0\r\n\r\n");
    }

    @Test
    void routesRunOnVirtualThreads() throws IOException, Server.CannotStart {
        try (var server = TestServer.with(FailuresTest::routes)) {
            assertTrue(server.get("/thread").text().startsWith("VirtualThread"));
        }
    }

    @Test
    void whenEvenThePageForProblemsBreaksThereIsAPage() throws IOException, Server.CannotStart {
        for (Throwable thrown :
                new Throwable[] {new IllegalStateException(), new StackOverflowError()}) {
            try (var log = new CapturedLog();
                    var server = new TestServer("", Limits.DEFAULT, _ -> {}, _ -> broken(thrown))) {
                server.shelf.swap(TestServer.replies());
                var answer = server.get("/nothing" + SECRET);
                assertEquals(404, answer.status());
                assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
                assertTrue(answer.text().contains("<h1>网站出错了</h1>"));
                assertTrue(log.text().contains("the page for status 404 cannot be made"));
                assertFalse(log.text().contains("nothing"), log.text());
            }
        }
    }

    private static Prebuilt broken(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    @Test
    void whileNothingIsOnTheShelfTheSiteIsBeingMadeReady() throws IOException, Server.CannotStart {
        try (var server = new TestServer("", Limits.DEFAULT, _ -> {}, TestServer::page)) {
            var answer = server.get("/");
            assertEquals(503, answer.status());
            assertEquals("10", answer.header("Retry-After"));
            assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
            assertTrue(answer.text().contains("Unavailable"));
            assertEquals(503, server.ask("HEAD", "/policies/x").status());
            assertEquals(503, server.get("/100%25").status());
            assertEquals(400, server.get("/../").status());
            assertEquals(200, server.get("/healthz").status());
            assertEquals(503, server.get("/readyz").status());
            // The page that says so has its style already.
            server.shelf.prepare(Map.of("/style.css", TestServer.page(new Problem.BadRequest())));
            assertEquals(400, server.get("/style.css").status());
            assertEquals(503, server.get("/").status());
            assertEquals(503, server.get("/readyz").status());
            server.shelf.swap(TestServer.replies());
            assertEquals(200, server.get("/").status());
            assertEquals(200, server.get("/readyz").status());
        }
    }

    @Test
    void machinesAreToldInPlainText() throws IOException, Server.CannotStart {
        try (var server = new TestServer()) {
            for (var path : new String[] {"/healthz", "/readyz"}) {
                var answer = server.get(path);
                assertEquals(200, answer.status());
                assertEquals("text/plain;charset=utf-8", answer.header("Content-Type"));
                assertEquals("no-store", answer.header("Cache-Control"));
                var head = server.ask("HEAD", path);
                assertEquals(200, head.status());
                assertEquals(String.valueOf(answer.body().length), head.header("Content-Length"));
                assertEquals("text/plain;charset=utf-8", head.header("Content-Type"));
                var post = server.ask("POST", path);
                assertEquals(405, post.status());
                assertTrue(post.header("Allow").contains("GET"), post.header("Allow"));
            }
        }
    }
}
