package tongtu.intake;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tongtu.document.Block;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.document.Section;
import tongtu.document.Units;

/// Files that are sent, converted in memory, and what tests ask of the outcome.
final class Texts {
    private Texts() {}

    static Conversion text(String... lines) {
        return converted("文件.txt", bytes(String.join("\n", lines)));
    }

    static Conversion markdown(String... lines) {
        return converted("文件.md", bytes(String.join("\n", lines)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Conversion converted(String name, byte[] bytes) {
        return converted(name, bytes, "policies");
    }

    static Conversion converted(String name, byte[] bytes, String folder) {
        var text = assertInstanceOf(SourceText.class, Decoder.decode(bytes));
        return Conversion.of(
                text,
                new Conversion.Names(name, folder, folder + "/file", folder + "/file.md"),
                name.endsWith(".md"),
                null);
    }

    static Document document(Conversion conversion) {
        var document = conversion.document();
        assertNotNull(document, () -> conversion.findings().toString());
        return document;
    }

    /// Every section, in reading order.
    static List<Section> sections(Document document) {
        return document.sections().stream().flatMap(Texts::with).toList();
    }

    private static Stream<Section> with(Section section) {
        return Stream.concat(Stream.of(section), section.sections().stream().flatMap(Texts::with));
    }

    static List<String> headings(Conversion conversion) {
        return sections(document(conversion)).stream()
                .map(section -> "#".repeat(section.level()) + " " + section.title())
                .toList();
    }

    static List<Block> blocks(Document document) {
        var blocks = new ArrayList<Block>(document.opening());
        sections(document).forEach(section -> blocks.addAll(section.blocks()));
        return blocks;
    }

    /// The title and the words of every unit, in reading order.
    static List<String> words(Document document) {
        var words = new ArrayList<>(List.of(document.title()));
        Units.of(document).forEach(unit -> words.add(unit.words()));
        return words;
    }

    /// The same without a title that is the file's name and no word of its text.
    static List<String> said(Conversion conversion) {
        var words = words(document(conversion));
        boolean isNamedAfterFile =
                of("intake/title", conversion).stream()
                        .anyMatch(
                                finding -> finding.message().equals(PlainText.NO_TITLE.message()));
        return isNamedAfterFile ? words.subList(1, words.size()) : words;
    }

    static List<Finding> of(String rule, Conversion conversion) {
        return conversion.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    static List<String> rules(Conversion conversion) {
        return conversion.findings().stream()
                .map(Finding::rule)
                .filter(rule -> !rule.startsWith("intake/"))
                .toList();
    }

    /// The line of the Markdown that a finding names.
    static String line(Conversion conversion, Finding finding) {
        return conversion.markdown().split("\n", -1)[finding.line() - 1];
    }

    /// The characters that are no space, joined.
    static String solid(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String solid(List<String> texts) {
        return texts.stream().map(Texts::solid).collect(Collectors.joining());
    }

    /// The characters that are no space, in the order of their code points.
    static String sorted(String text) {
        return solid(text)
                .codePoints()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
