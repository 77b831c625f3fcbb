package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.account.Role;
import tongtu.archive.Archive;

/// A text on its way from a draft to a page and off again, over HTTP and without script.
public class DeskTest {
    @TempDir Path folder;

    private static final Map<String, String> BOTH =
            Map.of("task-content", "on", "task-original", "on");

    public static StaffClient.Got write(StaffClient author, String kind, String slug, String body)
            throws Exception {
        var editor =
                author.send(
                        author.get("/staff/new"),
                        "new",
                        Map.of("kind", kind, "title", "示例：补贴怎么领", "slug", slug));
        assertEquals(200, editor.status(), editor.page().text());
        var saved = author.send(editor, "editor", Map.of("body", body), "stay");
        assertTrue(saved.notice().startsWith("草稿存好了"), saved.page().text());
        return saved;
    }

    public static StaffClient.Got handIn(StaffClient author, String path, String note)
            throws Exception {
        var page = author.get("/staff/documents/" + path);
        return author.send(page, "hand-in-form", Map.of("note", note), "submit");
    }

    public static StaffClient.Got sign(StaffClient reviewer, String path, int number)
            throws Exception {
        var page = reviewer.get("/staff/revisions/" + path + "/" + number);
        return reviewer.confirmed(reviewer.send(page, "sign-form", BOTH));
    }

    public static StaffClient.Got publish(StaffClient publisher, String path, String at)
            throws Exception {
        var page = publisher.get("/staff/documents/" + path);
        return publisher.confirmed(publisher.send(page, "publish", Map.of("at", at)));
    }

    public static StaffClient.Got await(StaffClient resident, String path, int status)
            throws Exception {
        for (int i = 0; i < 200; i++) {
            var page = resident.get(path);
            if (page.status() == status) {
                return page;
            }
            Thread.sleep(50);
        }
        return resident.get(path);
    }

