package tongtu.takeaway;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What EPUBCheck says of a book, usage hints too.
final class EpubCheck {
    private static final Isolated LIBRARY = new Isolated("epubcheck");
    private static final Pattern MESSAGE =
            Pattern.compile(
                    "\"ID\" : \"([^\"]+)\",\\s+\"severity\" : \"([^\"]+)\",\\s+\"message\" : \"((?:[^\"\\\\]|\\\\.)*)\"");

    private EpubCheck() {}

    /// Its messages as `ID SEVERITY words`.
    static List<String> messages(Path book) throws Exception {
        var report = Files.createTempFile("epubcheck", ".json");
        try {
            LIBRARY.run(loader -> {
                var type = loader.loadClass("com.adobe.epubcheck.tool.EpubChecker");
                var checker = type.getDeclaredConstructor().newInstance();
                var arguments =
                        new String[] {
                            book.toString(), "--json", report.toString(), "--usage", "-q"
                        };
                var out = System.out;
                var err = System.err;
                var said = new PrintStream(new ByteArrayOutputStream(), true);
                System.setOut(said);
                System.setErr(said);
                try {
                    return type.getMethod("run", String[].class)
                            .invoke(checker, (Object) arguments);
                } finally {
                    System.setOut(out);
                    System.setErr(err);
                }
            });
            var text = Files.readString(report, StandardCharsets.UTF_8);
            if (!text.contains("\"messages\"")) {
                throw new IllegalStateException("EPUBCheck did not report");
            }
            var messages = new ArrayList<String>();
            var found = MESSAGE.matcher(text);
            while (found.find()) {
                messages.add(found.group(1) + " " + found.group(2) + " " + found.group(3));
            }
            return messages;
        } finally {
            Files.deleteIfExists(report);
        }
    }
}
