package tongtu.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tongtu.document.Block;
import tongtu.document.Finding;
import tongtu.document.Inline;
import tongtu.document.Section;
import tongtu.document.Term;

/// A file of the folder `glossary`: definition lists whose term lines name a term and, after 、, its
/// other names.
public record GlossaryFile(List<Term> terms, List<Finding> findings) {
    public static final String FOLDER = "glossary";

    public static GlossaryFile of(Parsed parsed) {
        var findings =
                parsed.findings().stream()
                        .filter(finding -> !finding.rule().equals("front-matter/kind"))
                        .toList();
        var document = parsed.document();
        if (document == null) {
            return new GlossaryFile(List.of(), findings);
        }
        var terms = new ArrayList<Term>();
        Stream.concat(
                        document.opening().stream(),
                        document.sections().stream().flatMap(GlossaryFile::blocks))
                .forEach(block -> {
                    if (block instanceof Block.Definitions(var definitions)) {
                        definitions.forEach(definition -> add(definition, terms));
                    }
                });
        return new GlossaryFile(List.copyOf(terms), findings);
    }

    private static Stream<Block> blocks(Section section) {
        return Stream.concat(
                section.blocks().stream(),
                section.sections().stream().flatMap(GlossaryFile::blocks));
    }

    private static void add(Block.Definition definition, List<Term> terms) {
        var names =
                definition.terms().stream()
                        .map(Inline::words)
                        .flatMap(words -> Stream.of(words.split("、", 0)))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        if (!names.isEmpty()) {
            terms.add(new Term(definition.id(), names, definition.explanation()));
        }
    }
}
