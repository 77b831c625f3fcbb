package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/policies, /policies",
        "/policies/, /policies/",
        "/policies/%E6%B3%95, /policies/法",
        "/policies/%e6%b3%95, /policies/法",
        "/a%20b, '/a b'",
        "/100%25, /100%",
        "/%2525, /%25",
        "/a.b/c..d/...x, /a.b/c..d/...x",
        "/%F0%A0%AE%B7, /𠮷",
        "/~user/a=b&c+d@e:f!$'()*, /~user/a=b&c+d@e:f!$'()*",
    })
    void aPathWithOneReadingIsRead(String raw, String read) {
        assertEquals(read, RequestPath.decoded(raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "policies",
                "//",
                "//x",
                "/a//b",
                "/.",
                "/..",
                "/../x",
                "/a/../b",
                "/a/./b",
                "/a/..",
                "/%2e%2e/x",
                "/%2E./x",
                "/a/%2e",
                "/a;b",
                "/a;b=c/d",
                "/a%2fb",
                "/a%2Fb",
                "/a\\b",
                "/a%5cb",
                "/%00",
                "/a%0d%0ab",
                "/%7f",
                "/%c2%85",
                "/%",
                "/%4",
                "/%zz",
                "/%u2216",
                "/%ff",
                "/%c0%ae%c0%ae/x",
                "/%e0%80%af",
                "/%ed%a0%80",
                "/%f8%88%80%80%80",
                "/%e6%b3",
                "/法",
                "/%１１",
                "/a b",
                "/a\tb",
                "/a\u0000b",
                "/a?b",
                "/a#b",
                "/a\"b",
                "/<script>",
                "/a|b",
                "/{a}",
                "/[a]",
                "/`a^",
            })
    void aPathWithTwoReadingsOrNoneIsRefused(String raw) {
        assertNull(RequestPath.decoded(raw));
    }

    @Test
    void anyNameSurvivesEncoding() {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            var name = new StringBuilder("x");
            for (int j = random.nextInt(12); j >= 0; j--) {
                int c = random.nextInt(4) == 0 ? random.nextInt(0x30000) : random.nextInt(0x80);
                boolean isCharacter = c >= ' ' && c != 0x7f && (c < 0x80 || c >= 0xa0);
                if (isCharacter && (c < 0xd800 || c > 0xdfff) && c != '/' && c != '\\') {
                    name.appendCodePoint(c);
                }
            }
            var encoded =
                    URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20");
            assertEquals("/" + name, RequestPath.decoded("/" + encoded));
        }
    }
}
