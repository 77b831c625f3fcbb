package tongtu.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongtu.language.Sentences;

/// What a statute says of itself: the dated lines under its title («2007年2月25日 国务院令第488号公布») and
/// the article on when it takes effect.
final class StatuteFacts {
    private static final String CHECK = "核对；不对的，在文件头改。";
    private static final Pattern EVENT =
            Pattern.compile(
                    "[（(]?((?:19|20)\\d\\d)年(\\d{1,2})月(\\d{1,2})日[\\s　]*(.*?)(通过|批准|公布|发布|施行|实施|修订|修正|修改)[）)]?");
    private static final Pattern ORDER = Pattern.compile("国务院令\\s*第\\s*\\d{1,5}\\s*号");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\p{IsHan}{2,30}(?:令|公告)\\s*[（(]?第\\s*[\\d一二三四五六七八九十百]{1,5}\\s*号[）)]?");
    private static final Pattern SESSION = Pattern.compile("第[\\d一二三四五六七八九十百]{1,4}届");
    private static final Pattern MEETING =
            Pattern.compile("(?:第[\\d一二三四五六七八九十百]{1,4}次|令第|令\\s*第|公告).*");
    private static final Pattern ORGAN =
            Pattern.compile("\\p{IsHan}{2,30}(?:国务院|委员会|代表大会|政府|部|局|院|会)|国务院");
    private static final Pattern EFFECT =
            Pattern.compile(
                    "本(?:法|条例|办法|规定|决定|细则|规则)自((?:19|20)\\d\\d)年(\\d{1,2})月(\\d{1,2})日起(?:施行|实施)");
    private static final Pattern AT_ONCE =
            Pattern.compile("本(?:法|条例|办法|规定|决定|细则|规则)自(?:公布|发布)之日起(?:施行|实施)");
    private static final String STATE = "中华人民共和国";
    private static final Set<String> REVISIONS = Set.of("修订", "修正", "修改");
    private static final int LONGEST_EVENT = 300;
    private static final int LONGEST = 3_000;

    /// A dated line: what was done, by whom as far as it says.
    private record Event(int line, LocalDate date, String words, String act) {}

    private final List<Event> events = new ArrayList<>();
    private String article = "";
    private @Nullable LocalDate effect;
    private String effectSaid = "";
    private int effectLine;
    private boolean atOnce;
    private List<String> basis = List.of();
    private int basisLine;
    private final List<String> repealed = new ArrayList<>();
    private int repealedLine;

    /// Takes a line under the title. Null when it is not a dated one, else what is to be said of
    /// it.
    @Nullable List<Remark> header(int line, String words) {
        var event = EVENT.matcher(words);
        if (words.length() > LONGEST_EVENT || !event.matches()) {
            return null;
        }
        var date = Guesses.date(event);
        if (date == null) {
            return null;
        }
        events.add(new Event(line, date, event.group(4).strip(), event.group(5)));
        if (!REVISIONS.contains(event.group(5))) {
            return List.of();
        }
        return List.of(
                Remark.note(
                        "intake/revision",
                        line,
                        "这份文件 %s %s过，正文应当是改过以后的；成文日期仍取第一次通过的日期。".formatted(date, event.group(5)),
                        "确认正文是最新的；不是的，换成最新的文本再导入。"));
    }

    /// The article whose paragraphs come next.
    void article(String number) {
        article = number;
    }

    void paragraph(int line, String words) {
        if (words.length() > LONGEST) {
            return;
        }
        for (var sentence : Sentences.of(words)) {
            var effects = EFFECT.matcher(sentence);
            if (effects.find()) {
                effect = Guesses.date(effects);
                effectLine = line;
                effectSaid = article + "「" + effects.group() + "」";
            }
            if (AT_ONCE.matcher(sentence).find()) {
                atOnce = true;
                effectLine = line;
                effectSaid = article;
            }
            if (sentence.endsWith("同时废止。")) {
                repealed.addAll(BookTitles.of(sentence));
                repealedLine = line;
            }
        }
        if (article.equals("第一条") && basis.isEmpty()) {
            var about = new About();
            Guesses.basis(about, line, words);
            basis = about.values("basis");
            basisLine = line;
        }
    }

