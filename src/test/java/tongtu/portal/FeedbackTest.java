package tongtu.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.messages.Draft;
import tongtu.messages.Message;
import tongtu.messages.MessageKind;
import tongtu.messages.Receipt;
import tongtu.messages.WishedFormat;

/// A message on its way from a form to the database, whatever stands in between.
class FeedbackTest {
    private static final String HELP = "/feedback/help";
    private static final Map<String, String> TYPED =
            Map.of("words", "请帮我问问\n怎么申请。", "contact", "小李 13800000000", "page", "不知道哪一页");

    private static final Receipt NOBODYS = new Receipt("123456789129");

    @TempDir Path folder;
    private Path data;
    private FeedbackSite site;

    @BeforeEach
    void open() throws Exception {
        data = folder.resolve("data");
        site = new FeedbackSite(data);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private Message only() throws Exception {
        var all = site.messages(store -> store.list(null, null, 0, 10));
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private int count() throws Exception {
        return site.messages(store -> store.count(null, null));
    }

    private static Receipt receipt(FeedbackSite.Answer answer) {
        assertEquals(303, answer.status(), answer.page().text());
        var location = answer.header("Location");
        assertTrue(location.matches("/feedback/receipt\\?number=[1-9]{12}"), location);
        return new Receipt(location.substring(location.indexOf('=') + 1));
    }

    /// The form is there again, with every word, and says what to do.
    private static void nothingIsLost(FeedbackSite.Answer answer, int status, String todo) {
        assertEquals(status, answer.status());
        var page = answer.page();
        assertTrue(page.title().startsWith("错误："), page.title());
        assertTrue(text(page, "#errors").contains(todo), text(page, "#errors"));
        assertTrue(text(page, "#errors").contains("您写的内容都还在"), text(page, "#errors"));
        assertEquals(
                TYPED.get("words"), Objects.requireNonNull(page.selectFirst("#words")).wholeText());
        for (var name : List.of("contact", "page")) {
            assertEquals(
                    TYPED.get(name),
                    Objects.requireNonNull(page.selectFirst("#" + name)).attr("value"));
        }
    }

    private static String text(Document page, String selector) {
        var found = page.selectFirst(selector);
        assertNotNull(found, selector);
        return found.text();
    }

    @Test
    void aMessageIsKeptAndItsNumberIsSaidInAWayThatCanBeReadAloud() throws Exception {
        var receipt = receipt(site.fill(HELP, TYPED));
        var message = only();
        assertEquals(receipt, message.receipt());
        assertEquals(
                new Draft(
                        MessageKind.HELP,
                        "zh-CN",
                        "不知道哪一页",
                        "",
                        null,
                        "请帮我问问\n怎么申请。",
                        "小李 13800000000"),
                message.draft());

        var page = site.get("/feedback/receipt?number=" + receipt.digits()).page();
        assertEquals("已经收到", text(page, "h1"));
        assertEquals(receipt.grouped(), text(page, ".receipt"));
        assertTrue(page.text().matches("(?s).*读作：[一二三四五六七八九]{4}，[一二三四五六七八九]{4}，[一二三四五六七八九]{4}。.*"));
        assertTrue(page.text().contains("多久答复：未公布"));
        assertTrue(text(page, "main").contains("12385"));
        assertTrue(page.text().contains("满 180 天删除") && page.text().contains("满 730 天删除"));
        for (var typed : List.of("请帮我问问", "小李", "13800000000")) {
            assertFalse(page.text().contains(typed), "the number alone does not show " + typed);
        }
    }

    @Test
    void aWishSaysWhichPageAndWhichFormat() throws Exception {
        var page = site.get("/feedback/format?page=/services/two-subsidies").page();
        receipt(site.submit(page, Map.of("format", "braille")));
        assertEquals(
                new Draft(
                        MessageKind.FORMAT,
                        "zh-CN",
                        "/services/two-subsidies",
                        "",
                        WishedFormat.BRAILLE,
                        "",
                        ""),
                only().draft());
    }

    @Test
    void theSameFormSentTwiceIsOneMessageEvenAfterARestart() throws Exception {
        var page = site.get(HELP).page();
        var receipt = receipt(site.submit(page, TYPED));
        assertEquals(receipt, receipt(site.submit(page, TYPED)));
        site.close();
        site = new FeedbackSite(data);
        assertEquals(receipt, receipt(site.submit(page, TYPED)));
        assertEquals(1, count());
    }

    @Test
    void whoGoesBackAndChangesTheWordsSendsAnotherMessage() throws Exception {
        var page = site.get(HELP).page();
        var receipt = receipt(site.submit(page, TYPED));
        assertNotEquals(receipt, receipt(site.submit(page, Map.of("words", "还有一件事"))));
        assertEquals(2, count());
    }

    @Test
    void aFormThatWasOpenForTooLongOnlyHasToBeSentAgain() throws Exception {
        var page = site.get(HELP).page();
        site.pass(Feedback.OPEN);
        var answer = site.submit(page, TYPED);
        nothingIsLost(answer, 422, "再按一次“提交”");
        assertEquals(0, count());
        receipt(site.submit(answer.page(), Map.of()));
        assertEquals(1, count());
    }

    @Test
    void aFormThatWasOpenWhileTheSiteRestartedOnlyHasToBeSentAgain() throws Exception {
        var page = site.get(HELP).page();
        site.close();
        site = new FeedbackSite(data);
        var answer = site.submit(page, TYPED);
        nothingIsLost(answer, 422, "重新启动");
        receipt(site.submit(answer.page(), Map.of()));
        assertEquals(1, count());
    }

    @Test
    void aProgramThatFillsInEverythingIsNotTakenForAPerson() throws Exception {
        var typed = new HashMap<>(TYPED);
        typed.put("homepage", "https://buy.example");
        var answer = site.fill(HELP, typed);
        nothingIsLost(answer, 422, "已经清空");
        assertEquals(0, count());
        receipt(site.submit(answer.page(), Map.of()));
        assertEquals(1, count());
    }

    @Test
    void aFormThatAnotherSiteSentIsShownToItsReaderFirst() throws Exception {
        var answer = site.fill(HELP, TYPED, "Sec-Fetch-Site", "cross-site");
        nothingIsLost(answer, 403, "不是从本站的页面发出的");
        assertEquals(0, count());
        receipt(site.submit(answer.page(), Map.of(), "Sec-Fetch-Site", "same-origin"));
        assertEquals(1, count());
    }

    @Test
    void aFormThatWasNeverShownIsNotTaken() throws Exception {
        nothingIsLost(site.fill(HELP, with("token", "")), 422, "再按一次“提交”");
        nothingIsLost(site.fill(HELP, with("token", "A".repeat(54))), 422, "再按一次“提交”");
        assertEquals(0, count());
    }

    private static Map<String, String> with(String name, String value) {
        var typed = new HashMap<>(TYPED);
        typed.put(name, value);
        return typed;
    }

    @Test
    void oneNetworkWritesSoOftenAndThenWaits() throws Exception {
        for (int i = 0; i < Feedback.MESSAGES; i++) {
            receipt(site.fill(HELP, with("words", "第 " + i)));
        }
        var answer = site.fill(HELP, TYPED);
        nothingIsLost(answer, 429, "请过 1 分钟再按“提交”");
        assertEquals("60", answer.header("Retry-After"));
        assertEquals(Feedback.MESSAGES, count());

        receipt(site.fill(HELP, with("words", "别处来的"), "X-Forwarded-For", "192.0.2.7"));
        site.pass(Feedback.MESSAGE_PAUSE);
        receipt(site.submit(answer.page(), Map.of()));
        assertEquals(Feedback.MESSAGES + 2, count());
    }

    @Test
    void twoHundredAtOnceAreAllKeptUnderTheirOwnNumbers() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 200)
                            .mapToObj(i ->
                                    threads.submit(() ->
                                            receipt(
                                                    site.fill(
                                                            HELP,
                                                            Map.of("words", "第 " + i + " 条"),
                                                            "X-Forwarded-For",
                                                            "192.0.2." + i))))
                            .toList();
            var receipts = new HashSet<Receipt>();
            for (int i = 0; i < answers.size(); i++) {
                var receipt = answers.get(i).get();
                assertTrue(receipts.add(receipt), "given twice");
                var message = site.messages(store -> store.find(receipt));
                assertNotNull(message);
                assertEquals("第 " + i + " 条", message.draft().words());
            }
        }
        assertEquals(200, count());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aDataFolderThatFailsLosesNoWordAndNoPublicPage() throws Exception {
        delete(data);
        Files.writeString(data, "a file where the folder should be");
        assertEquals(200, site.get("/services/two-subsidies").status());
        var answer = site.fill(HELP, TYPED);
        nothingIsLost(answer, 503, "不是您的错");
        assertEquals("120", answer.header("Retry-After"));
        var lookUp = site.get("/feedback/receipt?number=" + NOBODYS.digits());
        assertEquals(503, lookUp.status());
        assertTrue(text(lookUp.page(), "#errors").contains("现在查不了"));

        Files.delete(data);
        receipt(site.submit(answer.page(), Map.of()));
        assertEquals(1, count());
    }

