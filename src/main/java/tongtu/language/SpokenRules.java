package tongtu.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules by which a text is said, as [SpokenWalk] tries them in order where a figure, a Latin
/// letter or a sign stands. Patterns are possessive wherever a run may be long, and every
/// repetition has an end.
final class SpokenRules {
    record Rule(Pattern pattern, Function<MatchResult, String> said) {}

    private static final String NUMBER = "\\d{1,3}(?:[,，]\\d{3})++(?:\\.\\d++)?|\\d++(?:\\.\\d++)?";
    private static final String TO = "\\s?(?:[-–—―~～－﹣至到]|——)\\s?";
    private static final String YEAR = "(?:1[89]|20|21)\\d\\d";

    /// Words before a number that is called out digit by digit.
    private static final String CALLED =
            "(?<=(?:电话|热线|拨打|致电|传真|手机|短信|号码|呼叫|邮编|邮政编码|账号|帐号|卡号|证号|代码|编号|尾号|工号|房号)[^\\d。；]{0,6})";

    /// Short numbers that stand for a service wherever they stand, if nothing is counted with them.
    private static final String HOTLINES =
            "123(?:45|85|33|48|09|55|88|89|93|20|38|51|15|19|69|56|28|29|05)|12110|1008[56]|10010|9\\d{4}(?=热线|电话|客服)";

    /// What is counted; 2 is 两 before it.
    private static final String MEASURES =
            "[万亿]|千(?!米|克|瓦)|[个户人名位家所年天周元角种类项次件套条间处张份台辆块座栋幢只篇部本册门支批对双倍岁米吨亩斤](?!级|等)|小时|分钟|周岁|公里|公斤|千[米克瓦]|平方|立方|单位|人次|人份|户次|季度|工作日|课时|床位|场|组|层|例|起|顿|遍|回|趟|班|排|片|点(?!\\d)|年内|代人";

    static final List<Rule> RULES = rules();

    private SpokenRules() {}

    private static Rule rule(String pattern, Function<MatchResult, String> said) {
        return new Rule(Pattern.compile(pattern), said);
    }

