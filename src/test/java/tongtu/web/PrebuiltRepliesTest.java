package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tongtu.RawHttp;

/// What is on the shelf, asked for over the network.
class PrebuiltRepliesTest {
    private static final byte[] PAGE = TestServer.PAGE.getBytes(StandardCharsets.UTF_8);
    private static TestServer server;

    @BeforeAll
    static void start() throws Server.CannotStart {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPageIsSentAsItIsWhenNothingIsSaidOfEncodings() throws IOException {
        var answer = server.get("/");
        assertEquals(200, answer.status());
        assertArrayEquals(PAGE, answer.body());
        assertEquals("", answer.header("Content-Encoding"));
        assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
        assertEquals(String.valueOf(PAGE.length), answer.header("Content-Length"));
        assertEquals("Accept-Encoding", answer.header("Vary"));
        assertEquals("no-cache", answer.header("Cache-Control"));
        assertFalse(answer.header("Date").isEmpty());
        assertEquals("", answer.header("Server"));
    }

    @Test
    void gzipHoldsThePage() throws IOException {
        var answer = server.get("/", "Accept-Encoding: gzip");
        assertEquals("gzip", answer.header("Content-Encoding"));
        assertEquals("Accept-Encoding", answer.header("Vary"));
        assertEquals(String.valueOf(answer.body().length), answer.header("Content-Length"));
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertArrayEquals(PAGE, gzip.readAllBytes());
        }
    }

    @Test
    void brotliHoldsThePage() throws IOException {
        var answer = server.get("/", "Accept-Encoding: gzip, deflate, br");
        assertEquals("br", answer.header("Content-Encoding"));
        assertEquals(String.valueOf(answer.body().length), answer.header("Content-Length"));
        assertArrayEquals(PAGE, Decoder.decompress(answer.body()).getDecompressedData());
    }

    @Test
    void eachFormHasAStrongTagOfItsOwn() throws IOException {
        var tags = new HashSet<String>();
        for (var encoding : List.of("identity", "gzip", "br")) {
            var tag = server.get("/", "Accept-Encoding: " + encoding).header("ETag");
            assertTrue(tag.matches("\"[0-9a-f]{20}\""), tag);
            tags.add(tag);
        }
        assertEquals(3, tags.size());
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws IOException {
        for (var encoding : List.of("identity", "gzip", "br")) {
            var got = server.get("/", "Accept-Encoding: " + encoding);
            // Nothing follows the headers: a second answer comes right after them.
            try (var http = new RawHttp(server.port())) {
                var request = RawHttp.request("HEAD", "/", "Accept-Encoding: " + encoding);
                http.send(request + request);
                var head = http.read(true);
                assertEquals(200, head.status());
                assertEquals(withoutDate(got), withoutDate(head));
                assertEquals(withoutDate(got), withoutDate(http.read(true)));
            }
        }
    }

    private static Set<String> withoutDate(RawHttp.Answer answer) {
        var headers = new HashSet<String>();
        answer.headers()
                .forEach((name, values) -> {
                    if (!name.equals("date")) {
                        headers.add(name + values);
                    }
                });
        return headers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "W/%s",
                "*",
                "\"x\", %s",
                "%s, \"x\"",
                "W/\"x\",W/%s,\"y\"",
                "\"x\"\r\nIf-None-Match: %s",
            })
    void whoHasTheBytesGets304(String header) throws IOException {
        for (var encoding : List.of("identity", "gzip", "br")) {
            var tag = server.get("/", "Accept-Encoding: " + encoding).header("ETag");
            for (var method : List.of("GET", "HEAD")) {
                var answer =
                        server.ask(
                                method,
                                "/",
                                "Accept-Encoding: " + encoding,
                                "If-None-Match: " + header.formatted(tag));
                assertEquals(304, answer.status(), method + " " + encoding + " " + header);
                assertEquals(tag, answer.header("ETag"));
                assertEquals("Accept-Encoding", answer.header("Vary"));
                assertEquals("no-cache", answer.header("Cache-Control"));
                assertEquals("", answer.header("Content-Encoding"));
                assertEquals("", answer.header("Content-Type"));
            }
        }
    }

    @Test
    void a304HasNoBodyThatWouldBeTakenForTheNextAnswer() throws IOException {
        try (var http = new RawHttp(server.port())) {
            http.send(RawHttp.request("GET", "/", "If-None-Match: *"));
            http.send(RawHttp.request("GET", "/old"));
            assertEquals(304, http.read(false).status());
            assertEquals(301, http.read(false).status());
        }
    }

    /// Shared caches would mix them up otherwise.
    @Test
    void aTagOfAnotherFormIsNoReasonFor304() throws IOException {
        var gzip = server.get("/", "Accept-Encoding: gzip").header("ETag");
        assertEquals(
                200, server.get("/", "Accept-Encoding: br", "If-None-Match: " + gzip).status());
        // A list with both is one.
        var br = server.get("/", "Accept-Encoding: br").header("ETag");
        var both = "If-None-Match: " + gzip + ", " + br;
        assertEquals(304, server.get("/", "Accept-Encoding: br", both).status());
        assertEquals(304, server.get("/", "Accept-Encoding: gzip", both).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"0123456789abcdef0123\"", "", "\"*\"", "abc", "\","})
    void anotherTagGetsThePage(String header) throws IOException {
        assertEquals(200, server.get("/", "If-None-Match: " + header).status());
    }

