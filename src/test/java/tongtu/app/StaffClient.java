package tongtu.app;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A browser without script, without eyes: it follows links and sends the forms that pages have.
public final class StaffClient {
    public static final String PASSWORD = "四只 黄羊 过 大桥 去";

    private String base;
    private java.time.InstantSource clock = java.time.InstantSource.system();
    private final HttpClient http;
    private String secret = "";
    private String name = "";
    private long step;

    /// A page that came: its status, where it was in the end, and its tree.
    public record Got(int status, URI uri, Document page, HttpResponse<String> response) {
        public String notice() {
            var notice = page.selectFirst("#notice");
            return notice == null ? "" : notice.text();
        }

        public String heading() {
            return Objects.requireNonNull(page.selectFirst("h1"), page.text()).text();
        }

        public boolean has(String form) {
            return page.getElementById(form) != null;
        }
    }

    StaffClient(String base) {
        this.base = base;
        http =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
    }

    public Got get(String path) throws IOException, InterruptedException {
        return got(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        var address = path.startsWith("http") ? path : base + path;
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
    }

    private Got got(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Got(
                response.statusCode(),
                response.uri(),
                Jsoup.parse(response.body(), response.uri().toString()),
                response);
    }

    /// Sends a form of a page with some of its fields filled in; a field named with `!` before it
    /// is left out.
    public Got send(Got on, String form, Map<String, String> filled)
            throws IOException, InterruptedException {
        return send(on, form, filled, "");
    }

    /// The same by the button with a value.
    public Got send(Got on, String form, Map<String, String> filled, String button)
            throws IOException, InterruptedException {
        var element = on.page().getElementById(form);
        if (element == null) {
            throw new AssertionError("no form " + form + " on " + on.page().text());
        }
        var fields = fields(element, button);
        filled.forEach((field, value) -> {
            if (field.startsWith("!")) {
                fields.remove(field.substring(1));
            } else {
                fields.put(field, value);
            }
        });
        return post(element.attr("action"), fields);
    }

    public Got post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return got(posted(path, fields));
    }

    public HttpRequest.Builder posted(String path, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((field, value) ->
                body.append(body.isEmpty() ? "" : "&")
                        .append(URLEncoder.encode(field, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    public Got send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return got(request);
    }

    /// What a browser would send of a form.
    public static Map<String, String> fields(Element form, String button) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.select("input, textarea, select, button")) {
            var type = field.attr("type");
            boolean isChosen =
                    switch (type) {
                        case "radio", "checkbox" -> field.hasAttr("checked");
                        case "submit" -> !button.isEmpty() && field.attr("value").equals(button);
                        case "file" -> false;
                        default -> true;
                    };
            if (isChosen && field.hasAttr("name")) {
                fields.put(
                        field.attr("name"),
                        field.tagName().equals("textarea") ? field.wholeText() : field.val());
            }
        }
        return fields;
    }

    /// The code that the telephone of whoever this is shows; each is used once.
    public String code() throws Exception {
        long now = clock.instant().getEpochSecond() / 30;
        // One after counts too; then there is nothing for it but to wait.
        long next = Math.max(step + 1, now);
        while (next > clock.instant().getEpochSecond() / 30 + 1) {
            Thread.sleep(500);
        }
        step = next;
        return code(secret, step);
    }

    /// RFC 4226, 5.3.
    public static String code(String secret, long step) throws Exception {
        var mac = javax.crypto.Mac.getInstance("HmacSHA1");
        mac.init(new javax.crypto.spec.SecretKeySpec(new Base32().decode(secret), "HmacSHA1"));
        var hash = mac.doFinal(java.nio.ByteBuffer.allocate(8).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = java.nio.ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    /// Sets a password and codes under a link; then this is signed in.
    public void setUp(String account, String link) throws Exception {
        name = account;
        var page = get("/staff/setup?code=" + link);
        secret = Objects.requireNonNull(page.page().selectFirst("input[name=totp]")).val();
        var home = send(page, "password-form", Map.of("password", PASSWORD, "code-now", code()));
        if (home.status() != 200 || !home.uri().getPath().equals("/staff")) {
            throw new AssertionError(home.page().text());
        }
    }

    /// Signs in again.
    public Got signIn() throws Exception {
        return send(
                get("/staff/sign-in"),
                "sign-in",
                Map.of("name", name, "password", PASSWORD, "code", code()));
    }

    /// Sends a form; where its sender has to show again who they are, does so and goes on.
    public Got confirmed(Got answer) throws Exception {
        if (!answer.has("confirm")) {
            return answer;
        }
        var again = send(answer, "confirm", Map.of("password", PASSWORD, "code", code()));
        return send(again, "again", Map.of());
    }

    /// Goes by another clock, as the site does.
    void goBy(java.time.InstantSource other) {
        clock = other;
    }

    /// The site is at another port now; what this browser keeps it keeps.
    void follow(int port) {
        base = "http://localhost:" + port;
    }

    /// The value of a cookie that this browser keeps.
    public String cookie(String cookie) {
        return ((CookieManager) http.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .filter(each -> each.getName().equals(cookie))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
    }

    /// The same person at another computer.
    StaffClient elsewhere(String address) {
        var other = new StaffClient(address);
        other.name = name;
        other.secret = secret;
        other.step = step;
        other.clock = clock;
        return other;
    }

    public void forget() {
        ((CookieManager) http.cookieHandler().orElseThrow()).getCookieStore().removeAll();
    }

    public String secret() {
        return secret;
    }

    public String base() {
        return base;
    }
}
