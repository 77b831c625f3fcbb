package tongtu.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.markdown.MarkdownParser;

/// The document that already has the name which an import would give.
record Existing(Path folder, String slug) {
    private static final int MOST = 4 * Limits.BYTES;
    private static final String OTHER_NAME = "用 --name 另起一个名字；确定要换掉它，用 --replace。";

    /// Why an import must not overwrite it; null when it may: nothing is there, or the same, or
    /// what an import of the same file wrote and nobody changed since.
    @Nullable Refusal conflict(String source, byte[] sent, Conversion conversion)
            throws IOException {
        var there = Import.bytes(folder.resolve(slug + ".md"), MOST);
        if (there == null || Arrays.equals(there, conversion.bytes())) {
            return null;
        }
        var record = Import.bytes(folder.resolve(slug + FindingsFile.ENDING), FindingsFile.BYTES);
        var before = record == null ? null : FindingsFile.read(record);
        if (before == null) {
            return new Refusal("「%s.md」已经有了，看不出是从哪个文件导入的，没有动它。".formatted(slug), OTHER_NAME);
        }
        if (!before.source().equals(source)) {
            return new Refusal(
                    "「%s.md」已经有了，是从「%s」导入的，没有动它。".formatted(slug, before.source()), OTHER_NAME);
        }
        if (!before.isOfResult(there)) {
            return new Refusal(
                    "「%s.md」导入以后有人改过，没有动它。".formatted(slug),
                    "用 --name 另起一个名字，对照着改；确定不要那些改动，用 --replace。");
        }
        var old = document(there);
        var title = conversion.document() == null ? "" : conversion.document().title();
        if (!before.isOfSource(sent) && (old == null || !old.title().equals(title))) {
            return new Refusal(
                    "「%s.md」已经有了，标题是「%s」，像是另一份文件，没有动它。"
                            .formatted(slug, old == null ? "" : Line.quote(old.title(), 40)),
                    OTHER_NAME);
        }
        return null;
    }

    private @Nullable Document document(byte[] bytes) {
        return new MarkdownParser().parse(slug, bytes).document();
    }
}
