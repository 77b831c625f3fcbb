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
        int total = 0;
        int digit = -1;
        boolean arabic = false;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int unit = UNITS.indexOf(c);
            int chinese = c == '〇' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
            if (Character.isDigit(c)) {
                if (i > 0 && !arabic) {
                    return -1;
                }
                arabic = true;
                digit = Math.max(digit, 0) * 10 + Character.digit(c, 10);
                if (digit > LARGEST) {
                    return -1;
                }
            } else if (arabic) {
                return -1;
            } else if (unit >= 0) {
                total += (digit < 0 ? 1 : digit) * (int) Math.pow(10, unit + 1);
                digit = -1;
            } else if (chinese >= 0 && (digit <= 0)) {
                digit = chinese;
            } else {
                return -1;
            }
        }
        total += Math.max(digit, 0);
        return numeral.isEmpty() || total > LARGEST ? -1 : total;
    }
}
