package tongtu.preferences;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/// What a reader chose; settings that are as usual are left out.
///
/// As text, in a cookie or a link, it is `text-150.scheme-dark`: setting and choice joined by a
/// hyphen, pairs by dots, in the order of [Setting]. What is not understood is passed over, so that
/// a link made by another version still does what it can.
public record Preferences(Map<Setting, Setting.Choice> chosen) {
    public static final Preferences NONE = new Preferences(Map.of());

    /// Characters of a text that are looked at.
    public static final int LONGEST = 300;

    /// For older readers: several settings at once.
    public static final Preferences ELDER =
            of(
                    "text-150.lines-wide.letters-wide.pointer-large.layout-simple.links-underlined.motion-off");

    public Preferences {
        var own = new EnumMap<Setting, Setting.Choice>(Setting.class);
        chosen.forEach((setting, choice) -> {
            if (!choice.equals(setting.usual())) {
                own.put(setting, choice);
            }
        });
        chosen = java.util.Collections.unmodifiableMap(own);
    }

    public static Preferences of(String text) {
        if (text.equals("elder")) {
            return ELDER;
        }
        var chosen = new EnumMap<Setting, Setting.Choice>(Setting.class);
        for (var pair : text.substring(0, Math.min(text.length(), LONGEST)).split("\\.", -1)) {
            int hyphen = pair.indexOf('-');
            var setting = hyphen < 0 ? null : Setting.of(pair.substring(0, hyphen));
            var choice = setting == null ? null : setting.find(pair.substring(hyphen + 1));
            if (setting != null && choice != null) {
                chosen.put(setting, choice);
            }
        }
        return new Preferences(chosen);
    }

    /// What a link asks for: a text of these, `elder` and `elder-off`, which add and take away the
    /// settings of that mode, or `none`.
    public Preferences follow(String link) {
        return switch (link) {
            case "elder" -> with(ELDER);
            case "elder-off" -> without(ELDER);
            default -> of(link);
        };
    }

    private Preferences with(Preferences others) {
        var all = new EnumMap<Setting, Setting.Choice>(Setting.class);
        all.putAll(chosen);
        all.putAll(others.chosen);
        return new Preferences(all);
    }

    private Preferences without(Preferences others) {
        var rest = new EnumMap<Setting, Setting.Choice>(Setting.class);
        chosen.forEach((setting, choice) -> {
            if (!choice.equals(others.chosen.get(setting))) {
                rest.put(setting, choice);
            }
        });
        return new Preferences(rest);
    }

    /// Whether all that the mode for older readers sets is set.
    public boolean isElder() {
        return chosen.entrySet().containsAll(ELDER.chosen.entrySet());
    }

    public String text() {
        var text = new StringJoiner(".");
        chosen.forEach((setting, choice) -> text.add(setting.key() + "-" + choice.name()));
        return text.toString();
    }

    public Setting.Choice get(Setting setting) {
        return chosen.getOrDefault(setting, setting.usual());
    }

    boolean is(Setting setting, String name) {
        return get(setting).name().equals(name);
    }

    public boolean isUsual() {
        return chosen.isEmpty();
    }
}
