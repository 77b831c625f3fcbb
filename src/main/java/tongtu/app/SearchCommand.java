package tongtu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.document.Library;
import tongtu.markdown.ContentFolder;
import tongtu.portal.PublicSite;
import tongtu.search.AskedQuestions;
import tongtu.search.Filters;
import tongtu.search.Hit;
import tongtu.search.Question;
import tongtu.search.SearchIndex;

/// Searches a content folder as its site does, and says which questions of residents led nowhere.
@Command(
        name = "search",
        description = {
            "在内容文件夹里查找，和网站上找到的一样；看每一条为什么排在那里。",
            "--unanswered 列出居民问过、没有找到的问题，给工作人员补内容用。"
        },
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "问题", arity = "0..*", description = "想找什么，用平常的话写。")
    private List<String> words = new ArrayList<>();

    @Option(names = "--explain", description = "说明每一条的每个得分。")
    private boolean isExplained;

    @Option(
            names = "--page",
            paramLabel = "页",
            defaultValue = "1",
            description = "看第几页。不写是 ${DEFAULT-VALUE}。")
    private int page;

    @Option(names = "--unanswered", description = "列出没有结果、或没有人点开结果的问题。")
    private boolean isUnanswered;

    @Option(names = "--csv", description = "和 --unanswered 一起用：输出 CSV。")
    private boolean isCsv;

    @Option(
            names = "--since",
            paramLabel = "日期",
            description = "和 --unanswered 一起用：从哪天起，写成 2026-01-31。不写是最近 90 天。")
    private @org.jspecify.annotations.Nullable LocalDate since;

    private static final int USUAL_DAYS = 90;

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.CONTENT, Keys.DATA, Keys.MEANING);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Config.Wrong {
        var settings = Configured.settings(spec);
        if (isUnanswered) {
            return unanswered(settings);
        }
        var question = String.join(" ", words).strip();
        if (question.isEmpty() || page < 1 || page > Question.LAST_PAGE) {
            spec.commandLine().getErr().println("写上想找什么，例如：./tongtu search 家里想装扶手。页数从 1 开始。");
            return Main.MISTYPED;
        }
        var folder = new ContentFolder(Config.content(settings));
        var content = folder.load((_, _) -> {});
        var today = LocalDate.ofInstant(Instant.now(), PublicSite.ZONE);
        try (var index =
                SearchIndex.inMemory(
                        folder.root(),
                        Config.data(settings).resolve(Site.SEARCH),
                        settings.get(Keys.MEANING),
                        _ -> {})) {
            index.update(new Library(content.documents(), content.glossary(), today));
            index.await();
            print(new Question(question, Filters.NONE, page), index);
        }
        return 0;
    }

    private void print(Question question, SearchIndex index) {
        var out = spec.commandLine().getOut();
        var answer = isExplained ? index.explain(question) : index.search(question);
        out.println("找到 %d 条。".formatted(answer.count()));
        if (!answer.alsoSought().isEmpty()) {
            out.println("也找了：" + String.join("、", answer.alsoSought()));
        }
        if (!answer.meant().isEmpty()) {
            out.println("是不是要找：" + String.join("；", answer.meant()));
        }
        if (!answer.nearest().isEmpty()) {
            out.println("相近的词：" + String.join("、", answer.nearest()));
        }
        int number = (question.page() - 1) * Question.IN_A_PAGE;
        for (var hit : answer.hits()) {
            number++;
            out.println("%d. %s".formatted(number, FindingLine.clean(title(hit))));
            var passage = new StringBuilder();
            hit.passage()
                    .forEach(run ->
                            passage.append(run.marked() ? "【" : "")
                                    .append(run.words())
                                    .append(run.marked() ? "】" : ""));
            out.println("   " + FindingLine.clean(passage.toString()));
            if (isExplained) {
                explain(hit, out);
            }
        }
        out.flush();
    }

    private static void explain(Hit hit, PrintWriter out) {
        var factors = new StringBuilder("   得分 %.3f：".formatted(hit.score()));
        if (hit.isBestBet()) {
            factors.append("工作人员推荐；");
        }
        for (var factor : hit.factors()) {
            var sign = factor.reason().isMultiplied() ? "×" : "";
            factors.append("%s %s%.3f  ".formatted(factor.reason().label(), sign, factor.value()));
        }
        out.println(factors.toString().stripTrailing());
    }

    private static String title(Hit hit) {
        return switch (hit.source()) {
            case Hit.Source.InGlossary(var term) -> "词语：" + term.name();
            case Hit.Source.InDocument(var document, var section, _, var place) ->
                    document.path()
                            + "  "
                            + document.title()
                            + (section == null ? "" : " › " + section.title())
                            + (place.isNone() ? "" : "（" + place.cited() + "）");
        };
    }

    private int unanswered(Settings settings) throws Config.Wrong {
        var out = spec.commandLine().getOut();
        var clock = InstantSource.system();
        var from =
                since == null
                        ? LocalDate.ofInstant(clock.instant(), PublicSite.ZONE)
                                .minusDays(USUAL_DAYS)
                        : since;
        try (var database = new Database(Config.data(settings))) {
            var asked = AskedQuestions.reading(database, clock);
            var all = asked.unanswered(from);
            if (isCsv) {
                out.println("问题,问过几次,没有结果几次,点开结果几次,最近一次");
            }
            for (var each : all) {
                var line = isCsv ? "%s,%d,%d,%d,%s" : "%s  问过 %d 次，没有结果 %d 次，点开结果 %d 次，最近 %s";
                var name = FindingLine.clean(each.words());
                out.println(
                        line.formatted(
                                isCsv ? cell(name) : name,
                                each.asked(),
                                each.withoutResults(),
                                each.opened(),
                                each.last()));
            }
            if (!isCsv) {
                out.println(
                        "从 %s 起，共 %d 个。还有 %d 个问的人太少，为了不泄露个人的事，没有保存原话。"
                                .formatted(from, all.size(), asked.rare(from)));
            }
            out.flush();
            return 0;
        } catch (DatabaseUnavailable e) {
            spec.commandLine().getErr().println(String.valueOf(e.getMessage()));
            return Main.CANNOT;
        }
    }

    /// A cell that a spreadsheet takes for text, whatever it begins with.
    private static String cell(String text) {
        var safe = text.matches("[=+\\-@\\t].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
