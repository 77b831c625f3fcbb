package tongtu.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random histories of texts: every id that must be kept is kept, and none is given twice.
class AlignmentHistoryTest {
    private static final int HISTORIES = Boolean.getBoolean("tongtu.full") ? 2_000 : 150;
    private static final int ROUNDS = 8;

    @Test
    void everyIdThatMustBeKeptIsKeptAndNoneIsGivenTwice() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var history = new Histories(seed);
            history.begin(5 + history.random.nextInt(60));
            history.accept(history.align());
            for (int round = 0; round < ROUNDS; round++) {
                history.change(0, Integer.MAX_VALUE);
                isRight(history, history.align(), "seed " + seed + " round " + round);
            }
        }
    }

    private static void isRight(Histories history, Alignment alignment, String where) {
        var ids = alignment.ids();
        assertEquals(new HashSet<>(ids).size(), ids.size(), where + ": an id twice");
        for (int i = 0; i < ids.size(); i++) {
            var unit = history.text.get(i);
            if (unit.id == null) {
                // Words that were merged and are parted again have the id that they had.
                assertEquals(
                        unit.words,
                        history.everGiven.getOrDefault(ids.get(i), unit.words),
                        where + ": an id given again at " + i);
            } else {
                assertEquals(unit.id, ids.get(i), where + ": unit " + i + " " + unit.words);
            }
        }
        history.anchors.forEach((merged, host) -> {
            if (ids.contains(host) && !ids.contains(merged)) {
                assertEquals(host, alignment.merged().get(merged), where + ": " + merged);
            }
        });
        history.accept(alignment);
        // What is merged further, or changes beyond knowing, is not followed here.
        history.anchors.keySet().removeIf(id -> !alignment.merged().containsKey(id));
    }

    @Test
    void importingTwiceChangesNothing() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var history = new Histories(seed);
            history.begin(40);
            history.accept(history.align());
            history.change(0, Integer.MAX_VALUE);
            var once = history.align();
            var written = LedgerFile.write(once.ledger());
            var twice =
                    Aligner.align(Histories.reread(written), history.units(), "policies/history");
            assertEquals(once.ids(), twice.ids(), "seed " + seed);
            assertEquals(written, LedgerFile.write(twice.ledger()), "seed " + seed);
        }
    }

    /// Two branches change the two halves of a text and write their ledgers; git merges text and
    /// ledgers as it does with `merge=union`.
    @Test
    void idsOfTwoBranchesSurviveTheirMerge(@TempDir Path folder) throws Exception {
        for (int seed = 0; seed < HISTORIES / 5; seed++) {
            var base = new Histories(seed);
            base.begin(30);
            base.accept(base.align());
            var ours = branch(base, seed + 1_000L);
            ours.change(0, 13);
            ours.accept(ours.align());
            var theirs = branch(base, seed + 2_000L);
            theirs.change(17, 30);
            theirs.accept(theirs.align());

            var words = merged(folder, lines(ours), lines(base), lines(theirs), false);
            var ledger = merged(folder, file(ours), file(base), file(theirs), true);
            var units = new ArrayList<Unit>();
            for (var line : words.lines().filter(line -> !line.isEmpty()).toList()) {
                units.add(new Unit(BlockId.of(units.size()), line));
            }
            var both = Aligner.align(Histories.reread(ledger), units, "policies/history");
            assertEquals(expected(base, ours, theirs), both.ids(), "seed " + seed);
        }
    }

    private static Histories branch(Histories from, long seed) {
        var branch = new Histories(seed);
        for (var unit : from.text) {
            var copy = new Histories.Written(unit.words);
            copy.id = unit.id;
            branch.text.add(copy);
        }
        branch.ledger = from.ledger;
        branch.everGiven.putAll(from.everGiven);
        return branch;
    }

    /// The first half as on our branch, the second as on theirs.
    private static List<@Nullable BlockId> expected(
            Histories base, Histories ours, Histories theirs) {
        var middle = base.text.get(15).id;
        var ids =
                new ArrayList<@Nullable BlockId>(ours.ids().subList(0, ours.ids().indexOf(middle)));
        ids.addAll(theirs.ids().subList(theirs.ids().indexOf(middle), theirs.ids().size()));
        return ids;
    }

    private static String lines(Histories history) {
        return String.join("\n\n", history.text.stream().map(unit -> unit.words).toList()) + "\n";
    }

    private static String file(Histories history) {
        return LedgerFile.write(history.ledger);
    }

    private static String merged(
            Path folder, String ours, String base, String theirs, boolean isUnion)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("ours"), ours);
        Files.writeString(folder.resolve("base"), base);
        Files.writeString(folder.resolve("theirs"), theirs);
        var command = new ArrayList<>(List.of("git", "merge-file", "-p"));
        if (isUnion) {
            command.add("--union");
        }
        command.addAll(List.of("ours", "base", "theirs"));
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), "a conflict");
        return out;
    }

    @Test
    void tenThousandUnitsAreAlignedWhateverChanged() {
        var history = new Histories(1);
        history.begin(10_000);
        history.accept(history.align());
        for (var unit : history.text) {
            unit.words = unit.words.substring(unit.words.length() / 4) + history.words(8);
        }
        assertEquals(history.ids(), history.align().ids());
    }
}
