package tongtu.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;

class MessageStoreTest {
    private static final Retention RETENTION = new Retention(180, 730);

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-03-01T02:00:00Z");
    private Database database = new Database(Path.of(""));
    private MessageStore store = new MessageStore(database, () -> now, new Random(1));

    @BeforeEach
    void aStore() {
        database = open(folder);
        store = new MessageStore(database, () -> now, new Random(1));
    }

    /// Where messages are kept: [MessageStoreOnPostgresTest] keeps them elsewhere.
    Database open(Path at) {
        return new Database(at);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Draft draft(String words, String contact) {
        return new Draft(
                MessageKind.FORMAT,
                "zh-CN",
                "/policies/plan",
                "abcdefgh",
                WishedFormat.BRAILLE,
                words,
                contact);
    }

    private Receipt add(String words, String contact) throws DatabaseUnavailable {
        var receipt = store.add(draft(words, contact), "form of " + words);
        assertNotNull(receipt);
        return receipt;
    }

    private Message find(Receipt receipt) throws DatabaseUnavailable {
        var message = store.find(receipt);
        assertNotNull(message);
        return message;
    }

    @Test
    void aMessageIsKeptAsItWasSent() throws DatabaseUnavailable {
        var receipt = add("要盲文版；\n寄到村里。'); DROP TABLE message; --", "隔壁小李 <a@b.cn>");
        var message = find(receipt);
        assertEquals(
                draft("要盲文版；\n寄到村里。'); DROP TABLE message; --", "隔壁小李 <a@b.cn>"), message.draft());
        assertEquals(now, message.receivedAt());
        assertEquals(Message.State.NEW, message.state());
        assertNull(message.answer());
        assertNull(message.contactDeletedAt());
        assertEquals(1, store.count(null, null));
    }

    @Test
    void lookingForMessagesMakesNoDatabase() throws Exception {
        assertNull(store.find(Receipt.random(new Random(2))));
        assertEquals(List.of(), store.list(null, null, 0, 10));
        assertEquals(0, store.count(null, null));
        assertNull(store.sent(draft("", ""), "form"));
        assertEquals(new MessageStore.Forgotten(0, 0), store.forget(RETENTION));
        assertFalse(database.exists());
    }

    @Test
    void theSameFormSentTwiceIsOneMessage() throws DatabaseUnavailable {
        var once = store.add(draft("一", ""), "form");
        assertEquals(once, store.add(draft("一", ""), "form"));
        assertEquals(once, store.sent(draft("一", ""), "form"));
        assertEquals(1, store.count(null, null));
    }

    @Test
    void otherWordsOrAnotherFormAreAnotherMessage() throws DatabaseUnavailable {
        var once = store.add(draft("一", ""), "form");
        assertNull(store.sent(draft("二", ""), "form"));
        assertNotEquals(once, store.add(draft("二", ""), "form"));
        assertNotEquals(once, store.add(draft("一", "小李"), "form"));
        assertNotEquals(once, store.add(draft("一", ""), "another form"));
        assertEquals(4, store.count(null, null));
    }

    @Test
    void aDraftWithFaultsIsNeverKept() {
        var faulty = new Draft(MessageKind.HELP, "zh-CN", "", "", null, "", "");
        assertThrows(IllegalArgumentException.class, () -> store.add(faulty, "form"));
    }

    @Test
    void aFloodEndsWhereItsLimitIs() throws DatabaseUnavailable {
        var small = new MessageStore(database, () -> now, new Random(3), 3);
        for (int i = 0; i < 3; i++) {
            assertNotNull(small.add(draft(i + "", ""), "form"));
        }
        assertNull(small.add(draft("one too many", ""), "form"));
        assertNotNull(small.add(draft("0", ""), "form"), "known already");
        assertEquals(3, small.count(null, null));
    }

    @Test
    void twoHundredAtOnceAllGetTheirOwnReceipt() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures =
                    IntStream.range(0, 200)
                            .mapToObj(i -> threads.submit(() -> add("第 " + i + " 条", "")))
                            .toList();
            for (int i = 0; i < 200; i++) {
                assertEquals("第 " + i + " 条", find(futures.get(i).get()).draft().words());
            }
        }
        assertEquals(200, store.count(null, null));
    }

    @Test
    void anAnswerIsKeptWithItsTimeAndReplacesTheOneBefore() throws DatabaseUnavailable {
        var receipt = add("一", "");
        now = now.plusSeconds(60);
        assertTrue(store.answer(receipt, "已经改好。"));
        assertEquals(new Message.Answer("已经改好。", now), find(receipt).answer());
        assertEquals(Message.State.ANSWERED, find(receipt).state());
        assertTrue(store.answer(receipt, "再改了一次。"));
        assertEquals(new Message.Answer("再改了一次。", now), find(receipt).answer());
        assertFalse(store.answer(Receipt.random(new Random(99)), "没有这一条"));
        assertThrows(IllegalArgumentException.class, () -> store.answer(receipt, " \n"));
    }

    @Test
    void messagesAreListedOldestFirstByStateAndKindInPages() throws DatabaseUnavailable {
        for (int i = 0; i < 5; i++) {
            now = now.plusSeconds(1);
            add("第 " + i, "");
        }
        now = now.plusSeconds(1);
        var help = new Draft(MessageKind.HELP, "en", "", "", null, "help", "");
        assertNotNull(store.add(help, "form"));
        store.answer(store.list(null, null, 0, 1).getFirst().receipt(), "好");

        assertEquals("第 0,第 1", words(store.list(null, null, 0, 2)));
        assertEquals("第 4,help", words(store.list(null, null, 4, 10)));
        assertEquals("第 0", words(store.list(Message.State.ANSWERED, null, 0, 10)));
        assertEquals("help", words(store.list(Message.State.NEW, MessageKind.HELP, 0, 10)));
        assertEquals(5, store.count(Message.State.NEW, null));
        assertEquals(4, store.count(Message.State.NEW, MessageKind.FORMAT));
    }

    private static String words(List<Message> messages) {
        return messages.stream()
                .map(message -> message.draft().words())
                .collect(Collectors.joining(","));
    }

    @Test
    void howToReachTheWriterIsDeletedFirstAndTheWordsLater() throws Exception {
        var receipt = add("请把盲文版寄到村里", "13800000000 小李家");
        now = now.plus(Duration.ofDays(180)).minusMillis(1);
        assertEquals(new MessageStore.Forgotten(0, 0), store.forget(RETENTION));
        assertEquals("13800000000 小李家", find(receipt).draft().contact());
        assertTrue(anyFileHolds("13800000000"));

        now = now.plusMillis(1);
        assertEquals(new MessageStore.Forgotten(1, 0), store.forget(RETENTION));
        assertEquals("", find(receipt).draft().contact());
        assertEquals(now, find(receipt).contactDeletedAt());
        assertEquals("请把盲文版寄到村里", find(receipt).draft().words());
        assertFalse(anyFileHolds("13800000000"), "overwritten in every file");

        now = now.plus(Duration.ofDays(550)).minusMillis(1);
        assertEquals(new MessageStore.Forgotten(0, 0), store.forget(RETENTION));
        now = now.plusMillis(1);
        assertEquals(new MessageStore.Forgotten(0, 1), store.forget(RETENTION));
        assertNull(store.find(receipt));
        assertFalse(anyFileHolds("请把盲文版寄到村里"));
    }

    @Test
    void theTimeBeginsAnewWithTheAnswer() throws DatabaseUnavailable {
        var receipt = add("一", "小李");
        now = now.plus(Duration.ofDays(179));
        store.answer(receipt, "好");
        now = now.plus(Duration.ofDays(179));
        assertEquals(new MessageStore.Forgotten(0, 0), store.forget(RETENTION));
        now = now.plus(Duration.ofDays(1));
        assertEquals(new MessageStore.Forgotten(1, 0), store.forget(RETENTION));
    }

    @Test
    void aRunningProgramForgetsByItself() throws Exception {
        var receipt = add("一", "小李");
        now = now.plus(Duration.ofDays(200));
        try (var _ = DailyForgetting.start(store, RETENTION)) {
            var patience = Instant.now().plusSeconds(60);
            while (contact(receipt) != null && Instant.now().isBefore(patience)) {
                Thread.sleep(20);
            }
            assertNull(contact(receipt));
        }
    }

    private @Nullable String contact(Receipt receipt) throws DatabaseUnavailable {
        var contact = find(receipt).draft().contact();
        return contact.isEmpty() ? null : contact;
    }

    boolean anyFileHolds(String secret) throws Exception {
        var bytes =
                new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(bytes)) {
                    return true;
                }
            }
        }
        return false;
    }
}
