package tongtu.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.virtualauthenticator.Credential;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import tongtu.account.Duty;
import tongtu.account.Role;
import tongtu.app.StaffClient;
import tongtu.app.StaffSite;

/// The whole way of a text in a real browser by keyboard alone: with script and passkeys, and again
/// without script by password and codes.
@Tag("browser")
class StaffWalkTest {
    private static final String PASSWORD = StaffClient.PASSWORD;

    /// Where pictures for the guide go; nowhere unless asked for.
    private static final String PICTURES = System.getProperty("tongtu.pictures", "");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> aTextGoesItsWholeWay() {
        return Stream.of(true, false)
                .map(withScript ->
                        DynamicTest.dynamicTest(
                                withScript ? "with script and passkeys" : "without script",
                                () -> new Walk(folder, withScript).walk()));
    }

    private static final class Walk {
        private final Path folder;
        private final boolean withScript;
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        private final InstantSource clock = () -> Instant.now().plus(ahead.get());
        private final Browser browser = Browser.get().reset();
        private final Keyboard keyboard = new Keyboard(browser);
        private final Map<String, Credential> keys = new LinkedHashMap<>();
        private final Map<String, String> secrets = new LinkedHashMap<>();
        private final Map<String, Long> steps = new LinkedHashMap<>();
        private StaffSite site;
        private VirtualAuthenticator authenticator;
        private int picture;

        Walk(Path folder, boolean withScript) {
            this.folder = folder;
            this.withScript = withScript;
        }

        void walk() throws Exception {
            try (var own =
                    StaffSite.make(
                            folder.resolve(withScript ? "script" : "none"),
                            StaffSite.QUICK,
                            "",
                            clock)) {
                site = own;
                if (withScript) {
                    authenticator =
                            browser.driver()
                                    .addVirtualAuthenticator(
                                            new VirtualAuthenticatorOptions()
                                                    .setHasResidentKey(true)
                                                    .setHasUserVerification(true)
                                                    .setIsUserVerified(true));
                } else {
                    browser.withoutScript();
                }
                join("zhuan", Role.AUTHOR);
                join("yi", Role.FIRST_REVIEWER);
                join("er", Role.SECOND_REVIEWER);
                join("san", Role.THIRD_REVIEWER);
                join("fabu", Role.PUBLISHER);
                way();
            } finally {
                if (withScript) {
                    browser.driver().removeVirtualAuthenticator(authenticator);
                }
                browser.reset();
            }
        }

