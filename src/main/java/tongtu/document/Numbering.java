package tongtu.document;

/// The number that a heading carries in its own words: `written` is those words («（八）», «第二十九条　»),
/// `value` what they count.
public record Numbering(Style style, int value, String written) {
    public static final Numbering NONE = new Numbering(Style.NONE, 0, "");

    /// The forms in use: of plans and notices (一、 （一） 1. （1）) and of statutes (编 分编 章 节 条).
    public enum Style {
        NONE,
        PART,
        DIVISION,
        POINT,
        SUBPOINT,
        STATUTE_BOOK,
        STATUTE_SUBBOOK,
        STATUTE_CHAPTER,
        STATUTE_SECTION,
        STATUTE_ARTICLE
    }

    public Numbering {
        if ((style == Style.NONE) != written.isEmpty() || value < 0) {
            throw new IllegalArgumentException(style + " " + value + " «" + written + "»");
        }
    }

    public boolean isArticle() {
        return style == Style.STATUTE_ARTICLE;
    }
}
