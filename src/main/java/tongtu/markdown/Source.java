package tongtu.markdown;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.language.Characters;

/// The text of a file, checked against the limits and freed of what no text may hold; its front
/// matter apart from its body. `bodyLine` is the line of the file at which the body begins.
record Source(@Nullable String frontMatter, String body, int bodyLine) {

    /// Reads a file's bytes; null when a limit is passed, and the report says which.
    static @Nullable Source read(byte[] bytes, Report report) {
        if (bytes.length > Limits.BYTES) {
            report.error(
                    "limits/size",
                    0,
                    "文件有 %,d 字节，超过上限 %,d 字节。".formatted(bytes.length, Limits.BYTES),
                    "把文件分成几篇，或把大段附件另存。");
            return null;
        }
        var text = decode(bytes, report);
        if (text == null) {
            return null;
        }
        var lines = lines(text, report);
        return Limits.check(lines, report) ? split(lines) : null;
    }

    private static @Nullable String decode(byte[] bytes, Report report) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            report.error(
                    "source/encoding",
                    lineOfBadByte(bytes),
                    "文件不是 UTF-8 编码，有的字读不出来。",
                    "用编辑器另存为 UTF-8；旧的 GBK 文件可以用 ./tongtu import 导入。");
            return null;
        }
    }

    private static int lineOfBadByte(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = java.nio.CharBuffer.allocate(bytes.length + 1);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        return 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
    }

    /// The lines without their ends, forbidden characters taken out and reported.
    private static List<String> lines(String text, Report report) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                lines.add(cleaned(text.substring(start, i), lines.size() + 1, report));
                if (i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        return lines;
    }

    private static String cleaned(String line, int number, Report report) {
        var cleaned = Characters.clean(line);
        boolean mark =
                number == 1 && line.startsWith("\uFEFF") && cleaned.length() == line.length() - 1;
        if (cleaned.length() != line.length() && !mark) {
            report.warning(
                    "source/forbidden-character",
                    number,
                    "这一行有看不见的控制字符，页面上已去掉 %d 个。".formatted(line.length() - cleaned.length()),
                    "重新输入这一行，不要从别处整段粘贴。");
        }
        return cleaned;
    }

    private static Source split(List<String> lines) {
        if (!lines.isEmpty() && lines.getFirst().strip().equals("---")) {
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).strip().equals("---") || lines.get(i).strip().equals("...")) {
                    return new Source(
                            String.join("\n", lines.subList(1, i)) + "\n",
                            String.join("\n", lines.subList(i + 1, lines.size())) + "\n",
                            i + 2);
                }
            }
        }
        return new Source(null, String.join("\n", lines) + "\n", 1);
    }
}
