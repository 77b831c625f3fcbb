package tongtu.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tongtu.language.Lexicon;
import tongtu.speech.VoiceFiles;

/// Which voices can speak here.
@Command(name = "list", description = "列出这台机器上能用的声音。", mixinStandardHelpOptions = true)
final class VoicesListCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.VOICES);
    }

    @Override
    public Integer call() throws IOException, Config.Wrong {
        var out = spec.commandLine().getOut();
        try (var files = new VoiceFiles(Configured.settings(spec).get(Keys.VOICES), 1)) {
            for (var voice : files.narrator(Lexicon.NONE).voices()) {
                out.println("%s\t%s\t%s".formatted(voice.name(), voice.language(), voice.label()));
            }
            if (!files.weights().areInstalled()) {
                out.println("普通话的声音没有装。运行 ./tongtu voices install（约 330 MB）。");
            }
        }
        return 0;
    }
}
