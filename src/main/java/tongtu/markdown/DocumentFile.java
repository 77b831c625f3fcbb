package tongtu.markdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tongtu.document.Aligner;
import tongtu.document.Finding;
import tongtu.document.Ledger;
import tongtu.document.LedgerFile;
import tongtu.document.Units;

/// A Markdown file read with its ledger: the document under its lasting ids, the ledger as it
/// should be for this text, its file as it is, and the text of the file.
public record DocumentFile(Parsed parsed, Ledger ledger, LedgerFile before, String text) {

    /// Whether the ledger's file says already what it should, or must be left alone: a document
    /// with errors keeps the ledger that it has.
    public boolean isWritten() {
        return parsed.document() == null
                || (before.findings().isEmpty()
                        && LedgerFile.write(ledger).equals(LedgerFile.write(before.ledger())));
    }

    /// Reads the file at `path` (in the content folder, without `.md`); `ledger` is the bytes of
    /// its ledger's file, null when there is none. A document with errors keeps the ledger that it
    /// has.
    public static DocumentFile read(
            MarkdownParser parser, String path, byte[] bytes, byte @Nullable [] ledger) {
        var read =
                ledger == null
                        ? new LedgerFile(Ledger.EMPTY, java.util.List.of())
                        : LedgerFile.read(path + LedgerFile.ENDING, ledger);
        return align(
                parser.parse(path, bytes), path, read, new String(bytes, StandardCharsets.UTF_8));
    }

    private static DocumentFile align(Parsed parsed, String path, LedgerFile before, String text) {
        var document = parsed.document();
        if (document == null) {
            return new DocumentFile(with(before, parsed), before.ledger(), before, text);
        }
        var alignment = Aligner.align(before.ledger(), Units.of(document), path);
        return new DocumentFile(
                with(before, parsed.withIds(alignment.ids(), alignment.merged())),
                alignment.ledger(),
                before,
                text);
    }

    /// The file's findings with those about its ledger.
    private static Parsed with(LedgerFile ledger, Parsed parsed) {
        if (ledger.findings().isEmpty()) {
            return parsed;
        }
        var findings = new ArrayList<Finding>(parsed.findings());
        findings.addAll(ledger.findings());
        return new Parsed(parsed.document(), findings, parsed.lines());
    }
}
