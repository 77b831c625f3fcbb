package tongtu.html;

import java.util.Locale;

/// The elements (HTML Living Standard, section 4) that a document's text needs; there are no others
/// to be written.
enum Tag {
    A,
    ADDRESS,
    BLOCKQUOTE,
    BR,
    CAPTION,
    CODE,
    DD,
    DETAILS,
    DIV,
    DL,
    DT,
    EM,
    FIGCAPTION,
    FIGURE,
    H2,
    H3,
    H4,
    H5,
    H6,
    IMG,
    LI,
    OL,
    P,
    PRE,
    RP,
    RT,
    RUBY,
    SECTION,
    SPAN,
    STRONG,
    SUMMARY,
    SUP,
    TABLE,
    TBODY,
    TD,
    TH,
    THEAD,
    TR,
    UL;

    private final String text = name().toLowerCase(Locale.ROOT);

    String text() {
        return text;
    }

    boolean isVoid() {
        return this == BR || this == IMG;
    }

    static Tag heading(int level) {
        return switch (level) {
            case 2 -> H2;
            case 3 -> H3;
            case 4 -> H4;
            case 5 -> H5;
            case 6 -> H6;
            default -> throw new IllegalArgumentException("a heading of level " + level);
        };
    }
}
