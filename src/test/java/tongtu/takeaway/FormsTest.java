package tongtu.takeaway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tongtu.braille.Transcriber;
import tongtu.document.Document;
import tongtu.document.Href;
import tongtu.document.Proofreading;
import tongtu.jobs.FileCache;
import tongtu.language.Lexicon;
import tongtu.language.Readings;
import tongtu.markdown.ContentFolder;

/// Each form of real documents, checked by the validator of its standard and read by a second
/// program.
class FormsTest {
    private static final Transcriber TRANSCRIBER = new Transcriber(new Readings(Lexicon.NONE));
    private static final String SITE = "https://example.org";

    @TempDir private Path folder;

    private static Original original(Document document, Path content) {
        return Original.of(
                document,
                Cover.of(
                        document,
                        SITE + "/files-" + document.slug().hashCode(),
                        "示例发布单位",
                        List.of("现行有效"),
                        Proofreading.NONE),
                new Pictures(source -> picture(content, source), Href::text),
                href -> href.scheme().isEmpty() ? SITE + href.text() : href.text(),
                TRANSCRIBER,
                "",
                null);
    }

    private static byte @Nullable [] picture(Path content, Href source) {
        var file =
                content.resolve(source.text().replaceFirst("^/", "").replaceFirst("^media/", ""));
        try {
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Forms forms(String name) {
        return new Forms(
                new FileCache(
                        folder.resolve(name),
                        Long.MAX_VALUE,
                        Duration.ofDays(30),
                        InstantSource.system()));
    }

    @TestFactory
    Stream<DynamicTest> everyRealDocumentConformsInEachForm() throws Exception {
        var forms = forms("forms");
        var content = folder.resolve("content");
        return RealDocuments.all(content).stream()
                .map(document ->
                        DynamicTest.dynamicTest(
                                document.path(),
                                () -> conforms(forms, original(document, Path.of("content")))));
    }

    private static void conforms(Forms forms, Original original) throws Exception {
        var document = original.document();
        for (var form : List.of(Form.PDF, Form.PDF_LARGE, Form.PDF_LARGEST)) {
            var made = forms.make(form, original);
            var bytes = Files.readAllBytes(made.file());
            assertEquals(List.of(), VeraPdf.failures(bytes, "ua1"), form + " as PDF/UA-1");
            assertEquals(List.of(), VeraPdf.failures(bytes, "3a"), form + " as PDF/A-3a");
            assertEquals(List.of(), made.unknown(), "characters without a glyph");
            assertTrue(made.pages() > 0);
        }
        var book = forms.make(Form.EPUB, original).file();
        assertEquals(List.of(), EpubCheck.messages(book));
        var braille = forms.make(Form.EBRAILLE, original);
        assertEquals(List.of(), Ebraille.faults(braille.file()));
        assertEquals(List.of(), braille.unknown(), "characters without cells");
        Words.assertInOrder(document, Books.text(book));
        Words.assertInOrder(
                document,
                Books.html(Files.readString(forms.make(Form.LARGE_PRINT, original).file())));
        var text = Files.readString(forms.make(Form.TEXT, original).file());
        var old =
                new String(
                        Files.readAllBytes(forms.make(Form.TEXT_GB, original).file()),
                        Charset.forName("GB18030"));
        assertEquals(text, old.replace("\r\n", "\n"));
        for (var form : List.of(Form.BRF, Form.BRF_32, Form.BRF_28, Form.BRF_20)) {
            int width = form.width();
            for (var line : Files.readAllLines(forms.make(form, original).file())) {
                assertTrue(line.replace("\f", "").length() <= width, form + ": " + line);
            }
        }
        forms.make(Form.PEF, original);
        var word = forms.make(Form.DOCX, original).file();
        Tools.assertReadByPandoc(document, word);
        Tools.assertReadByPoppler(document, forms.make(Form.PDF, original).file());
    }

    @Test
    void theWordFileOfThePlanIsReadByLibreOffice() throws Exception {
        assumeTrue(Tools.has("soffice"), "LibreOffice is not there");
        var document = RealDocuments.plan(folder.resolve("content"));
        var word = forms("forms").make(Form.DOCX, original(document, folder)).file();
        Tools.assertReadByLibreOffice(document, word);
    }

    @Test
    void theSameRevisionGivesTheSameBytes() throws Exception {
        var content = folder.resolve("content");
        var document = RealDocuments.imported(content).documents().getFirst();
        var one = forms("one");
        var other = forms("other");
        for (var form : Form.values()) {
            assertArrayEquals(
                    Files.readAllBytes(one.make(form, original(document, content)).file()),
                    Files.readAllBytes(other.make(form, original(document, content)).file()),
                    form.toString());
        }
        assertArrayEquals(
                Files.readAllBytes(one.bundle(original(document, content))),
                Files.readAllBytes(other.bundle(original(document, content))));
    }

    @Test
    void aBundleHoldsEveryForm() throws Exception {
        var document = document("话。\n");
        var bundle = forms("forms").bundle(original(document, folder));
        try (var zip = new ZipFile(bundle.toFile())) {
            var names = new ArrayList<String>();
            zip.stream().forEach(entry -> names.add(entry.getName()));
            assertEquals(Stream.of(Form.values()).map(form -> form.file("a")).toList(), names);
        }
    }

    @Test
    void aFormIsMadeOnceAndAnewWhenItsTextChanges() throws Exception {
        var forms = forms("forms");
        var before = original(document("话。\n"), folder);
        assertFalse(forms.has(Form.TEXT, before));
        var first = forms.make(Form.TEXT, before);
        assertTrue(forms.has(Form.TEXT, before));
        assertEquals(first, forms.make(Form.TEXT, before));
        var after = original(document("别的话。\n"), folder);
        assertFalse(forms.has(Form.TEXT, after));
        assertNotEquals(first.file(), forms.make(Form.TEXT, after).file());
    }

    /// A kill between the two files of a form leaves none of it.
    @Test
    void aFormWithoutItsFactsIsMadeAnew() throws Exception {
        var forms = forms("forms");
        var original = original(document("话。\n"), folder);
        var made = forms.make(Form.PDF, original);
        Files.delete(made.file().resolveSibling(made.file().getFileName() + ".facts"));
        assertFalse(forms.has(Form.PDF, original));
        assertEquals(made.pages(), forms.make(Form.PDF, original).pages());
    }

    @Test
    void damagedFactsAreAsNone() throws Exception {
        var forms = forms("forms");
        var original = original(document("话。\n"), folder);
        var made = forms.make(Form.PDF, original);
        var facts = made.file().resolveSibling(made.file().getFileName() + ".facts");
        for (var damage : List.of("", "pages\n", "pages\tmany\n", "\u0000\u0001")) {
            Files.writeString(facts, damage);
            assertEquals(made.pages(), forms.make(Form.PDF, original).pages(), damage);
        }
    }

    @Test
    void whatNoTextIsMadeOfAnyMoreGoesFirstWhenThereIsNoRoom() throws Exception {
        var cache =
                new FileCache(
                        folder.resolve("forms"), 1, Duration.ofDays(30), InstantSource.system());
        var forms = new Forms(cache);
        var original = original(document("话。\n"), folder);
        forms.make(Form.TEXT, original);
        assertEquals(0, cache.sweep(Set.of()));
        assertFalse(forms.has(Form.TEXT, original));
    }

    private Document document(String markdown) throws Exception {
        return document(folder, markdown);
    }

    static Document document(Path folder, String markdown) throws Exception {
        var file = folder.resolve("notices/a.md");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(
                file, "---\ntitle: 标题\nkind: notice\nlanguage: zh-CN\n---\n\n" + markdown);
        var read = new ContentFolder(folder).file("notices/a");
        assertNotNull(read);
        var document = read.parsed().document();
        assertNotNull(document, () -> read.parsed().findings().toString());
        return document;
    }

    @TestFactory
    Stream<DynamicTest> hostileDocumentsGiveWholeFiles() {
        var rows = new StringBuilder("| 序号 | 名称 | 数额 |\n| --- | --- | --- |\n");
        for (int i = 1; i <= 2_900; i++) {
            rows.append("| ").append(i).append(" | 第 ").append(i).append(" 项 | ").append(i * 7);
            rows.append(" |\n");
        }
        return Stream.of(
                        List.of("a table of many rows", rows.append("[很长的表]\n").toString()),
                        List.of("a paragraph of 2,000 characters", "残疾人事业".repeat(400) + "。\n"),
                        List.of("a word of 3,000 letters", "a".repeat(3_000) + "。\n"),
                        List.of(
                                "rare characters",
                                "## 𠮷野家、㑇字、𫚖鱼、⼀部、ﬁ、①②—…\n\n𠮷野家、㑇字、𫚖鱼、⼀部、ﬁ、①②、①\u0301。\n"),
                        List.of("emoji", "笑脸😀，家庭👨‍👩‍👧‍👦，旗帜🇨🇳，手👍🏽。\n"),
                        List.of(
                                "writing from right to left",
                                "阿拉伯文 مرحبا بالعالم 和希伯来文 שלום，1234。\n"),
                        List.of("scripts without a typeface", "藏文 བོད་ཡིག，蒙古文 ᠮᠣᠩᠭᠣᠯ，泰文 ไทย。\n"),
                        List.of("notes in a circle", "话[^a]。\n\n[^a]: 见注[^b]。\n\n[^b]: 见注[^a]。\n"),
                        List.of("a picture that is missing", "![没有的图片](/media/none.png)\n"),
                        List.of("a picture that is none", "![坏的图片](/media/bad.png)\n"),
                        List.of("marks of markup", "1 < 2 & 3 > 2，\"引号\"，'单引号'，]]>，&amp;。\n"),
                        List.of(
                                "lists in lists",
                                "- 一\n    - 二\n        - 三\n            - 四\n                - 五\n"))
                .map(pair ->
                        DynamicTest.dynamicTest(
                                pair.getFirst(), () -> survives(pair.getFirst(), pair.getLast())));
    }

    /// What is too long for anybody is refused where it is written, and says so.
    @Test
    void aTableWithoutEndIsAFinding() throws Exception {
        var rows = "| 1 | 2 |\n".repeat(10_000);
        Files.createDirectories(folder.resolve("notices"));
        Files.writeString(
                folder.resolve("notices/a.md"),
                "---\ntitle: 标题\nkind: notice\n---\n\n| 一 | 二 |\n| --- | --- |\n" + rows);
        var read = new ContentFolder(folder).file("notices/a");
        assertNotNull(read);
        assertTrue(
                read.parsed().findings().stream()
                        .anyMatch(finding -> finding.rule().startsWith("limits/")),
                () -> read.parsed().findings().toString());
    }

    private void survives(String name, String markdown) throws Exception {
        var place = folder.resolve(name.replace(' ', '-').replace(',', '-'));
        Files.createDirectories(place.resolve("bad").getParent());
        Files.writeString(place.resolve("bad.png"), "no picture at all");
        var document = document(place, markdown);
        var original = original(document, place);
        var forms = forms(name.replace(' ', '-') + "-forms");
        for (var form : Form.values()) {
            forms.make(form, original);
        }
        var pdf = forms.make(Form.PDF, original);
        var bytes = Files.readAllBytes(pdf.file());
        assertEquals(List.of(), VeraPdf.failures(bytes, "ua1"));
        assertEquals(List.of(), VeraPdf.failures(bytes, "3a"));
        assertEquals(List.of(), EpubCheck.messages(forms.make(Form.EPUB, original).file()));
        assertEquals(List.of(), Ebraille.faults(forms.make(Form.EBRAILLE, original).file()));
        Words.assertInOrder(document, Books.text(forms.make(Form.EPUB, original).file()));
        if (name.contains("without a typeface")) {
            assertTrue(pdf.unknown().contains("བ"), pdf.unknown().toString());
        } else {
            assertEquals(List.of(), pdf.unknown());
            Tools.assertNothingReplaced(pdf.file());
        }
    }
}
