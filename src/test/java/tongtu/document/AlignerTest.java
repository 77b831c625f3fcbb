package tongtu.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlignerTest {
    private static final String CARE = "重度残疾人护理补贴的对象和标准由县级人民政府规定并向社会公布。";
    private static final String HOME = "有需求的困难家庭可以申请无障碍改造，改造以后要请本人验收。";
    private static final String WORK = "盲人按摩机构享受税收优惠，具体办法另行制定。";

    private static List<Unit> units(String... words) {
        var units = new ArrayList<Unit>();
        for (var each : words) {
            units.add(new Unit(BlockId.of(units.size()), each));
        }
        return units;
    }

    private static Alignment align(Ledger before, String... words) {
        return Aligner.align(before, units(words), "policies/a");
    }

    /// As a ledger comes back from its file, where long texts are sampled.
    private static Ledger reread(Alignment alignment) {
        var bytes = LedgerFile.write(alignment.ledger()).getBytes(StandardCharsets.UTF_8);
        var file = LedgerFile.read("policies/a.ids", bytes);
        assertEquals(List.of(), file.findings());
        return file.ledger();
    }

    private static BlockId id(Alignment alignment, int at) {
        return alignment.ids().get(at);
    }

    @Test
    void theSameWordsKeepTheirIdWhereverTheyMove() {
        var first = align(Ledger.EMPTY, CARE, HOME, WORK);
        var moved = align(reread(first), WORK, "新的一段。", CARE, HOME);
        assertEquals(id(first, 2), id(moved, 0));
        assertEquals(id(first, 0), id(moved, 2));
        assertEquals(id(first, 1), id(moved, 3));
        assertFalse(first.ids().contains(id(moved, 1)));
    }

    @Test
    void anEditedParagraphKeepsItsId() {
        var first = align(Ledger.EMPTY, CARE, HOME, WORK);
        var edited = align(reread(first), CARE, "有需求的困难家庭，都可以向村里申请改造。", WORK);
        assertEquals(first.ids(), edited.ids());
    }

    @Test
    void wordsOfWhichLessThanThreeTenthsStayAreNew() {
        var first = align(Ledger.EMPTY, CARE, HOME, WORK);
        var replaced = align(reread(first), CARE, "法律援助的范围见第二十二条，申请不收费用。", WORK);
        assertNotEquals(id(first, 1), id(replaced, 1));
        assertEquals(id(first, 0), id(replaced, 0));
        assertEquals(id(first, 2), id(replaced, 2));
    }

    @Test
    void threeTenthsAreEnough() {
        // Eleven characters have ten pairs; three of them stay.
        var first = align(Ledger.EMPTY, CARE, "甲乙丙丁戊己庚辛壬癸子", WORK);
        assertEquals(id(first, 1), id(align(reread(first), CARE, "甲乙丙丁天地玄黄宇宙", WORK), 1));
        assertNotEquals(id(first, 1), id(align(reread(first), CARE, "甲乙丙天地玄黄宇宙洪", WORK), 1));
    }

    @Test
    void ofWhatWasSplitThePartMostAlikeKeepsTheId() {
        var first = align(Ledger.EMPTY, CARE, HOME + CARE + HOME.substring(5), WORK);
        var split = align(reread(first), CARE, HOME, CARE + HOME.substring(5), WORK);
        assertEquals(id(first, 1), id(split, 2));
        assertEquals(id(first, 0), id(split, 0));
        assertNotEquals(id(first, 1), id(split, 1));
    }

    @Test
    void theIdsOfWhatWasMergedRemainAsAnchors() {
        var first = align(Ledger.EMPTY, CARE, HOME, WORK);
        var merged = align(reread(first), CARE + HOME, WORK);
        assertEquals(id(first, 0), id(merged, 0));
        assertEquals(Map.of(id(first, 1), id(merged, 0)), merged.merged());
        var later = align(reread(merged), "附：" + CARE + HOME, WORK, "又一段新的话。");
        assertEquals(Map.of(id(first, 1), id(merged, 0)), later.merged());
    }

    @Test
    void mergesOfMergesLeadToTheLastHost() {
        var first = align(Ledger.EMPTY, WORK, HOME, CARE);
        var second = align(reread(first), WORK + HOME, CARE);
        var third = align(reread(second), WORK + HOME + CARE);
        assertEquals(1, third.ids().size());
        var host = id(third, 0);
        var others = new HashSet<>(first.ids());
        others.remove(host);
        assertEquals(others, third.merged().keySet());
        assertEquals(java.util.Set.of(host), new HashSet<>(third.merged().values()));
    }

    @Test
    void whatWasMergedAndPartedAgainHasItsOwnIdAgain() {
        var first = align(Ledger.EMPTY, CARE, HOME, WORK);
        var merged = align(reread(first), CARE + HOME, WORK);
        var parted = align(reread(merged), CARE, HOME, WORK);
        assertEquals(first.ids(), parted.ids());
        assertEquals(Map.of(), parted.merged());
    }

    @Test
    void whatWasCutAndPastedLaterHasItsIdAgain() {
        var first = align(Ledger.EMPTY, CARE, HOME, WORK);
        var cut = align(reread(first), CARE, WORK);
        var more = align(reread(cut), CARE, WORK, "中间又写了一段。");
        var pasted = align(reread(more), CARE, WORK, "中间又写了一段。", HOME);
        assertEquals(id(first, 1), id(pasted, 3));
    }

    @Test
    void anIdIsNeverGivenTwice() {
        var first = align(Ledger.EMPTY, CARE);
        var gone = align(reread(first), HOME);
        assertNotEquals(id(first, 0), id(gone, 0));
        // The same words twice: one has the old id, the other a new one.
        var twice = align(reread(gone), CARE, CARE, HOME);
        assertEquals(3, new HashSet<>(twice.ids()).size());
        assertTrue(twice.ids().contains(id(first, 0)));
        assertEquals(id(gone, 0), id(twice, 2));
    }

    @Test
    void rowsOfTheSameWordsAreToldApartByTheirNeighbours() {
        var first = align(Ledger.EMPTY, "甲县", "未公布", "乙县", "未公布", "丙县", "未公布");
        var fewer = align(reread(first), "甲县", "乙县", "未公布", "丙县", "未公布");
        assertEquals(id(first, 3), id(fewer, 2));
        assertEquals(id(first, 5), id(fewer, 4));
    }

    @Test
    void anEditedParagraphFollowsASectionThatMoves() {
        var first = align(Ledger.EMPTY, "总则", CARE, "分则", HOME, "第一项说明甲乙丙。", "附则", WORK, "从今年起施行。");
        var moved =
                align(reread(first), "附则", WORK, "从明年起施行。", "总则", CARE, "分则", HOME, "第一项说明甲乙丙。");
        assertEquals(id(first, 7), id(moved, 2));
    }

    @Test
    void theOutcomeIsTheSameForWhoeverAsks() {
        assertEquals(align(Ledger.EMPTY, CARE, HOME).ids(), align(Ledger.EMPTY, CARE, HOME).ids());
        assertNotEquals(
                align(Ledger.EMPTY, CARE).ids(),
                Aligner.align(Ledger.EMPTY, units(CARE), "policies/b").ids());
    }

    @Test
    void whatIsAlignedToItselfStaysAsItIs() {
        var first =
                align(Ledger.EMPTY, CARE, "", HOME, "", "短", WORK + CARE + HOME + WORK.repeat(9));
        var again =
                align(reread(first), CARE, "", HOME, "", "短", WORK + CARE + HOME + WORK.repeat(9));
        assertEquals(first.ids(), again.ids());
        assertEquals(LedgerFile.write(first.ledger()), LedgerFile.write(again.ledger()));
    }

    @Test
    void whiteSpaceIsNoChange() {
        var first = align(Ledger.EMPTY, CARE);
        var spaced = align(reread(first), CARE.substring(0, 8) + " \u3000\n" + CARE.substring(8));
        assertEquals(LedgerFile.write(first.ledger()), LedgerFile.write(spaced.ledger()));
    }

    /// A long text may say the same thing over and over: 目 in every row, 话。 under every heading.
    @Test
    void tenThousandUnitsOfTheSameWordsGetAnIdEachBeforePatienceEnds() {
        var units = java.util.Collections.nCopies(10_000, new Unit(BlockId.of(0), "话。"));
        var aligned =
                org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        java.time.Duration.ofSeconds(10),
                        () -> Aligner.align(Ledger.EMPTY, units, "policies/a"));
        assertEquals(10_000, java.util.Set.copyOf(aligned.ids()).size());
    }
}
