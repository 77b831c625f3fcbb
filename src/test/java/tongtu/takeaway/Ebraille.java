package tongtu.takeaway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jsoup.nodes.Element;

/// The rules of eBraille 1.0 that can be checked here, read in the tests of DAISY's own checker
/// (daisy/ebraille-checker); that checker is in no package registry.
final class Ebraille {
    private static final List<String> ONCE_ELEMENTS = List.of("dc:date", "dc:format");
    private static final List<String> ELEMENTS =
            List.of(
                    "dc:creator",
                    "dc:date",
                    "dc:format",
                    "dc:identifier",
                    "dc:language",
                    "dc:title");
    private static final Map<String, String> PROPERTIES =
            new TreeMap<>(
                    Map.of(
                            "dcterms:dateCopyrighted", "\\d{4}(-\\d\\d(-\\d\\d)?)?",
                            "dcterms:modified", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ",
                            "a11y:brailleCellType", "6|8|6, 8|8, 6",
                            "a11y:brailleSystem", ".+",
                            "a11y:completeTranscription", "true|false",
                            "a11y:producer", ".+",
                            "a11y:tactileGraphics",
                                    "none|(JPG|PNG|SVG|PDF)(, (JPG|PNG|SVG|PDF))*"));

    private Ebraille() {}

    static List<String> faults(Path file) throws Exception {
        var faults = new ArrayList<String>();
        if (!file.toString().endsWith(".ebrl")) {
            faults.add("EBR-001 the ending");
        }
        try (var zip = new ZipFile(file.toFile())) {
            for (var needed : List.of("package.opf", "index.html")) {
                if (zip.getEntry(needed) == null) {
                    faults.add(needed + " is not in the root");
                }
            }
        }
        var opf = Books.xml(Books.entry(file, "package.opf"));
        for (var name : ELEMENTS) {
            int count = all(opf, name).size();
            if (count == 0 || (count > 1 && ONCE_ELEMENTS.contains(name))) {
                faults.add(name + " stands there " + count + " times");
            }
        }
        for (var property : PROPERTIES.entrySet()) {
            var found =
                    opf.select("metadata > meta").stream()
                            .filter(meta -> meta.attr("property").equals(property.getKey()))
                            .map(Element::text)
                            .toList();
            if (found.size() != 1 || !found.getFirst().matches(property.getValue())) {
                faults.add(property.getKey() + " " + found);
            }
        }
        if (!all(opf, "dc:format").getFirst().text().equals("eBraille 1.0")) {
            faults.add("EBR-012 the format");
        }
        if (!all(opf, "dc:language").getFirst().text().matches("[a-z]+-Brai(-[A-Z]+)?")) {
            faults.add("EBR-014 the language");
        }
        for (var page : List.of("index.html", "ebraille/text.html")) {
            var body = Books.html(Books.entry(file, page));
            body.codePoints()
                    .filter(c -> !Character.isWhitespace(c) && (c < 0x2800 || c > 0x283f))
                    .distinct()
                    .forEach(c -> faults.add("EBR-030 U+%04X in %s".formatted(c, page)));
        }
        var text = Books.xml(Books.entry(file, "ebraille/text.html"));
        for (var link : Books.xml(Books.entry(file, "index.html")).select("nav a")) {
            var id = link.attr("href").substring(link.attr("href").indexOf('#') + 1);
            if (text.getElementById(id) == null && text.select("#" + id).isEmpty()) {
                faults.add("no place " + id);
            }
        }
        // What is an EPUB's is checked by its checker, under an EPUB's name; it does not know the
        // words of eBraille's own metadata.
        var book = java.nio.file.Files.createTempFile("ebraille", ".epub");
        try {
            java.nio.file.Files.copy(file, book, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            EpubCheck.messages(book).stream()
                    .filter(message -> !message.contains("\\\"a11y:"))
                    .filter(message -> !message.contains("\"a11y:"))
                    .forEach(faults::add);
        } finally {
            java.nio.file.Files.delete(book);
        }
        return faults;
    }

    private static List<Element> all(Element opf, String name) {
        return opf.getElementsByTag(name);
    }
}