    @Test
    void whatWasAnsweredIsReadWithTheNumber() throws Exception {
        var receipt = receipt(site.fill(HELP, TYPED));
        site.pass(Duration.ofDays(1));
        site.messages(store -> store.answer(receipt, "请带上残疾人证。\n<b>到窗口</b>"));
        var typed = receipt.grouped().replace(' ', '+');
        var page = site.get("/feedback/receipt?number=+" + typed).page();
        assertEquals("已经答复", text(page, "h1"));
        assertTrue(text(page, "main").contains("2026 年 11 月 26 日"));
        var lines = page.select("section[aria-labelledby=answer] p").eachText();
        assertEquals(List.of("请带上残疾人证。", "<b>到窗口</b>"), lines);
    }

    @Test
    void aNumberThatLeadsNowhereIsShownAgainWithWhatToDo() throws Exception {
        receipt(site.fill(HELP, TYPED));
        for (var typed : List.of("12345", "<script>", "%00", "111111111111")) {
            var answer =
                    site.get(
                            "/feedback/receipt?number="
                                    + typed.replace("<", "%3C").replace(">", "%3E"));
            assertEquals(404, answer.status());
            assertTrue(answer.page().title().startsWith("错误："));
            assertEquals(
                    "#number",
                    Objects.requireNonNull(answer.page().selectFirst("#errors a")).attr("href"));
            var field = Objects.requireNonNull(answer.page().selectFirst("#number"));
            assertEquals("true", field.attr("aria-invalid"));
            assertTrue(text(answer.page(), "#number-error").contains("不是回执号"));
            assertTrue(answer.page().select("script:not([src^=/assets/])").isEmpty());
        }
        var unknown = site.get("/feedback/receipt?number=" + NOBODYS.digits());
        assertEquals(404, unknown.status());
        assertTrue(text(unknown.page(), "#number-error").contains("没有这个回执号"));
        assertEquals("", text(site.get("/feedback/receipt").page(), "#number"));
    }

