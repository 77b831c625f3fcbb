package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import tongtu.account.Role;
import tongtu.app.DeskTest;
import tongtu.app.StaffClient;
import tongtu.app.StaffSite;

/// What only script does: a reader who comes again is told what changed; staff are warned before
/// their session ends.
@Tag("browser")
class DeskScriptsTest {
    @TempDir Path folder;

    private static void until(String what, java.util.function.BooleanSupplier is) throws Exception {
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (!is.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(patience), what);
            Thread.sleep(100);
        }
    }

    private static void publish(StaffClient author, StaffClient reviewer, int number)
            throws Exception {
        DeskTest.handIn(author, "notices/tongzhi", "示例说明");
        DeskTest.sign(reviewer, "notices/tongzhi", number);
        DeskTest.publish(reviewer, "notices/tongzhi", "");
    }

    @Test
    void aReaderWhoComesAgainIsToldWhatChanged() throws Exception {
        try (var site = StaffSite.make(folder.resolve("own"))) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var reviewer = site.staff("shen", Role.FIRST_REVIEWER);
            DeskTest.write(author, "notices", "tongzhi", "示例：每月发一次。\n\n示例：不变的一段。\n");
            publish(author, reviewer, 1);
            DeskTest.await(site.client(), "/notices/tongzhi", 200);
            var browser = Browser.get().reset();
            var url = "http://localhost:" + site.port() + "/notices/tongzhi";
            browser.driver().get(url);
            browser.driver().get(url);
            Thread.sleep(700);
            assertTrue(browser.driver().findElements(By.className("since")).isEmpty());
            author.send(
                    author.get("/staff/edit/notices/tongzhi"),
                    "editor",
                    Map.of("body", "示例：每季度发一次。\n\n示例：不变的一段。\n"),
                    "stay");
            publish(author, reviewer, 2);
            var resident = site.client();
            until(
                    "published",
                    () -> {
                        try {
                            return resident.get("/notices/tongzhi").page().text().contains("每季度");
                        } catch (Exception e) {
                            return false;
                        }
                    });
            browser.driver().get(url);
            until(
                    "told",
                    () ->
                            browser.driver().findElements(By.className("since")).stream()
                                    .anyMatch(each -> each.getText().contains("改了 1 段")));
            var told = browser.driver().findElement(By.className("since"));
            assertEquals("status", told.getAriaRole());
            assertTrue(told.getText().contains("以前的版本和改动"), told.getText());
            var marked = browser.driver().findElements(By.cssSelector(".text .hint"));
            assertEquals(1, marked.size());
            assertEquals("（改过）", marked.getFirst().getText());
            // Told once: now this version is the one that was seen.
            browser.driver().get(url);
            Thread.sleep(700);
            assertTrue(browser.driver().findElements(By.className("since")).isEmpty());
            browser.run("localStorage.clear()");
            browser.reset();
        }
    }

    @Test
    void staffAreWarnedBeforeTheirSessionEndsAndKeepItWithOneKey() throws Exception {
        try (var site = StaffSite.make(folder.resolve("own"), 1)) {
            var author = site.staff("zhuan", Role.AUTHOR);
            DeskTest.write(author, "notices", "tongzhi", "示例：正文。\n");
            var browser = Browser.get().reset();
            browser.driver().get("http://localhost:" + site.port() + "/");
            browser.driver()
                    .manage()
                    .addCookie(new Cookie("staff", author.cookie("staff"), "localhost", "/", null));
            browser.driver().get("http://localhost:" + site.port() + "/staff/edit/notices/tongzhi");
            var body = browser.driver().findElement(By.id("body"));
            body.sendKeys("示例：还没有存的话。");
            until(
                    "warned",
                    () ->
                            !browser.driver()
                                    .findElements(By.cssSelector("[role=alertdialog]"))
                                    .isEmpty());
            var box = browser.driver().findElement(By.cssSelector("[role=alertdialog]"));
            assertTrue(box.getAccessibleName().contains("自动退出"), box.getAccessibleName());
            assertEquals("接着用", browser.driver().switchTo().activeElement().getAccessibleName());
            new Keyboard(browser).enter();
            until(
                    "gone",
                    () ->
                            browser.driver()
                                    .findElements(By.cssSelector("[role=alertdialog]"))
                                    .isEmpty());
            assertEquals("body", browser.driver().switchTo().activeElement().getDomAttribute("id"));
            assertTrue(author.get("/staff/edit/notices/tongzhi").page().text().contains("还没有存的话"));
            browser.reset();
        }
    }
}
