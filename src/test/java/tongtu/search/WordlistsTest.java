package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tongtu.document.Finding;

class WordlistsTest {
    private static Everyday.Read everyday(String text) {
        return Everyday.read(text.getBytes(StandardCharsets.UTF_8), term -> !term.equals("没有的词"));
    }

    private static List<String> messages(List<Finding> findings) {
        return findings.stream().map(each -> each.line() + " " + each.message()).toList();
    }

    @Test
    void everydayWordsLeadToOfficialOnes() {
        var read = everyday("\ufeff# 说明\n轮椅、拐杖 => 辅助器具\n坐公交不要钱 => 免费公交、公共交通\n");
        assertEquals(List.of(), read.findings());
        var matches = read.everyday().in("有輪椅坐公交不要钱".replace("輪", "轮"));
        assertEquals(List.of("轮椅", "坐公交不要钱"), matches.stream().map(Everyday.Match::word).toList());
        assertEquals(List.of("免费公交", "公共交通"), matches.getLast().terms());
    }

    @Test
    void theLongestWordCounts() {
        var read = everyday("轮椅 => 辅助器具\n租轮椅 => 辅具租赁\n");
        assertEquals(
                List.of("租轮椅"),
                read.everyday().in("想租轮椅").stream().map(Everyday.Match::word).toList());
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        var read = everyday("甲乙 => 丙丁\n丙丁 => 甲乙\n轮椅\n椅 => 辅具\n轮椅 => 没有的词\n轮椅 => 辅具\n");
        var messages = messages(read.findings());
        assertTrue(
                messages.stream().anyMatch(each -> each.startsWith("3 这一行看不懂")),
                () -> "" + messages);
        assertTrue(
                messages.stream().anyMatch(each -> each.startsWith("4 「椅」")), () -> "" + messages);
        assertTrue(
                messages.stream().anyMatch(each -> each.startsWith("6 「轮椅」在第 5 行")),
                () -> "" + messages);
        assertTrue(messages.stream().anyMatch(each -> each.contains("没有出现过")), () -> "" + messages);
        assertTrue(
                messages.stream().anyMatch(each -> each.startsWith("1 「甲乙」指向")),
                () -> "" + messages);
        assertTrue(
                messages.stream().anyMatch(each -> each.startsWith("2 「丙丁」指向")),
                () -> "" + messages);
        assertTrue(read.everyday().in("甲乙丙丁").isEmpty(), "a circle leads nowhere");
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsSaidToBeSo() {
        assertEquals(1, Everyday.read(new byte[Lines.BYTES + 1], _ -> true).findings().size());
        assertEquals(1, Everyday.read(new byte[] {(byte) 0xff, 'a'}, _ -> true).findings().size());
        var many =
                IntStream.range(0, Everyday.MOST + 10)
                        .mapToObj(i -> "词语" + i + " => 别的")
                        .collect(Collectors.joining("\n"));
        var read = everyday(many);
        assertEquals(1, read.findings().size());
        assertEquals(Everyday.MOST, read.everyday().words().size());
    }

    @Test
    void bestBetsAreKnownHoweverTheyAreTyped() {
        var read =
                BestBets.read(
                        "残疾证\t/a\n 办 证？\t/b\n没有\t/c\n残疾证\t/a\n看不懂\n"
                                .getBytes(StandardCharsets.UTF_8),
                        address -> !address.equals("/c"));
        assertEquals("/a", read.bestBets().of("殘疾證"));
        assertEquals("/b", read.bestBets().of("办证"));
        assertEquals("", read.bestBets().of("没有"));
        assertEquals(3, read.findings().size(), () -> "" + read.findings());
    }

    /// The lists of the sample site are whole, and every everyday word is asked for once.
    @Test
    void theSampleSitesListsAreRight() throws Exception {
        var site = QuestionSite.withMeaning();
        assertEquals(List.of(), site.findings());
        var asked = new HashSet<String>();
        for (var line : synonymQueries()) {
            asked.add(line[0]);
            assertTrue(line[1].contains(line[0]), line[1]);
        }
        var words =
                Everyday.read(Files.readAllBytes(Path.of("content", Everyday.FILE)), _ -> true)
                        .everyday()
                        .words();
        assertTrue(words.size() >= 150, () -> "only " + words.size());
        assertEquals(
                Set.of(),
                words.stream()
                        .filter(word ->
                                asked.stream().noneMatch(each -> Analysis.fold(each).equals(word)))
                        .collect(Collectors.toSet()));
    }

    private static List<String[]> synonymQueries() throws Exception {
        return Files.readAllLines(Path.of("src/test/resources/search/synonym-queries.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    @Test
    void everyEverydayWordFindsItsDocument() throws Exception {
        var site = QuestionSite.withMeaning();
        var missed =
                synonymQueries().stream()
                        .filter(line ->
                                site.index().search(Question.of(line[1])).hits().stream()
                                        .noneMatch(hit ->
                                                QuestionSite.place(hit).startsWith(line[2] + "#")))
                        .map(line -> line[1])
                        .toList();
        assertEquals(List.of(), missed);
    }
}
