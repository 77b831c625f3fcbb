package tongtu.takeaway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tongtu.document.Document;

/// Other people's programs that read what we made. Those that are not there are left out; `./check`
/// installs them where it may, and says so where it may not.
final class Tools {
    private Tools() {}

    static boolean has(String name) {
        return java.util.Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), command.toString());
        return out;
    }

    static void assertReadByLibreOffice(Document document, Path word) throws Exception {
        var out = Files.createTempDirectory("libreoffice");
        run(
                List.of(
                        "soffice",
                        "-env:UserInstallation=" + out.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "txt:Text (encoded):UTF8",
                        "--outdir",
                        out.toString(),
                        word.toString()));
        var name = String.valueOf(word.getFileName()).replaceFirst("\\.docx$", ".txt");
        Words.assertInOrder(document, Files.readString(out.resolve(name)));
    }

    static void assertReadByPandoc(Document document, Path word) throws Exception {
        if (has("pandoc")) {
            var text =
                    run(
                            List.of(
                                    "pandoc",
                                    "-f",
                                    "docx",
                                    "-t",
                                    "html",
                                    "--standalone",
                                    "--wrap=none",
                                    word.toString()));
            var page = org.jsoup.Jsoup.parse(text);
            page.select("a.footnote-ref, a.footnote-back").remove();
            Words.assertInOrder(document, document.title() + page.body().wholeText());
        }
    }

    /// The words in the order of the tags, as a screen reader comes by them.
    static void assertReadByPoppler(Document document, Path pdf) throws Exception {
        if (has("pdfinfo")) {
            var text = new StringBuilder();
            run(List.of("pdfinfo", "-enc", "UTF-8", "-struct-text", pdf.toString()))
                    .lines()
                    .map(String::strip)
                    .filter(line ->
                            line.length() > 1 && line.startsWith("\"") && line.endsWith("\""))
                    .forEach(line -> text.append(line, 1, line.length() - 1));
            Words.assertInOrder(document, text.toString().replaceAll("\\[\\d{1,2}]", ""));
        }
    }

    /// No character was drawn as a sign that stands for it.
    static void assertNothingReplaced(Path pdf) throws Exception {
        if (has("pdftotext")) {
            var text = run(List.of("pdftotext", "-enc", "UTF-8", pdf.toString(), "-"));
            assertFalse(text.contains("\u3013"), "a character has no glyph");
        }
    }
}
