package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import tongtu.database.Database;
import tongtu.messages.Draft;
import tongtu.messages.MessageKind;
import tongtu.messages.MessageStore;
import tongtu.messages.Receipt;

/// Writing to the body in a real browser: the pages, and the whole way by keyboard, with script and
/// without.
@Tag("browser")
class FeedbackWalkTest {
    private static final String SERVICE = "/services/two-subsidies";

    @TempDir private static Path folder = Path.of("");
    private static RunningSite site;
    private static SentForms sent;

    @BeforeAll
    static void open() throws Exception {
        site = new RunningSite(Path.of("content").toAbsolutePath(), folder.resolve("data"));
        sent = new SentForms(site);
    }

    @AfterAll
    static void close() throws Exception {
        sent.close();
        site.close();
    }

    private static Receipt kept(String answer) throws Exception {
        try (var database = new Database(folder.resolve("data"))) {
            var store = new MessageStore(database, RunningSite.NOON, new SecureRandom());
            var draft = new Draft(MessageKind.HELP, "zh-CN", "", "", null, "怎么申请", "");
            var receipt = store.add(draft, "form " + answer);
            assertNotNull(receipt);
            if (!answer.isEmpty()) {
                store.answer(receipt, answer);
            }
            return receipt;
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyPageIsRight() throws Exception {
        var receipt = "/feedback/receipt?number=";
        return Checks.of(
                Stream.of(
                        site.page("choice", "/feedback"),
                        site.page("mistake on a page", "/feedback/mistake?page=" + SERVICE),
                        site.page("another format", "/feedback/format"),
                        site.page("help, in English", "/feedback/help?page=/&lang=en").in("en"),
                        sent.page("nothing filled in", "/feedback/format", ""),
                        sent.page("open for too long", "/feedback/help", "words=%E4%B8%80"),
                        sent.page("receipt", receipt + kept("").digits()),
                        sent.page("answered", receipt + kept("请到窗口。\n带上证件。").digits()),
                        sent.page("no receipt", receipt + "1234")));
    }

    @TestFactory
    Stream<DynamicTest> aMistakeIsReportedByKeyboardAlone() {
        return Stream.of(true, false)
                .map(withScript ->
                        DynamicTest.dynamicTest(
                                withScript ? "with script" : "without script",
                                () -> walk(withScript)));
    }

    private static void walk(boolean withScript) {
        var page = site.page("service guide", SERVICE);
        var browser = Browser.get().reset();
        if (!withScript) {
            browser.withoutScript();
        }
        browser.open(page.url());
        var keyboard = new Keyboard(browser);
        focusLink(browser, "报告这一页的错误");
        keyboard.enter();
        waitFor(browser, "报告错误");

        // Sent as it is: the summary has the focus, and leads to the field.
        tabTo(browser, keyboard, "button");
        keyboard.enter();
        waitFor(browser, "错误：报告错误");
        var summary = browser.driver().switchTo().activeElement();
        assertEquals("errors", summary.getDomAttribute("id"));
        assertEquals("还有 1 处要改", summary.getAccessibleName());
        var ring =
                summary.getCssValue("outline-style") + " " + summary.getCssValue("outline-width");
        assertEquals("solid 3px", ring, "the focus is seen");
        keyboard.tab();
        assertEquals("写一写哪里错了", browser.driver().switchTo().activeElement().getText());
        keyboard.enter();
        var words = browser.driver().switchTo().activeElement();
        assertEquals("words", words.getDomAttribute("id"));
        assertEquals("哪里错了", words.getAccessibleName());

        keyboard.press("电话号码少了一位。");
        keyboard.press(Keys.TAB + "邻居小李");
        keyboard.press(Keys.TAB + "" + Keys.ENTER);
        waitFor(browser, "已经收到");
        assertTrue(browser.driver().getCurrentUrl().contains("/feedback/receipt?number="));
        var number = browser.driver().findElement(By.cssSelector(".receipt")).getText();
        assertTrue(number.matches("[1-9]{4} [1-9]{4} [1-9]{4}"), number);
        browser.driver().navigate().refresh();
        waitFor(browser, "已经收到");
        assertEquals(number, browser.driver().findElement(By.cssSelector(".receipt")).getText());
    }

    private static void focusLink(Browser browser, String text) {
        var link = browser.driver().findElement(By.partialLinkText(text));
        for (int i = 0; i < 500; i++) {
            if (browser.driver().switchTo().activeElement().equals(link)) {
                return;
            }
            new Keyboard(browser).tab();
        }
        throw new AssertionError("Tab does not lead to " + text);
    }

    private static void tabTo(Browser browser, Keyboard keyboard, String tag) {
        for (int i = 0; i < 50; i++) {
            if (browser.driver().switchTo().activeElement().getTagName().equals(tag)) {
                return;
            }
            keyboard.tab();
        }
        throw new AssertionError("Tab does not lead to a " + tag);
    }

    /// What a reader does: waits until the page is there.
    private static void waitFor(Browser browser, String title) {
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        // With its style, which comes after its title.
        while (!String.valueOf(browser.driver().getTitle()).startsWith(title)
                || !"complete".equals(browser.run("return document.readyState"))) {
            assertTrue(
                    Instant.now().isBefore(patience),
                    () -> title + " did not come, but " + browser.driver().getTitle());
        }
        assertEquals(List.of(), browser.driver().findElements(By.cssSelector("script:not([src])")));
    }
}