    @Test
    void nobodyFindsNumbersByTrying() throws Exception {
        var receipt = receipt(site.fill(HELP, TYPED));
        var address = "/feedback/receipt?number=" + receipt.digits();
        for (int i = 0; i < Feedback.LOOK_UPS; i++) {
            assertEquals(200, site.get(address).status());
        }
        var answer = site.get(address);
        assertEquals(429, answer.status());
        assertEquals("10", answer.header("Retry-After"));
        assertEquals(
                receipt.digits(),
                Objects.requireNonNull(answer.page().selectFirst("#number")).attr("value"));
        site.pass(Feedback.LOOK_UP_PAUSE);
        assertEquals(200, site.get(address).status());
    }

    @Test
    void howToReachTheWriterIsDeletedWhenItsTimeIsOver() throws Exception {
        var receipt = receipt(site.fill(HELP, TYPED));
        assertEquals("小李 13800000000", only().draft().contact());
        site.close();
        site = new FeedbackSite(data, FeedbackSite.START.plus(Duration.ofDays(180)));
        // The site forgets beside its start.
        var patience = Instant.now().plusSeconds(60);
        while (!only().draft().contact().isEmpty() && Instant.now().isBefore(patience)) {
            Thread.sleep(20);
        }
        assertEquals("", only().draft().contact());
        assertEquals(200, site.get("/feedback/receipt?number=" + receipt.digits()).status());
    }

