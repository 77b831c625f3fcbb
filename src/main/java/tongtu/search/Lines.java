package tongtu.search;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tongtu.document.Finding;
import tongtu.document.Finding.Severity;

/// A file of lines that staff write: UTF-8, `#` begins a comment.
record Lines(List<Line> lines, List<Finding> findings) {
    /// Bytes of a file.
    static final int BYTES = 1024 * 1024;

    /// A line with words; `number` counts from 1.
    record Line(int number, String text) {}

    static Lines read(String file, byte[] bytes) {
        if (bytes.length > BYTES) {
            return bad(file, "文件大于 1 MB，没有读。", "分成几行短的，或删去不用的。");
        }
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var lines = new ArrayList<Line>();
            int number = 0;
            for (var line : text.replace("\ufeff", "").lines().toList()) {
                number++;
                if (!line.isBlank() && !line.strip().startsWith("#")) {
                    lines.add(new Line(number, line));
                }
            }
            return new Lines(lines, List.of());
        } catch (CharacterCodingException e) {
            return bad(file, "文件不是 UTF-8，没有读。", "另存为 UTF-8。");
        }
    }

    private static Lines bad(String file, String message, String remedy) {
        return new Lines(
                List.of(),
                List.of(new Finding("search/file", Severity.ERROR, file, 0, message, remedy)));
    }
}
