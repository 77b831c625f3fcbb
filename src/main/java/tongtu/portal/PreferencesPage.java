package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// The page on which a reader chooses how pages look. `done` says what was just done, empty when
/// nothing was; `from` is the path of the page that one came from and `back` the link to it, empty
/// when it is not known; `link` carries the present settings, empty when they are the usual.
public record PreferencesPage(
        Frame frame,
        String title,
        String done,
        Frame.PlaceLink back,
        String from,
        boolean isElder,
        List<String> elderSets,
        List<Group> groups,
        String link)
        implements View {
    public PreferencesPage {
        elderSets = List.copyOf(elderSets);
        groups = List.copyOf(groups);
    }

    /// A setting with its choices; `hint` may be empty.
    public record Group(String key, String label, String hint, List<Option> options) {
        public Group {
            options = List.copyOf(options);
        }
    }

    /// A choice of a setting.
    public record Option(String id, String value, String label, boolean isChosen) {}

    /// As it opens; after saving, with settings that can be carried along.
    static List<PreferencesPage> examples() {
        var frame = Frame.examples().getLast();
        var group =
                new Group(
                        "text",
                        "文字大小",
                        "示例提示。",
                        List.of(
                                new Option("text-100", "100", "标准", true),
                                new Option("text-200", "200", "两倍", false)));
        var sets = List.of("文字大小：大", "版面：简单，只有一栏");
        return List.of(
                new PreferencesPage(
                        frame,
                        "显示设置",
                        "",
                        Frame.PlaceLink.NONE,
                        "",
                        false,
                        sets,
                        List.of(group),
                        ""),
                new PreferencesPage(
                        frame,
                        "显示设置",
                        "已经保存",
                        new Frame.PlaceLink("/policies/example", "《示例文件》", false, ""),
                        "/policies/example",
                        true,
                        sets,
                        List.of(group),
                        "/?prefs=text-200"));
    }
}
