package tongtu.intake;

import java.util.List;
import java.util.Set;

/// A share said of something: `said` names it as the text does, `names` are the ways to name it,
/// `shares` what is said of it (one in a sentence, several in a table's row), `year` the year it is
/// said for (0 when none is named), `group` whom it counts when a range of ages says so, `context`
/// the number of the sentence or table that it stands in.
record FigureClaim(
        String said,
        List<String> names,
        List<Share> shares,
        int year,
        String group,
        int context,
        Passage passage) {

    /// A percentage as written, with the year it stands under in a table (0 for none).
    record Share(String written, double value, int year) {}

    private static final List<String> ENDINGS = List.of("参保率", "覆盖率", "普及率", "比例", "率");
    private static final Set<String> OTHERS = Set.of("其他", "其余", "其它");

    /// A name shorter than this says too little to be compared.
    private static final int SHORTEST = 4;

    FigureClaim {
        names = List.copyOf(names);
        shares = List.copyOf(shares);
    }

    /// Whether both speak of the same thing as far as their names tell: the shorter name's
    /// characters all stand in the longer one in their order (辅具适配率 in 残疾人辅助器具适配率), are two fifths
    /// of it at least, and end alike.
    boolean isAlike(FigureClaim other) {
        if (!group.isEmpty() && !other.group.isEmpty() && !group.equals(other.group)) {
            return false;
        }
        return names.stream()
                .anyMatch(name -> other.names.stream().anyMatch(theirs -> isAlike(name, theirs)));
    }

    /// Whether no share of one is among those of the other, for the same year if both name one.
    boolean disagrees(FigureClaim other) {
        if (context == other.context || (year != 0 && other.year != 0 && year != other.year)) {
            return false;
        }
        var ours = in(other.year);
        var theirs = other.in(year);
        return ours.stream()
                .noneMatch(share -> theirs.stream().anyMatch(each -> each.value == share.value));
    }

    /// The shares for a year: all of them when no share is for it.
    private List<Share> in(int year) {
        var found = shares.stream().filter(share -> share.year == year).toList();
        return year == 0 || found.isEmpty() ? shares : found;
    }

    private static boolean isAlike(String one, String other) {
        if (OTHERS.stream().anyMatch(word -> one.contains(word) || other.contains(word))) {
            return false;
        }
        return isWithin(bare(one), bare(other));
    }

    /// A name without the word for its rate: 康复服务率 and 康复服务覆盖率 are both of 康复服务.
    private static String bare(String name) {
        for (var ending : ENDINGS) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    private static boolean isWithin(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = one.length() <= other.length() ? other : one;
        if (shorter.length() < SHORTEST || shorter.length() * 5 < longer.length() * 2) {
            return false;
        }
        if (!longer.endsWith(shorter.substring(shorter.length() - 2))) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            at += longer.charAt(i) == shorter.charAt(at) ? 1 : 0;
        }
        return at == shorter.length();
    }
}
