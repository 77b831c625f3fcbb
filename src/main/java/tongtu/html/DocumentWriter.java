package tongtu.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongtu.document.Block;
import tongtu.document.BlockId;
import tongtu.document.Document;
import tongtu.document.Footnote;
import tongtu.document.Glossary;
import tongtu.document.Place;
import tongtu.document.Places;
import tongtu.document.Section;

/// The sections of a document to markup, with a permanent link for each place that people cite.
final class DocumentWriter {
    /// Characters of a number that the margin holds: （十一）.
    private static final int LONGEST_IN_MARGIN = 4;

    private final Document document;
    private final Markup markup;
    private final Wording wording;
    private final InlineWriter inlines;
    private final BlockWriter blocks;
    private final Map<BlockId, Place> places;
    private final Map<BlockId, List<BlockId>> anchors;
    private final Map<String, Integer> names = new HashMap<>();

    DocumentWriter(
            Document document,
            Glossary glossary,
            Function<String, @Nullable String> addresses,
            Function<String, List<Ruby>> ruby,
            Markup markup) {
        this.document = document;
        this.markup = markup;
        wording = Wording.in(document.frontMatter().language());
        // Terms are Chinese; in another language nothing is one.
        var terms = new Terms(wording == Wording.CHINESE ? glossary : Glossary.EMPTY);
        inlines = new InlineWriter(markup, terms, addresses, wording, ruby);
        places = Places.of(document);
        anchors = anchors(document);
        blocks = new BlockWriter(markup, inlines, anchors, wording);
    }

    private static Map<BlockId, List<BlockId>> anchors(Document document) {
        var anchors = new HashMap<BlockId, List<BlockId>>();
        document.anchors()
                .forEach((old, host) ->
                        anchors.computeIfAbsent(host, _ -> new ArrayList<>()).add(old));
        anchors.values().forEach(list -> list.sort(null));
        return anchors;
    }

    void write() {
        blocks.blocks(document.opening());
        document.sections().forEach(this::section);
        notes();
    }

    private void section(Section section) {
        if (section.level() <= 3 && !section.numbering().isArticle()) {
            inlines.terms().beginSection();
        }
        heading(section);
        if (section.numbering().isArticle()) {
            article(section);
        } else {
            blocks.blocks(section.blocks());
        }
        section.sections().forEach(this::section);
    }

    /// A heading and what can be done with its section, side by side.
    private void heading(Section section) {
        markup.open(Tag.DIV).style(section.level() == 2 ? "heading chapter" : "heading");
        blocks.unit(Tag.heading(section.level()), section.id());
        blocks.anchorsOf(section.id());
        number(section);
        inlines.phrased(section.heading());
        markup.close().line();
        markup.open(Tag.P).style("tools");
        permanentLink(section.id(), name(section));
        markup.close().close().line();
    }

    /// A short number hangs in the margin; 第二章 is a word among words.
    private void number(Section section) {
        var written = section.numbering().written();
        var number = written.strip();
        if (number.isEmpty()) {
            return;
        }
        if (section.numbering().isStatute() || number.length() > LONGEST_IN_MARGIN) {
            markup.text(number);
        } else {
            markup.open(Tag.SPAN).style("num").text(number).close();
        }
        boolean spaced = Character.isWhitespace(written.codePointBefore(written.length()));
        if (spaced && !section.heading().isEmpty()) {
            markup.text(" ");
        }
    }

    private void permanentLink(BlockId id, String name) {
        markup.open(Tag.A)
                .href("", id)
                .text(wording.permanentLink)
                .open(Tag.SPAN)
                .style("unseen")
                .text(wording.colon + name)
                .close()
                .close();
    }

    /// The section's place, or its title; a second one of the same name is told apart by number.
    private String name(Section section) {
        var place = places.getOrDefault(section.id(), Place.NONE);
        boolean own = !section.numbering().written().isEmpty() && !place.isNone();
        var name = own ? place.cited() : section.title();
        int copy = names.merge(name, 1, Integer::sum);
        return copy == 1 ? name : name + " (" + copy + ")";
    }

    /// In an article each paragraph that is cited by its own number (款) says so, and is a link to
    /// itself.
    private void article(Section section) {
        var whole = places.getOrDefault(section.id(), Place.NONE);
        for (var block : section.blocks()) {
            var place =
                    block instanceof Block.Paragraph(var id, _)
                            ? places.getOrDefault(id, whole)
                            : whole;
            if (block instanceof Block.Paragraph(var id, var words) && !place.equals(whole)) {
                blocks.unit(Tag.P, id);
                blocks.anchorsOf(id);
                inlines.explained(words);
                markup.text(" ").open(Tag.A).style("place").href("", id);
                markup.open(Tag.SPAN).style("unseen").text(whole.cited()).close();
                markup.text(place.cited().substring(whole.cited().length()));
                markup.close().close().line();
                blocks.explanations();
            } else {
                blocks.block(block);
            }
        }
    }

    private void notes() {
        if (document.footnotes().isEmpty()) {
            return;
        }
        markup.open(Tag.SECTION).style("notes").labelledBy("notes").line();
        markup.open(Tag.H2).id("notes").text(wording.notes).close().line();
        markup.open(Tag.OL).line();
        document.footnotes().forEach(this::note);
        markup.close().close().line();
    }

    private void note(Footnote note) {
        markup.open(Tag.LI).id("note-" + note.number()).line();
        if (note.blocks().isEmpty() || !(note.blocks().getFirst() instanceof Block.Paragraph)) {
            markup.open(Tag.SPAN).id(note.id().text()).close();
        }
        blocks.blocks(note.blocks());
        markup.open(Tag.A)
                .style("back")
                .href("note-mark-", note.number())
                .text(wording.back)
                .open(Tag.SPAN)
                .style("unseen")
                .text(wording.comma + wording.note + note.number())
                .close()
                .close()
                .close()
                .line();
    }
}
