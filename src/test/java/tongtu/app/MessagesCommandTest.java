package tongtu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.json.Json;
import tongtu.database.Database;
import tongtu.messages.Draft;
import tongtu.messages.MessageKind;
import tongtu.messages.MessageStore;
import tongtu.messages.Receipt;
import tongtu.messages.WishedFormat;

/// `./tongtu messages` on a database that a server holds open.
class MessagesCommandTest {
    private static final String[] NOTHING_TYPED = {};

    @TempDir Path folder;
    private Path data = Path.of("");
    private Database database = new Database(Path.of(""));
    private MessageStore store = store(database);
    private Instant now = Instant.parse("2026-03-01T02:00:00Z");

    /// What a command said, and its exit status.
    private record Outcome(int status, String out, String err) {}

    private MessageStore store(Database kept) {
        return new MessageStore(kept, () -> now, new Random(8));
    }

    @BeforeEach
    void aDatabase() {
        data = folder.resolve("data");
        database = new Database(data);
        store = store(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Receipt add(MessageKind kind, String words, String contact) throws Exception {
        var format = kind == MessageKind.FORMAT ? WishedFormat.BRAILLE : null;
        var draft = new Draft(kind, "zh-CN", "/policies/plan", "abcdefgh", format, words, contact);
        now = now.plusSeconds(60);
        var receipt = store.add(draft, "form of " + words);
        assertNotNull(receipt);
        return receipt;
    }

    private Outcome messages(String... arguments) {
        return typing("", arguments);
    }

    private Outcome typing(String typed, String... arguments) {
        var all = new ArrayList<String>();
        all.add("messages");
        all.addAll(List.of(arguments));
        if (!all.contains("--help")) {
            all.addAll(List.of("--data", data.toString()));
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var before = List.of(System.out, System.err);
        var in = System.in;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            int status = Main.run(all.toArray(NOTHING_TYPED));
            return new Outcome(
                    status,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before.get(0));
            System.setErr(before.get(1));
            System.setIn(in);
        }
    }

    @Test
    void withoutMessagesNothingIsMadeAndTheAnswerIsNone() {
        var outcome = messages("list");
        assertEquals(0, outcome.status());
        assertTrue(outcome.out().contains("共 0 条"), outcome.out());
        assertFalse(Files.exists(data));
    }

    @Test
    void whatWaitsForAnAnswerIsListedOldestFirstInPages() throws Exception {
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < 5; i++) {
            receipts.add(add(MessageKind.MISTAKE, "第 " + i + " 处\n错了" + "长".repeat(100), ""));
        }
        store.answer(receipts.getFirst(), "改好了");

        var first = messages("list", "--size", "3");
        assertEquals(0, first.status());
        assertTrue(first.out().contains("共 4 条。第 1 页，共 2 页。"), first.out());
        assertTrue(first.out().contains("下一页：--page 2"));
        assertTrue(first.out().contains("2026-03-01 10:02"), first.out());
        assertTrue(
                first.out().indexOf(receipts.get(1).grouped())
                        < first.out().indexOf(receipts.get(2).grouped()));
        assertFalse(first.out().contains(receipts.get(0).grouped()), "answered");
        assertFalse(first.out().contains("长".repeat(100)), "a line is a line");

        var second = messages("list", "--size", "3", "--page", "2");
        assertTrue(second.out().contains(receipts.get(4).grouped()), second.out());
        assertFalse(second.out().contains("下一页"));
        assertTrue(messages("list", "--state", "all").out().contains("共 5 条"));
        assertTrue(messages("list", "--state", "answered").out().contains("已答复"));
        assertTrue(messages("list", "--kind", "help").out().contains("共 0 条"));
        assertEquals(2, messages("list", "--page", "0").status());
        var wrong = messages("list", "--state", "nonsense");
        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("可以写：new、answered、all"), wrong.err());
    }

    @Test
    void aMessageIsShownWhole() throws Exception {
        var receipt = add(MessageKind.FORMAT, "请寄到村里\n谢谢", "小李 138");
        var outcome = messages("show", receipt.grouped());
        assertEquals(0, outcome.status());
        for (var words :
                List.of(
                        receipt.grouped(),
                        "要一份别的格式",
                        "盲文",
                        "/policies/plan#abcdefgh",
                        "请寄到村里",
                        "谢谢",
                        "小李 138",
                        "还没有答复")) {
            assertTrue(outcome.out().contains(words), words + " in " + outcome.out());
        }
    }

