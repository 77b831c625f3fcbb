package tongtu.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A text as its writers change it, with what each unit's id must be: the other side of the story
/// that [Aligner] has to find out from the words alone.
final class Histories {
    /// One unit and the id that it must have: null until the aligner has named it.
    static final class Written {
        String words;
        @Nullable BlockId id;

        /// Whether it was moved already in this change.
        boolean isTouched;

        Written(String words) {
            this.words = words;
        }
    }

    final Random random;
    final List<Written> text = new ArrayList<>();

    /// Units taken out, which may come again.
    final List<Written> cut = new ArrayList<>();

    /// Merged units: the larger must host the other.
    final Map<BlockId, BlockId> anchors = new HashMap<>();

    /// Every id given, with the last words that it stood for.
    final Map<BlockId, String> everGiven = new HashMap<>();

    Ledger ledger = Ledger.EMPTY;

    Histories(long seed) {
        random = new Random(seed);
    }

    /// Words of Han characters of which each of 3,000 is as likely: two texts have few pairs in
    /// common.
    String words(int length) {
        var words = new StringBuilder();
        for (int i = 0; i < length; i++) {
            words.append((char) (0x4e00 + random.nextInt(3_000)));
        }
        return words.append('。').toString();
    }

    String words() {
        return words(
                switch (random.nextInt(10)) {
                    case 0 -> 8 + random.nextInt(8);
                    case 1 -> 150 + random.nextInt(300);
                    default -> 12 + random.nextInt(100);
                });
    }

    void begin(int units) {
        for (int i = 0; i < units; i++) {
            text.add(new Written(words()));
        }
    }

    /// Changes units that are not neighbours of each other, from `from` to before `to`; when it is
    /// done once, [#align] must be called.
    void change(int from, int to) {
        int at = from;
        int end = Math.min(to, text.size());
        while (at < end) {
            int size = text.size();
            int here = text.get(at).isTouched ? 1 : one(at, end);
            end += text.size() - size;
            at += here + 1 + random.nextInt(3);
        }
        text.forEach(unit -> unit.isTouched = false);
    }

    /// Changes the text at a place; how many units it has there now.
    private int one(int at, int end) {
        switch (random.nextInt(9)) {
            case 0 -> {
                text.add(at, new Written(words()));
                return 2;
            }
            case 1 -> {
                cut.add(text.remove(at));
                return 0;
            }
            case 2, 3 -> edit(text.get(at));
            case 4 -> move(at, end);
            case 5 -> {
                return split(at);
            }
            case 6 -> {
                if (at + 1 < end && !text.get(at + 1).isTouched) {
                    merge(at);
                }
            }
            case 7 -> {
                if (!cut.isEmpty()) {
                    text.add(at, cut.removeLast());
                    return 2;
                }
            }
            default -> {}
        }
        return 1;
    }

    /// Replaces a part of the words such that three tenths of their pairs stay for certain; of
    /// words so long that only a sample of their pairs is known, rather more.
    private void edit(Written unit) {
        var old = Fingerprint.of(unit.words);
        double most = old.pairs() > Fingerprint.SAMPLE ? 0.5 : 0.66;
        int length = (int) ((unit.words.length() - 2) * random.nextDouble() * most);
        int start = random.nextInt(unit.words.length() - length);
        unit.words =
                unit.words.substring(0, start)
                        + words(random.nextInt(length + 3))
                        + unit.words.substring(start + length);
    }

    private void move(int at, int end) {
        if (end - at > 3) {
            text.get(at).isTouched = true;
            text.add(at + 2 + random.nextInt(end - at - 2), text.remove(at));
        }
    }

    /// Cuts a unit in two; the larger part is still the unit.
    private int split(int at) {
        var unit = text.get(at);
        int length = unit.words.length();
        int middle = random.nextBoolean() ? length * 3 / 10 : length * 7 / 10;
        if (middle < 8 || length - middle < 8) {
            return 1;
        }
        var first = unit.words.substring(0, middle);
        var second = unit.words.substring(middle);
        boolean isFirst = first.length() > second.length();
        unit.words = isFirst ? first : second;
        text.add(isFirst ? at + 1 : at, new Written(isFirst ? second : first));
        return 2;
    }

    /// Joins a unit with the one after it; the larger is the unit now, the other an anchor of it.
    private void merge(int at) {
        var first = text.get(at);
        var second = text.remove(at + 1);
        int shorter = Math.min(first.words.length(), second.words.length());
        boolean areAlike = 4 * shorter > 3 * Math.max(first.words.length(), second.words.length());
        if (areAlike || first.id == null || second.id == null) {
            text.add(at + 1, second); // Either could keep its id.
            return;
        }
        boolean isFirst = first.words.length() > second.words.length();
        var whole = new Written(first.words + second.words);
        whole.id = isFirst ? first.id : second.id;
        text.set(at, whole);
        var merged = isFirst ? second.id : first.id;
        if (merged != null && whole.id != null) {
            anchors.put(merged, whole.id);
        }
    }

    List<@Nullable BlockId> ids() {
        var ids = new ArrayList<@Nullable BlockId>();
        text.forEach(unit -> ids.add(unit.id));
        return ids;
    }

    List<Unit> units() {
        var units = new ArrayList<Unit>();
        for (var each : text) {
            units.add(new Unit(BlockId.of(units.size()), each.words));
        }
        return units;
    }

    Alignment align() {
        return Aligner.align(ledger, units(), "policies/history");
    }

    /// Takes over what an alignment said: ids that were free, and the ledger through its file.
    void accept(Alignment alignment) {
        for (int i = 0; i < text.size(); i++) {
            text.get(i).id = alignment.ids().get(i);
            everGiven.put(alignment.ids().get(i), text.get(i).words);
        }
        ledger = reread(LedgerFile.write(alignment.ledger()));
    }

    static Ledger reread(String text) {
        var file = LedgerFile.read("history.ids", text.getBytes(StandardCharsets.UTF_8));
        if (!file.findings().isEmpty()) {
            throw new AssertionError(file.findings().toString());
        }
        return file.ledger();
    }
}
