package tongtu.language;

/// Whole numbers as Chinese writes them in headings: 二十九 and 29.
public final class Numerals {
    /// The largest number that headings count to here.
    public static final int LARGEST = 9_999;

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String UNITS = "十百千";

    private Numerals() {}

    /// The Chinese numeral of 0 to [#LARGEST]: 10 is 十, 110 is 一百一十, 205 is 二百零五.
    public static String chinese(int value) {
        if (value < 0 || value > LARGEST) {
            throw new IllegalArgumentException("no numeral for " + value);
        }
        if (value < 10) {
            return DIGITS.substring(value, value + 1);
        }
        var numeral = new StringBuilder();
        boolean gap = false;
        for (int power = 3, unit = 1_000; power >= 0; power--, unit /= 10) {
            int digit = value / unit % 10;
            if (digit == 0) {
                gap = !numeral.isEmpty();
                continue;
            }
            if (gap) {
                numeral.append('零');
                gap = false;
            }
            if (!(digit == 1 && power == 1 && numeral.isEmpty())) {
                numeral.append(DIGITS.charAt(digit));
            }
            if (power > 0) {
                numeral.append(UNITS.charAt(power - 1));
            }
        }
        return numeral.toString();
    }

    /// The number that a Chinese numeral or Arabic digits (of any width) write, or -1 when they
    /// write none up to [#LARGEST].
    public static int value(String numeral) {
        boolean arabic = !numeral.isEmpty() && numeral.chars().allMatch(Character::isDigit);
        return arabic ? arabic(numeral) : chinese(numeral);
    }

    private static int arabic(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * 10 + Character.digit(digits.charAt(i), 10);
            if (value > LARGEST) {
                return -1;
            }
        }
        return value;
    }

    /// Read loosely, then held against how the number is written.
    private static int chinese(String numeral) {
        if (numeral.isEmpty() || numeral.length() > 2 * UNITS.length() + 2) {
            return -1;
        }
        var plain = numeral.replace('〇', '零').replace('两', '二').replace("百十", "百一十");
        int total = 0;
        int digit = 0;
        for (int i = 0; i < plain.length(); i++) {
            int power = UNITS.indexOf(plain.charAt(i));
            if (power >= 0) {
                total += Math.max(digit, 1) * (int) Math.pow(10, power + 1);
                digit = 0;
            } else {
                digit = DIGITS.indexOf(plain.charAt(i));
            }
        }
        total += digit;
        boolean ten = plain.startsWith("一十");
        return total >= 0
                        && total <= LARGEST
                        && chinese(total).equals(ten ? plain.substring(1) : plain)
                ? total
                : -1;
    }
}