    @Test
    void anAnswerIsGivenOnceUnlessItIsReplaced() throws Exception {
        var receipt = add(MessageKind.HELP, "怎么申请", "");
        assertEquals(0, messages("answer", receipt.digits(), "请到窗口。").status());
        assertTrue(messages("show", receipt.digits()).out().contains("请到窗口。"));

        var again = messages("answer", receipt.digits(), "改一改");
        assertEquals(Main.CANNOT, again.status());
        assertTrue(again.err().contains("--replace"), again.err());

        var typed = typing("第一行\n第二行\n", "answer", "--replace", receipt.digits());
        assertEquals(0, typed.status(), typed.err());
        var message = store.find(receipt);
        assertNotNull(message);
        var answer = message.answer();
        assertNotNull(answer);
        assertEquals("第一行\n第二行", answer.words());
        assertEquals(2, typing("  \n", "answer", "--replace", receipt.digits()).status());
        assertEquals(
                2, messages("answer", "--replace", receipt.digits(), "长".repeat(5_001)).status());
    }

    @Test
    void aNumberThatIsWrongIsSaid() throws Exception {
        add(MessageKind.HELP, "怎么申请", "");
        var typo = messages("show", "123456789123");
        assertEquals(2, typo.status());
        assertTrue(typo.err().contains("不是回执号"), typo.err());
        for (int check = 1; check <= 9; check++) {
            var nobodys = Receipt.read("12345678912" + check);
            if (nobodys != null) {
                assertEquals(2, messages("show", nobodys.digits()).status());
                assertEquals(2, messages("answer", nobodys.digits(), "好").status());
            }
        }
    }

    @Test
    void everythingIsExportedForTablesAndPrograms() throws Exception {
        add(MessageKind.HELP, "=1+1", "小李");
        add(MessageKind.MISTAKE, "错了，\"这里\"", "");
        var csv = messages("export");
        assertEquals(0, csv.status());
        assertTrue(csv.out().startsWith("\ufeff\"回执号\""), csv.out());
        assertTrue(csv.out().contains("\"'=1+1\"") && csv.out().contains("\"错了，\"\"这里\"\"\""));

        var file = folder.resolve("messages.json");
        var json = messages("export", "--format", "json", "--output", file.toString());
        assertEquals(0, json.status(), json.err());
        List<Map<String, Object>> read =
                new Json().toType(Files.readString(file), Json.LIST_OF_MAPS_TYPE);
        assertEquals(2, read.size());
        assertEquals("=1+1", read.getFirst().get("words"));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        var again = messages("export", "--output", file.toString());
        assertEquals(Main.CANNOT, again.status());
        assertTrue(again.err().contains("已经在了"), again.err());
        assertEquals(2, messages("export", "--format", "xml").status());
    }

    @Test
    void aFolderThatCannotBeReadIsSaid() throws Exception {
        Files.createDirectories(data);
        Files.writeString(data.resolve("tongtu.db"), "no database ".repeat(1_000));
        for (var command : List.of("list", "export")) {
            var outcome = messages(command);
            assertEquals(Main.CANNOT, outcome.status());
            assertTrue(outcome.err().contains("坏了"), outcome.err());
        }
    }

    @Test
    void everyCommandExplainsItself() {
        for (var command : List.of("list", "show", "answer", "export")) {
            var help = messages(command, "--help");
            assertEquals(0, help.status());
            assertTrue(help.out().contains("--data"), help.out());
            assertTrue(help.out().contains("用法："), help.out());
            // The first line names the command.
            var sentences = help.out().lines().skip(1).toList();
            assertFalse(
                    sentences.toString().matches("(?s).*[a-z]{2,} [a-z]{2,} [a-z]{2,}.*"),
                    help.out());
        }
        assertTrue(messages("--help").out().contains("答复留言"));
        assertEquals(0, Main.run("messages"));
    }
}