        private void way() throws Exception {
            signIn("zhuan");
            picture("home");
            follow("写一篇新的");
            focus("政策文件");
            keyboard.press(" ");
            fill("标题", "示例：补贴怎么领");
            // What is wrong is said, focused, and leads to its field.
            fill("网址里的名字", "A B");
            press("开始写");
            waitFor("有误：写一篇新的");
            assertEquals("notice", active().getDomAttribute("id"));
            keyboard.tab();
            keyboard.enter();
            assertEquals("网址里的名字", active().getAccessibleName());
            clear();
            keyboard.press("butie");
            picture("new");
            press("开始写");
            waitFor("写：示例：补贴怎么领");
            fill("正文", "## 谁能领\n\n示例：残疾人可以领。\n\n示例：每月发一次。\n");
            if (withScript) {
                until(
                        () -> browser.driver().findElement(By.id("saving")).getText(),
                        text -> text.startsWith("草稿已存"));
            }
            picture("editor");
            press("保存草稿");
            waitFor("写：示例：补贴怎么领");
            assertTrue(active().getText().startsWith("草稿存好了"), active().getText());
            follow("预览（照存好的草稿）");
            waitFor("预览草稿");
            picture("preview");
            follow("网页，和公众看到的一样");
            waitFor("示例：补贴怎么领");
            assertTrue(text().contains("预览草稿，还没有公布。"));
            browser.driver().get(base() + "/staff/documents/policies/butie");
            fill("改了什么", "第一次写");
            press("交稿并送审");
            assertTrue(active().getText().startsWith("送审了"), active().getText());
            signOut();

            // Sent back with a reason, corrected, signed by three.
            signIn("yi");
            follow("看稿：示例：补贴怎么领");
            waitFor("第 1 稿");
            picture("review");
            follow("退回", "summary");
            fill("为什么退回", "示例：发放的时间不对");
            press("退回");
            assertTrue(active().getText().startsWith("退回了"), active().getText());
            signOut();
            signIn("zhuan");
            follow("看退回的：示例：补贴怎么领");
            waitFor("示例：补贴怎么领");
            follow("在最新一稿上改");
            waitFor("写：示例：补贴怎么领");
            fill("正文", "## 谁能领\n\n示例：残疾人可以领。\n\n示例：每季度发一次。\n");
            press("保存草稿");
            waitFor("写：示例：补贴怎么领");
            follow("这份文件的全部情况");
            waitFor("示例：补贴怎么领");
            fill("改了什么", "改成每季度");
            press("交稿并送审");
            signOut();
            for (var who : List.of("yi", "er", "san")) {
                signIn(who);
                follow("看稿：示例：补贴怎么领");
                waitFor("第 2 稿");
                focus("审：");
                keyboard.press(" ");
                focus("校：");
                keyboard.press(" ");
                if (who.equals("yi")) {
                    picture("sign");
                }
                press("签" + Map.of("yi", "一审", "er", "二审", "san", "三审").get(who));
                assertTrue(active().getText().startsWith("签好了"), active().getText());
                if (!who.equals("san")) {
                    signOut();
                }
            }

            // Scheduled, and there when its time has come.
            var at =
                    DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                            .withZone(ZoneId.of("Asia/Shanghai"))
                            .format(clock.instant().plus(Duration.ofMinutes(5)));
            fill("什么时候公布", at);
            picture("publish");
            press("发布");
            assertTrue(active().getText().startsWith("定好时间了"), active().getText());
            assertEquals(404, site.client().get("/policies/butie").status());
            ahead.set(ahead.get().plus(Duration.ofMinutes(6)));
            until(() -> String.valueOf(status("/policies/butie")), status -> status.equals("200"));
            signOut();

            // As a resident.
            browser.driver().get(base() + "/policies/butie");
            waitFor("示例：补贴怎么领");
            assertTrue(text().contains("每季度发一次"));
            follow("以前的版本和改动");
            waitFor("各个版本");
            picture("versions");

            // Compared and withdrawn.
            signIn("fabu");
            follow("看全部文件");
            waitFor("文件");
            follow("示例：补贴怎么领");
            waitFor("示例：补贴怎么领");
            follow("第 2 稿改了什么");
            waitFor("第 1 稿和第 2 稿比");
            assertTrue(text().contains("第 3 段改了 1 处"), text());
            picture("compare");
            browser.driver().get(base() + "/staff/documents/policies/butie");
            follow("撤下或归档", "summary");
            focus("归档", "input");
            keyboard.press(Keys.ARROW_DOWN);
            assertEquals("撤下", active().getAccessibleName());
            fill("理由", "示例：另发新的");
            press("照办");
            assertTrue(active().getText().startsWith("记下了"), active().getText());
            until(() -> String.valueOf(status("/policies/butie")), status -> status.equals("410"));
            browser.driver().get(base() + "/policies/butie");
            assertTrue(text().contains("示例：另发新的"));
        }

        private String base() {
            return "http://localhost:" + site.port();
        }

        private int status(String path) {
            try {
                return site.client().get(path).status();
            } catch (Exception e) {
                return 0;
            }
        }

