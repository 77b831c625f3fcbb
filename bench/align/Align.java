import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tongtu.document.Aligner;
import tongtu.document.BlockId;
import tongtu.document.Ledger;
import tongtu.document.LedgerFile;
import tongtu.document.Unit;

/// Aligns 10,000 units whose ledger comes from its file: unchanged, a tenth edited and moved, all
/// edited. Prints milliseconds, the slowest round of five; the first round is a cold machine's.
public final class Align {
    private static final int UNITS = 10_000;
    private static final Random RANDOM = new Random(1);

    public static void main(String[] arguments) {
        var words = new ArrayList<String>();
        for (int i = 0; i < UNITS; i++) {
            words.add(words(20 + RANDOM.nextInt(200)));
        }
        var file = LedgerFile.write(Aligner.align(Ledger.EMPTY, units(words), "policies/a").ledger());
        var ledger = LedgerFile.read("a.ids", file.getBytes(StandardCharsets.UTF_8)).ledger();
        var some = new ArrayList<>(words);
        for (int i = 0; i < UNITS / 10; i++) {
            int at = RANDOM.nextInt(UNITS);
            some.set(at, words(5) + some.get(at));
            some.add(RANDOM.nextInt(UNITS - 1), some.remove(RANDOM.nextInt(UNITS)));
        }
        var all = words.stream().map(each -> each.substring(each.length() / 3) + words(9)).toList();
        System.out.printf("%d %d %d%n", slowest(ledger, words), slowest(ledger, some), slowest(ledger, all));
    }

    private static long slowest(Ledger ledger, List<String> words) {
        long slowest = 0;
        for (int i = 0; i < 5; i++) {
            var units = units(words);
            long start = System.nanoTime();
            Aligner.align(ledger, units, "policies/a");
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
        }
        return slowest;
    }

    private static List<Unit> units(List<String> words) {
        var units = new ArrayList<Unit>();
        for (var each : words) {
            units.add(new Unit(BlockId.of(units.size()), each));
        }
        return units;
    }

    private static String words(int length) {
        var words = new StringBuilder();
        for (int i = 0; i < length; i++) {
            words.append((char) (0x4e00 + RANDOM.nextInt(3_000)));
        }
        return words.toString();
    }
}
