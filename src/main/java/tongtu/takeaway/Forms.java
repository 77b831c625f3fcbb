package tongtu.takeaway;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.braille.BrailleWriter;
import tongtu.braille.BrfFile;
import tongtu.braille.Format;
import tongtu.braille.Pages;
import tongtu.braille.PefFile;
import tongtu.document.BlockId;
import tongtu.document.Hash;
import tongtu.document.Units;
import tongtu.jobs.FileCache;

/// The forms of documents as files, each made once for what it is made of. For any number of
/// threads; who asks twice for the same at once may make it twice, and gets the same bytes.
public final class Forms {
    private static final Charset GB = Charset.forName("GB18030");
    private static final int HEIGHT = 25;
    private static final String FACTS = ".facts";

    private final FileCache cache;

    public Forms(FileCache cache) {
        this.cache = cache;
    }

    /// A form that was made: its file and size in bytes, its pages, cells or milliseconds (0 where
    /// they do not count), and the characters that have no glyph or cell in it.
    public record Made(
            Form form,
            Path file,
            long bytes,
            int pages,
            int cells,
            int milliseconds,
            List<String> unknown) {
        public Made {
            unknown = List.copyOf(unknown);
        }
    }

    /// Letters of the parts of a name: enough that two are never the same.
    private static final int PATH = 16;

    private static final int KEY = 40;

    /// Whose form it is, then what it is made of.
    private static String name(Form form, Original original) {
        return series(original) + original.key(form).substring(0, KEY) + form.ending();
    }

    private static String series(Original original) {
        return Hash.of(original.document().path()).substring(0, PATH) + "-";
    }

    /// Whether a form is there that was made of something else than the document is now.
    public boolean isStale(Form form, Original original) throws IOException {
        var name = name(form, original);
        return cache.names(series(original)).stream()
                .anyMatch(each ->
                        !each.equals(name)
                                && each.endsWith(form.ending())
                                && each.length() == name.length());
    }

    /// Whether a form was made; it does not count as asked for.
    public boolean has(Form form, Original original) {
        return cache.has(name(form, original)) && cache.has(name(form, original) + FACTS);
    }

    /// A form, null when it was not made.
    public @Nullable Made find(Form form, Original original) throws IOException {
        var name = name(form, original);
        var file = cache.find(name);
        var facts = cache.find(name + FACTS);
        var read = facts == null ? null : Facts.read(Files.readAllBytes(facts));
        return file == null || read == null ? null : made(form, file, read);
    }

    private static Made made(Form form, Path file, Facts facts) throws IOException {
        return new Made(
                form,
                file,
                Files.size(file),
                facts.pages(),
                facts.cells(),
                facts.milliseconds(),
                facts.unknown());
    }

    /// A form, made now on this thread where it was not.
    public Made make(Form form, Original original) throws IOException {
        var found = find(form, original);
        if (found != null) {
            return found;
        }
        var name = name(form, original);
        // The facts first: a form that is there has them, whenever the power fails.
        var file =
                cache.replace(
                        name,
                        partial -> {
                            var facts = write(form, original, partial);
                            cache.replace(name + FACTS, aside -> Files.write(aside, facts.bytes()));
                        });
        var made = find(form, original);
        if (made == null) {
            throw new IOException(file + " was deleted while it was made");
        }
        return made;
    }

    private Facts write(Form form, Original original, Path partial) throws IOException {
        var document = original.document();
        var cover = original.cover();
        return switch (form) {
            case PDF -> pdf(original, PdfFile.Size.NORMAL, partial);
            case PDF_LARGE -> pdf(original, PdfFile.Size.LARGE, partial);
            case PDF_LARGEST -> pdf(original, PdfFile.Size.LARGEST, partial);
            case EPUB -> epub(original, partial);
            case DOCX ->
                    plain(
                            DocxFile.of(document, cover, original.pictures(), original.links()),
                            partial);
            case LARGE_PRINT ->
                    plain(
                            LargePrint.of(document, cover, original.pictures(), original.links()),
                            partial);
            case TEXT -> plain(text(original).getBytes(StandardCharsets.UTF_8), partial);
            // Programs of that age want both signs at the end of a line.
            case TEXT_GB -> plain(text(original).replace("\n", "\r\n").getBytes(GB), partial);
            case BRF, BRF_32, BRF_28, BRF_20 -> {
                var pages = pages(original, form, places(original));
                Files.write(partial, BrfFile.of(pages));
                yield facts(pages);
            }
            case PEF -> {
                var pages = pages(original, form, places(original));
                var address = cover.address().isEmpty() ? document.address() : cover.address();
                Files.write(partial, PefFile.of(pages, address, cover.publisher(), cover.date()));
                yield facts(pages);
            }
            case EBRAILLE -> ebraille(original, partial);
        };
    }

