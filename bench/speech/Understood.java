import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tongtu.inference.SpeechModel;
import tongtu.language.Folded;
import tongtu.language.Lexicon;
import tongtu.language.Reading;
import tongtu.language.Readings;
import tongtu.language.Sentences;
import tongtu.language.Spoken;
import tongtu.speech.KokoroVoice;
import tongtu.speech.Sound;
import tongtu.speech.Voice;

/// How much of what a voice says is understood: an offline recogniser writes down what it hears of
/// sentences from the plan and the statutes; the rate of errors is that of their edit distance to
/// what should be said, by toneless pinyin and by characters. Also the speed of each voice.
final class Understood {
    private static final Readings READINGS = new Readings(Lexicon.NONE);

    private record Rate(double pinyin, double characters, double audio, double cpu, double wall) {}

    public static void main(String[] arguments) throws Exception {
        var weights = Path.of(arguments[0]);
        var styles = Path.of(arguments[1]);
        var recogniser = Path.of(arguments[2]);
        var shared = Path.of(arguments[3]);
        int count = Integer.parseInt(arguments[4]);
        var shows = arguments.length > 6 && arguments[6].equals("show");
        var sentences = sentences(shared, count);
        System.out.printf("%d sentences, %d characters%n", sentences.size(), sentences.stream().mapToInt(String::length).sum());
        try (var model = SpeechModel.open(weights, Runtime.getRuntime().availableProcessors());
                var ears = new Recogniser(recogniser)) {
            for (var name : arguments[5].split(",")) {
                var voice = new KokoroVoice(name, name, styles.resolve(name + ".bin"), model, "bench", READINGS);
                var rate = rate(voice, sentences, ears, shows);
                System.out.printf(
                        "%-14s errors by pinyin %.3f, by characters %.3f; %.2f s of audio per CPU second, %.2f per second%n",
                        name, rate.pinyin(), rate.characters(), rate.audio() / rate.cpu(), rate.audio() / rate.wall());
            }
        }
    }

    /// Whole sentences of 12 to 70 characters, evenly from all the texts, half of them with figures.
    private static List<String> sentences(Path shared, int count) throws Exception {
        var files = new ArrayList<Path>();
        files.add(shared.resolve("seed/plan.txt"));
        try (var laws = Files.list(shared.resolve("laws"))) {
            laws.sorted().forEach(files::add);
        }
        var plain = new ArrayList<String>();
        var figures = new ArrayList<String>();
        for (var file : files) {
            for (var line : Files.readAllLines(file)) {
                for (var sentence : Sentences.of(line.replaceAll("^#+ |\\*\\*", ""))) {
                    if (sentence.length() >= 12 && sentence.length() <= 70 && sentence.endsWith("。")) {
                        (Pattern.compile("\\d").matcher(sentence).find() ? figures : plain).add(sentence);
                    }
                }
            }
        }
        var chosen = new ArrayList<String>();
        for (int i = 0; i < count / 2; i++) {
            chosen.add(figures.get(i * figures.size() / (count / 2)));
            chosen.add(plain.get(i * plain.size() / (count / 2)));
        }
        return chosen.stream().distinct().toList();
    }

    private static Rate rate(Voice voice, List<String> sentences, Recogniser ears, boolean shows) throws Exception {
        double audio = 0;
        double cpu = 0;
        double wall = 0;
        int wrongPinyin = 0;
        int allPinyin = 0;
        int wrong = 0;
        int all = 0;
        var system = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        voice.speak("预热。");
        for (var sentence : sentences) {
            long before = system.getProcessCpuTime();
            long start = System.nanoTime();
            Sound sound = voice.speak(sentence);
            cpu += (system.getProcessCpuTime() - before) / 1e9;
            wall += (System.nanoTime() - start) / 1e9;
            audio += sound.milliseconds() / 1e3;
            var heard = ears.heard(Recogniser.at16k(sound.samples()));
            var should = pinyin(sentence);
            var did = pinyin(heard);
            int errors = distance(should, did);
            wrongPinyin += errors;
            allPinyin += should.size();
            var letters = letters(sentence);
            wrong += distance(letters, letters(heard));
            all += letters.size();
            if (shows && errors > 0) {
                System.out.println(errors + "\t" + sentence + "\n\t" + heard);
            }
        }
        return new Rate((double) wrongPinyin / allPinyin, (double) wrong / all, audio, cpu, wall);
    }

    private static List<String> pinyin(String text) {
        var simple = Folded.of(text).text();
        return READINGS.of(simple).parts().stream()
                .flatMap(
                        part ->
                                part instanceof Reading.Word word
                                        ? word.syllables().stream().map(one -> one.written().letters())
                                        : part instanceof Reading.Latin latin ? java.util.stream.Stream.of(latin.word()) : java.util.stream.Stream.empty())
                .toList();
    }

    private static List<String> letters(String text) {
        return Spoken.of(Folded.of(text).text()).words().codePoints().filter(Character::isLetterOrDigit).mapToObj(Character::toString).collect(Collectors.toList());
    }

    private static int distance(List<String> a, List<String> b) {
        var row = new int[b.size() + 1];
        for (int j = 0; j <= b.size(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.size(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.size(); j++) {
                int other = Math.min(Math.min(row[j], row[j - 1]) + 1, corner + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1));
                corner = row[j];
                row[j] = other;
            }
        }
        return row[b.size()];
    }
}
