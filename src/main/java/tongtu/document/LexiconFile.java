package tongtu.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tongtu.document.Finding.Severity;
import tongtu.language.Lexicon;

/// `lexicon.tsv` in the content folder: how a site's own words are read. [Lexicon] has the format.
public record LexiconFile(Lexicon lexicon, List<Finding> findings) {
    public static final String NAME = "lexicon.tsv";

    /// Bytes of the file.
    private static final int BYTES = 2 * 1024 * 1024;

    public LexiconFile {
        findings = List.copyOf(findings);
    }

    public static final LexiconFile NONE = new LexiconFile(Lexicon.NONE, List.of());

    /// Reads the file of a content folder; without one there are no words.
    public static LexiconFile read(Path content) throws IOException {
        var file = content.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try (var in = Files.newInputStream(file)) {
            return read(in.readNBytes(BYTES + 1));
        }
    }

    /// Reads the bytes of a file. A line with a fault is left out and told.
    public static LexiconFile read(byte[] bytes) {
        if (bytes.length > BYTES) {
            return bad("文件大于 2 MB，没有读。", "删去不用的词。");
        }
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var read = Lexicon.read(text.replace("\ufeff", "").lines().toList());
            var findings =
                    read.faults().stream()
                            .map(fault ->
                                    new Finding(
                                            "lexicon/line",
                                            Severity.ERROR,
                                            NAME,
                                            fault.line(),
                                            fault.message(),
                                            fault.remedy()))
                            .toList();
            return new LexiconFile(read.lexicon(), findings);
        } catch (CharacterCodingException e) {
            return bad("文件不是 UTF-8，没有读。", "另存为 UTF-8。");
        }
    }

    private static LexiconFile bad(String message, String remedy) {
        return new LexiconFile(
                Lexicon.NONE,
                List.of(new Finding("lexicon/file", Severity.ERROR, NAME, 0, message, remedy)));
    }
}
