package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongtu.document.Document;
import tongtu.document.Glossary;
import tongtu.document.Library;
import tongtu.markdown.MarkdownParser;

/// The index as documents come, change and go, and as its files are spoiled.
class SearchIndexTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @TempDir Path folder;

    static Document document(String path, String title, String words, String... more) {
        var kind =
                path.startsWith("policies/")
                        ? "policy"
                        : path.startsWith("notices/") ? "notice" : "service";
        var lines = new StringBuilder();
        for (var line : more) {
            lines.append(line).append('\n');
        }
        var text =
                "---\ntitle: %s\nkind: %s\nlanguage: zh-CN\n%s---\n\n%s\n"
                        .formatted(title, kind, lines, words);
        return parsed(path, text);
    }

    private static Document parsed(String path, String text) {
        var document =
                new MarkdownParser()
                        .parse(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .document();
        if (document == null) {
            throw new AssertionError("the example cannot be read: " + text);
        }
        return document;
    }

    static Library library(Document... documents) {
        return new Library(List.of(documents), Glossary.EMPTY, DAY);
    }

    private SearchIndex open() {
        return SearchIndex.open(folder, folder.resolve("search"), false, _ -> {});
    }

    private static List<String> paths(SearchIndex index, String question) {
        return index.search(Question.of(question)).hits().stream()
                .map(QuestionSite::place)
                .map(place -> place.substring(0, place.indexOf('#')))
                .distinct()
                .toList();
    }

    @Test
    void whatIsPublishedIsFoundAndWhatIsWithdrawnIsNot() throws Exception {
        try (var index = open()) {
            var one = document("services/a", "辅助器具", "轮椅可以租用。");
            index.update(library(one));
            index.await();
            assertEquals(List.of("services/a"), paths(index, "轮椅"));
            index.update(library(one, document("services/b", "康复", "康复中心有轮椅。")));
            index.await();
            assertEquals(2, paths(index, "轮椅").size());
            index.update(library(document("services/a", "辅助器具", "拐杖可以租用。")));
            index.await();
            assertEquals(List.of(), paths(index, "轮椅"));
            assertEquals(List.of("services/a"), paths(index, "拐杖"));
        }
    }

    /// A hit leads to the paragraph, by the id that it has in the document.
    @Test
    void aHitOpensAtItsParagraph() throws Exception {
        try (var index = open()) {
            var document =
                    document("policies/法", "示例法", "## 第一章　总则\n\n### 第一条\n\n开头的一段。\n\n讲手语翻译的一段。");
            index.update(library(document));
            index.await();
            var hit = index.search(Question.of("手语翻译")).hits().getFirst();
            var anchor = hit.anchor();
            var unit =
                    tongtu.document.Units.of(document).stream()
                            .filter(each -> each.id().equals(anchor))
                            .findFirst();
            assertEquals("讲手语翻译的一段。", unit.orElseThrow().words());
            assertEquals("policies/法#第一条", QuestionSite.place(hit).replace("#第一章", "#"));
        }
    }

    /// The state of the index on the disk is read when the program starts again; nothing is indexed
    /// anew.
    @Test
    void aRestartIndexesNothingAnew() throws Exception {
        var library = library(document("services/a", "辅助器具", "轮椅可以租用。"));
        try (var index = open()) {
            index.update(library);
            index.await();
        }
        var store = Store.open(folder.resolve("search/index"));
        var marks = store.marks();
        store.close();
        assertEquals(1, marks.size());
        try (var index = open()) {
            assertEquals(1, index.entries(), "there before anything was told");
            index.update(library);
            index.await();
            assertEquals(List.of("services/a"), paths(index, "轮椅"));
        }
        var after = Store.open(folder.resolve("search/index"));
        assertEquals(marks, after.marks());
        after.close();
    }

    @Test
    void englishWordsAreFoundInAnyOfTheirForms() throws Exception {
        var english =
                parsed(
                        "pages/en",
                        "---\ntitle: Help\nkind: page\nlanguage: en\n---\n\nSubsidies for"
                                + " families, and the state of repairs.\n");
        try (var index = open()) {
            index.update(library(english, document("services/b", "康复", "康复中心。")));
            index.await();
            for (var question :
                    List.of(
                            "subsidy",
                            "subsidies",
                            "a family",
                            "SUBSIDY for the family",
                            "repair",
                            "of")) {
                assertEquals(List.of("pages/en"), paths(index, question), question);
            }
            assertEquals(List.of(), paths(index, "subsidy aeroplane"));
        }
    }

    @Test
    void beforeTheFirstTextsItDoesNotSayThatThereIsNothing() throws Exception {
        try (var index = open()) {
            assertFalse(index.search(Question.of("轮椅")).state().isComplete());
            index.update(library());
            index.await();
            assertTrue(
                    index.search(Question.of("轮椅")).state().isComplete(), "a site without texts");
        }
    }

    @Test
    void aChangeTouchesItsDocumentAlone() throws Exception {
        var kept = document("services/a", "辅助器具", "轮椅可以租用。");
        try (var index = open()) {
            index.update(library(kept, document("services/b", "康复", "旧的话。")));
            index.await();
            index.update(library(kept, document("services/b", "康复", "新的话。")));
            index.await();
            assertEquals(List.of("services/b"), paths(index, "新的话"));
        }
        var store = Store.open(folder.resolve("search/index"));
        try (var view = store.view()) {
            assertEquals(1, view.reader().docFreq(new Term(Fields.PATH, "services/a")));
        }
        store.close();
    }

    /// Every file of the index cut, emptied, overwritten or missing: it starts, and is whole again.
    @Test
    void aSpoiledIndexIsMadeAnew() throws Exception {
        var library =
                library(
                        document("services/a", "辅助器具", "轮椅可以租用。"),
                        document("services/b", "康复", "康复中心。"));
        var search = folder.resolve("search/index");
        var random = new Random(5);
        for (int round = 0; round < 40; round++) {
            try (var index = open()) {
                index.update(library);
                index.await();
                assertEquals(List.of("services/a"), paths(index, "轮椅"), "round " + round);
                assertTrue(index.state().isComplete());
            }
            List<Path> files;
            try (var all = Files.list(search)) {
                files =
                        all.filter(file -> !file.getFileName().toString().equals("write.lock"))
                                .sorted()
                                .toList();
            }
            var file = files.get(random.nextInt(files.size()));
            var bytes = Files.readAllBytes(file);
            switch (round % 4) {
                case 0 ->
                        Files.write(
                                file,
                                java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
                case 1 -> Files.write(file, new byte[0]);
                case 2 -> {
                    bytes[random.nextInt(Math.max(bytes.length, 1))] ^= 0x55;
                    Files.write(file, bytes);
                }
                default -> Files.delete(file);
            }
        }
    }

    @Test
    void aForeignFolderIsMadeAnewAndAFileInItsPlaceToo() throws Exception {
        Files.createDirectories(folder.resolve("search/index"));
        Files.writeString(folder.resolve("search/index/segments_1"), "not an index");
        try (var index = open()) {
            index.update(library(document("services/a", "辅助器具", "轮椅。")));
            index.await();
            assertEquals(List.of("services/a"), paths(index, "轮椅"));
        }
    }

    /// From the moment on at which the index is known to be broken.
    @Test
    void aBrokenIndexSaysThatItIsNotWholeUntilItIs() throws Exception {
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 1_000; i++) {
            documents.add(document("services/d" + i, "第" + i + "份", "轮椅的事，" + i + "。"));
        }
        var indexer = Indexer.start(folder, folder.resolve("index"), null, false, _ -> {});
        try {
            indexer.update(library(documents.toArray(Document[]::new)));
            indexer.await();
            assertTrue(indexer.state().isComplete());
            indexer.rebuild(new java.io.IOException("torn by this test"));
            assertFalse(indexer.state().isComplete());
            indexer.await();
            assertTrue(indexer.state().isComplete());
            try (var view = indexer.view()) {
                assertEquals(1_000, view.reader().numDocs());
            }
        } finally {
            indexer.close();
        }
    }

    /// While everything is indexed anew nobody is told that there is nothing.
    @Test
    void noReaderSeesAnEmptyIndexWhileItChanges() throws Exception {
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 300; i++) {
            documents.add(document("services/d" + i, "第" + i + "份", "轮椅的事，" + i + "。"));
        }
        try (var index = open()) {
            index.update(library(documents.toArray(Document[]::new)));
            index.await();
            for (int round = 0; round < 5; round++) {
                int version = round;
                var next =
                        documents.stream()
                                .map(each ->
                                        document(
                                                each.path(),
                                                each.title(),
                                                "轮椅的事，版本" + version + "。"))
                                .toArray(Document[]::new);
                index.update(library(next));
                while (!index.isIdle(1)) {
                    assertEquals(300, index.search(Question.of("轮椅的事")).count());
                }
                assertEquals(300, index.search(Question.of("版本" + version)).count());
            }
        }
    }

    @Test
    void whatIsInForceComesFirstAndNothingIsHidden() throws Exception {
        try (var index = open()) {
            index.update(
                    library(
                            document("policies/old", "护理补贴办法", "护理补贴的标准。", "effective: 2010-01-01"),
                            document(
                                    "policies/new",
                                    "护理补贴办法新",
                                    "护理补贴的标准。",
                                    "effective: 2020-01-01",
                                    "relations:",
                                    "  replaces: policies/old")));
            index.await();
            assertEquals(List.of("policies/new", "policies/old"), paths(index, "护理补贴的标准"));
            var answer = index.search(Question.of("护理补贴的标准"));
            assertEquals(
                    List.of("in-force", "repealed"),
                    answer.facets().getOrDefault(Facet.VALIDITY, List.of()).stream()
                            .map(Answer.Count::value)
                            .toList());
            var narrowed =
                    new Question("护理补贴的标准", Filters.NONE.with(Facet.VALIDITY, "repealed"), 1);
            assertEquals(
                    List.of("policies/old"),
                    index.search(narrowed).hits().stream()
                            .map(hit -> QuestionSite.place(hit).replaceAll("#.*", ""))
                            .distinct()
                            .toList());
            assertEquals(
                    2,
                    index.search(narrowed).facets().getOrDefault(Facet.VALIDITY, List.of()).size(),
                    "the other value is still offered");
        }
    }

    @Test
    void ofNoticesTheNewerComesFirst() throws Exception {
        try (var index = open()) {
            index.update(
                    library(
                            document("notices/a", "招聘会", "残疾人招聘会。", "published: 2022-03-01"),
                            document("notices/b", "招聘会", "残疾人招聘会。", "published: 2026-03-01")));
            index.await();
            assertEquals(List.of("notices/b", "notices/a"), paths(index, "招聘会"));
        }
    }

    @Test
    void aDocumentNumberLeadsToItsDocumentHoweverItIsWritten() throws Exception {
        try (var index = open()) {
            index.update(
                    library(
                            document("policies/a", "意见", "内容。", "document-number: 国发〔2015〕52号"),
                            document("policies/b", "通知", "根据国发〔2015〕52号文件。")));
            index.await();
            for (var asked :
                    List.of("国发〔2015〕52号", "国发[2015]52号", "国发（2015）52 号", "国发２０１５ 52号是什么")) {
                assertEquals("policies/a", paths(index, asked).getFirst(), asked);
            }
        }
    }

    @Test
    void datesNarrow() throws Exception {
        try (var index = open()) {
            index.update(
                    library(
                            document("notices/a", "甲", "手语培训。", "published: 2025-03-01"),
                            document("notices/b", "乙", "手语培训。", "published: 2026-03-01"),
                            document("services/c", "丙", "手语培训。")));
            index.await();
            var filters = new Filters(Map.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1));
            var hits = index.search(new Question("手语培训", filters, 1)).hits();
            assertEquals(List.of("notices/b#"), hits.stream().map(QuestionSite::place).toList());
        }
    }

    @Test
    void everyPageOfTheResultsIsReached() throws Exception {
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 700; i++) {
            documents.add(document("services/d" + i, "第" + i + "份", "轮椅的事。"));
        }
        try (var index = open()) {
            index.update(library(documents.toArray(Document[]::new)));
            index.await();
            var seen = new java.util.HashSet<String>();
            var first = index.search(Question.of("轮椅的事"));
            assertEquals(700, first.count());
            for (int page = 1; page <= first.pages(); page++) {
                index.search(new Question("轮椅的事", Filters.NONE, page))
                        .hits()
                        .forEach(hit -> assertTrue(seen.add(QuestionSite.place(hit))));
            }
            assertEquals(700, seen.size());
            assertTrue(index.search(new Question("轮椅的事", Filters.NONE, 71)).hits().isEmpty());
            assertFalse(index.search(new Question("轮椅的事", Filters.NONE, 70)).hits().isEmpty());
        }
    }
}
