package tongtu.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Footnote;
import tongtu.document.Inline;
import tongtu.document.Section;
import tongtu.language.Sentences;
import tongtu.language.Spoken;

/// A document as it is read aloud: sentences in reading order; tables row by row with their
/// headers, lists with their count, pictures by their alternative, notes at the end. A section is
/// announced by its heading.
public final class Script {
    /// Utterances of one document.
    public static final int MOST = 50_000;

    private static final int AFTER_HEADING_MS = 700;
    private static final int AFTER_SENTENCE_MS = 350;
    private static final int AFTER_BLOCK_MS = 600;

    /// Digits or letters without end, which nobody reads out.
    private static final Pattern LONG_RUN =
            Pattern.compile("[\\p{IsLatin}\\d]{" + (Spoken.LONGEST_RUN + 1) + ",}+");

    private final ScriptWords words;
    private String language;
    private final List<Utterance> utterances = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private boolean isCut;

    private Script(String language) {
        this.language = language;
        words = ScriptWords.in(language);
    }

    /// A part of a document's utterances: a section with all below it, from the number `from` to
    /// before `to`.
    public record Part(BlockId section, String title, int level, int from, int to) {}

    /// What is said of a document, and its sections. `isCut` when it is longer than is read aloud.
    public record Read(List<Utterance> utterances, List<Part> parts, boolean isCut) {
        public Read {
            utterances = List.copyOf(utterances);
            parts = List.copyOf(parts);
        }

        /// With what a person read instead of the sections that it is of.
        public Read with(List<Recording> recordings) {
            var read = this;
            for (var recording : recordings) {
                read = read.with(recording);
            }
            return read;
        }

        private Read with(Recording recording) {
            for (var part : parts) {
                if (part.section().text().equals(recording.section())) {
                    var first = utterances.get(part.from());
                    var said =
                            new Utterance(
                                    part.section(),
                                    1,
                                    0,
                                    part.title(),
                                    false,
                                    first.language(),
                                    true,
                                    AFTER_BLOCK_MS,
                                    recording);
                    var all = new ArrayList<>(utterances.subList(0, part.from()));
                    all.add(said);
                    all.addAll(utterances.subList(part.to(), utterances.size()));
                    int less = part.to() - part.from() - 1;
                    var kept = new ArrayList<Part>();
                    for (var each : parts) {
                        boolean within = each.from() > part.from() && each.to() <= part.to();
                        if (!within) {
                            int from = each.from() >= part.to() ? each.from() - less : each.from();
                            int to = each.to() >= part.to() ? each.to() - less : each.to();
                            kept.add(
                                    new Part(each.section(), each.title(), each.level(), from, to));
                        }
                    }
                    return new Read(all, kept, isCut);
                }
            }
            return this;
        }
    }

    /// `before` is said before the text: the title, and what a reader sees above it.
    public static Read of(Document document, List<String> before) {
        var script = new Script(document.frontMatter().language());
        var parts = new ArrayList<Part>();
        before.forEach(
                line -> script.say(null, line, false, script.utterances.isEmpty(), AFTER_BLOCK_MS));
        script.blocks(document.opening());
        for (var section : document.sections()) {
            script.section(section, parts);
        }
        script.notes(document.footnotes());
        return new Read(script.utterances, parts, script.isCut);
    }

    /// A line of a page that is no document, in a language.
    public record Line(String words, String language, boolean isHeading) {}

    /// A page that is no document: its lines, sentence by sentence.
    public static Read ofLines(List<Line> lines) {
        var script = new Script("");
        for (var line : lines) {
            script.language = line.language();
            var sentences = Sentences.of(line.words());
            for (int i = 0; i < sentences.size(); i++) {
                boolean last = i == sentences.size() - 1;
                int rest = last ? AFTER_BLOCK_MS : AFTER_SENTENCE_MS;
                script.say(null, sentences.get(i), true, line.isHeading(), rest);
            }
        }
        return new Read(script.utterances, List.of(), script.isCut);
    }

    /// A text without structure: its lines, sentence by sentence.
    public static List<Utterance> ofText(String text, String language) {
        return ofLines(text.lines().map(line -> new Line(line, language, false)).toList())
                .utterances();
    }

    private void section(Section section, List<Part> parts) {
        int from = utterances.size();
        int at = parts.size();
        say(section.id(), section.title(), true, true, AFTER_HEADING_MS);
        blocks(section.blocks());
        section.sections().forEach(below -> section(below, parts));
        parts.add(
                at,
                new Part(section.id(), section.title(), section.level(), from, utterances.size()));
    }

    private void notes(List<Footnote> notes) {
        for (var note : notes) {
            int before = utterances.size();
            blocks(note.blocks());
            if (utterances.size() > before) {
                var first = utterances.get(before);
                utterances.set(before, about(first, words.note(note.number()) + first.words()));
            }
        }
    }

