package tongtu.intake;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tongtu.markdown.MarkdownParser;

/// A Markdown file, taken as it is: only what its front matter lacks is put in.
final class MarkdownText {
    private static final Pattern NAME = Pattern.compile("([a-z-]+):.*");
    private static final Pattern ARTICLE = Pattern.compile("#{1,6}\\s+第[^条\\s]{1,9}条");
    private static final Pattern TITLE = Pattern.compile("#\\s+(\\S.*?)\\s*#*");

    private final List<Line> lines;
    private final Result result;
    private final int close;

    private MarkdownText(List<Line> lines, Result result) {
        this.lines = lines;
        this.result = result;
        close = close(lines);
    }

    static Result write(List<Line> lines, Conversion.Names names) {
        var text = new MarkdownText(lines, new Result(names.shown()));
        text.write(text.missing(names));
        return text.result;
    }

    /// Whether a file has the shape that we write: front matter, or articles as headings.
    static boolean isOurs(List<Line> lines) {
        return close(lines) >= 0
                || lines.stream().anyMatch(line -> ARTICLE.matcher(line.text()).lookingAt());
    }

    /// The index of the line that closes the front matter; -1 without one.
    private static int close(List<Line> lines) {
        if (lines.isEmpty() || !lines.getFirst().words().equals("---")) {
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            var words = lines.get(i).words();
            if (words.equals("---") || words.equals("...")) {
                return i;
            }
        }
        return -1;
    }

    private About missing(Conversion.Names names) {
        var about = new About();
        var stem = Slug.stem(names.source());
        var named = names();
        var title =
                lines.stream()
                        .skip(close + 1L)
                        .map(line -> TITLE.matcher(line.words()))
                        .filter(java.util.regex.Matcher::matches)
                        .findFirst()
                        .map(found -> found.group(1))
                        .orElse(stem);
        if (!named.contains("title") && isUntitled(names.path())) {
            about.put("title", stem, PlainText.NO_TITLE);
        }
        if (!named.contains("kind")) {
            Guesses.kind(about, names.folder(), title);
        }
        if (!named.contains("source")) {
            about.put("source", names.source());
        }
        return about;
    }

    private Set<String> names() {
        var names = new TreeSet<String>();
        for (int i = 1; i < close; i++) {
            var name = NAME.matcher(lines.get(i).text());
            if (name.matches()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    /// Whether the parser finds no title.
    private boolean isUntitled(String path) {
        var text = String.join("\n", lines.stream().map(Line::text).toList());
        var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new MarkdownParser()
                .parse(path, bytes).findings().stream()
                        .anyMatch(finding ->
                                finding.isError() && finding.rule().equals("front-matter/title"));
    }

    private void write(About about) {
        if (close < 0) {
            about.write(result);
        } else {
            for (int i = 0; i < close; i++) {
                copy(lines.get(i));
            }
            about.writeFields(result);
            copy(lines.get(close));
        }
        lines.subList(close + 1, lines.size()).forEach(this::copy);
    }

    private void copy(Line line) {
        result.line(line.text(), line.number(), List.of());
    }
}
