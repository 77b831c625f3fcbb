package tongtu.document;

import java.util.List;
import java.util.regex.Pattern;
import tongtu.language.Numerals;

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

    private record Form(Style style, Pattern pattern) {}

    private static final String CHINESE = "([零〇一二三四五六七八九十百千两]{1,9}|\\d{1,4})";

    /// How each form is written; the first group is the number.
    private static final List<Form> FORMS =
            List.of(
                    form(Style.STATUTE_SUBBOOK, "第\\s?" + CHINESE + "\\s?分编[\\s　]*"),
                    form(Style.STATUTE_BOOK, "第\\s?" + CHINESE + "\\s?编[\\s　]*"),
                    form(Style.STATUTE_CHAPTER, "第\\s?" + CHINESE + "\\s?章[\\s　]*"),
                    form(Style.STATUTE_SECTION, "第\\s?" + CHINESE + "\\s?节[\\s　]*"),
                    form(
                            Style.STATUTE_ARTICLE,
                            "第\\s?" + CHINESE + "\\s?条(?:之[一二三四五六七八九十]{1,3})?[\\s　]*"),
                    form(Style.PART, "([一二三四五六七八九十百]{1,5})、\\s*"),
                    form(Style.DIVISION, "[（(]([一二三四五六七八九十百]{1,5})[）)]\\s*"),
                    form(Style.SUBPOINT, "[（(](\\d{1,3})[）)]\\s*"),
                    form(Style.POINT, "(\\d{1,3})(?:[.．](?!\\d)|、)\\s*"));

    private static Form form(Style style, String pattern) {
        return new Form(style, Pattern.compile(pattern));
    }

    /// The number that a heading begins with, [#NONE] when it has none.
    public static Numbering of(String heading) {
        for (var form : FORMS) {
            var matcher = form.pattern().matcher(heading);
            if (matcher.lookingAt()) {
                int value = Numerals.value(matcher.group(1));
                if (value >= 0) {
                    return new Numbering(form.style(), value, matcher.group());
                }
            }
        }
        return NONE;
    }

    /// Whether it is a word of a statute: 编, 章, 节, 条.
    public boolean isStatute() {
        return switch (style) {
            case STATUTE_BOOK, STATUTE_SUBBOOK, STATUTE_CHAPTER, STATUTE_SECTION, STATUTE_ARTICLE ->
                    true;
            case NONE, PART, DIVISION, POINT, SUBPOINT -> false;
        };
    }

    public boolean isArticle() {
        return style == Style.STATUTE_ARTICLE;
    }
}
