package tongtu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.document.LexiconFile;
import tongtu.language.Readings;
import tongtu.language.Sentences;

/// Says how a text is read aloud: the words, and their pinyin.
@Command(
        name = "reading",
        description = "看一段话会怎样念：念出来的字，和拼音（已按前后文变调）。按内容文件夹里的读音表（lexicon.tsv）。",
        mixinStandardHelpOptions = true)
final class ReadingCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文字", arity = "1..*", description = "要念的话；带数字、符号也可以。也可以写一个 .txt 文件。")
    private List<String> words = new ArrayList<>();

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.CONTENT);
    }

    @Override
    public Integer call() throws IOException, Config.Wrong {
        var settings = Configured.settings(spec);
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var read = LexiconFile.read(Config.content(settings));
        read.findings().forEach(finding -> err.println(FindingLine.of(finding)));
        var readings = new Readings(read.lexicon());
        for (var sentence : Sentences.of(text())) {
            var reading = readings.of(sentence);
            if (reading.isSilent()) {
                err.println("「%s」没有可以念的字。".formatted(FindingLine.clean(sentence)));
                continue;
            }
            out.println(reading.words());
            out.println(reading.pinyin());
        }
        out.flush();
        err.flush();
        return 0;
    }

    private String text() throws IOException {
        var text = String.join(" ", words);
        if (words.size() == 1 && text.endsWith(".txt") && Files.isRegularFile(Path.of(text))) {
            return Files.readString(Path.of(text));
        }
        return text;
    }
}
