package tongtu.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final String BASE =
            """
            ---
            title: 示例
            kind: notice
            ---

            ## 一、总则

            第一段。

            第二段。

            第三段。
            """;

    @Test
    void whatEachChangedIsTaken() {
        var merge =
                Merge.of(BASE, BASE.replace("第一段。", "第一段，我改的。"), BASE.replace("第二段。", "第二段，别人改的。"));
        assertFalse(merge.hasConflict());
        assertEquals(
                BASE.replace("第一段。", "第一段，我改的。").replace("第二段。", "第二段，别人改的。"),
                merge.text(List.of()));
    }

    @Test
    void whatBothChangedIsDecided() {
        var merge = Merge.of(BASE, BASE.replace("第二段。", "我写的。"), BASE.replace("第二段。", "别人写的。"));
        assertEquals(1, merge.conflicts().size());
        var conflict = merge.conflicts().getFirst();
        assertTrue(conflict.mine().contains("我写的。"));
        assertTrue(conflict.theirs().contains("别人写的。"));
        assertTrue(conflict.base().contains("第二段。"));
        assertEquals(BASE.replace("第二段。", "我写的。"), merge.text(List.of(conflict.mine())));
    }

    @Test
    void whatBothPutInAtOnePlaceStandsThereTwice() {
        var merge = Merge.of(BASE, BASE + "\n我加的。\n", BASE + "\n别人加的。\n");
        assertFalse(merge.hasConflict());
        assertEquals(BASE + "\n别人加的。\n\n我加的。\n", merge.text(List.of()));
    }

    @Test
    void theSameFieldPutInTwiceIsAConflict() {
        var merge =
                Merge.of(
                        BASE,
                        BASE.replace("kind: notice\n", "kind: notice\nregion: 甲\n"),
                        BASE.replace("kind: notice\n", "kind: notice\nregion: 乙\n"));
        assertTrue(merge.hasConflict());
    }

    @Test
    void whatOneTookOutAndTheOtherChangedIsDecided() {
        var merge = Merge.of(BASE, BASE.replace("第二段。\n\n", ""), BASE.replace("第二段。", "别人写的。"));
        assertTrue(merge.hasConflict());
    }

    @Test
    void aTextInPiecesIsTheSameTextAgain() throws Exception {
        var texts =
                new ArrayList<>(
                        List.of(
                                "",
                                "a",
                                "\n\n\n",
                                "---\n",
                                "---\na: b\n",
                                BASE,
                                "# T\nx\n```\n\n\n```\n"));
        try (var files = Files.walk(Path.of("content"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        for (var text : texts) {
            var again = new StringBuilder();
            SourceBlocks.of(text)
                    .pieces()
                    .forEach(piece -> again.append(piece.space()).append(piece.text()));
            assertEquals(text, again.toString());
        }
    }

    /// Whatever two people do, every word of both is in the merged text or in a conflict, but what
    /// one of them took out.
    @Test
    void noWordOfEitherIsLost() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var base = new ArrayList<String>();
            for (int i = 0; i < 8; i++) {
                base.add("底稿" + i + "。");
            }
            var mine = edited(base, "我" + round, random);
            var theirs = edited(base, "他" + round, random);
            var merge = Merge.of(text(base), text(mine), text(theirs));
            var all = new StringBuilder();
            for (var part : merge.parts()) {
                switch (part) {
                    case Merge.Part.Agreed(var words, _, _) -> all.append(words);
                    case Merge.Part.Conflict conflict ->
                            all.append(conflict.mine()).append(conflict.theirs());
                }
            }
            for (var side : List.of(mine, theirs)) {
                for (var paragraph : side) {
                    if (!base.contains(paragraph)) {
                        assertTrue(
                                all.toString().contains(paragraph),
                                () -> paragraph + " is lost: " + merge);
                    }
                }
            }
            for (var paragraph : base) {
                if (mine.contains(paragraph) && theirs.contains(paragraph)) {
                    assertTrue(all.toString().contains(paragraph), () -> paragraph + " is lost");
                }
            }
        }
    }

    private static String text(List<String> paragraphs) {
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static List<String> edited(List<String> base, String who, Random random) {
        var edited = new ArrayList<>(base);
        int edits = random.nextInt(4);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(edited.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> edited.add(at, who + "加" + i + "。");
                case 1 -> {
                    if (at < edited.size()) {
                        edited.set(at, who + "改" + i + "。");
                    }
                }
                default -> {
                    if (at < edited.size() && edited.size() > 1) {
                        edited.remove(at);
                    }
                }
            }
        }
        return edited;
    }
}