    @Test
    void aTextGoesFromDraftThroughThreeReviewsToAPageAndOff() throws Exception {
        try (var site = StaffSite.make(folder.resolve("own"))) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var first = site.staff("yi", Role.FIRST_REVIEWER);
            var second = site.staff("er", Role.SECOND_REVIEWER);
            var third = site.staff("san", Role.THIRD_REVIEWER);
            var resident = site.client();

            write(author, "policies", "butie", "## 谁能领\n\n示例：残疾人可以领。\n\n示例：每月发一次。\n");
            assertEquals(404, resident.get("/policies/butie").status());
            var handed = handIn(author, "policies/butie", "第一次写");
            assertTrue(handed.notice().startsWith("送审了"), handed.page().text());

            // Nobody signs what is not theirs to sign.
            assertFalse(second.get("/staff/revisions/policies/butie/1").has("sign-form"));
            assertTrue(first.get("/staff").page().text().contains("等您签的（1）"));
            assertTrue(author.get("/staff").page().text().contains("等一审：示例yi"));
            assertTrue(sign(first, "policies/butie", 1).notice().startsWith("签好了"));
            assertTrue(sign(second, "policies/butie", 1).notice().startsWith("签好了"));
            assertEquals(404, resident.get("/policies/butie").status());
            assertTrue(sign(third, "policies/butie", 1).notice().startsWith("签好了"));

            // Who signs last may publish.
            var published = publish(third, "policies/butie", "");
            assertEquals(200, published.status(), published.page().text());
            var page = await(resident, "/policies/butie", 200);
            assertEquals("示例：补贴怎么领", page.heading());
            assertTrue(page.page().text().contains("示例san"), "who proofread it is told");
            var found = resident.get("/search?q=%E6%AF%8F%E6%9C%88");
            assertTrue(found.page().text().contains("示例：补贴怎么领"), found.page().text());

            // Corrected: a new revision is reviewed from the start.
            var editor = author.get("/staff/edit/policies/butie");
            author.send(
                    editor,
                    "editor",
                    Map.of("body", "## 谁能领\n\n示例：残疾人可以领。\n\n示例：每季度发一次。\n\n示例：新的一段。\n"),
                    "stay");
            handIn(author, "policies/butie", "改成每季度");
            var compared = author.get("/staff/compare/policies/butie?from=1&to=2");
            assertTrue(compared.page().text().contains("第 3 段改了 1 处"), compared.page().text());
            assertTrue(compared.page().text().contains("第 4 段是新加的"), compared.page().text());
            assertTrue(resident.get("/policies/butie").page().text().contains("每月发一次"));
            sign(first, "policies/butie", 2);
            sign(second, "policies/butie", 2);
            sign(third, "policies/butie", 2);
            publish(third, "policies/butie", "");
            for (int i = 0; i < 200; i++) {
                if (resident.get("/policies/butie").page().text().contains("每季度")) {
                    break;
                }
                Thread.sleep(50);
            }
            assertTrue(resident.get("/policies/butie").page().text().contains("每季度发一次"));

            // Anybody reads what it was, as of its dates, and what changed.
            var versions = resident.get("/versions/policies/butie");
            assertTrue(versions.page().text().contains("改成每季度"), versions.page().text());
            var old = resident.get("/versions/policies/butie/1");
            assertTrue(old.page().text().contains("每月发一次"));
            assertTrue(old.page().text().contains("这是以前的版本"));
            var current = resident.get("/versions/policies/butie/2");
            assertTrue(current.page().text().contains("第 3 段改了 1 处"), current.page().text());
            assertEquals(404, resident.get("/versions/policies/butie/3").status());
            assertEquals(
                    404,
                    resident.get("/versions/policies/butie/changes?since=" + "0".repeat(64))
                            .status());
            try (var archive = Archive.read(site.data.resolve("content"))) {
                var commit = archive.since(null).get(1).commit();
                var bytes = archive.bytes(commit, "policies/butie.md");
                var seen = tongtu.document.Hash.of(java.util.Objects.requireNonNull(bytes));
                var changes = resident.get("/versions/policies/butie/changes?since=" + seen);
                assertTrue(
                        changes.response().body().contains("改了 1 段，加了 1 段"),
                        changes.response().body());
            }

            // Withdrawn: the address stays and says why.
            var boss = site.staff("fabu", Role.PUBLISHER);
            var document = boss.get("/staff/documents/policies/butie");
            boss.confirmed(
                    boss.send(
                            document,
                            "retire",
                            Map.of("action", "withdraw", "reason", "示例：写错了地方")));
            var gone = await(resident, "/policies/butie", 410);
            assertEquals(410, gone.status());
            assertTrue(gone.page().text().contains("示例：写错了地方"), gone.page().text());

            try (var archive = Archive.read(site.data.resolve("content"))) {
                var entries = archive.since(null);
                assertEquals(4, entries.size());
                assertTrue(
                        entries.get(1).message().contains("Reviewed-by: 示例yi <yi> (一审 审)"),
                        entries.get(1).message());
                assertEquals("示例zhuan", entries.get(1).author());
            }
        }
        assertTrue(
                StaffSite.run(
                                Map.of(),
                                "audit",
                                "verify",
                                "--data",
                                folder.resolve("own").toString())
                        .contains("记录是完整的"));
    }

    @Test
    void nobodyReviewsTheirOwnWordsNorTwoSteps() throws Exception {
        try (var site = StaffSite.make(folder.resolve("own"))) {
            var author =
                    site.staff("zhuan", Role.AUTHOR, Role.FIRST_REVIEWER, Role.SECOND_REVIEWER);
            var reviewer = site.staff("shen", Role.FIRST_REVIEWER, Role.SECOND_REVIEWER);
            write(author, "services", "banli", "示例：正文。\n");
            handIn(author, "services/banli", "");
            var own = author.get("/staff/revisions/services/banli/1");
            assertFalse(own.has("sign-form"));
            assertTrue(own.page().text().contains("自己的稿子不能自己审"));
            sign(reviewer, "services/banli", 1);
            var again = reviewer.get("/staff/revisions/services/banli/1");
            assertFalse(again.has("sign-form"));
            assertTrue(again.page().text().contains("一个人不能签两审"));
        }
    }

    @Test
    void whatIsSentBackSaysWhy() throws Exception {
        try (var site = StaffSite.make(folder.resolve("own"))) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var reviewer = site.staff("shen", Role.FIRST_REVIEWER);
            write(author, "notices", "tongzhi", "示例：正文。\n");
            handIn(author, "notices/tongzhi", "");
            var page = reviewer.get("/staff/revisions/notices/tongzhi/1");
            var without = reviewer.send(page, "reject", Map.of("reason", " "));
            assertEquals(422, without.status());
            assertTrue(without.notice().contains("退回要写理由"));
            reviewer.send(page, "reject", Map.of("reason", "示例：日期不对"));
            assertTrue(author.get("/staff").page().text().contains("理由：示例：日期不对"));
        }
    }

    @Test
    void whatIsDueWhileTheProgramIsDownIsDoneAtTheStart() throws Exception {
        var now = new AtomicReference<>(Instant.now());
        InstantSource clock = () -> now.get().plusMillis(System.nanoTime() / 1_000_000 % 1);
        try (var site = StaffSite.make(folder.resolve("own"), StaffSite.QUICK, "", clock)) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var reviewer = site.staff("shen", Role.FIRST_REVIEWER);
            write(author, "notices", "tongzhi", "示例：正文。\n");
            handIn(author, "notices/tongzhi", "");
            sign(reviewer, "notices/tongzhi", 1);
            var late = now.get().plus(Duration.ofHours(2));
            var typed =
                    DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                            .withZone(ZoneId.of("Asia/Shanghai"))
                            .format(late);
            var scheduled = publish(reviewer, "notices/tongzhi", typed);
            assertTrue(scheduled.notice().startsWith("定好时间了"), scheduled.page().text());
            Thread.sleep(1_500);
            assertEquals(404, site.client().get("/notices/tongzhi").status());
            site.restart(() -> now.set(late.plus(Duration.ofHours(3))));
            assertEquals(200, await(site.client(), "/notices/tongzhi", 200).status());
            assertTrue(
                    StaffSite.run(Map.of(), "audit", "export", "--data", site.data.toString())
                            .contains("补做过时的定时"));
        }
    }

    @Test
    void anEmergencyNeedsTwoAndIsReviewedAfter() throws Exception {
        try (var site = StaffSite.make(folder.resolve("own"))) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var one = site.staff("jia", Role.PUBLISHER);
            var other = site.staff("yi", Role.PUBLISHER);
            var reviewer = site.staff("shen", Role.FIRST_REVIEWER);
            write(author, "notices", "jinji", "示例：马上要知道的事。\n");
            handIn(author, "notices/jinji", "");
            one.confirmed(
                    one.send(
                            one.get("/staff/documents/notices/jinji"),
                            "emergency",
                            Map.of("reason", "示例：台风")));
            assertFalse(one.get("/staff/documents/notices/jinji").has("agree"));
            assertEquals(404, site.client().get("/notices/jinji").status());
            other.confirmed(
                    other.send(other.get("/staff/documents/notices/jinji"), "agree", Map.of()));
            assertEquals(200, await(site.client(), "/notices/jinji", 200).status());
            assertTrue(reviewer.get("/staff").page().text().contains("紧急发布了，等补一审"));
            sign(reviewer, "notices/jinji", 1);
            assertFalse(reviewer.get("/staff").page().text().contains("等补一审"));
        }
    }

    @Test
    void aFormWhoseSessionIsOverComesBackWhole() throws Exception {
        try (var site = StaffSite.make(folder.resolve("own"))) {
            var author = site.staff("zhuan", Role.AUTHOR);
            var editor = write(author, "notices", "tongzhi", "示例：正文。\n");
            author.forget();
            var asked = author.send(editor, "editor", Map.of("body", "示例：很要紧的一大段。\n"), "stay");
            assertEquals(401, asked.status());
            var again =
                    author.send(
                            asked,
                            "sign-in",
                            Map.of(
                                    "name",
                                    "zhuan",
                                    "password",
                                    StaffClient.PASSWORD,
                                    "code",
                                    author.code()));
            var saved = author.send(again, "again", Map.of());
            assertTrue(saved.notice().startsWith("草稿存好了"), saved.page().text());
            assertTrue(saved.page().text().contains("很要紧的一大段"));
        }
    }
}
