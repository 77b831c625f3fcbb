package tongtu.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongtu.document.Kind;
import tongtu.language.Numerals;
import tongtu.language.Sentences;

/// What a policy's words say of the policy itself, each with a remark that says from which words.
/// What they do not say stays unsaid.
final class Guesses {
    private static final String CHECK = "核对；不对的，在文件头改。";

    private static final Pattern POLICY =
            Pattern.compile(".*(法|条例|规定|办法|规划|纲要|意见|方案|细则|决定|标准|计划|规则)(?:[（(].*)?");
    private static final Pattern NOTICE = Pattern.compile(".*(通知|公告|通告|公示|通报)(?:[（(].*)?");
    private static final Pattern REGION =
            Pattern.compile("(\\p{IsHan}{2,5}?(?:自治区|自治州|自治县|省|市|县))(?!区|级).*");
    static final Pattern DRAFT =
            Pattern.compile("[（(][^（）()]{0,10}(征求意见稿|讨论稿|草案|送审稿)[^（）()]{0,10}[）)]");
    private static final Pattern PERIOD =
            Pattern.compile(
                    "规划期限?(?:为|是|：)?\\s*((?:19|20)\\d\\d)\\s*年?\\s*(?:-|—|–|－|~|～|至|到)+\\s*((?:19|20)\\d\\d)\\s*年");
    private static final Pattern BASED_ON = Pattern.compile("根据|依据|依照|按照");
    private static final Pattern MADE = Pattern.compile("(?:制定|编制|制订|修订)(?:本|《|了)");

    /// Characters of a paragraph that may say what a document is based on.
    private static final int LONGEST_BASIS = 3_000;

    static final Pattern DATE =
            Pattern.compile("((?:19|20)\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");

    private Guesses() {}

    /// Whether a folder is named for a kind of documents.
    static boolean isKindFolder(String name) {
        return kindOf(name) != null;
    }

    private static @Nullable Kind kindOf(String folder) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.folder().equals(folder))
                .findFirst()
                .orElse(null);
    }

    /// The kind, by the folder that the file goes into, else by how its title ends.
    static void kind(About about, String folder, String title) {
        var byFolder = kindOf(folder);
        var kind =
                byFolder != null
                        ? byFolder
                        : NOTICE.matcher(title).matches()
                                ? Kind.NOTICE
                                : POLICY.matcher(title).matches() ? Kind.POLICY : Kind.PAGE;
        var value = kind.name().toLowerCase(Locale.ROOT);
        if (byFolder != null) {
            about.put("kind", value);
        } else {
            about.put(
                    "kind",
                    value,
                    Remark.note("intake/kind", 0, "文件的种类是看标题猜的：" + kind.label() + "。", CHECK));
        }
    }

    /// The language, when there are hardly any Chinese characters.
    static void language(About about, List<Line> lines) {
        long letters = 0;
        long han = 0;
        for (var line : lines) {
            letters += line.text().codePoints().filter(Character::isLetter).count();
            han += line.text().codePoints().filter(Character::isIdeographic).count();
        }
        if (letters > 0 && han * 10 < letters) {
            about.put(
                    "language",
                    "en",
                    Remark.warning(
                            "intake/language", 0, "正文几乎没有汉字，当作英文。", "不是英文的，在文件头改 language。"));
        } else {
            about.put("language", "zh-CN");
        }
    }

    static void region(About about, String title) {
        var region = REGION.matcher(title);
        if (region.matches()) {
            about.put(
                    "region",
                    region.group(1),
                    Remark.note("intake/region", 0, "地区取自标题：" + region.group(1) + "。", CHECK));
        }
    }

    /// Whether a line near the title calls the text a draft.
    static void standing(About about, Line line) {
        var draft = DRAFT.matcher(line.text());
        if (!about.has("standing") && draft.find()) {
            about.put(
                    "standing",
                    "draft",
                    Remark.note(
                            "intake/standing",
                            line.number(),
                            "标题下面写着「%s」，当作征求意见稿，不是正式文件。".formatted(draft.group(1)),
                            "已有正式文件的，改用正式文件。"));
        }
    }

    /// The years that a plan is for.
    static void period(About about, int line, String words) {
        var period = PERIOD.matcher(words);
        if (about.has("effective")
                || !period.find()
                || period.group(1).compareTo(period.group(2)) > 0) {
            return;
        }
        var said = "「" + Line.quote(period.group()) + "」";
        about.put(
                "effective",
                period.group(1) + "-01-01",
                Remark.note("intake/effective", line, said + "，施行日期当作第一年的 1 月 1 日。", CHECK));
        about.put(
                "expires",
                period.group(2) + "-12-31",
                Remark.note("intake/expires", line, said + "，有效期至当作最后一年的 12 月 31 日。", CHECK));
    }

    /// The documents that one is based on: those named between 根据 and 制定.
    static void basis(About about, int line, String words) {
        if (about.has("basis") || words.length() > LONGEST_BASIS) {
            return;
        }
        for (var sentence : Sentences.of(words)) {
            var basis = BASED_ON.matcher(sentence);
            var made = MADE.matcher(sentence);
            if (basis.find() && made.find(basis.end())) {
                var titles = BookTitles.of(sentence.substring(basis.end(), made.start()));
                about.put(
                        "basis",
                        titles,
                        Remark.note(
                                "intake/basis",
                                line,
                                "「根据……制定」一句里有 %d 个书名号里的文件，当作依据。".formatted(titles.size()),
                                "核对；文件在本站的，会自动连上。"));
                return;
            }
        }
    }

    /// The date in a match of [#DATE]; null when the calendar has none.
    static @Nullable LocalDate date(java.util.regex.MatchResult match) {
        try {
            return LocalDate.of(
                    Numerals.value(match.group(1)),
                    Numerals.value(match.group(2)),
                    Numerals.value(match.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// Says which fields of a policy stay empty.
    static void unknown(About about, Result result) {
        var names =
                List.of(
                        Map.entry("document-number", "文号"),
                        Map.entry("issuer", "发文机关"),
                        Map.entry("issued", "成文日期"),
                        Map.entry("published", "发布日期"),
                        Map.entry("effective", "施行日期"));
        var missing =
                names.stream()
                        .filter(name -> !about.has(name.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        if (about.value("kind").equals("policy") && !missing.isEmpty()) {
            result.front(
                    Remark.note(
                            "intake/unknown",
                            0,
                            "原文没有写明：%s。文件头留空，页面显示“未公布”。".formatted(String.join("、", missing)),
                            "知道的，在文件头补上；不要猜。"));
        }
    }
}
