package tongtu.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers that stand in a folded text, however they are written: 二〇二五 and 2025, 百分之九十八 and
/// 98%, 第二十九条 and 第29条, 3 万 and 30000.
public final class Figures {
    /// A number: `plain` is the one way to write it that all the others share. Digits, a point and
    /// a percent sign; with 第 before and its noun behind when it counts a part of a text.
    public record Figure(String plain, int start, int end) {}

    /// Characters of one number; a longer one is cut there.
    static final int LONGEST = 40;

    private static final String CHINESE = "[〇零一二三四五六七八九十百千两]";
    private static final String ARABIC = "\\d(?:[\\d,]{0,38}\\d)?(?:\\.\\d{1,20})?";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "第\\s?(?<ordinal>\\d{1,6}|"
                            + CHINESE
                            + "{1,9})\\s?(?<noun>[编章节条款项号])"
                            + "|百分之(?<share>"
                            + CHINESE
                            + "{1,9}(?:点[〇零一二三四五六七八九]{1,9})?|"
                            + ARABIC
                            + ")"
                            + "|(?<arabic>"
                            + ARABIC
                            + ")\\s?(?<power>[万亿%]?)"
                            + "|(?<chinese>"
                            + CHINESE
                            + "{2,9})(?<units>[万亿]?)"
                            + "|(?<one>[一二三四五六七八九两])(?<big>[万亿])");

    private Figures() {}

    public static List<Figure> of(String folded) {
        var figures = new ArrayList<Figure>();
        var matcher = NUMBER.matcher(folded);
        while (matcher.find()) {
            var plain = plain(matcher);
            if (!plain.isEmpty()) {
                figures.add(new Figure(plain, matcher.start(), matcher.end()));
            }
        }
        return figures;
    }

    private static String plain(Matcher matcher) {
        var ordinal = matcher.group("ordinal");
        if (ordinal != null) {
            var number = number(ordinal);
            return number.isEmpty() ? "" : "第" + number + matcher.group("noun");
        }
        var share = matcher.group("share");
        if (share != null) {
            var number = number(share);
            return number.isEmpty() ? "" : number + "%";
        }
        var arabic = matcher.group("arabic");
        if (arabic != null) {
            return scaled(number(arabic), matcher.group("power"));
        }
        var chinese = matcher.group("chinese");
        return chinese != null
                ? scaled(number(chinese), matcher.group("units"))
                : scaled(number(matcher.group("one")), matcher.group("big"));
    }

    private static String scaled(String number, String unit) {
        if (number.isEmpty()) {
            return "";
        }
        return switch (unit) {
            case "%" -> number + "%";
            case "万" -> new BigDecimal(number).movePointRight(4).toPlainString();
            case "亿" -> new BigDecimal(number).movePointRight(8).toPlainString();
            default -> number;
        };
    }

    /// Digits for a number in figures, in numerals (二十九) or in digits of Chinese (二〇二五); empty when
    /// it is none.
    private static String number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            var digits = written.replace(",", "");
            var number = new BigDecimal(digits);
            // 007 is a name, not seven.
            return digits.length() > 1 && digits.startsWith("0") && !digits.contains(".")
                    ? digits
                    : number.signum() == 0 ? "0" : plain(number);
        }
        int point = written.indexOf('点');
        if (point > 0) {
            var whole = number(written.substring(0, point));
            return whole.isEmpty()
                    ? ""
                    : plain(new BigDecimal(whole + "." + digits(written.substring(point + 1))));
        }
        int value = Numerals.value(written);
        if (value >= 0) {
            return String.valueOf(value);
        }
        return written.chars().allMatch(c -> "〇零一二三四五六七八九".indexOf(c) >= 0) ? digits(written) : "";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String digits(String written) {
        var digits = new StringBuilder();
        written.chars().forEach(c -> digits.append("零一二三四五六七八九".indexOf(c == '〇' ? '零' : c)));
        return digits.toString();
    }
}
