package tongtu.takeaway;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import tongtu.document.Block;
import tongtu.document.Document;
import tongtu.document.Footnote;
import tongtu.document.Inline;
import tongtu.document.Section;

/// A document as plain text for screen readers and telephones: a paragraph is a line, however long,
/// so that it flows; blank lines part what is apart. A table is read row by row, each cell behind
/// its header; addresses of links and alternatives of pictures are written out.
public final class PlainText {
    private static final String BLANK = "";

    private final TextWords words;
    private final List<String> lines = new ArrayList<>();

    private PlainText(TextWords words) {
        this.words = words;
    }

    /// `before` are lines that stand between the title and the text: whether it is in force, its
    /// address, its revision.
    public static String of(Document document, List<String> before) {
        var text = new PlainText(TextWords.in(document.frontMatter().language()));
        text.line(document.title());
        text.gap();
        before.forEach(text::line);
        text.gap();
        text.contents(document.sections());
        text.blocks(document.opening(), "");
        document.sections().forEach(text::section);
        text.notes(document.footnotes());
        return String.join("\n", text.lines).strip() + "\n";
    }

    private void line(String text) {
        lines.add(text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private void gap() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add(BLANK);
        }
    }

    private void contents(List<Section> sections) {
        if (sections.size() > 1) {
            line(words.contents());
            sections.forEach(section -> line(section.title()));
            gap();
        }
    }

    private void section(Section section) {
        gap();
        line(section.title());
        gap();
        blocks(section.blocks(), "");
        section.sections().forEach(this::section);
    }

    private void blocks(List<Block> blocks, String before) {
        for (var block : blocks) {
            block(block, before);
            gap();
        }
    }

    private void block(Block block, String before) {
        switch (block) {
            case Block.Paragraph(var _, var inlines) -> line(before + words(inlines));
            case Block.ItemList list -> {
                boolean counts = list.marker() == Block.ItemList.Marker.NUMBER;
                boolean isWritten = list.marker() == Block.ItemList.Marker.WRITTEN;
                for (int i = 0; i < list.items().size(); i++) {
                    var mark = counts ? list.start() + i + ". " : isWritten ? "" : "- ";
                    item(list.items().get(i), before + mark);
                }
            }
            case Block.Steps(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    item(items.get(i), before + (i + 1) + ". ");
                }
            }
            case Block.Quotation(var quoted) -> blocks(quoted, before + "> ");
            case Block.Callout(var tone, var called) ->
                    blocks(called, before + words.tone(tone) + words.colon());
            case Block.Definitions(var definitions) ->
                    definitions.forEach(definition -> definition(definition, before));
            case Block.Preformatted(var _, var text) ->
                    text.lines().forEach(line -> lines.add(before + line.stripTrailing()));
            case Block.Contact(var _, var contacts) -> {
                line(before + words.contact());
                contacts.forEach(contact ->
                        line(
                                (contact.label().isEmpty() ? "" : contact.label() + words.colon())
                                        + words(contact.inlines())));
            }
            case Block.SignVideo video ->
                    line(
                            before
                                    + words.video()
                                    + words.colon()
                                    + video.title()
                                    + words.open()
                                    + video.source().text()
                                    + words.close());
            case Block.Figure figure -> {
                line(before + words.picture() + words.colon() + figure.alternative());
                if (!figure.caption().isEmpty()) {
                    line(words(figure.caption()));
                }
                blocks(figure.description(), before);
            }
            case Block.Table table -> table(table, before);
        }
    }

    private void item(Block.Item item, String before) {
        line(before + words(item.inlines()));
        item.blocks().forEach(block -> block(block, ""));
    }

    private void definition(Block.Definition definition, String before) {
        definition.terms().forEach(term -> line(before + words(term)));
        definition.explanation().forEach(block -> block(block, ""));
        gap();
    }

    private void table(Block.Table table, String before) {
        var headers = new StringJoiner(words.separator(), words.open(), words.close());
        table.columns().forEach(column -> headers.add(words(column.header()).strip()));
        var caption = table.caption().isEmpty() ? "" : words.colon() + words(table.caption());
        line(before + words.table() + caption + headers);
        for (var row : table.rows()) {
            line(
                    table.sentence(
                            row,
                            words.colon(),
                            words.separator(),
                            (header, cell) ->
                                    header + ' ' + (cell.isEmpty() ? words.empty() : cell)));
        }
    }

    private void notes(List<Footnote> notes) {
        if (!notes.isEmpty()) {
            gap();
            line(words.notes());
            gap();
            for (var note : notes) {
                blocks(note.blocks(), words.note() + note.number() + words.colon());
            }
        }
    }

    /// Words with what a page shows otherwise: where links lead, which note belongs here.
    private String words(List<Inline> inlines) {
        var text = new StringBuilder();
        inlines.forEach(inline -> append(inline, text));
        return text.toString();
    }

    private void append(Inline inline, StringBuilder text) {
        switch (inline) {
            case Inline.Text(var own) -> text.append(own);
            case Inline.Code(var own) -> text.append(own);
            case Inline.Foreign(_, var own) -> text.append(own);
            case Inline.Strong(var inner) -> inner.forEach(each -> append(each, text));
            case Inline.Emphasis(var inner) -> inner.forEach(each -> append(each, text));
            case Inline.Link(var target, var inner) -> {
                inner.forEach(each -> append(each, text));
                if (target.scheme().startsWith("http")
                        && !text.toString().endsWith(target.text())) {
                    text.append(words.open()).append(target.text()).append(words.close());
                }
            }
            case Inline.Image(_, var alternative) -> text.append(alternative);
            case Inline.FootnoteMark(var number) ->
                    text.append(words.open())
                            .append(words.note())
                            .append(number)
                            .append(words.close());
            case Inline.LineBreak() -> text.append(' ');
        }
    }
}
