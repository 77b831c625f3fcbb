package tongtu.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tongtu.account.Account;
import tongtu.account.Accounts;
import tongtu.account.Duty;
import tongtu.account.Role;
import tongtu.audit.AuditLog;
import tongtu.database.Database;

class DraftingTest {
    private static final DocumentPath PATH =
            Objects.requireNonNull(DocumentPath.read("notices/shili"));

    @TempDir Path folder;

    private record Room(Database database, Office office, Drafting drafting, Accounts accounts)
            implements AutoCloseable {
        static Room open(Database database) {
            var clock = InstantSource.system();
            var log = new AuditLog(database, clock);
            var accounts = new Accounts(database, log, clock);
            var office = new Office(database, accounts, log, Rules.DEFAULT, clock);
            return new Room(database, office, new Drafting(office), accounts);
        }

        Account author(String name) throws Exception {
            var outcome =
                    accounts.add(
                            name,
                            name,
                            Set.of(new Duty(Duty.EVERYWHERE, Role.AUTHOR)),
                            AuditLog.SYSTEM);
            return assertInstanceOf(Accounts.Outcome.Done.class, outcome).account();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenPeopleWhoHandInAtOnceLoseNoWord(Engines engine) throws Exception {
        try (var room = Room.open(engine.open(folder));
                var threads = Executors.newFixedThreadPool(10)) {
            var starter = room.author("first");
            room.drafting().open(starter, PATH, "开头。\n\n结尾。\n");
            room.drafting().handIn(starter, PATH, "");
            var people = new ArrayList<Account>();
            for (int i = 0; i < 10; i++) {
                people.add(room.author("ren" + (char) ('a' + i)));
            }
            var work = new ArrayList<Callable<Object>>();
            for (var who : people) {
                work.add(() -> {
                    var draft = room.drafting().open(who, PATH, "");
                    room.drafting()
                            .save(
                                    who,
                                    PATH,
                                    draft.version(),
                                    draft.text() + "\n" + who.name() + "写的话。\n",
                                    false);
                    var handed = room.drafting().handIn(who, PATH, "");
                    return assertInstanceOf(Drafting.HandingIn.Done.class, handed);
                });
            }
            for (var done : threads.invokeAll(work)) {
                assertNotNull(done.get());
            }
            var last =
                    room.database()
                            .read(connection ->
                                    Texts.required(connection, PATH, Texts.last(connection, PATH)));
            for (var who : people) {
                assertTrue(last.text().contains(who.name() + "写的话。"), last.text());
            }
            assertTrue(last.text().contains("开头。") && last.text().contains("结尾。"));
            assertEquals(11, last.number());
        }
    }

    /// Ten windows of one person save one draft, each from where it began.
    @ParameterizedTest
    @EnumSource
    void everyTextThatWasSavedCanBeFoundAgain(Engines engine) throws Exception {
        try (var room = Room.open(engine.open(folder));
                var threads = Executors.newFixedThreadPool(10)) {
            var who = room.author("zhuan");
            int from = room.drafting().open(who, PATH, "开头。\n").version();
            var work = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 10; i++) {
                var text = "开头，第 " + i + " 个窗口改的。\n";
                work.add(() -> room.drafting().save(who, PATH, from, text, false));
            }
            int conflicts = 0;
            for (var done : threads.invokeAll(work)) {
                conflicts += done.get() instanceof Drafting.Saving.Conflict ? 1 : 0;
            }
            assertEquals(9, conflicts);
            var kept = new ArrayList<String>();
            for (var line : room.drafting().versions(who, PATH, 1_000)) {
                kept.add(
                        Objects.requireNonNull(room.drafting().version(who, PATH, line.version())));
            }
            for (int i = 0; i < 10; i++) {
                assertTrue(kept.contains("开头，第 " + i + " 个窗口改的。\n"), "window " + i);
            }
        }
    }

    /// Texts of all sorts, among them characters of two code units, come back to the letter.
    @ParameterizedTest
    @EnumSource
    void whatDiffersIsEnoughToKeepAText(Engines engine) throws Exception {
        var random = new Random(11);
        var letters = List.of("残", "疾", "a", " ", "\n", "𠮷", "👍", "：", "'", "\\");
        try (var room = Room.open(engine.open(folder))) {
            var who = room.author("zhuan");
            int version = room.drafting().open(who, PATH, "").version();
            var text = new StringBuilder();
            var all = new ArrayList<String>();
            for (int i = 0; i < 200; i++) {
                int at =
                        text.isEmpty()
                                ? 0
                                : text.offsetByCodePoints(
                                        0,
                                        random.nextInt(text.codePointCount(0, text.length()) + 1));
                if (random.nextInt(3) == 0 && at < text.length()) {
                    text.delete(at, text.offsetByCodePoints(at, 1));
                } else {
                    text.insert(
                            at,
                            letters.get(random.nextInt(letters.size()))
                                    .repeat(1 + random.nextInt(4)));
                }
                var saved = room.drafting().save(who, PATH, version, text.toString(), true);
                version = assertInstanceOf(Drafting.Saving.Saved.class, saved).version();
                all.add(text.toString());
            }
            var kept = new ArrayList<String>();
            for (var line : room.drafting().versions(who, PATH, 1_000).reversed()) {
                kept.add(
                        Objects.requireNonNull(room.drafting().version(who, PATH, line.version())));
            }
            for (var each : all) {
                assertTrue(kept.contains(each), each);
            }
        }
    }
}