    /// Writes what was found into the front matter.
    void tell(About about) {
        about.put("standing", "final", remark("intake/standing", 0, "当作正式文件。"));
        issued(about);
        effect(about);
        if (!basis.isEmpty()) {
            about.put("basis", basis, remark("intake/basis", basisLine, "第一条「根据」后面书名号里的文件，当作依据。"));
        }
        if (!repealed.isEmpty()) {
            about.put(
                    "replaces",
                    repealed,
                    remark("intake/replaces", repealedLine, "「同时废止」前面书名号里的文件，当作被它废止。"));
        }
    }

    private void issued(About about) {
        var passed = first("通过");
        var published = first("公布", "发布");
        if (passed != null) {
            about.put(
                    "issued",
                    passed.date().toString(),
                    remark("intake/issued", passed.line(), "成文日期取自「通过」的日期。"));
        }
        if (published != null) {
            about.put(
                    "published",
                    published.date().toString(),
                    remark("intake/published", published.line(), "发布日期取自「公布」的日期。"));
            documentNumber(about, published);
        }
        for (var event : events) {
            var issuer = issuer(event.words());
            if (!about.has("issuer") && !issuer.isEmpty()) {
                about.put(
                        "issuer",
                        issuer,
                        remark("intake/issuer", event.line(), "发文机关取自标题下面的说明：" + issuer + "。"));
            }
        }
    }

    private static void documentNumber(About about, Event published) {
        var order = ORDER.matcher(published.words());
        var number = NUMBER.matcher(published.words());
        var found = order.find() ? order.group() : number.find() ? number.group() : "";
        if (!found.isEmpty()) {
            about.put(
                    "document-number",
                    found,
                    remark("intake/document-number", published.line(), "文号取自标题下面的说明。"));
        }
    }

    private void effect(About about) {
        var header = first("施行", "实施");
        var published = first("公布", "发布");
        if (effect != null) {
            var remarks = new ArrayList<Remark>();
            remarks.add(remark("intake/effective", effectLine, "施行日期取自" + effectSaid + "。"));
            if (header != null && !header.date().equals(effect)) {
                remarks.add(
                        Remark.warning(
                                "text/dates-disagree",
                                header.line(),
                                "标题下面写 %s 施行，%s写 %s。".formatted(header.date(), article, effect),
                                "查清是哪一天，在文件头改。"));
            }
            about.put("effective", effect.toString(), remarks.toArray(new Remark[0]));
        } else if (header != null) {
            about.put(
                    "effective",
                    header.date().toString(),
                    remark("intake/effective", header.line(), "施行日期取自标题下面的说明。"));
        } else if (atOnce && published != null) {
            about.put(
                    "effective",
                    published.date().toString(),
                    remark("intake/effective", effectLine, effectSaid + "说自公布之日起施行，取公布的日期。"));
        }
    }

    /// Who the words of an event name: 第十四届全国人民代表大会常务委员会第三次会议 is 全国人民代表大会常务委员会, 国务院令第488号 is 国务院.
    private static String issuer(String words) {
        var name =
                SESSION.matcher(MEETING.matcher(words).replaceFirst("")).replaceFirst("").strip();
        var organ =
                name.startsWith(STATE) && name.length() > STATE.length()
                        ? name.substring(STATE.length())
                        : name;
        return ORGAN.matcher(organ).matches() ? organ : "";
    }

    private @Nullable Event first(String... acts) {
        return events.stream()
                .filter(event -> List.of(acts).contains(event.act()))
                .findFirst()
                .orElse(null);
    }

    private static Remark remark(String rule, int line, String message) {
        return Remark.note(rule, line, message, CHECK);
    }
}
