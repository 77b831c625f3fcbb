package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.account.Role;
import tongtu.publishing.Rules;

/// What holds around the way of a text: sessions, guests, branches, old texts, forms, times,
/// messages.
class DeskRulesTest {
    @TempDir Path folder;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());

    private StaffSite site() throws Exception {
        return StaffSite.make(folder.resolve("own"), StaffSite.QUICK, "", clock);
    }

    private void pass(Duration time) {
        ahead.set(ahead.get().plus(time));
    }

    private static void publish(StaffSite site, StaffClient author, String slug, String words)
            throws Exception {
        var reviewer = site.staff("shen-" + slug, Role.FIRST_REVIEWER);
        DeskTest.write(author, "notices", slug, words);
        DeskTest.handIn(author, "notices/" + slug, "");
        DeskTest.sign(reviewer, "notices/" + slug, 1);
        DeskTest.publish(reviewer, "notices/" + slug, "");
        DeskTest.await(site.client(), "/notices/" + slug, 200);
    }

    @Test
    void sessionsSurviveARestartAreListedAndCanBeEnded() throws Exception {
        try (var site = site()) {
            var author = site.staff("zhuan", Role.AUTHOR);
            site.restart(() -> {});
            author.follow(site.port());
            var account = author.get("/staff/account");
            assertEquals("/staff/account", account.uri().getPath());
            assertTrue(account.page().text().contains("就是这里"));
            // Signed in on another computer too, which is then ended from here.
            var other = author.elsewhere("http://localhost:" + site.port());
            assertEquals("/staff", other.signIn().uri().getPath());
            author.send(author.get("/staff/account"), "end-1", Map.of());
            assertEquals("/staff/sign-in", other.get("/staff").uri().getPath());
            assertEquals("/staff", author.get("/staff").uri().getPath());
        }
    }

    @Test
    void aSessionThatIsNotUsedEndsAndNothingTypedIsLost() throws Exception {
        try (var site = site()) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var editor = DeskTest.write(author, "notices", "tongzhi", "示例：正文。\n");
            pass(Duration.ofMinutes(59));
            assertEquals("/staff", author.get("/staff").uri().getPath());
            pass(Duration.ofMinutes(61));
            assertEquals("/staff/sign-in", author.get("/staff").uri().getPath());
            var asked = author.send(editor, "editor", Map.of("body", "示例：过了很久。\n"), "stay");
            assertEquals(401, asked.status());
            assertTrue(asked.response().body().contains("%E8%BF%87%E4%BA%86%E5%BE%88%E4%B9%85"));
        }
    }

    @Test
    void whatIsDangerousAsksAgainWhoItIs() throws Exception {
        try (var site = site()) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var reviewer = site.staff("shen", Role.FIRST_REVIEWER);
            DeskTest.write(author, "notices", "tongzhi", "示例：正文。\n");
            DeskTest.handIn(author, "notices/tongzhi", "");
            pass(Duration.ofMinutes(11));
            var page = reviewer.get("/staff/revisions/notices/tongzhi/1");
            var asked =
                    reviewer.send(
                            page, "sign-form", Map.of("task-content", "on", "task-original", "on"));
            assertEquals("确认是您本人", asked.heading());
            var wrong = reviewer.send(asked, "confirm", Map.of("password", "x", "code", "1"));
            assertEquals(422, wrong.status());
            assertTrue(reviewer.confirmed(wrong).notice().startsWith("签好了"));
        }
    }

    @Test
    void somebodyOutsideReadsAndRemarksUntilTheLinkEnds() throws Exception {
        try (var site = site()) {
            var author = site.staff("zhuan", Role.AUTHOR);
            DeskTest.write(author, "notices", "tongzhi", "示例：请专家看的话。\n");
            DeskTest.handIn(author, "notices/tongzhi", "");
            var made =
                    author.send(
                            author.get("/staff/documents/notices/tongzhi"),
                            "link",
                            Map.of("reader", "示例专家", "days", "2"));
            var address = made.notice().replaceAll(".*?(/staff/guest\\?code=[\\w-]+).*", "$1");
            var guest = site.client();
            var page = guest.get(address);
            assertTrue(page.page().text().contains("请专家看的话"), page.page().text());
            assertTrue(
                    guest.get(address.replace("guest?", "guest/page?"))
                            .page()
                            .text()
                            .contains("预览，还没有公布"));
            var sent = guest.send(page, "remark-form", Map.of("remark", "示例：专家的意见。"));
            assertTrue(sent.notice().startsWith("意见收到了"), sent.page().text());
            assertTrue(
                    author.get("/staff/revisions/notices/tongzhi/1")
                            .page()
                            .text()
                            .contains("专家的意见"));
            assertEquals(404, guest.get("/staff/guest?code=guessed").status());
            pass(Duration.ofDays(3));
            assertEquals(404, guest.get(address).status());
            assertEquals(404, guest.send(page, "remark-form", Map.of("remark", "晚了")).status());
        }
    }

    @Test
    void aBranchThatIsPushedBecomesADraft() throws Exception {
        try (var site = site()) {
            var author = site.staff("zhuan", Role.AUTHOR);
            publish(site, author, "tongzhi", "示例：正文。\n");
            var clone = folder.resolve("clone");
            try (var git =
                    Git.cloneRepository()
                            .setURI(site.data.resolve("content").toUri().toString())
                            .setDirectory(clone.toFile())
                            .setBranch("published")
                            .call()) {
                Files.writeString(
                        clone.resolve("notices/tongzhi.md"),
                        Files.readString(clone.resolve("notices/tongzhi.md"))
                                .replace("正文", "别处改的正文"));
                git.checkout().setCreateBranch(true).setName("gai").call();
                git.add().addFilepattern("notices/tongzhi.md").call();
                git.commit()
                        .setAuthor("示例外人", "x@example.cn")
                        .setMessage("改")
                        .setSign(false)
                        .call();
                git.push().add("gai").call();
            }
            var text = "";
            for (int i = 0; i < 100 && !text.contains("第 2 稿，草稿"); i++) {
                Thread.sleep(200);
                text = author.get("/staff/documents/notices/tongzhi").page().text();
            }
            assertTrue(text.contains("第 2 稿，草稿"), text);
            assertTrue(text.contains("分支 gai"), text);
            assertTrue(author.get("/staff/edit/notices/tongzhi").page().text().contains("别处改的正文"));
            assertTrue(site.client().get("/notices/tongzhi").page().text().contains("示例：正文"));
        }
    }

    @Test
    void anOldTextComesBackAsANewRevision() throws Exception {
        try (var site = site()) {
            var author = site.staff("zhuan", Role.AUTHOR);
            DeskTest.write(author, "notices", "tongzhi", "示例：第一次写的。\n");
            DeskTest.handIn(author, "notices/tongzhi", "");
            author.send(
                    author.get("/staff/edit/notices/tongzhi"),
                    "editor",
                    Map.of("body", "示例：第二次写的。\n"),
                    "stay");
            DeskTest.handIn(author, "notices/tongzhi", "");
            var back =
                    author.send(author.get("/staff/revisions/notices/tongzhi/1"), "back", Map.of());
            assertTrue(back.page().text().contains("第 3 稿，草稿"), back.page().text());
            assertTrue(
                    author.get("/staff/revisions/notices/tongzhi/3")
                            .page()
                            .text()
                            .contains("第一次写的"));
            // Any two can be reached from any comparison.
            var pairs =
                    author.get("/staff/compare/notices/tongzhi?to=3")
                            .page()
                            .select("main a")
                            .eachText();
            assertTrue(pairs.contains("第 1 稿和第 3 稿"), pairs.toString());
            assertTrue(pairs.contains("第 1 稿和第 2 稿"), pairs.toString());
            assertTrue(
                    author.get("/staff/compare/notices/tongzhi?from=1&to=3")
                            .page()
                            .text()
                            .contains("一个字也没有差"));
        }
    }

    /// In the moment in which the page is there, all its files are.
    @Test
    void everyFormAppearsAtOneMoment() throws Exception {
        var rules = new Rules(Rules.DEFAULT.steps(), true, true, true);
        try (var site = StaffSite.make(folder.resolve("own"), rules, "", clock)) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var reviewer = site.staff("shen", Role.FIRST_REVIEWER);
            DeskTest.write(author, "notices", "tongzhi", "示例：各种形式同时公布。\n");
            DeskTest.handIn(author, "notices/tongzhi", "");
            DeskTest.sign(reviewer, "notices/tongzhi", 1);
            var asked = DeskTest.publish(reviewer, "notices/tongzhi", "");
            var waits = asked.page().text();
            var resident = site.client();
            StaffClient.Got page = resident.get("/notices/tongzhi");
            for (int i = 0; i < 1_200 && page.status() != 200; i++) {
                waits += author.get("/staff/documents/notices/tongzhi").page().text();
                Thread.sleep(50);
                page = resident.get("/notices/tongzhi");
            }
            assertEquals(200, page.status());
            assertFalse(page.page().text().contains("还没有做好"), page.page().text());
            assertTrue(page.page().text().contains("PDF，12 磅字"), page.page().text());
            assertTrue(waits.contains("在等各种形式做好"), "it was said what was waited for");
            var matrix = author.get("/staff/forms").page().select("tbody tr td");
            assertEquals(14, matrix.stream().filter(cell -> cell.text().equals("好了")).count());
        }
    }

    /// Killed after the commit and before the row that tells of it: the row is made at the start.
    @Test
    void aCommitThatNobodyNotedIsNotedAtTheStart() throws Exception {
        try (var site = site()) {
            var author = site.staff("zhuan", Role.AUTHOR);
            publish(site, author, "tongzhi", "示例：正文。\n");
            site.restart(() -> {
                try (var database = new tongtu.database.Database(site.data)) {
                    database.write(connection -> {
                        tongtu.database.Sql.update(
                                connection,
                                "UPDATE appointment SET done_at = NULL WHERE action = 'PUBLISH'");
                        return tongtu.database.Sql.update(
                                connection, "DELETE FROM revision_state WHERE state = 'PUBLISHED'");
                    });
                } catch (tongtu.database.DatabaseUnavailable e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(
                    site.site().mended().stream().anyMatch(words -> words.contains("补上了记录")),
                    site.site().mended().toString());
            author.follow(site.port());
            assertTrue(
                    author.get("/staff/documents/notices/tongzhi")
                            .page()
                            .text()
                            .contains("第 1 稿，已发布"));
            assertEquals(200, site.client().get("/notices/tongzhi").status());
        }
    }

    @Test
    void whatExpiresIsArchivedWhenItsTimeHasCome() throws Exception {
        try (var site = site()) {
            var author = site.staff("zhuan", Role.AUTHOR);
            publish(site, author, "tongzhi", "示例：正文。\n");
            var boss = site.staff("fabu", Role.PUBLISHER);
            var at =
                    DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                            .withZone(ZoneId.of("Asia/Shanghai"))
                            .format(clock.instant().plus(Duration.ofMinutes(9)));
            boss.send(
                    boss.get("/staff/documents/notices/tongzhi"),
                    "retire",
                    Map.of("action", "archive", "reason", "示例：过期了", "at", at));
            Thread.sleep(1_500);
            var before = site.client().get("/notices/tongzhi").page().text();
            assertFalse(before.contains("已归档"));
            pass(Duration.ofMinutes(10));
            var text = before;
            for (int i = 0; i < 100 && !text.contains("已归档"); i++) {
                Thread.sleep(100);
                text = site.client().get("/notices/tongzhi").page().text();
            }
            assertTrue(text.contains("已归档") && text.contains("示例：过期了"), text);
        }
    }

    @Test
    void messagesAreAnsweredAtTheDesk() throws Exception {
        try (var site = site()) {
            var boss = site.staff("fabu", Role.PUBLISHER);
            var resident = site.client();
            var form = resident.get("/feedback/help").page().selectFirst("main form");
            var fields = StaffClient.fields(Objects.requireNonNull(form), "");
            fields.put("words", "示例：怎么申请？");
            var receipt = resident.post("/feedback/help", fields);
            assertTrue(boss.get("/staff/health").page().text().contains("没有答复的留言（1）"));
            var list = boss.get("/staff/messages");
            var link = Objects.requireNonNull(list.page().selectFirst("tbody a")).attr("href");
            var answered = boss.send(boss.get(link), "answer-form", Map.of("answer", "示例：到窗口。"));
            assertTrue(answered.notice().startsWith("答复好了"), answered.page().text());
            assertTrue(resident.get(receipt.uri().toString()).page().text().contains("示例：到窗口。"));
        }
    }

    @Test
    void underHttpsTheCookieIsOfThisHostAlone() throws Exception {
        StaffSite.init(folder.resolve("own"));
        try (var site =
                StaffSite.at(
                        folder.resolve("own"),
                        StaffSite.QUICK,
                        "",
                        clock,
                        "localhost",
                        "https://tongtu.example")) {
            var code = site.add("zhuan", "示例", java.util.Set.of());
            var client = site.client();
            var page = client.get("/staff/setup?code=" + code);
            var fields =
                    StaffClient.fields(
                            Objects.requireNonNull(page.page().getElementById("password-form")),
                            "");
            fields.put("password", StaffClient.PASSWORD);
            fields.put(
                    "code-now",
                    StaffClient.code(
                            String.valueOf(fields.get("totp")),
                            clock.instant().getEpochSecond() / 30));
            var http =
                    java.net.http.HttpClient.newBuilder()
                            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                            .build();
            var reply =
                    http.send(
                            client.posted("/staff/setup", fields).build(),
                            java.net.http.HttpResponse.BodyHandlers.ofString(
                                    StandardCharsets.UTF_8));
            assertEquals(303, reply.statusCode());
            var cookie = reply.headers().firstValue("Set-Cookie").orElse("");
            assertTrue(cookie.startsWith("__Host-staff="), cookie);
            for (var each : new String[] {"; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"}) {
                assertTrue(cookie.contains(each), cookie);
            }
            http.close();
        }
    }

    @Test
    void whereOthersCouldReadAPasswordTheDeskIsClosed() throws Exception {
        StaffSite.init(folder.resolve("own"));
        try (var site =
                StaffSite.at(folder.resolve("own"), StaffSite.QUICK, "", clock, "0.0.0.0", "")) {
            var page = site.client().get("/staff/sign-in");
            assertEquals(503, page.status());
            assertEquals("工作人员页面没有开", page.heading());
            assertEquals(200, site.client().get("/").status());
        }
    }

    /// What is known of passwords: length, and that no list has it.
    @Test
    void passwordsThatOthersGuessAreRefused() throws Exception {
        try (var site = site()) {
            for (var bad : new String[] {"short", "password1234", "1111111111", "qwertyuiop"}) {
                var name = "n" + Integer.toHexString(bad.hashCode());
                var code = site.add(name, "示例", java.util.Set.of());
                var client = site.client();
                var page = client.get("/staff/setup?code=" + code);
                var refused =
                        client.send(
                                page,
                                "password-form",
                                Map.of("password", bad, "code-now", "000000"));
                assertEquals(422, refused.status(), bad);
                assertTrue(
                        refused.page().getElementById("password-error") != null, bad + " is taken");
            }
        }
    }
}
