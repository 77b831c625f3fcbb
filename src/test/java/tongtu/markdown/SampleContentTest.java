package tongtu.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tongtu.document.Block;
import tongtu.document.Document;
import tongtu.document.Section;

/// The sample in `content/`: read without a finding, and the page on writing shows every block.
class SampleContentTest {
    private static final Path CONTENT = Path.of("content");

    @Test
    void everyPageOfTheSampleIsReadWithoutAFinding() throws IOException {
        var findings = new ArrayList<String>();
        for (var file : files()) {
            if (!file.startsWith(CONTENT.resolve("glossary"))) {
                parse(file).findings().forEach(finding -> findings.add(finding.toString()));
            }
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void thePageOnWritingShowsEveryKindOfBlockThatTheSampleCan() throws IOException {
        var document = parse(CONTENT.resolve("pages/writing.md")).document();
        assertNotNull(document);
        var used = new TreeSet<String>();
        blocks(document).forEach(block -> used.add(block.getClass().getSimpleName()));
        var all =
                Set.of(Block.class.getPermittedSubclasses()).stream()
                        .flatMap(type ->
                                type.getPermittedSubclasses() == null
                                        ? Stream.of(type)
                                        : Stream.of(type.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        all.remove("SignVideo"); // There is no video to show.
        assertEquals(all, used);
        assertTrue(!document.footnotes().isEmpty());
    }

    @Test
    void everyPageOfTheSampleHasItsLedger() throws IOException {
        var folder = new ContentFolder(CONTENT);
        var behind = new ArrayList<String>();
        for (var path : folder.paths()) {
            var file = folder.file(path);
            assertNotNull(file, path);
            if (!file.isWritten()) {
                behind.add(path);
            }
        }
        assertEquals(List.of(), behind, "run ./tongtu ids");
    }

    private static Parsed parse(Path file) throws IOException {
        var path = CONTENT.relativize(file).toString().replace('\\', '/');
        return new MarkdownParser()
                .parse(path.substring(0, path.length() - ".md".length()), Files.readAllBytes(file));
    }

    private static List<Path> files() throws IOException {
        try (var walk = Files.walk(CONTENT)) {
            return walk.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static List<Block> blocks(Document document) {
        var blocks = new ArrayList<Block>(document.opening());
        document.sections().forEach(section -> add(section, blocks));
        return blocks;
    }

    private static void add(Section section, List<Block> blocks) {
        blocks.addAll(section.blocks());
        section.sections().forEach(inner -> add(inner, blocks));
    }
}
