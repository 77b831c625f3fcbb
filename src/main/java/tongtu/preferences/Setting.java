package tongtu.preferences;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a reader can choose, with its choices; the first of them is what a page is like
/// without being asked.
public enum Setting {
    TEXT(
            "文字大小",
            choice("100", "标准"),
            choice("125", "大一点"),
            choice("150", "大"),
            choice("175", "很大"),
            choice("200", "两倍")),
    SCHEME(
            "颜色",
            choice("system", "跟随系统"),
            choice("light", "白底黑字"),
            choice("dark", "黑底白字"),
            choice("yellow", "黑底黄字"),
            choice("soft", "柔和")),
    LINES("行距", choice("normal", "标准"), choice("wide", "宽"), choice("wider", "更宽")),
    LETTERS("字距", choice("normal", "标准"), choice("wide", "宽"), choice("wider", "更宽")),
    WORDS("词距", choice("normal", "标准"), choice("wide", "宽"), choice("wider", "更宽")),
    BAND("阅读尺", choice("off", "不用"), choice("on", "用")),
    POINTER("鼠标指针", choice("normal", "标准"), choice("large", "大")),
    LAYOUT("版面", choice("normal", "标准"), choice("simple", "简单，只有一栏")),
    LINKS("链接下划线", choice("normal", "标准"), choice("underlined", "全部加上")),
    MOTION("动画", choice("system", "跟随系统"), choice("off", "关掉")),
    SLASH("按 / 键查找", choice("off", "不用"), choice("on", "用"));

    /// A value that a setting can have: its name in links and cookies, and its name for people.
    public record Choice(String name, String label) {}

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
    private final List<Choice> choices;

    Setting(String label, Choice... choices) {
        this.label = label;
        this.choices = List.of(choices);
    }

    private static Choice choice(String name, String label) {
        return new Choice(name, label);
    }

    public String label() {
        return label;
    }

    public List<Choice> choices() {
        return choices;
    }

    /// Its name in links and cookies.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Choice usual() {
        return choices.getFirst();
    }

    /// What needs saying beside its name; mostly nothing.
    public String hint() {
        return switch (this) {
            case SCHEME -> "四种颜色的文字和底色，对比都在 7 比 1 以上。";
            case WORDS -> "英文单词之间的空。";
            case BAND -> "两条横线夹住正在读的一行，跟着鼠标走；脚本关掉时停在窗口中间。";
            case SLASH -> "按 / 键，光标到查找框里。用读屏软件的，一般不要打开：它的按键可能和这个冲突。";
            case TEXT, LINES, LETTERS, POINTER, LAYOUT, LINKS, MOTION -> "";
        };
    }

    /// The choice of a name, the usual one when there is none of that name.
    public Choice choice(String name) {
        var found = find(name);
        return found == null ? usual() : found;
    }

    /// The choice of a name; null when there is none.
    @Nullable Choice find(String name) {
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Setting of(String key) {
        for (var setting : values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        return null;
    }
}