    private static Facts plain(byte[] bytes, Path partial) throws IOException {
        Files.write(partial, bytes);
        return Facts.NONE;
    }

    private static String text(Original original) {
        return PlainText.of(original.document(), original.cover().lines(original.document()));
    }

    private static Pages pages(Original original, Form form, Map<String, Integer> places) {
        var printed = new HashMap<BlockId, Integer>();
        for (var unit : Units.of(original.document())) {
            var page = places.get(XhtmlWriter.id(unit.id()));
            if (page != null) {
                printed.put(unit.id(), page);
            }
        }
        return BrailleWriter.pages(
                original.document(),
                original.cover().brailleLines(original.document()),
                original.transcriber(),
                new Format(form.width(), HEIGHT),
                printed);
    }

    private static Facts facts(Pages pages) {
        return new Facts(pages.pages().size(), pages.cells(), 0, pages.unknown(), Map.of());
    }

    private static Facts ebraille(Original original, Path partial) throws IOException {
        var document = original.document();
        var flow =
                BrailleWriter.flow(
                        document, original.cover().brailleLines(document), original.transcriber());
        try (var out = out(partial)) {
            EbrailleFile.write(out, document, original.cover(), flow);
        }
        return new Facts(0, flow.cells(), 0, flow.unknown(), Map.of());
    }

    private static Facts pdf(Original original, PdfFile.Size size, Path partial)
            throws IOException {
        var made =
                PdfFile.of(
                        original.document(),
                        original.cover(),
                        original.pictures(),
                        original.links(),
                        size);
        Files.write(partial, made.bytes());
        return new Facts(made.pages(), 0, 0, made.unknown(), made.places());
    }

    /// The page of the PDF in normal print that each unit begins on: what the other forms call a
    /// printed page.
    private Map<String, Integer> places(Original original) throws IOException {
        make(Form.PDF, original);
        var facts = cache.find(name(Form.PDF, original) + FACTS);
        var read = facts == null ? null : Facts.read(Files.readAllBytes(facts));
        return read == null ? Map.of() : read.places();
    }

    private Facts epub(Original original, Path partial) throws IOException {
        var places = places(original);
        try (var out = out(partial)) {
            int milliseconds =
                    EpubFile.write(
                            out,
                            original.document(),
                            original.cover(),
                            original.pictures(),
                            original.links(),
                            places,
                            original.narration());
            return new Facts(0, 0, milliseconds, List.of(), Map.of());
        }
    }

    private static OutputStream out(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }

    /// All forms of a document in one archive, made now where they were not.
    public Path bundle(Original original) throws IOException {
        var made = new EnumMap<Form, Made>(Form.class);
        var names = new StringBuilder();
        for (var form : Form.values()) {
            made.put(form, make(form, original));
            names.append(name(form, original)).append('\n');
        }
        return cache.make(
                Hash.of(names.toString()) + Form.BUNDLE,
                partial -> {
                    try (var zip = new Zip(out(partial), original.cover().date())) {
                        for (var each : made.entrySet()) {
                            var name = each.getKey().file(original.document().slug());
                            zip.add(name, each.getValue().file());
                        }
                    }
                });
    }

    /// Deletes what nobody asked for in a while, and the oldest above the limit; what these
    /// originals are made into is kept as long as there is room. How many bytes are kept.
    public long sweep(Collection<Original> originals) throws IOException {
        var wanted = new HashSet<String>();
        for (var original : originals) {
            for (var form : Form.values()) {
                wanted.add(name(form, original));
                wanted.add(name(form, original) + FACTS);
            }
        }
        return cache.sweep(wanted);
    }
}
