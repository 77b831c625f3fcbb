package tongtu.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.braille.BrailleWriter;
import tongtu.braille.BrfFile;
import tongtu.braille.Format;
import tongtu.braille.Pages;
import tongtu.braille.PefFile;
import tongtu.braille.Transcriber;
import tongtu.document.LexiconFile;
import tongtu.document.Library;
import tongtu.language.Readings;
import tongtu.takeaway.Cover;

/// Writes a text, or a document, in Braille.
@Command(
        name = "braille",
        description = "把一段话，或一份文件（.md），转成国家通用盲文。机器转换，未经盲文校对。",
        mixinStandardHelpOptions = true)
final class BrailleCommand implements Callable<Integer>, Configured {
    /// What the cells are written as.
    enum Kind {
        unicode,
        brf,
        pef
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文字", arity = "1..*", description = "要转的话，或一份 .md 文件。")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "格式",
            defaultValue = "unicode",
            description = "unicode（屏幕上能看的点字）、brf（刻印机和点显器）或 pef。不写是 ${DEFAULT-VALUE}。")
    private Kind kind = Kind.unicode;

    @Option(
            names = "--width",
            paramLabel = "方数",
            defaultValue = "40",
            description = "一行多少方，16 到 60；点显器常用 20、32、40。不写是 ${DEFAULT-VALUE}。")
    private int width = 40;

    @Option(
            names = "--height",
            paramLabel = "行数",
            defaultValue = "25",
            description = "一页多少行，6 到 60。不写是 ${DEFAULT-VALUE}。")
    private int height = 25;

    @Option(
            names = "--language",
            paramLabel = "语言",
            defaultValue = "zh-CN",
            description = "那段话的语言：zh-CN 或 en。不写是 ${DEFAULT-VALUE}。")
    private String language = "zh-CN";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "文件",
            description = "写到这个文件；不写，写在屏幕上。")
    private @Nullable Path out;

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.CONTENT);
    }

    @Override
    public Integer call() throws IOException, Config.Wrong {
        var err = spec.commandLine().getErr();
        boolean fits =
                width >= Format.NARROWEST
                        && width <= Format.WIDEST
                        && height >= Format.LOWEST
                        && height <= Format.HIGHEST;
        if (!fits) {
            err.println("一行是 16 到 60 方，一页是 6 到 60 行。");
            return Main.MISTYPED;
        }
        var lexicon = LexiconFile.read(Config.content(Configured.settings(spec)));
        lexicon.findings().forEach(finding -> err.println(FindingLine.of(finding)));
        var transcriber = new Transcriber(new Readings(lexicon.lexicon()));
        var text = String.join(" ", words);
        if (words.size() == 1 && text.endsWith(".md")) {
            var document = NamedFile.document(text);
            if (document == null) {
                err.println("「" + FindingLine.clean(text) + "」不是能读的文件。用 ./tongtu check 看哪里不对。");
                return Main.CANNOT;
            }
            return write(
                    BrailleWriter.pages(
                            document,
                            Cover.of(document).brailleLines(document),
                            transcriber,
                            new Format(width, height)),
                    document.address(),
                    Library.date(document));
        }
        if (kind != Kind.unicode) {
            err.println("brf 和 pef 要给一份 .md 文件。");
            return Main.MISTYPED;
        }
        var transcript = transcriber.of(text, language);
        tell(transcript.unknown().stream().distinct().map(Character::toString).toList());
        write((transcript.cells() + "\n").getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private int write(Pages pages, String address, @Nullable LocalDate date) throws IOException {
        tell(pages.unknown());
        write(
                switch (kind) {
                    case unicode -> text(pages);
                    case brf -> BrfFile.of(pages);
                    case pef -> PefFile.of(pages, address, "", date);
                });
        spec.commandLine()
                .getErr()
                .println("%d 页，%d 方。机器转换，未经盲文校对。".formatted(pages.pages().size(), pages.cells()));
        return 0;
    }

    private static byte[] text(Pages pages) {
        return pages.pages().stream()
                .map(page -> String.join("\n", page) + "\n\f")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void tell(List<String> unknown) {
        if (!unknown.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("这些字没有盲文，略去了：" + FindingLine.clean(String.join(" ", unknown)));
        }
    }

    private void write(byte[] bytes) throws IOException {
        var file = out;
        if (file == null) {
            spec.commandLine().getOut().print(new String(bytes, StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
            return;
        }
        NamedFile.write(file, bytes);
    }
}
