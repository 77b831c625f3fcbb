package tongtu.language;

/// Numbers written in digits, as they are said in Chinese.
final class Cardinals {
    /// Digits before the point of a number that is said as one; longer ones are said digit by
    /// digit.
    static final int LONGEST = 16;

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] POWERS = {"", "万", "亿", "万亿"};
    private static final String[] UNITS = {"", "十", "百", "千"};

    private Cardinals() {}

    /// Each digit by its name.
    static String digits(String digits) {
        var said = new StringBuilder();
        digits.chars().forEach(c -> said.append(DIGITS.charAt(Character.digit(c, 10))));
        return said.toString();
    }

    /// Each digit by its name, 1 as 幺: telephone numbers, rooms, codes.
    static String called(String digits) {
        return digits(digits).replace('一', '幺');
    }

    /// A number with or without a point, perhaps with commas between thousands: 21,174.37 is
    /// 两万一千一百七十四点三七.
    static String number(String written) {
        var plain = written.replaceAll("[,，\\s]", "");
        int point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var said = whole(whole);
        return point < 0 ? said : said + "点" + digits(plain.substring(point + 1));
    }

    private static String whole(String digits) {
        if (digits.length() > LONGEST || (digits.length() > 1 && digits.startsWith("0"))) {
            return digits(digits);
        }
        long value = Long.parseLong(digits);
        if (value == 0) {
            return "零";
        }
        var said = new StringBuilder();
        boolean gap = false;
        for (int group = 3; group >= 0; group--) {
            int four = (int) (value / (long) Math.pow(10_000, group) % 10_000);
            if (four == 0) {
                gap = !said.isEmpty();
                continue;
            }
            if (!said.isEmpty() && (gap || four < 1_000)) {
                said.append('零');
            }
            gap = false;
            said.append(four(four, said.isEmpty())).append(power(group, value));
        }
        return said.toString();
    }

    /// 万 of 亿 is said as 万亿 only when nothing of 亿 follows.
    private static String power(int group, long value) {
        return group == 3 && value / 100_000_000 % 10_000 != 0 ? "万" : POWERS[group];
    }

    /// A group of four digits; at the head of a number 2 is 两 before 千, and alone before 万 and 亿
    /// (which [#beforePower] sees to), and ten is not 一十.
    private static String four(int four, boolean first) {
        var said = new StringBuilder();
        boolean gap = false;
        for (int power = 3, unit = 1_000; power >= 0; power--, unit /= 10) {
            int digit = four / unit % 10;
            if (digit == 0) {
                gap = !said.isEmpty();
                continue;
            }
            if (gap) {
                said.append('零');
                gap = false;
            }
            boolean head = first && said.isEmpty();
            if (!(head && digit == 1 && power == 1)) {
                said.append(head && digit == 2 && power == 3 ? '两' : DIGITS.charAt(digit));
            }
            said.append(UNITS[power]);
        }
        return said.toString();
    }

    /// 两 for 二 where a number stands before 万, 亿 or a measure.
    static String beforePower(String said) {
        return said.replaceFirst("^二(?=[万亿])", "两");
    }
}
