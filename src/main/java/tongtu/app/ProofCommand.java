package tongtu.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.braille.Transcriber;
import tongtu.document.Document;
import tongtu.document.LexiconFile;
import tongtu.document.Sentence;
import tongtu.language.Lexicon;
import tongtu.language.Readings;

/// Lists the words of a document whose Braille another engine writes otherwise, and takes what
/// staff decide about them into the lexicon.
@Command(
        name = "proof",
        description = {
            "盲文校对单：列出一份文件里，另一个程序（liblouis 的 zhcn-cbs 表）写法不同的词，供人决定。",
            "要装 Debian 的 liblouis-bin。决定了的读音写进内容文件夹的 lexicon.tsv，朗读也跟着改。"
        },
        mixinStandardHelpOptions = true)
final class ProofCommand implements Callable<Integer>, Configured {
    private static final String TOOL = "lou_translate";
    private static final String TABLES = "unicode.dis,zhcn-cbs.ctb";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件", arity = "0..1", description = "一份 .md 文件。")
    private @Nullable String name;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "文件",
            description = "写成一个网页（.html），一个词一条，写着怎样决定；不写，列在屏幕上。")
    private @Nullable Path out;

    @Option(names = "--decide", paramLabel = "词", description = "决定这个词怎样读。")
    private @Nullable String word;

    @Option(names = "--reading", paramLabel = "拼音", description = "读音，一个字一个音节，如 cán jí rén。")
    private @Nullable String reading;

    /// A word, how each engine writes it, and where it stands.
    private record Doubt(String word, String pinyin, String ours, String theirs, String sentence) {}

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.CONTENT);
    }

    @Override
    public Integer call() throws IOException, Config.Wrong, InterruptedException {
        var content = Config.content(Configured.settings(spec));
        var decided = word;
        var said = reading;
        if (decided != null || said != null) {
            return decide(content, decided == null ? "" : decided, said == null ? "" : said);
        }
        var err = spec.commandLine().getErr();
        var document = name == null ? null : NamedFile.document(name);
        if (document == null) {
            err.println("写一份能读的 .md 文件。用 ./tongtu check 看哪里不对。");
            return Main.MISTYPED;
        }
        List<Doubt> doubts;
        try {
            doubts = doubts(document, LexiconFile.read(content).lexicon());
        } catch (IOException e) {
            err.println("没有第二个程序可以对照（" + TOOL + "）。在 Debian 上装：apt-get install liblouis-bin。");
            return Main.CANNOT;
        }
        var file = out;
        if (file == null) {
            doubts.forEach(doubt ->
                    spec.commandLine()
                            .getOut()
                            .println(
                                    String.join(
                                            "\t",
                                            doubt.word(),
                                            doubt.pinyin(),
                                            doubt.ours(),
                                            doubt.theirs(),
                                            doubt.sentence())));
            spec.commandLine().getOut().flush();
        } else {
            NamedFile.write(file, page(document, doubts).getBytes(StandardCharsets.UTF_8));
        }
        err.println(doubts.size() + " 个词的写法不同。");
        return 0;
    }

    /// Each word once, where it stands first.
    private static List<Doubt> doubts(Document document, Lexicon lexicon)
            throws IOException, InterruptedException {
        var transcriber = new Transcriber(new Readings(lexicon));
        var found = new TreeMap<String, Doubt>();
        for (var sentence : Sentence.of(document)) {
            var language = document.frontMatter().language();
            for (var piece : transcriber.of(sentence.words(), language).pieces()) {
                if (!piece.pinyin().isEmpty()) {
                    var word = sentence.words().substring(piece.start(), piece.end());
                    found.putIfAbsent(
                            word + piece.cells(),
                            new Doubt(word, piece.pinyin(), piece.cells(), "", sentence.words()));
                }
            }
        }
        var all = List.copyOf(found.values());
        var others = translated(all.stream().map(Doubt::word).toList());
        var doubts = new ArrayList<Doubt>();
        for (int i = 0; i < all.size(); i++) {
            var ours = all.get(i);
            if (!ours.ours().equals(others.get(i))) {
                doubts.add(
                        new Doubt(
                                ours.word(),
                                ours.pinyin(),
                                ours.ours(),
                                others.get(i),
                                ours.sentence()));
            }
        }
        return doubts;
    }

    /// The cells that the other engine has for each word.
    private static List<String> translated(List<String> words)
            throws IOException, InterruptedException {
        var asked = Files.createTempFile("proof", ".txt");
        try {
            Files.write(asked, words);
            var process =
                    new ProcessBuilder(TOOL, TABLES)
                            .redirectInput(asked.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var lines =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceAll("[\\s\u2800]", ""))
                            .toList();
            if (process.waitFor() != 0 || lines.size() < words.size()) {
                throw new IOException(TOOL + " answered " + lines.size() + " lines");
            }
            return lines;
        } finally {
            Files.delete(asked);
        }
    }

    private int decide(Path content, String decided, String said) throws IOException {
        var err = spec.commandLine().getErr();
        var line = decided.strip() + "\t" + said.strip() + "\t盲文校对";
        var read = Lexicon.read(List.of(line));
        if (!read.faults().isEmpty()) {
            read.faults().forEach(fault -> err.println(fault.message() + fault.remedy()));
            return Main.MISTYPED;
        }
        var file = content.resolve(LexiconFile.NAME);
        var before =
                Files.isRegularFile(file)
                        ? new ArrayList<>(Files.readAllLines(file))
                        : new ArrayList<String>();
        // What was decided before about the same word no longer counts.
        before.removeIf(each -> each.startsWith(decided.strip() + "\t"));
        before.add(line);
        NamedFile.write(file, (String.join("\n", before) + "\n").getBytes(StandardCharsets.UTF_8));
        spec.commandLine().getOut().println("记下了：" + line.replace('\t', ' '));
        return 0;
    }

    private static String page(Document document, List<Doubt> doubts) {
        var page = new StringBuilder();
        page.append(
                """
                <!doctype html>
                <html lang="zh-CN"><head><meta charset="utf-8"><title>盲文校对单</title>
                <meta name="viewport" content="width=device-width">
                <style>body { max-width: 45em; margin: 0 auto; padding: 1em; line-height: 1.8; font-family: sans-serif; }
                code { background: #eee; padding: .2em .4em; overflow-wrap: anywhere; }</style></head><body><main>
                """);
        page.append("<h1>盲文校对单：").append(escaped(document.title())).append("</h1>\n");
        page.append("<p>版本 ").append(document.revision(), 0, 12).append("，");
        page.append(doubts.size()).append(" 个词，两个程序的写法不同。本站的对，就不用做什么；不对，在命令行里改读音。</p>\n");
        for (var doubt : doubts) {
            page.append("<h2>").append(escaped(doubt.word())).append("</h2>\n<dl>");
            row(page, "在这句话里", doubt.sentence());
            row(page, "本站", doubt.ours() + "（" + doubt.pinyin() + "）");
            row(page, "liblouis", doubt.theirs());
            page.append("</dl>\n<p>要改成别的读音：<code>./tongtu proof --decide ");
            page.append(escaped(doubt.word())).append(" --reading \"拼音\"</code></p>\n");
        }
        return page.append("</main></body></html>\n").toString();
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<dt>").append(name).append("</dt><dd>").append(escaped(value));
        page.append("</dd>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
