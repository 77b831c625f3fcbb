package tongtu.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// Writes a Word file (Office Open XML, ECMA-376) with real styles, so that headings are headings
/// for whoever navigates by them: built-in style names, lists that are lists, header rows that say
/// so, footnotes, alternatives of pictures.
public final class WordFile {
    /// Words in one paragraph. `link` is an address, or `#` and a bookmark; `language` a BCP 47 tag
    /// where they are in another one; both may be empty.
    public sealed interface Piece {
        record Words(String text, boolean strong, String link, String language) implements Piece {}

        /// A line end.
        record Break() implements Piece {}

        /// The mark of a footnote; the same number twice leads to the same words.
        record Note(int number) implements Piece {}

        /// A picture (PNG, JPEG or GIF) with its alternative.
        @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
        record Picture(byte[] bytes, String ending, String alternative) implements Piece {}
    }

    /// What a paragraph is.
    public enum Style {
        TITLE("Title", "Title", 0, 22),
        HEADING_1("Heading1", "heading 1", 1, 16),
        HEADING_2("Heading2", "heading 2", 2, 14),
        HEADING_3("Heading3", "heading 3", 3, 12),
        HEADING_4("Heading4", "heading 4", 4, 12),
        HEADING_5("Heading5", "heading 5", 5, 12),
        BODY("Normal", "Normal", 0, 12),
        LIST("ListParagraph", "List Paragraph", 0, 12),
        QUOTATION("Quote", "Quote", 0, 12),
        CAPTION("Caption", "caption", 0, 12);

        private final String id;
        private final String name;
        private final int level;
        private final int points;

        Style(String id, String name, int level, int points) {
            this.id = id;
            this.name = name;
            this.level = level;
            this.points = points;
        }

        /// That of a heading; deeper ones are as the deepest.
        public static Style heading(int level) {
            return switch (level) {
                case 1 -> HEADING_1;
                case 2 -> HEADING_2;
                case 3 -> HEADING_3;
                case 4 -> HEADING_4;
                default -> HEADING_5;
            };
        }
    }

    private static final int WIDEST_PX = 560;
    private static final int HIGHEST_PX = 700;
    private static final int INDENT = 420;
    private static final int DEPTH = 9;

    /// Of an A4 page between its margins, in twentieths of a point.
    private static final int TEXT_WIDTH = 9_000;

    private final XWPFDocument document = new XWPFDocument();
    private final List<XWPFFootnote> notes = new ArrayList<>();
    private final BigInteger bullets;
    private final BigInteger numbers;
    private int bookmarks;
    private int pictures;

    /// An empty file: its title, who made it, its language, and the date it counts as made on.
    public WordFile(String title, String creator, String language, LocalDate date) {
        styles(language);
        document.createNumbering();
        bullets = numbering(STNumberFormat.BULLET, 0);
        numbers = numbering(STNumberFormat.DECIMAL, 1);
        var about = document.getProperties().getCoreProperties();
        about.setTitle(title);
        about.setCreator(creator);
        about.getUnderlyingProperties().setLanguageProperty(Optional.of(language));
        var made = Optional.of(Date.from(date.atStartOfDay().toInstant(ZoneOffset.UTC)));
        about.setCreated(made);
        about.setModified(made);
    }

    /// As many footnotes as this, to be filled by [#note].
    public void notes(int count) {
        if (count > 0 && document.getFootnotes().isEmpty()) {
            document.createFootnotes();
        }
        for (int i = 0; i < count; i++) {
            notes.add(document.createFootnote());
        }
    }

    private void styles(String language) {
        var styles = document.createStyles();
        styles.setEastAsia("zh-CN");
        styles.setSpellingLanguage(language);
        for (var style : Style.values()) {
            style(styles, style);
        }
    }

