package tongtu.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tongtu.preferences.Preferences;
import tongtu.preferences.Setting;

/// The page of display settings, as of the site that is shown now.
final class PreferencesPages {
    private static final String TITLE = "显示设置";

    private final Frames frames;
    private final PageNames names;
    private final Said said;

    /// `said` has the page read aloud.
    PreferencesPages(Surroundings around, Said said) {
        this.said = said;
        frames = around.frames();
        names = new PageNames(around.library());
    }

    PreferencesPage page(Preferences chosen, String from, String done) {
        var words = done(done);
        var lines = new ArrayList<>(List.of(TITLE, words));
        for (var setting : Setting.values()) {
            lines.add(setting.label() + "：" + setting.hint());
            setting.choices().forEach(choice -> lines.add(choice.label()));
        }
        return new PreferencesPage(
                frames.of(
                                words.isEmpty() ? TITLE : words + " - " + TITLE,
                                "文字大小、颜色、间距，照您看得舒服的样子设。",
                                DisplaySettings.ADDRESS)
                        .heard(said.keep(TITLE, lines, "zh-CN")),
                TITLE,
                words,
                back(from),
                from,
                chosen.isElder(),
                Preferences.ELDER.chosen().entrySet().stream()
                        .map(set -> set.getKey().label() + "：" + set.getValue().label())
                        .toList(),
                Arrays.stream(Setting.values()).map(setting -> group(setting, chosen)).toList(),
                chosen.isUsual()
                        ? ""
                        : frames.whole("/")
                                + "?"
                                + DisplaySettings.PARAMETER
                                + "="
                                + chosen.text());
    }

    private static String done(String done) {
        return switch (done) {
            case "saved" -> "已经保存";
            case "elder" -> "已经打开长者模式";
            case "elder-off" -> "已经关闭长者模式";
            case "none" -> "已经恢复原样";
            default -> "";
        };
    }

    private Frame.PlaceLink back(String from) {
        if (from.isEmpty()) {
            return Frame.PlaceLink.NONE;
        }
        var name = names.name(from, "");
        return new Frame.PlaceLink(
                Addresses.encoded(from), name == null ? "刚才的页面" : name, false, "");
    }

    private static PreferencesPage.Group group(Setting setting, Preferences chosen) {
        var options =
                setting.choices().stream()
                        .map(choice ->
                                new PreferencesPage.Option(
                                        setting.key() + "-" + choice.name(),
                                        choice.name(),
                                        choice.label(),
                                        choice.equals(chosen.get(setting))))
                        .toList();
        return new PreferencesPage.Group(setting.key(), setting.label(), setting.hint(), options);
    }
}
