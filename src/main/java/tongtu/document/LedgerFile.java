package tongtu.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file `NAME.ids` beside `NAME.md`: a [Ledger] as text that people can compare and branches
/// can merge line by line (`merge=union`).
///
/// The first line is `tongtu-ids 1`. Each further line is an id, its state (`live`, `gone`, or
/// `into` and the host's id after a space), the hash of its words in hex, and, while it lives, the
/// number of their pairs and a Base64 (RFC 4648, section 5, no padding) of their codes, two bytes
/// each, or `-` when there are none; fields are parted by tabs. Empty lines and the marks of a
/// merge are passed over.
public record LedgerFile(Ledger ledger, List<Finding> findings) {
    public static final String ENDING = ".ids";

    /// A text of the largest size has fewer units than this has lines, many times changed.
    public static final int MOST_LINES = 200_000;

    /// Bytes of a file.
    public static final int LONGEST = 32 * 1024 * 1024;

    private static final String VERSION = "tongtu-ids 1";
    private static final int MOST_FINDINGS = 20;

    /// Editors take away a tab at the end of a line.
    private static final String NO_CODES = "-";

    public LedgerFile {
        findings = List.copyOf(findings);
    }

    /// Reads the bytes of the ledger named `file`. What cannot be read is left out and reported:
    /// the ids in it may be lost, the text is not.
    public static LedgerFile read(String file, byte[] bytes) {
        if (bytes.length > LONGEST) {
            return broken(file, 0, "编号账本太大，没有用上。");
        }
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", MOST_LINES + 2);
        if (lines.length > MOST_LINES + 1) {
            return broken(file, 0, "编号账本的行数太多，没有用上。");
        }
        if (!lines[0].strip().equals(VERSION)) {
            return broken(file, 1, "编号账本的第一行不是「" + VERSION + "」，没有用上。");
        }
        var read = new ArrayList<Ledger.Line>();
        var findings = new ArrayList<Finding>();
        for (int i = 1; i < lines.length; i++) {
            var text = lines[i].strip();
            if (text.isEmpty() || text.equals(VERSION) || isMergeMark(text)) {
                continue;
            }
            var line = line(text);
            if (line != null) {
                read.add(line);
            } else if (findings.size() < MOST_FINDINGS) {
                findings.add(finding(file, i + 1, "编号账本的这一行读不懂，没有用上。"));
            }
        }
        return new LedgerFile(new Ledger(read), findings);
    }

    private static boolean isMergeMark(String text) {
        return text.startsWith("<<<<<<<")
                || text.startsWith("=======")
                || text.startsWith(">>>>>>>");
    }

    private static LedgerFile broken(String file, int line, String message) {
        return new LedgerFile(Ledger.EMPTY, List.of(finding(file, line, message)));
    }

    private static Finding finding(String file, int line, String message) {
        return new Finding(
                "ids/file",
                Finding.Severity.WARNING,
                file,
                line,
                message,
                "从版本记录里取回这个文件；取不回来的，运行 ./tongtu ids 重新编号，旧的链接会失效。");
    }

    private static Ledger.@Nullable Line line(String text) {
        var fields = text.split("\t", -1);
        if (fields.length < 3 || !BlockId.isValid(fields[0])) {
            return null;
        }
        var id = new BlockId(fields[0]);
        if (fields[1].equals("live")) {
            var words = fields.length == 5 ? words(fields[2], fields[3], fields[4]) : null;
            return words == null ? null : new Ledger.Line(id, Ledger.State.LIVE, null, words);
        }
        var words = Fingerprint.of(fields[2], 0, new char[0]);
        if (words == null || fields.length != 3) {
            return null;
        }
        if (fields[1].equals("gone")) {
            return new Ledger.Line(id, Ledger.State.GONE, null, words);
        }
        var host = fields[1].startsWith("into ") ? fields[1].substring(5) : "";
        return BlockId.isValid(host) && !host.equals(id.text())
                ? new Ledger.Line(id, Ledger.State.MERGED, new BlockId(host), words)
                : null;
    }

    private static @Nullable Fingerprint words(String hash, String pairs, String codes) {
        try {
            var bytes =
                    ByteBuffer.wrap(
                            Base64.getUrlDecoder().decode(codes.equals(NO_CODES) ? "" : codes));
            var read = new char[bytes.remaining() / 2];
            bytes.asCharBuffer().get(read);
            return Fingerprint.of(hash, Integer.parseInt(pairs), read);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// The text of a ledger's file.
    public static String write(Ledger ledger) {
        var text = new StringBuilder(VERSION).append('\n');
        for (var line : ledger.lines()) {
            text.append(line.id()).append('\t');
            switch (line.state()) {
                case LIVE -> text.append("live");
                case GONE -> text.append("gone");
                case MERGED -> text.append("into ").append(line.host());
            }
            text.append('\t').append(line.words().hash());
            if (line.state() == Ledger.State.LIVE) {
                var words = line.words().sampled();
                text.append('\t').append(words.pairs()).append('\t').append(encoded(words.codes()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String encoded(char[] codes) {
        if (codes.length == 0) {
            return NO_CODES;
        }
        var bytes = ByteBuffer.allocate(codes.length * 2);
        bytes.asCharBuffer().put(codes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
