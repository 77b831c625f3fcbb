package tongtu.markdown;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tongtu.document.Document;
import tongtu.document.Footnote;
import tongtu.document.Hash;

/// A Markdown file to a [Document] with provisional ids, or to findings that say why not. Never
/// throws for what a file holds.
public final class MarkdownParser {
    private final Parser parser;

    public MarkdownParser() {
        var options = new MutableDataSet();
        options.set(
                Parser.EXTENSIONS,
                List.of(
                        TablesExtension.create(),
                        FootnoteExtension.create(),
                        DefinitionExtension.create()));
        // Without it **“双示范”**建设 is not bold: the closing mark stands between a Chinese mark and a
        // Chinese word.
        options.set(Parser.INLINE_DELIMITER_DIRECTIONAL_PUNCTUATIONS, true);
        options.set(Parser.ASTERISK_DELIMITER_PROCESSOR, false);
        // A Chinese paragraph begins with spaces; nobody means code by it. HTML is shown as words
        // either way.
        options.set(Parser.INDENTED_CODE_BLOCK_PARSER, false);
        options.set(Parser.HTML_BLOCK_PARSER, false);
        // A definition begins with a colon; a line that begins with ~ is words.
        options.set(DefinitionExtension.TILDE_MARKER, false);
        options.set(TablesExtension.COLUMN_SPANS, false);
        options.set(TablesExtension.MAX_HEADER_ROWS, 1);
        options.set(TablesExtension.APPEND_MISSING_COLUMNS, false);
        // Flexmark leaves out link definitions when the inline parser is not its own.
        parser =
                Parser.builder(options)
                        .customDelimiterProcessor(new HanEmphasis())
                        .customInlineParserFactory(LimitedInlineParser::new)
                        .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
                        .build();
    }

    /// Reads the file at `path` (in the content folder, without `.md`).
    public Parsed parse(String path, byte[] bytes) {
        var report = new Report(path + ".md");
        var source = Source.read(bytes, report);
        if (source == null) {
            return new Parsed(null, report.findings(), Map.of());
        }
        try {
            return parse(path, Hash.of(bytes), source, report);
        } catch (LimitedInlineParser.Refused e) {
            int line = new Marks(source).line(e.offset);
            report.error(e.rule, line, String.valueOf(e.getMessage()), Limits.REMEDY);
            return new Parsed(null, report.findings(), Map.of());
        } catch (StackOverflowError e) {
            // The limits ought to keep the parser from it; a server must outlive being wrong about
            // that.
            report.error("limits/depth", 0, "文件的结构套得太深，读不下去。", "请检查是不是有大段粘贴错的符号；确有需要的，分成几篇。");
            return new Parsed(null, report.findings(), Map.of());
        }
    }

    private Parsed parse(String path, String revision, Source source, Report report) {
        var fields = FrontMatterReader.read(source.frontMatter(), report);
        var root = parser.parse(source.body());
        var marks = new Marks(source);
        var addresses = new Addresses(path);
        var footnotes = new Footnotes();
        var inlines = new InlineBuilder(fields.language(), addresses, footnotes, marks, report);
        var blocks = new BlockBuilder(inlines, addresses, marks, report);
        var sections = new SectionBuilder(blocks, inlines, marks, report);
        sections.build(root);
        LinkDefinitions.tellUnused(root, marks, report);
        var notes = notes(root, blocks, footnotes, marks, report);
        var about = fields.complete(sections.title(), report);
        if (about == null || report.hasError()) {
            return new Parsed(null, report.findings(), Map.of());
        }
        var document =
                new Document(
                        path,
                        revision,
                        about,
                        sections.opening(),
                        sections.sections(),
                        notes,
                        Map.of());
        return new Parsed(document, report.findings(), marks.lines());
    }

    /// The notes in the order of their marks; those without a mark come last, so that no word is
    /// lost.
    private static List<Footnote> notes(
            Node root, BlockBuilder blocks, Footnotes footnotes, Marks marks, Report report) {
        for (var node = root.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteBlock block && !footnotes.has(block)) {
                if (!block.isReferenced()) {
                    report.warning(
                            "markdown/footnote",
                            marks.line(block),
                            "正文里没有地方引用这条注释。",
                            "在正文相应的地方写上「[^%s]」，或删去注释。".formatted(block.getText()));
                }
                footnotes.number(block);
            }
        }
        var notes = new ArrayList<Footnote>();
        for (int number = 1; number <= footnotes.size(); number++) {
            notes.add(blocks.footnote(footnotes.get(number), number));
        }
        return notes;
    }
}
