package tongtu.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The lines of a configuration file, in UTF-8:
///
/// ```
/// # behind nginx
/// port = 8080
/// ```
///
/// It is a part of Java's properties format (`java.util.Properties`): one key a line, `=`, no
/// escapes, no continued lines, so that every line has a number that can be told. `entries` are by
/// name; `faults` are what could not be read, in Chinese, with file and line.
record ConfigFile(Path file, Map<String, Entry> entries, List<String> faults) {
    static final String NAME = "tongtu.properties";
    static final int MOST_BYTES = 64 * 1024;

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_.-]+)\\s*=\\s*(.*)");

    record Entry(String text, int line) {}

    static ConfigFile none() {
        return new ConfigFile(Path.of(""), Map.of(), List.of());
    }

    static ConfigFile read(Path file) throws IOException {
        var entries = new LinkedHashMap<String, Entry>();
        var faults = new ArrayList<String>();
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            faults.add(file + "：文件太大，最多 64 KiB。这是配置文件吗？");
            return new ConfigFile(file, entries, faults);
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            int number = 0;
            for (var line : text.toString().replaceFirst("^\\uFEFF", "").lines().toList()) {
                number++;
                read(file, number, line.strip(), entries, faults);
            }
        } catch (CharacterCodingException e) {
            faults.add(file + "：不是 UTF-8 编码的文字。请另存为 UTF-8。");
        }
        return new ConfigFile(file, entries, faults);
    }

    private static void read(
            Path file, int number, String line, Map<String, Entry> entries, List<String> faults) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        var where = at(file, number) + "：";
        var found = LINE.matcher(line);
        if (!found.matches()) {
            // The line may hold a secret; it is not repeated.
            faults.add(where + "读不懂。每行写成「名称 = 值」，等号用半角的；说明写在 # 后面，单独一行。");
        } else if (line.contains("\\")) {
            faults.add(where + found.group(1) + " 里不能有反斜杠（\\）。");
        } else {
            var before = entries.putIfAbsent(found.group(1), new Entry(found.group(2), number));
            if (before != null) {
                faults.add(where + found.group(1) + " 在第 " + before.line() + " 行已经写过了。请只留一行。");
            }
        }
    }

    static String at(Path file, int line) {
        return file + " 第 " + line + " 行";
    }
}