    @Test
    void anAddressInChineseIsFound() throws IOException {
        var encoded = "/policies/%E6%AE%8B%E7%96%BE%E4%BA%BA%E4%BF%9D%E9%9A%9C%E6%B3%95";
        assertEquals(TestServer.PAGE + "法", server.get(encoded).text());
        assertEquals(TestServer.PAGE + "法", server.get(encoded + "/?from=home").text());
        assertEquals(200, server.get("http://localhost" + encoded).status());
    }

    @Test
    void anAssetIsKeptForEverAndAnUnknownOneIsMissing() throws IOException {
        var answer = server.get("/assets/a.0123.css", "Accept-Encoding: br");
        assertEquals("public, max-age=31536000, immutable", answer.header("Cache-Control"));
        assertEquals("text/css;charset=utf-8", answer.header("Content-Type"));
        assertEquals("br", answer.header("Content-Encoding"));
        assertEquals(404, server.get("/assets/a.9999.css").status());
        assertEquals(404, server.get("/assets/").status());
    }

    @Test
    void anOldAddressLeadsOn() throws IOException {
        var answer = server.get("/old");
        assertEquals(301, answer.status());
        assertEquals("/policies/%E6%AE%8B", answer.header("Location"));
        assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
        assertEquals("0", answer.header("Content-Length"));
        assertEquals(410, server.get("/gone").status());
        // Neither is turned into 304.
        assertEquals(301, server.get("/old", "If-None-Match: *").status());
        assertEquals(410, server.get("/gone", "If-None-Match: *").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "FOO"})
    void aPageIsOnlyRead(String method) throws IOException {
        for (var path : List.of("/", "/policies/%E6%AE%8B", "/media/a.svg")) {
            var answer = server.ask(method, path);
            if (method.equals("POST") && path.startsWith("/policies")) {
                assertEquals(404, answer.status());
                continue;
            }
            assertEquals(405, answer.status());
            assertEquals("GET, HEAD", answer.header("Allow"));
            assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
            assertTrue(answer.text().contains("MethodNotAllowed"), answer.text());
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=990-, 990, 10", "bytes=-10, 990, 10"})
    void aPartOfAPictureCanBeAskedFor(String range, int first, int length) throws IOException {
        var answer = server.get("/media/100%25.png", "Range: " + range);
        assertEquals(206, answer.status());
        assertEquals(length, answer.body().length);
        assertEquals(
                "bytes %d-%d/1000".formatted(first, first + length - 1),
                answer.header("Content-Range"));
        assertEquals("bytes", answer.header("Accept-Ranges"));
        assertEquals(1_000, server.get("/media/100%25.png").body().length);
    }

    @Test
    void aPartIsRefusedWhereThereIsNone() throws IOException {
        var beyond = server.get("/media/100%25.png", "Range: bytes=1000-");
        assertEquals(416, beyond.status());
        assertEquals("bytes */1000", beyond.header("Content-Range"));
        // A page has several forms: the whole is sent.
        assertEquals(200, server.get("/", "Range: bytes=0-9").status());
        assertEquals(200, server.ask("HEAD", "/media/100%25.png", "Range: bytes=0-9").status());
    }

    @Test
    void aPartOfWhatChangedIsTheWhole() throws IOException {
        var tag = server.get("/media/100%25.png").header("ETag");
        assertEquals(
                206,
                server.get("/media/100%25.png", "Range: bytes=0-9", "If-Range: " + tag).status());
        assertEquals(
                200,
                server.get("/media/100%25.png", "Range: bytes=0-9", "If-Range: \"x\"").status());
    }

    /// The server has a shelf and no templates: it cannot render. Nor does it compress or copy:
    /// each reply is a view of the same bytes.
    @Test
    void theSameBytesAreSentToEverybody() throws IOException {
        var page = server.shelf.get("/");
        assertNotNull(page);
        var before = page.form("br").body();
        for (int i = 0; i < 100; i++) {
            assertEquals("br", server.get("/", "Accept-Encoding: br").header("Content-Encoding"));
        }
        assertSame(page, server.shelf.get("/"));
        assertSame(before, page.form("br").body());
        assertEquals(0, before.position());
        assertTrue(before.isReadOnly());
    }

    @Test
    void whatIsPutOnTheShelfIsServedFromThenOn() throws IOException {
        var replies = TestServer.replies();
        replies.put("/new", Prebuilt.page("<p>一"));
        server.shelf.swap(replies);
        var first = server.get("/new");
        assertEquals("<p>一", first.text());
        replies.put("/new", Prebuilt.page("<p>二"));
        server.shelf.swap(replies);
        var second = server.get("/new", "If-None-Match: " + first.header("ETag"));
        assertEquals(200, second.status());
        assertEquals("<p>二", second.text());
        assertNotEquals(first.header("ETag"), second.header("ETag"));
        server.shelf.swap(TestServer.replies());
        assertEquals(404, server.get("/new").status());
    }
}
