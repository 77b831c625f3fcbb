package tongtu.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Ledger;
import tongtu.markdown.DocumentFile;
import tongtu.markdown.MarkdownParser;

/// A text that was sent, as a Markdown file: the document that it gives (null when the parser finds
/// errors), its ledger, what the import guessed or doubts, and what the parser says of the outcome,
/// which `./tongtu check` finds again.
record Conversion(
        String markdown,
        @Nullable Document document,
        Ledger ledger,
        List<Finding> doubts,
        List<Finding> problems) {

    /// The names that a text goes by: that of its file, of the folder it goes into, its path in the
    /// content folder, and the file that its findings name.
    record Names(String source, String folder, String path, String shown) {}

    Conversion {
        doubts = doubts.stream().sorted(Finding.BY_PLACE).toList();
        problems = List.copyOf(problems);
    }

    /// All of them, sorted by place.
    List<Finding> findings() {
        return Stream.concat(doubts.stream(), problems.stream()).sorted(Finding.BY_PLACE).toList();
    }

    byte[] bytes() {
        return markdown.getBytes(StandardCharsets.UTF_8);
    }

    static Conversion of(
            SourceText text, Names names, boolean isMarkdown, byte @Nullable [] ledger) {
        var result = write(text, names, isMarkdown);
        text.remarks().forEach(remark -> result.remark(remark, remark.sourceLine()));
        var markdown = result.text();
        var read =
                DocumentFile.read(
                        new MarkdownParser(),
                        names.path(),
                        markdown.getBytes(StandardCharsets.UTF_8),
                        ledger);
        var parsed = read.parsed();
        var doubts = new ArrayList<Finding>();
        var document = parsed.document();
        if (document != null) {
            doubts.addAll(result.findings());
            var passages = Passage.ofUnits(document, parsed, result);
            doubts.addAll(Marks.check(withTitle(document, result, passages)));
            doubts.addAll(Sequences.check(document, passages, result));
            doubts.addAll(Figures.check(document, passages));
        }
        var problems =
                parsed.findings().stream()
                        .map(finding ->
                                document == null
                                        ? ofSource(finding, names, result)
                                        : named(finding, result))
                        .toList();
        return new Conversion(markdown, document, read.ledger(), limited(doubts), problems);
    }

    private static Result write(SourceText text, Names names, boolean isMarkdown) {
        var lines = text.lines();
        boolean isStatute = Statute.isOne(lines) && !(isMarkdown && MarkdownText.isOurs(lines));
        if (isMarkdown && !isStatute) {
            return MarkdownText.write(lines, names);
        }
        var draft =
                isStatute
                        ? Statute.draft(lines, names.source(), names.folder(), isMarkdown)
                        : PlainText.draft(lines, names.source(), names.folder());
        return draft.write(names.shown());
    }

    /// A finding of the parser with the line of the file that was sent, whose file it names.
    private static Finding named(Finding finding, Result result) {
        return new Remark(
                        finding.severity(),
                        finding.rule(),
                        result.source(finding.line()),
                        finding.message(),
                        finding.remedy())
                .at(result.file(), finding.line());
    }

    /// An error of the parser, at the line of the file that was sent: there will be no other file.
    private static Finding ofSource(Finding finding, Names names, Result result) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                names.source(),
                result.source(finding.line()),
                finding.message(),
                finding.remedy());
    }

    private static List<Passage> withTitle(
            Document document, Result result, Map<BlockId, Passage> passages) {
        var all = new ArrayList<>(List.of(Passage.ofTitle(document, result)));
        all.addAll(passages.values());
        return all;
    }

    /// At most so many findings of each rule, then one that says how many more there are.
    private static List<Finding> limited(List<Finding> findings) {
        var counts = new HashMap<String, Integer>();
        var last = new LinkedHashMap<String, Finding>();
        var kept = new ArrayList<Finding>();
        findings.stream()
                .sorted(Finding.BY_PLACE)
                .forEach(finding -> {
                    if (counts.merge(finding.rule(), 1, Integer::sum) <= Limits.FINDINGS_PER_RULE) {
                        kept.add(finding);
                    } else {
                        last.putIfAbsent(finding.rule(), finding);
                    }
                });
        last.values()
                .forEach(finding ->
                        kept.add(
                                new Finding(
                                        finding.rule(),
                                        finding.severity(),
                                        finding.file(),
                                        finding.line(),
                                        "从这里起还有 %d 处同样的情况，没有一一列出。"
                                                .formatted(
                                                        counts.getOrDefault(finding.rule(), 0)
                                                                - Limits.FINDINGS_PER_RULE),
                                        finding.remedy())));
        return kept;
    }
}
