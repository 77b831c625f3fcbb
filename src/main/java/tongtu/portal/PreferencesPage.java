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
}
