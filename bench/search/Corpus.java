import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/// Makes a corpus of so many articles: `java Corpus.java STATUTES.jsonl.gz COUNT OUT.jsonl`. First the
/// real ones, then articles that are each the first half of one and the second half of another. The
/// same numbers give the same bytes.
public final class Corpus {
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[1]);
        var lines = new ArrayList<String>();
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))), StandardCharsets.UTF_8))) {
            in.lines().limit(count).forEach(lines::add);
        }
        int real = lines.size();
        var random = new Random(1);
        try (var out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2])))) {
            lines.forEach(out::println);
            for (int i = real; i < count; i++) {
                var first = text(lines.get(random.nextInt(real)));
                var second = text(lines.get(random.nextInt(real)));
                out.println(
                        "{\"id\": \"made-%d\", \"title\": \"混编第%d条\", \"text\": \"%s%s\"}"
                                .formatted(i, i, half(first, true), half(second, false)));
            }
        }
    }

    private static String text(String line) {
        var field = "\"text\": \"";
        int at = line.indexOf(field) + field.length();
        return line.substring(at, line.lastIndexOf('"'));
    }

    /// Cut at a full stop, so that no escape is cut in two.
    private static String half(String text, boolean isFirst) {
        int at = text.indexOf('。', text.length() / 2) + 1;
        return isFirst ? text.substring(0, at) : text.substring(at);
    }
}
