package tongtu.braille;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Marks and signs of Chinese text in cells, as liblouis has them (zhcn-cbs, zhcn-g1); the dot
/// within foreign names is from memory. A blank stands before an opening mark, and behind a mark
/// that ends or divides; of several together, behind the last.
final class Signs {
    /// Where blanks stand.
    enum Side {
        OPENS,
        CLOSES,
        JOINS,
        APART
    }

    record Sign(String cells, Side side) {}

    private static final Map<Integer, Sign> SIGNS = new HashMap<>();

    static {
        put(Side.CLOSES, "。5 23|，5|、4|；56|：36|？5 3|！56 2|…5 5 5|”45|’45 45|》36 2|〉6 2|）6 23");
        put(Side.CLOSES, "．3|］56 23|】56 23|〕56 23|」45 45|』45|｝36 23");
        put(Side.OPENS, "“45|‘45 45|《5 36|〈5 3|（56 3|［56 23|【56 23|〔56 23|「45 45|『45|｛56 36");
        put(Side.JOINS, "—6 36|·6 3|～5 6 2|－36|–36|／34|＋5 235|＝5 2356|＜5 246|＞5 135|×5 236|÷5 34");
        put(
                Side.JOINS,
                "±456 235|≥456 4 345|≤456 4 126|＊35 35|＃26 26|＠4 1|＆4 12346|￥4 13456|＄4 256");
        put(
                Side.JOINS,
                "°45 245|＿46 36|§45 234|→56 1256 135|√5 146|＼456 16|｜456 1256|²56 35 3456 12");
        put(Side.JOINS, "³56 35 3456 14|＂3|＇3|＾4 2 3|｀46 16");
        put(Side.APART, "％3456 245 356|‰3456 245 356 356|℃45 245 56 14|℉45 245 56 124");
    }

    private Signs() {}

    private static void put(Side side, String written) {
        for (var one : written.split("\\|", -1)) {
            int length = Character.charCount(one.codePointAt(0));
            SIGNS.put(one.codePointAt(0), new Sign(Cells.of(one.substring(length)), side));
        }
    }

    /// The sign of a character; of a half-width one, that of its full width. Null when there is
    /// none.
    static @Nullable Sign of(int c) {
        var sign = SIGNS.get(c);
        return sign == null && c > ' ' && c < 0x7f ? SIGNS.get(c + 0xfee0) : sign;
    }
}