        /// Opens the link that somebody was given, and sets how they sign in.
        private void join(String name, Role role) throws Exception {
            var code = site.add(name, "示例" + name, Set.of(new Duty(Duty.EVERYWHERE, role)));
            browser.driver().get(base() + "/staff/setup?code=" + code);
            waitFor("设置登录");
            if (name.equals("zhuan")) {
                picture("setup");
            }
            if (withScript) {
                authenticator.removeAllCredentials();
                fill("给它起个名字", "示例电脑");
                press("添加通行密钥");
            } else {
                var secret =
                        browser.driver()
                                .findElement(By.cssSelector("input[name=totp]"))
                                .getDomAttribute("value");
                secrets.put(name, String.valueOf(secret));
                fill("新密码", PASSWORD);
                fill("动态码", code(name));
                press("设好密码");
            }
            waitFor("示例" + name + "的工作台");
            if (withScript) {
                keys.put(name, authenticator.getCredentials().getFirst());
            }
            signOut();
        }

        private String code(String name) throws Exception {
            long now = clock.instant().getEpochSecond() / 30;
            long step = Math.max(steps.getOrDefault(name, 0L) + 1, now);
            while (step > clock.instant().getEpochSecond() / 30 + 1) {
                Thread.sleep(200);
            }
            steps.put(name, step);
            return StaffClient.code(secrets.get(name), step);
        }

        private void signIn(String name) throws Exception {
            browser.driver().get(base() + "/staff/sign-in");
            waitFor("工作人员登录");
            if (name.equals("yi")) {
                picture("sign-in");
            }
            if (withScript) {
                authenticator.removeAllCredentials();
                authenticator.addCredential(keys.get(name));
                press("用通行密钥登录");
            } else {
                fill("登录名", name);
                fill("密码", PASSWORD);
                fill("动态码", code(name));
                press("登录");
            }
            waitFor("示例" + name + "的工作台");
            if (withScript) {
                // It counts how often it signs.
                keys.put(name, authenticator.getCredentials().getFirst());
            }
        }

        private void signOut() {
            press("退出");
            waitFor("工作人员登录");
        }

        private WebElement active() {
            return browser.driver().switchTo().activeElement();
        }

        private String text() {
            return browser.driver().findElement(By.tagName("body")).getText();
        }

        /// Goes by Tab to what has a name that begins so, among elements of a selector.
        private WebElement focus(String name, String... tags) {
            for (int i = 0; i < 400; i++) {
                var on = active();
                boolean isWanted = tags.length == 0 || List.of(tags).contains(on.getTagName());
                if (isWanted
                        && !on.getTagName().equals("body")
                        && on.getAccessibleName().startsWith(name)) {
                    return on;
                }
                keyboard.tab();
            }
            throw new AssertionError("Tab does not lead to " + name + " on " + text());
        }

        private void follow(String name) {
            follow(name, "a");
        }

        private void follow(String name, String tag) {
            focus(name, tag);
            keyboard.enter();
            settle();
        }

        private void press(String name) {
            focus(name, "button");
            keyboard.enter();
            settle();
        }

        private void fill(String name, String words) {
            focus(name, "input", "textarea");
            clear();
            keyboard.press(words);
        }

        private void clear() {
            new Actions(browser.driver())
                    .keyDown(Keys.CONTROL)
                    .sendKeys("a")
                    .keyUp(Keys.CONTROL)
                    .sendKeys(Keys.DELETE)
                    .perform();
        }

        /// A page that was asked for is there when the document is another one.
        private void settle() {
            try {
                Thread.sleep(150);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            until(
                    () -> String.valueOf(browser.run("return document.readyState")),
                    state -> state.equals("complete"));
        }

        private void waitFor(String title) {
            until(() -> String.valueOf(browser.driver().getTitle()), now -> now.startsWith(title));
        }

        private interface Looking {
            String look();
        }

        private void until(Looking looking, java.util.function.Predicate<String> isRight) {
            var patience = Instant.now().plus(Duration.ofSeconds(30));
            var seen = looking.look();
            while (!isRight.test(seen)) {
                assertTrue(Instant.now().isBefore(patience), "still: " + seen + "\n" + text());
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                seen = looking.look();
            }
        }

        private void picture(String name) throws Exception {
            if (!PICTURES.isEmpty() && withScript) {
                var file = Path.of(PICTURES).resolve("staff-" + ++picture + "-" + name + ".png");
                Files.write(file, browser.driver().getScreenshotAs(OutputType.BYTES));
            }
        }
    }
}