    private static void style(XWPFStyles styles, Style style) {
        var made = CTStyle.Factory.newInstance();
        made.setStyleId(style.id);
        made.setType(STStyleType.PARAGRAPH);
        made.addNewName().setVal(style.name);
        made.addNewQFormat();
        if (style == Style.BODY) {
            made.setDefault(true);
        } else {
            made.addNewBasedOn().setVal(Style.BODY.id);
            made.addNewNext().setVal(Style.BODY.id);
        }
        var paragraph = made.addNewPPr();
        var spacing = paragraph.addNewSpacing();
        spacing.setAfter(BigInteger.valueOf(120));
        spacing.setLine(BigInteger.valueOf(360));
        if (style.level > 0) {
            paragraph.addNewKeepNext();
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(style.level - 1L));
        }
        if (style == Style.QUOTATION) {
            paragraph.addNewInd().setLeft(BigInteger.valueOf(INDENT));
        }
        if (style == Style.CAPTION) {
            paragraph.addNewKeepNext();
        }
        var run = made.addNewRPr();
        var fonts = run.addNewRFonts();
        fonts.setAscii("Arial");
        fonts.setHAnsi("Arial");
        fonts.setEastAsia("Microsoft YaHei");
        var size = BigInteger.valueOf(2L * style.points);
        run.addNewSz().setVal(size);
        run.addNewSzCs().setVal(size);
        if (style.level > 0 || style == Style.TITLE || style == Style.CAPTION) {
            run.addNewB();
        }
        styles.addStyle(new XWPFStyle(made));
    }

    private BigInteger numbering(STNumberFormat.Enum format, int id) {
        var made = CTAbstractNum.Factory.newInstance();
        made.setAbstractNumId(BigInteger.valueOf(id));
        for (int depth = 0; depth < DEPTH; depth++) {
            var level = made.addNewLvl();
            level.setIlvl(BigInteger.valueOf(depth));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(format);
            level.addNewLvlText()
                    .setVal(format.equals(STNumberFormat.BULLET) ? "•" : "%" + (depth + 1) + ".");
            var indent = level.addNewPPr().addNewInd();
            indent.setLeft(BigInteger.valueOf((long) INDENT * (depth + 1)));
            indent.setHanging(BigInteger.valueOf(INDENT));
        }
        return document.getNumbering().addAbstractNum(new XWPFAbstractNum(made));
    }

    /// Begins a list; what it returns is given to each of its items. One that does not count has
    /// the start 0.
    public BigInteger list(int start) {
        XWPFNumbering numbering = document.getNumbering();
        var list = numbering.addNum(start == 0 ? bullets : numbers);
        if (start > 0) {
            for (int depth = 0; depth < DEPTH; depth++) {
                var over = numbering.getNum(list).getCTNum().addNewLvlOverride();
                over.setIlvl(BigInteger.valueOf(depth));
                over.addNewStartOverride().setVal(BigInteger.valueOf(start));
            }
        }
        return list;
    }

    /// A paragraph; `bookmark` is the name under which links lead to it, empty when none do.
    public void paragraph(Style style, String bookmark, List<Piece> pieces) throws IOException {
        fill(begin(style, bookmark), pieces);
    }

    /// An item of a list, so deep (from 0) inside others.
    public void item(BigInteger list, int depth, String bookmark, List<Piece> pieces)
            throws IOException {
        var paragraph = begin(Style.LIST, bookmark);
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(Math.min(depth, DEPTH - 1)));
        fill(paragraph, pieces);
    }

    private XWPFParagraph begin(Style style, String bookmark) {
        var paragraph = document.createParagraph();
        if (style != Style.BODY) {
            paragraph.setStyle(style.id);
        }
        mark(paragraph, bookmark);
        return paragraph;
    }

    private void mark(XWPFParagraph paragraph, String bookmark) {
        if (!bookmark.isEmpty()) {
            var id = BigInteger.valueOf(++bookmarks);
            var start = paragraph.getCTP().addNewBookmarkStart();
            start.setId(id);
            start.setName(bookmark);
            paragraph.getCTP().addNewBookmarkEnd().setId(id);
        }
    }

    /// A table whose first row repeats on each page; `rows` are lists of cells.
    public void table(List<List<Piece>> header, List<List<List<Piece>>> rows) throws IOException {
        var table = document.createTable(rows.size() + 1, header.size());
        table.setWidth("100%");
        // Without a grid some programs see no cells (ECMA-376, 17.4.48).
        var grid = table.getCTTbl().addNewTblGrid();
        for (int i = 0; i < header.size(); i++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(TEXT_WIDTH / header.size()));
        }
        var first = table.getRow(0);
        first.setRepeatHeader(true);
        for (int i = 0; i < header.size(); i++) {
            cell(first.getCell(i), strong(header.get(i)));
        }
        for (int i = 0; i < rows.size(); i++) {
            var row = table.getRow(i + 1);
            row.setCantSplitRow(true);
            for (int j = 0; j < header.size(); j++) {
                cell(row.getCell(j), rows.get(i).get(j));
            }
        }
        var look = table.getCTTbl().getTblPr().addNewTblLook();
        look.setFirstRow(true);
        // Two tables must not touch.
        document.createParagraph();
    }

    private static List<Piece> strong(List<Piece> pieces) {
        return pieces.stream()
                .map(piece ->
                        piece instanceof Piece.Words(var text, _, var link, var language)
                                ? new Piece.Words(text, true, link, language)
                                : piece)
                .toList();
    }

    private void cell(XWPFTableCell cell, List<Piece> pieces) throws IOException {
        fill(cell.getParagraphs().getFirst(), pieces);
    }

    /// A paragraph of a footnote, from 1.
    public void note(int number, List<Piece> pieces) throws IOException {
        var note = notes.get(number - 1);
        boolean isFirst = note.getParagraphs().isEmpty();
        var paragraph = note.createParagraph();
        if (isFirst) {
            var mark = paragraph.createRun();
            properties(mark).addNewVertAlign().setVal(SUPERSCRIPT);
            mark.getCTR().addNewFootnoteRef();
        }
        fill(paragraph, pieces);
    }

    private static final org.openxmlformats
                    .schemas
                    .officeDocument
                    .x2006
                    .sharedTypes
                    .STVerticalAlignRun
                    .Enum
            SUPERSCRIPT =
                    org.openxmlformats
                            .schemas
                            .officeDocument
                            .x2006
                            .sharedTypes
                            .STVerticalAlignRun
                            .SUPERSCRIPT;

    private static CTRPr properties(XWPFRun run) {
        return run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    }

    private void fill(XWPFParagraph paragraph, List<Piece> pieces) throws IOException {
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Words words -> words(paragraph, words);
                case Piece.Break() -> paragraph.createRun().addBreak();
                case Piece.Note(var number) -> {
                    var run = paragraph.createRun();
                    properties(run).addNewVertAlign().setVal(SUPERSCRIPT);
                    run.getCTR().addNewFootnoteReference().setId(notes.get(number - 1).getId());
                }
                case Piece.Picture picture -> picture(paragraph, picture);
            }
        }
    }

    private static void words(XWPFParagraph paragraph, Piece.Words words) {
        XWPFRun run;
        if (words.link().startsWith("#")) {
            var link = paragraph.getCTP().addNewHyperlink();
            link.setAnchor(words.link().substring(1));
            run = new XWPFHyperlinkRun(link, link.addNewR(), paragraph);
        } else {
            run =
                    words.link().isEmpty()
                            ? paragraph.createRun()
                            : paragraph.createHyperlinkRun(words.link());
        }
        if (!words.link().isEmpty()) {
            run.setColor("00387A");
            run.setUnderline(org.apache.poi.xwpf.usermodel.UnderlinePatterns.SINGLE);
        }
        run.setText(words.text());
        if (words.strong()) {
            run.setBold(true);
        }
        if (!words.language().isEmpty()) {
            run.setLang(words.language());
        }
    }

    private void picture(XWPFParagraph paragraph, Piece.Picture picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        if (image == null) {
            throw new IOException("not a picture");
        }
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) WIDEST_PX / image.getWidth(),
                                (double) HIGHEST_PX / image.getHeight()));
        var type =
                switch (picture.ending()) {
                    case "png" -> PictureType.PNG;
                    case "gif" -> PictureType.GIF;
                    default -> PictureType.JPEG;
                };
        try {
            var shown =
                    paragraph
                            .createRun()
                            .addPicture(
                                    new ByteArrayInputStream(picture.bytes()),
                                    type,
                                    "picture-" + ++pictures + "." + picture.ending(),
                                    Units.pixelToEMU(Math.max(1, (int) (image.getWidth() * scale))),
                                    Units.pixelToEMU(
                                            Math.max(1, (int) (image.getHeight() * scale))));
            shown.getCTPicture().getNvPicPr().getCNvPr().setDescr(picture.alternative());
            for (var run : paragraph.getRuns()) {
                for (var drawing : run.getCTR().getDrawingList()) {
                    for (var inline : drawing.getInlineList()) {
                        if (!inline.getDocPr().isSetDescr()) {
                            inline.getDocPr().setDescr(picture.alternative());
                        }
                    }
                }
            }
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    /// The file. Its entries are dated by the clock: who needs the same bytes each time packs them
    /// anew.
    public byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        document.write(out);
        document.close();
        return out.toByteArray();
    }
}
