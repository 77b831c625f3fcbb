package tongtu.takeaway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Reads books as a reader does: by the package document and its spine.
final class Books {
    private Books() {}

    static String entry(Path book, String name) throws IOException {
        try (var zip = new ZipFile(book.toFile())) {
            var entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException(name + " is not in the book");
            }
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Element xml(String text) {
        return Jsoup.parse(text, "", Parser.xmlParser());
    }

    /// The files of a book in the order of its spine.
    static List<String> spine(Path book) throws IOException {
        var opf = xml(entry(book, "EPUB/package.opf"));
        var files = new ArrayList<String>();
        for (var item : opf.select("spine > itemref")) {
            var id = item.attr("idref");
            files.add(
                    "EPUB/"
                            + opf.select("manifest > item").stream()
                                    .filter(each -> each.attr("id").equals(id))
                                    .findFirst()
                                    .orElseThrow()
                                    .attr("href"));
        }
        return files;
    }

    /// All words of a book in the order of its spine, without the marks of notes.
    static String text(Path book) throws IOException {
        var text = new StringBuilder();
        for (var file : spine(book)) {
            text.append(html(entry(book, file))).append('\n');
        }
        return text.toString();
    }

    /// The words of a page, pictures by their alternatives, without the marks of notes.
    static String html(String page) {
        var document = Jsoup.parse(page);
        document.select("sup").remove();
        document.select("img")
                .forEach(image ->
                        image.replaceWith(new org.jsoup.nodes.TextNode(image.attr("alt"))));
        return document.body().wholeText();
    }
}