    private static Utterance about(Utterance said, String words) {
        return new Utterance(
                said.block(),
                said.number(),
                said.piece(),
                words,
                false,
                said.language(),
                said.isHeading(),
                said.rest(),
                said.recording());
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var id, var inlines) -> divided(id, Inline.words(inlines));
            case Block.ItemList list -> list(list);
            case Block.Steps(var items) -> steps(items);
            case Block.Quotation(var quoted) -> within(words.quotation(), quoted);
            case Block.Callout(var tone, var called) -> within(words.tone(tone), called);
            case Block.Definitions(var definitions) -> definitions.forEach(this::definition);
            case Block.Preformatted(var id, var text) ->
                    text.lines().forEach(line -> divided(id, line));
            case Block.Contact(var id, var lines) ->
                    lines.forEach(line -> {
                        var said = Inline.words(line.inlines());
                        var label = line.label().isEmpty() ? "" : line.label() + words.colon();
                        say(id, label + said, false, false, AFTER_SENTENCE_MS);
                    });
            case Block.SignVideo video ->
                    say(video.id(), words.video() + video.title(), false, false, AFTER_BLOCK_MS);
            case Block.Figure figure -> {
                say(
                        figure.id(),
                        words.picture() + figure.alternative(),
                        false,
                        false,
                        AFTER_SENTENCE_MS);
                divided(figure.id(), Inline.words(figure.caption()));
                blocks(figure.description());
            }
            case Block.Table table -> table(table);
        }
    }

    /// What stands before the first words of some blocks.
    private void within(String before, List<Block> blocks) {
        int first = utterances.size();
        blocks(blocks);
        if (utterances.size() > first) {
            var said = utterances.get(first);
            utterances.set(first, about(said, before + said.words()));
        }
    }

    private void list(Block.ItemList list) {
        var items = list.items();
        if (items.isEmpty()) {
            return;
        }
        say(items.getFirst().id(), words.items(items.size()), false, false, AFTER_SENTENCE_MS);
        for (int i = 0; i < items.size(); i++) {
            var mark =
                    list.marker() == Block.ItemList.Marker.NUMBER
                            ? words.number(list.start() + i)
                            : "";
            item(items.get(i), mark);
        }
    }

    private void steps(List<Block.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        say(items.getFirst().id(), words.steps(items.size()), false, false, AFTER_SENTENCE_MS);
        for (int i = 0; i < items.size(); i++) {
            item(items.get(i), words.step(i + 1));
        }
    }

    private void item(Block.Item item, String mark) {
        if (!mark.isEmpty()) {
            say(item.id(), mark, false, false, 0);
        }
        divided(item.id(), Inline.words(item.inlines()));
        blocks(item.blocks());
    }

    private void definition(Block.Definition definition) {
        for (var term : definition.terms()) {
            say(definition.id(), Inline.words(term), true, false, AFTER_SENTENCE_MS);
        }
        blocks(definition.explanation());
    }

    /// Each row is a sentence: the cell that names it, then each other cell behind its header.
    private void table(Block.Table table) {
        var caption = Inline.words(table.caption());
        say(
                table.id(),
                words.table(caption, table.rows().size(), table.columns().size()),
                false,
                false,
                AFTER_BLOCK_MS);
        for (var row : table.rows()) {
            var said = table.sentence(row, words.comma(), words.comma(), this::cell);
            say(row.id(), said + words.stop(), false, false, AFTER_SENTENCE_MS);
        }
    }

    /// A figure stands right behind its header, other words behind a pause.
    private String cell(String header, String cell) {
        if (cell.isEmpty()) {
            return header + words.empty();
        }
        boolean isFigure = cell.matches("[≥≤<>＜＞±+-]?\\s?\\d.*");
        return header + (isFigure ? " " : words.colon()) + cell;
    }

    private void divided(BlockId id, String text) {
        var sentences = Sentences.of(text);
        for (int i = 0; i < sentences.size(); i++) {
            boolean last = i == sentences.size() - 1;
            say(id, sentences.get(i), true, false, last ? AFTER_BLOCK_MS : AFTER_SENTENCE_MS);
        }
    }

    private void say(
            @Nullable BlockId id, String said, boolean isWritten, boolean heading, int rest) {
        var given = said.strip();
        if (given.isEmpty()) {
            return;
        }
        // Said before it is cut, so that its length is told once.
        var stripped = LONG_RUN.matcher(given).replaceAll(run -> words.run(run.group().length()));
        boolean literal = isWritten && stripped.equals(given);
        int number = numbers.merge(id == null ? "" : id.text(), 1, Integer::sum);
        var pieces = Clauses.of(stripped);
        for (int i = 0; i < pieces.size(); i++) {
            if (utterances.size() >= MOST) {
                isCut = true;
                return;
            }
            var piece = pieces.get(i);
            int behind = i == pieces.size() - 1 ? rest : Clauses.restMs(piece);
            utterances.add(
                    new Utterance(id, number, i, piece, literal, language, heading, behind, null));
        }
    }
}
