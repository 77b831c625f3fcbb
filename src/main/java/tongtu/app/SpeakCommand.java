package tongtu.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.document.LexiconFile;
import tongtu.speech.Mp3;
import tongtu.speech.Narrator;
import tongtu.speech.OggOpus;
import tongtu.speech.Script;
import tongtu.speech.Sound;
import tongtu.speech.Speed;
import tongtu.speech.Utterance;
import tongtu.speech.Voice;
import tongtu.speech.VoiceFiles;

/// Says a text, or a file, into a file of sound.
@Command(
        name = "speak",
        description = "把一段话，或一份文件（.md、.txt），念成声音文件。",
        mixinStandardHelpOptions = true)
final class SpeakCommand implements Callable<Integer>, Configured {
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 3;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文字", arity = "1..*", description = "要念的话，或一份 .md、.txt 文件。")
    private List<String> words = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "文件",
            required = true,
            description = "写到哪里：.mp3 或 .opus 结尾。")
    private Path out = Path.of("");

    @Option(
            names = "--voice",
            paramLabel = "名字",
            defaultValue = "",
            description = "用哪个声音，命令 voices list 列出。不写用第一个。")
    private String voice = "";

    @Option(
            names = "--speed",
            paramLabel = "倍数",
            defaultValue = "1",
            description = "语速，0.5 到 3，音调不变。不写是 ${DEFAULT-VALUE}。")
    private double speed = 1;

    @Option(
            names = "--language",
            paramLabel = "语言",
            defaultValue = "zh-CN",
            description = "那段话的语言：zh-CN 或 en。不写是 ${DEFAULT-VALUE}。")
    private String language = "zh-CN";

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.CONTENT, Keys.VOICES);
    }

    @Override
    public Integer call() throws IOException, Config.Wrong {
        var err = spec.commandLine().getErr();
        var name = out.toString();
        if (!(name.endsWith(".mp3") || name.endsWith(".opus"))
                || speed < SLOWEST
                || speed > FASTEST) {
            err.println("输出文件要以 .mp3 或 .opus 结尾；语速是 0.5 到 3。");
            return Main.MISTYPED;
        }
        var settings = Configured.settings(spec);
        var lexicon = LexiconFile.read(Config.content(settings));
        lexicon.findings().forEach(finding -> err.println(FindingLine.of(finding)));
        try (var files =
                new VoiceFiles(
                        settings.get(Keys.VOICES), Runtime.getRuntime().availableProcessors())) {
            var narrator = files.narrator(lexicon.lexicon());
            var utterances = utterances();
            var mute =
                    utterances.stream()
                            .filter(each -> !narrator.speaks(each.language()))
                            .findFirst();
            if (mute.isPresent()) {
                err.println(
                        "没有能念「"
                                + mute.get().language()
                                + "」的声音。普通话的声音运行 ./tongtu voices install 安装。");
                return Main.CANNOT;
            }
            boolean known =
                    voice.isEmpty()
                            || narrator.voices().stream()
                                    .anyMatch(each -> each.name().equals(voice));
            if (!known) {
                err.println("没有叫「" + voice + "」的声音。./tongtu voices list 列出有哪些。");
                return Main.MISTYPED;
            }
            return write(utterances, narrator);
        }
    }

    private List<Utterance> utterances() throws IOException {
        var text = String.join(" ", words);
        var document = words.size() == 1 ? NamedFile.document(text) : null;
        if (document != null) {
            return Script.of(document, List.of(document.title())).utterances();
        }
        if (words.size() == 1 && text.endsWith(".txt") && Files.isRegularFile(Path.of(text))) {
            text = Files.readString(Path.of(text));
        }
        return Script.ofText(text, language);
    }

    /// Writes the file whole or not at all; what cannot be said is told and left out.
    private int write(List<Utterance> utterances, Narrator narrator) throws IOException {
        var err = spec.commandLine().getErr();
        var partial = out.resolveSibling(out.getFileName() + ".partial");
        int said = 0;
        try {
            try (var stream = Files.newOutputStream(partial);
                    var file = Writing.to(stream, out.toString())) {
                for (int i = 0; i < utterances.size(); i++) {
                    var utterance = utterances.get(i);
                    try {
                        var sound = narrator.speak(utterance, voice);
                        file.write(Speed.changed(sound.samples(), speed));
                        file.write(
                                new float[(int) (utterance.rest() / speed * Sound.RATE / 1_000)]);
                        said++;
                    } catch (Voice.CannotSpeak e) {
                        err.println("念不了：" + FindingLine.clean(utterance.words()));
                    }
                    if (utterances.size() > 20 && i % 20 == 19) {
                        err.println("%d / %d".formatted(i + 1, utterances.size()));
                        err.flush();
                    }
                }
            }
            if (said == 0) {
                err.println("没有可以念的字。");
                return Main.CANNOT;
            }
            Files.move(partial, out, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private interface Writing extends AutoCloseable {
        void write(float[] samples) throws IOException;

        @Override
        void close() throws IOException;

        static Writing to(OutputStream out, String name) throws IOException {
            if (name.endsWith(".mp3")) {
                var mp3 = new Mp3(out);
                return new Writing() {
                    @Override
                    public void write(float[] samples) throws IOException {
                        mp3.write(samples);
                    }

                    @Override
                    public void close() throws IOException {
                        mp3.close();
                    }
                };
            }
            var opus = new OggOpus(out, Map.of());
            return new Writing() {
                @Override
                public void write(float[] samples) throws IOException {
                    opus.write(samples);
                }

                @Override
                public void close() throws IOException {
                    opus.close();
                }
            };
        }
    }
}
