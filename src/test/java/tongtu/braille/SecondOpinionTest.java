package tongtu.braille;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liblouis.Louis;
import org.liblouis.Translator;
import tongtu.Shared;
import tongtu.language.Lexicon;
import tongtu.language.Readings;

/// Another engine's cells for the words of the plan: where they are not ours, somebody judged by
/// hand who is right.
class SecondOpinionTest {
    private static final double LEAST = 0.97;

    @TempDir private Path folder = Path.of("");

    private record Word(String text, String ours, String theirs) {}

    /// The tables and the library out of the packages, where the library finds them.
    private Translator liblouis() throws Exception {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch");
        assumeTrue(
                system.equals("linux") && machine.equals("amd64"),
                "liblouis is packaged for linux on amd64 only");
        for (var name : new String[] {"default-tables", "native/linux/x86_64"}) {
            var found =
                    resource(
                            "/"
                                    + name
                                    + (name.startsWith("native")
                                            ? "/liblouis.so"
                                            : "/zhcn-cbs.ctb"));
            try (var jar = FileSystems.newFileSystem(found, Map.of());
                    var files = Files.list(jar.getPath("/" + name))) {
                Files.createDirectories(folder.resolve(name));
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(
                            file, folder.resolve(name).resolve(String.valueOf(file.getFileName())));
                }
            }
        }
        Louis.setLibraryPath(folder.resolve("native/linux/x86_64/liblouis.so").toFile());
        var tables = folder.resolve("default-tables");
        return new Translator(
                tables.resolve("unicode-without-blank.dis") + "," + tables.resolve("zhcn-cbs.ctb"));
    }

    private static URI resource(String name) throws Exception {
        return Objects.requireNonNull(SecondOpinionTest.class.getResource(name), name).toURI();
    }

    private static Map<Word, String> judged() throws Exception {
        var judged = new TreeMap<Word, String>((a, b) -> a.toString().compareTo(b.toString()));
        try (var in =
                Objects.requireNonNull(
                        SecondOpinionTest.class.getResourceAsStream("/braille/judged.tsv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(row ->
                            judged.put(
                                    new Word(row[0], Cells.of(row[1]), Cells.of(row[2])), row[3]));
        }
        return judged;
    }

    @Test
    void theWordsOfThePlanAreThoseOfAnotherEngineOrJudgedByHand() throws Exception {
        var plan = Files.readAllLines(Shared.plan());
        var other = liblouis();
        var judged = judged();
        var transcriber = new Transcriber(new Readings(Lexicon.NONE));
        var unjudged = new TreeMap<String, Integer>();
        int words = 0;
        int same = 0;
        for (var line : plan) {
            for (var piece : transcriber.of(line, "zh-CN").pieces()) {
                if (piece.pinyin().isEmpty()) {
                    continue;
                }
                words++;
                var text = line.substring(piece.start(), piece.end());
                var theirs =
                        other.translate(text, null, null, null)
                                .getBraille()
                                .replaceAll("[\\s\u2800]", "");
                if (theirs.equals(piece.cells())) {
                    same++;
                } else if (!judged.containsKey(new Word(text, piece.cells(), theirs))) {
                    unjudged.merge(text + " " + piece.pinyin() + " " + theirs, 1, Integer::sum);
                }
            }
        }
        assertEquals(Map.of(), unjudged, "words to be judged");
        assertTrue(words > 5_000, words + " words");
        assertTrue(same >= LEAST * words, same + " of " + words + " words agree");
    }

    /// What is found wrong is mended, not listed.
    @Test
    void nobodyIsKnownToBeWrong() throws Exception {
        judged().forEach((word, right) -> assertTrue(right.matches("ours|either"), word.text()));
    }
}
