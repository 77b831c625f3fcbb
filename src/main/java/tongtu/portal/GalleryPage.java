package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// All examples of all views, for designers and for who changes a template.
public record GalleryPage(Frame frame, List<Group> groups) implements View {
    public GalleryPage {
        groups = List.copyOf(groups);
    }

    /// The examples of one view; `name` is its record's.
    public record Group(String name, List<Frame.PlaceLink> examples) {
        public Group {
            examples = List.copyOf(examples);
        }
    }

    static List<GalleryPage> examples() {
        var link = new Frame.PlaceLink("/home-page/1", "HomePage 1", false, "");
        return List.of(
                new GalleryPage(
                        Frame.examples().getFirst(),
                        List.of(new Group("HomePage", List.of(link)))));
    }
}
