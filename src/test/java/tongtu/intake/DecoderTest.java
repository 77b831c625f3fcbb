package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tongtu.document.Finding.Severity;

class DecoderTest {
    private static final String TEXT = "残疾人事业规划\n一、编制背景\n第一条，全县 12 个镇（街道）。\n";

    private static SourceText text(byte[] bytes) {
        return assertInstanceOf(SourceText.class, Decoder.decode(bytes));
    }

    private static Refusal refusal(byte[] bytes) {
        return assertInstanceOf(Refused.class, Decoder.decode(bytes)).refusal();
    }

    private static String words(SourceText text) {
        return text.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static byte[] joined(byte[] before, byte[] after) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(before);
        out.writeBytes(after);
        return out.toByteArray();
    }

    @Test
    void utf8WithOrWithoutAMarkIsReadWithoutAWord() {
        for (var bytes :
                List.of(
                        TEXT.getBytes(StandardCharsets.UTF_8),
                        ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))) {
            assertEquals(TEXT.strip(), words(text(bytes)));
            assertEquals(List.of(), text(bytes).remarks());
        }
    }

    @Test
    void utf16WithAMarkIsRead() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var read = text(("\uFEFF" + TEXT).getBytes(charset));
            assertEquals(TEXT.strip(), words(read));
            assertEquals(Severity.NOTE, read.remarks().getFirst().severity());
        }
    }

    @Test
    void otherEncodingsAreGuessedAndSaid() {
        for (var charset :
                List.of(
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        Charset.forName("GBK"),
                        Charset.forName("GB18030"))) {
            var read = text(TEXT.getBytes(charset));
            assertEquals(TEXT.strip(), words(read), charset.name());
            assertEquals("intake/encoding", read.remarks().getFirst().rule());
            assertEquals(Severity.WARNING, read.remarks().getFirst().severity());
        }
    }

    @Test
    void damagedUtf8IsRefusedWithTheLine() {
        var bytes = joined(TEXT.getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xe6, 'a'});
        assertTrue(refusal(bytes).message().contains("第 4 行"), refusal(bytes).message());
    }

    @Test
    void filesOfOtherProgramsAreRefusedByName() {
        assertTrue(refusal(Texts.bytes("%PDF-1.7\n")).message().contains("PDF"));
        assertTrue(refusal(new byte[] {'P', 'K', 3, 4, 20, 0}).message().contains("Word"));
        assertTrue(refusal(Texts.bytes("{\\rtf1 x}")).message().contains("RTF"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var bytes = new byte[500 + i];
            random.nextBytes(bytes);
            assertEquals(Decoder.NOT_TEXT, refusal(bytes));
        }
        assertEquals(Decoder.NOT_TEXT, refusal(new byte[1_000]));
        assertEquals(Decoder.NOT_TEXT, refusal(Texts.bytes("\u0001\u0002\u0003字".repeat(50))));
    }

    @Test
    void tooManyBytesLinesOrCharactersInALineAreRefused() {
        assertTrue(refusal(new byte[Limits.BYTES + 1]).message().contains("2 MB"));
        assertTrue(refusal(Texts.bytes("短\n".repeat(Limits.LINES + 1))).message().contains("行"));
        assertTrue(
                refusal(Texts.bytes("头\n" + "长".repeat(Limits.LINE_LENGTH + 1)))
                        .message()
                        .contains("第 2 行有 40,001 个字符"));
    }

    @Test
    void controlCharactersAreTakenOutAndNamed() {
        var read = text(Texts.bytes("第一行的字都在\n第二\0行\u001b[31m的\u202e字也在，一个都不少，还有很多很多别的字"));
        assertEquals("第一行的字都在\n第二行[31m的字也在，一个都不少，还有很多很多别的字", words(read));
        var remark = read.remarks().getFirst();
        assertEquals(2, remark.sourceLine());
        assertTrue(remark.message().contains("3 个"), remark.message());
        assertTrue(remark.message().contains("U+0000、U+001B、U+202E"), remark.message());
    }

    @Test
    void everyKindOfLineEndEndsALineAndAPageEndDoesNotCount() {
        var lines = text(Texts.bytes("一\r\n二\r三\n四\f五\n六")).lines();
        assertEquals(
                List.of("一", "二", "三", "四", "五", "六"), lines.stream().map(Line::text).toList());
        assertEquals(List.of(1, 2, 3, 4, 4, 5), lines.stream().map(Line::number).toList());
    }
}