    @Test
    void hostileWordsAreKeptAsWordsAndRunNowhere() throws Exception {
        var attacks =
                List.of(
                        "<script>alert(1)</script><img src=x onerror=alert(1)>",
                        "'; DROP TABLE message; --",
                        "{{ view.token }} {% raw %} ${7*7}",
                        "</textarea><input name=\"words\">",
                        "\u202e倒过来\u2066\u200f",
                        "a\u0000b\u0007c\u001b[2J\u009f",
                        "\ud83d\udc69\u200d\ud83e\uddbd 𠮷 é Z̸̢̛͓͙a",
                        "＝cmd|' /C calc'!A0",
                        "line\r\nSet-Cookie: a=b\r\n\r\n");
        for (var attack : attacks) {
            var bad = site.fill("/feedback/format", Map.of("words", attack, "contact", attack));
            assertEquals(422, bad.status());
            assertTrue(bad.page().select("main script, main img").isEmpty());
            assertEquals(1, bad.page().select("textarea").size());
            var kept = new Draft(MessageKind.HELP, "zh-CN", "", "", null, attack, attack);
            assertEquals(
                    kept.words(),
                    Objects.requireNonNull(bad.page().selectFirst("#words")).wholeText());
            assertEquals(
                    kept.contact(),
                    Objects.requireNonNull(bad.page().selectFirst("#contact")).attr("value"));

            var receipt = receipt(site.fill(HELP, Map.of("words", attack, "contact", attack)));
            var message = site.messages(store -> store.find(receipt));
            assertNotNull(message);
            assertEquals(kept, message.draft());
            site.pass(Feedback.MESSAGE_PAUSE);
        }
    }

    @Test
    void hostileBodiesAreRefusedWithAPage() throws Exception {
        var bodies =
                Map.of(
                        "a=1&".repeat(10_000),
                        400,
                        "words=%FF%FE",
                        400,
                        "words=%",
                        400,
                        "words=%C0%80",
                        400,
                        "n".repeat(5_000) + "=1",
                        400,
                        "words=" + "1".repeat(2_000_000),
                        413,
                        "%00=%00&words=%00",
                        422,
                        "",
                        422,
                        "&&&&=&=",
                        422);
        for (var body : bodies.entrySet()) {
            var answer = site.post(HELP, body.getKey());
            assertEquals(body.getValue(), answer.status());
            assertEquals(1, answer.page().select("h1").size());
        }
        assertEquals(0, count());
    }

    /// A browser without our limits may paste a whole file.
    @Test
    void aLongPasteComesBackWhole() throws Exception {
        var pasted = "一段很长的话。".repeat(1_430);
        var answer = site.fill(HELP, with("words", pasted));
        assertEquals(422, answer.status());
        assertEquals(
                pasted, Objects.requireNonNull(answer.page().selectFirst("#words")).wholeText());
        receipt(site.submit(answer.page(), Map.of("words", pasted.substring(0, Draft.WORDS))));
    }

    @Test
    void nothingOfAMessageReachesALog() throws Exception {
        var logged = new ByteArrayOutputStream();
        var out = new PrintStream(logged, true, StandardCharsets.UTF_8);
        var handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord record) {
                        out.println(record.getLevel() + " " + record.getMessage());
                        if (record.getThrown() != null) {
                            record.getThrown().printStackTrace(out);
                        }
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        var root = Logger.getLogger("");
        var level = root.getLevel();
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.INFO);
        try {
            var receipt = receipt(site.fill(HELP, TYPED, "X-Forwarded-For", "198.51.100.23"));
            site.get("/feedback/receipt?number=" + receipt.digits());
            site.fill(HELP, with("token", ""), "X-Forwarded-For", "198.51.100.23");
            Files.move(data, folder.resolve("away"));
            Files.writeString(data, "in the way");
            assertEquals(503, site.fill(HELP, with("words", "请帮我问问别的")).status());
            site.close();
            var lines = logged.toString(StandardCharsets.UTF_8) + site.accessLog();
            assertTrue(lines.contains("POST /feedback/help 303"), "the access log is read");
            assertTrue(lines.contains("SEVERE"), "the failure is logged");
            for (var secret :
                    List.of(
                            "请帮我",
                            "小李",
                            "13800000000",
                            "哪一页",
                            receipt.digits(),
                            receipt.grouped(),
                            "198.51.100")) {
                assertFalse(lines.contains(secret), secret);
            }
        } finally {
            root.removeHandler(handler);
            root.setLevel(level);
        }
    }
}