    private static List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        rules.add(
                rule(
                        "\\d{" + (Spoken.LONGEST_RUN + 1) + ",}+",
                        m -> "一串数字，共" + count(m.group().length()) + "位，不读出，"));
        addresses(rules);
        documents(rules);
        dates(rules);
        times(rules);
        telephones(rules);
        shares(rules);
        counts(rules);
        signs(rules);
        latin(rules);
        return List.copyOf(rules);
    }

    private static String count(int number) {
        return Cardinals.number(String.valueOf(number));
    }

    private static void addresses(List<Rule> rules) {
        rules.add(
                rule(
                        "(?:https?|ftp)://[\\w.~:/?#@!$&'*+,;=%-]{1,300}+",
                        m -> address(m.group().replaceFirst("^\\w+://", ""))));
        rules.add(
                rule(
                        "[A-Za-z0-9][\\w.+-]{0,63}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}",
                        m -> address(m.group())));
        rules.add(
                rule(
                        "(?:www\\.)?[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.(?:cn|com|net|org|gov|edu|io|info)(?![A-Za-z])(?:/[\\w./?=&%#-]{0,200})?",
                        m -> address(m.group())));
    }

    /// An address letter by letter where it is no word, its signs by name.
    private static String address(String address) {
        var said = new StringBuilder();
        var parts =
                Pattern.compile("[A-Za-z]++|\\d++|.").matcher(address.replaceAll("[/.,;:]+$", ""));
        while (parts.find()) {
            var part = parts.group();
            said.append(
                    switch (part) {
                        case "." -> "点";
                        case "@" -> " 艾特 ";
                        case "/" -> "斜杠";
                        case "-" -> "短横";
                        case "_" -> "下划线";
                        case ":" -> "冒号";
                        case "?" -> "问号";
                        case "=" -> "等于号";
                        case "&" -> "和号";
                        case "%" -> "百分号";
                        case "#" -> "井号";
                        case "+" -> "加号";
                        default ->
                                Character.isDigit(part.charAt(0))
                                        ? Cardinals.called(part)
                                        : " " + Latin.inAddress(part) + " ";
                    });
        }
        return said.toString().replaceAll(" +", " ").strip();
    }

    private static void documents(List<Rule> rules) {
        rules.add(
                rule(
                        "[〔\\[【（(](\\d{4})[〕\\]】）)]\\s?第?\\s?(\\d{1,5})\\s?号",
                        m -> "、" + Cardinals.digits(m.group(1)) + "、" + number(m.group(2)) + "号"));
        // At the head of a text or behind a line's end: 1. 1． 1、 and （1）.
        rules.add(
                rule(
                        "(?<![^\\n])\\s{0,4}(\\d{1,3})(?:[.．、](?!\\d)|[）)])\\s?",
                        m -> number(m.group(1)) + "，"));
        rules.add(rule("(?<![^\\n])[（(](\\d{1,3})[）)]\\s?", m -> number(m.group(1)) + "，"));
        rules.add(rule("(?<![^\\n])[（(]([一二三四五六七八九十百]{1,5})[）)]\\s?", m -> m.group(1) + "，"));
        rules.add(rule("(?<=第\\s?)(\\d{1,6})", m -> number(m.group(1))));
        rules.add(
                rule(
                        "[\\u2460-\\u2473]",
                        m -> number(String.valueOf(m.group().charAt(0) - 0x245f)) + "，"));
        rules.add(
                rule(
                        "[\\u2160-\\u216b]",
                        m -> number(String.valueOf(m.group().charAt(0) - 0x215f))));
    }

    private static void dates(List<Rule> rules) {
        rules.add(
                rule(
                        "("
                                + YEAR
                                + ")\\s?年?"
                                + TO
                                + "("
                                + YEAR
                                + ")(?=\\s?(?:学年|年|年度)|(?!\\d|\\s?[%％元户人名个万亿]))\\s?",
                        m -> Cardinals.digits(m.group(1)) + "至" + Cardinals.digits(m.group(2))));
        rules.add(
                rule(
                        "(" + YEAR + ")([-/.])(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])(?!\\d)日?",
                        m ->
                                Cardinals.digits(m.group(1))
                                        + "年"
                                        + number(plain(m.group(3)))
                                        + "月"
                                        + number(plain(m.group(4)))
                                        + "日"));
        rules.add(
                rule(
                        "(" + YEAR + ")[-/.](0[1-9]|1[0-2])(?!\\d|[-/.]\\d|%)",
                        m -> Cardinals.digits(m.group(1)) + "年" + number(plain(m.group(2))) + "月"));
        rules.add(rule("(?<![\\d.,])(\\d{4})\\s?(?=年)", m -> Cardinals.digits(m.group(1))));
        rules.add(rule("(\\d{2})\\s?(?=年代)", m -> number(m.group(1))));
        rules.add(rule("(0[1-9]|[1-9]\\d?)\\s?(?=[月日])", m -> number(plain(m.group(1)))));
    }

    private static String plain(String digits) {
        return digits.replaceFirst("^0(?=\\d)", "");
    }

    private static void times(List<Rule> rules) {
        var time =
                "(?<![\\d:：.])(?<!比[例为是]{0,2})([01]?\\d|2[0-4])[:：]([0-5]\\d)(?:[:：]([0-5]\\d))?(?![\\d:：%])";
        rules.add(
                rule(
                        time,
                        m ->
                                clock(m.group(1), m.group(2))
                                        + (m.group(3) == null ? "" : seconds(m.group(3)))));
        rules.add(rule("\\s?[-–—~～－]\\s?(?=\\d{1,2}[:：][0-5]\\d(?!\\d))", _ -> "至"));
        rules.add(
                rule(
                        "(\\d{1,4})\\s?[:：∶]\\s?(\\d{1,4}(?:\\.\\d{1,2})?)(?![\\d:：])",
                        m -> number(m.group(1)) + "比" + number(m.group(2))));
    }

    private static String clock(String hours, String minutes) {
        var hour = number(plain(hours));
        hour = hour.equals("二") ? "两" : hour;
        if (minutes.equals("00")) {
            return hour + "点";
        }
        var minute = minutes.startsWith("0") ? "零" + number(plain(minutes)) : number(minutes);
        return hour + "点" + minute + "分";
    }

    private static String seconds(String seconds) {
        return (seconds.startsWith("0") ? "零" + number(plain(seconds)) : number(seconds)) + "秒";
    }

    private static void telephones(List<Rule> rules) {
        rules.add(
                rule(
                        "(?<![\\d.])[(（]?(0\\d{2,3})[)）]?[-－— ]{0,2}(\\d{7,8})(?:(?:转|[-－])(\\d{1,6}))?(?![\\d.%])",
                        m ->
                                Cardinals.called(m.group(1))
                                        + "、"
                                        + Cardinals.called(m.group(2))
                                        + (m.group(3) == null
                                                ? ""
                                                : "转" + Cardinals.called(m.group(3)))));
        rules.add(
                rule(
                        "(?<![\\d.])(1[3-9]\\d)[- ]?(\\d{4})[- ]?(\\d{4})(?![\\d.,%]|\\s?[万亿元户人名])",
                        SpokenRules::calledInParts));
        rules.add(
                rule("([48]00)[- ]?(\\d{3,4})[- ]?(\\d{3,4})(?!\\d)", SpokenRules::calledInParts));
        rules.add(
                rule(
                        "(?<![\\d.])(?:" + HOTLINES + ")(?![\\d.,%]|\\s?[%万亿元户人名个件家条次份所])",
                        m -> Cardinals.called(m.group())));
        rules.add(
                rule(
                        CALLED + "[\\dXx][\\d -]{1,30}[\\dXx](?!\\s?[%万亿元户人名个件家条次份所]|[.,]\\d)",
                        m -> called(m.group())));
        rules.add(
                rule(
                        "(?<![\\d.])(?:110|119|120|122|12345)(?=电话|热线|报警|急救)",
                        m -> Cardinals.called(m.group())));
        rules.add(
                rule(
                        "(?<![\\d.])(\\d{3,4})\\s?(?=室|路(?:公交|车))",
                        m -> Cardinals.called(m.group(1))));
        rules.add(rule("(?<![\\d.])\\d{17}[\\dXx](?!\\d)", m -> called(m.group())));
    }

    /// A number of three parts.
    private static String calledInParts(MatchResult number) {
        return called(number.group(1) + " " + number.group(2) + " " + number.group(3));
    }

    private static String called(String written) {
        var said = new StringBuilder();
        for (var part : written.split("[ -]+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            said.append(said.isEmpty() ? "" : "、");
            var digits = part.replaceAll("[^\\d]", "");
            said.append(Cardinals.called(digits))
                    .append(digits.length() < part.length() ? " X" : "");
        }
        return said.toString();
    }

    private static void shares(List<Rule> rules) {
        rules.add(
                rule(
                        "(" + NUMBER + ")\\s?[%％]?" + TO + "(" + NUMBER + ")\\s?[%％]",
                        m -> "百分之" + number(m.group(1)) + "至百分之" + number(m.group(2))));
        rules.add(rule("[-－−](" + NUMBER + ")\\s?[%％]", m -> "负百分之" + number(m.group(1))));
        rules.add(rule("(" + NUMBER + ")\\s?[%％]", m -> "百分之" + number(m.group(1))));
        rules.add(rule("(" + NUMBER + ")\\s?‰", m -> "千分之" + number(m.group(1))));
        rules.add(rule("(?:≥|>=|≧|⩾)\\s?", _ -> "不低于"));
        rules.add(rule("(?:≤|<=|≦|⩽)\\s?", _ -> "不高于"));
        rules.add(rule("[>＞](?=\\s?\\d)\\s?", _ -> "大于"));
        rules.add(rule("[<＜](?=\\s?\\d)\\s?", _ -> "小于"));
        rules.add(rule("[≈](?=\\s?\\d)\\s?", _ -> "约"));
        rules.add(rule("±(?=\\s?\\d)\\s?", _ -> "正负"));
    }

    private static void counts(List<Rule> rules) {
        rules.add(
                rule(
                        "[¥￥]\\s?(" + NUMBER + ")\\s?([万亿]?)元?",
                        m -> number(m.group(1), m.group(2)) + m.group(2) + "元"));
        rules.add(
                rule(
                        "\\$\\s?(" + NUMBER + ")\\s?([万亿]?)",
                        m -> number(m.group(1), m.group(2)) + m.group(2) + "美元"));
        rules.add(
                rule(
                        "(?<![\\p{L}\\d）)])[-－−]\\s?(" + NUMBER + ")\\s?(?:℃|°C|摄氏度)",
                        m -> "零下" + number(m.group(1)) + "摄氏度"));
        rules.add(
                rule(
                        "("
                                + NUMBER
                                + ")"
                                + TO
                                + "(?=\\d)("
                                + NUMBER
                                + ")(?=(\\s?(?:"
                                + MEASURES
                                + "))?)",
                        m ->
                                number(m.group(1), m.group(3))
                                        + "至"
                                        + number(m.group(2), m.group(3))));
        rules.add(
                rule(
                        "(?<![\\d./])(\\d{1,3})/(\\d{1,4})(?![\\d/])",
                        m ->
                                number(m.group(2)).equals("零")
                                        ? number(m.group(1)) + "斜杠" + number(m.group(2))
                                        : number(m.group(2)) + "分之" + number(m.group(1))));
        rules.add(rule("½", _ -> "二分之一"));
        rules.add(
                rule(
                        "(?<![\\p{L}\\d）)%])[-－−]\\s?(" + NUMBER + ")",
                        m -> "负" + number(m.group(1))));
        rules.add(rule("(\\d+(?:\\.\\d+){2,5})(?!\\d)", m -> version(m.group(1))));
        rules.add(
                rule(
                        "("
                                + NUMBER
                                + ")\\s?(平方米|m²|㎡|m2|km²|km2|m³|m3|km|cm|mm|kg|mg|ml|mL|kWh|kW|dB|℃|°C|MB|GB|KB|Hz|[mgLl°])(?![A-Za-z0-9])",
                        m -> {
                            var unit = unit(m.group(2));
                            return number(m.group(1), unit) + unit;
                        }));
        rules.add(
                rule(
                        "(" + NUMBER + ")(?=(\\s?(?:" + MEASURES + "))?)\\s?(?![A-Za-z])",
                        m -> number(m.group(1), m.group(2))));
        rules.add(rule("(" + NUMBER + ")", m -> number(m.group(1))));
    }

    private static String version(String written) {
        return String.join(
                "点",
                Arrays.stream(written.split("\\.", -1))
                        .map(part -> part.length() > 6 ? Cardinals.digits(part) : number(part))
                        .toList());
    }

    private static String unit(String written) {
        return switch (written) {
            case "m²", "㎡", "m2" -> "平方米";
            case "km²", "km2" -> "平方公里";
            case "m³", "m3" -> "立方米";
            case "km" -> "公里";
            case "cm" -> "厘米";
            case "mm" -> "毫米";
            case "m" -> "米";
            case "kg" -> "千克";
            case "mg" -> "毫克";
            case "g" -> "克";
            case "ml", "mL" -> "毫升";
            case "L", "l" -> "升";
            case "kWh" -> "千瓦时";
            case "kW" -> "千瓦";
            case "dB" -> "分贝";
            case "℃", "°C" -> "摄氏度";
            case "°" -> "度";
            case "MB" -> "兆字节";
            case "GB" -> "吉字节";
            case "KB" -> "千字节";
            case "Hz" -> "赫兹";
            default -> written;
        };
    }

    private static String number(String written) {
        return Cardinals.number(written);
    }

    /// Before what is counted, two is 两.
    private static String number(String written, @Nullable String measure) {
        var said = Cardinals.beforePower(Cardinals.number(written));
        return measure != null && !measure.isBlank() && said.equals("二") && written.equals("2")
                ? "两"
                : said;
    }

    private static void signs(List<Rule> rules) {
        rules.add(rule("\\s?[+＋](?=\\s?[\\p{L}\\d])\\s?|(?<=[\\p{L}\\d])[+＋]", _ -> "加"));
        rules.add(rule("\\s?×\\s?", _ -> "乘"));
        rules.add(rule("\\s?÷\\s?", _ -> "除以"));
        rules.add(rule("\\s?=\\s?(?=[\\p{L}\\d])", _ -> "等于"));
        rules.add(rule("\\s?[&＆]\\s?", _ -> "和"));
        rules.add(rule("(?<=元|吨|人|千克|公斤|克|公里|米)[/／](?=[\\u4e00-\\u9fff])", _ -> "每"));
        rules.add(rule("(?<=[/／]人)·(?=[月年天日])", _ -> "每"));
        rules.add(rule("(?<=[\\p{L}\\d])[/／](?=[\\p{L}\\d])", _ -> "、"));
        rules.add(rule("[%％]", _ -> "百分号"));
        rules.add(rule("℃", _ -> "摄氏度"));
        rules.add(rule("㎡", _ -> "平方米"));
        rules.add(rule("√", _ -> "勾"));
        rules.add(rule("→", _ -> "、"));
        rules.add(rule("——?(?=\\s?$)", _ -> "、"));
    }

    private static void latin(List<Rule> rules) {
        rules.add(
                rule(
                        "[\\p{IsLatin}&&[^ªº]]{" + (Spoken.LONGEST_RUN + 1) + ",}+",
                        m -> "一串字母，共" + count(m.group().length()) + "个，不读出，"));
        rules.add(
                rule(
                        "[\\p{IsLatin}&&[^ªº]]++(?:['’][\\p{IsLatin}]{1,3}+)?(?:\\s?-\\s?(?=[A-Za-z]))?",
                        m -> " " + Latin.word(m.group().replaceAll("[\\s-]+$", "")) + " "));
    }
}
