package tongtu.takeaway;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The forms in which a document can be taken along.
public enum Form {
    PDF(".pdf", "application/pdf", Unit.PAGES),
    PDF_LARGE("-18pt.pdf", "application/pdf", Unit.PAGES),
    PDF_LARGEST("-24pt.pdf", "application/pdf", Unit.PAGES),
    EPUB(".epub", EpubFile.TYPE, Unit.MINUTES),
    DOCX(".docx", DocxFile.TYPE, Unit.NONE),
    LARGE_PRINT("-large.html", "text/html;charset=utf-8", Unit.NONE),
    TEXT(".txt", "text/plain;charset=utf-8", Unit.NONE),
    TEXT_GB("-gb18030.txt", "text/plain;charset=gb18030", Unit.NONE),
    BRF(".brf", "application/x-brf", Unit.CELLS),
    BRF_32("-32.brf", "application/x-brf", Unit.CELLS),
    BRF_28("-28.brf", "application/x-brf", Unit.CELLS),
    BRF_20("-20.brf", "application/x-brf", Unit.CELLS),
    PEF(".pef", "application/x-pef+xml", Unit.CELLS),
    EBRAILLE(".ebrl", EbrailleFile.TYPE, Unit.CELLS);

    /// All forms in one archive.
    public static final String BUNDLE = "-all.zip";

    /// What the length of a form is told in.
    public enum Unit {
        NONE,
        PAGES,
        MINUTES,
        CELLS
    }

    /// How many cells the lines of a BRF have.
    private static final Map<Form, Integer> WIDTHS =
            Map.of(BRF, 40, BRF_32, 32, BRF_28, 28, BRF_20, 20, PEF, 40);

    private final String ending;
    private final String type;
    private final Unit unit;

    Form(String ending, String type, Unit unit) {
        this.ending = ending;
        this.type = type;
        this.unit = unit;
    }

    public String ending() {
        return ending;
    }

    public String type() {
        return type;
    }

    public Unit unit() {
        return unit;
    }

    /// The name of the file of a document with that slug.
    public String file(String slug) {
        return slug + ending;
    }

    int width() {
        return WIDTHS.getOrDefault(this, 0);
    }

    /// The longest ending first, so that `-18pt.pdf` is not read as `.pdf`.
    public static List<Form> byLongestEnding() {
        return Arrays.stream(values())
                .sorted(Comparator.comparingInt((Form form) -> -form.ending.length()))
                .toList();
    }
}
