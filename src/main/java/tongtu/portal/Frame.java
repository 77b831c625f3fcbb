package tongtu.portal;

import java.util.List;
import java.util.stream.Stream;
import tongtu.document.SiteDescription;

/// What stands around every page: who speaks, where the reader is, where else to go.
///
/// `title` is that of the window; `canonical` the page's permanent address with scheme and host,
/// empty when the site has none; `quick` leads to help and to the other language; `crumbs` lead
/// from the home page to the page's parent.
public record Frame(
        FrameWords words,
        String title,
        String description,
        String canonical,
        Head head,
        String siteName,
        String organisation,
        String hotline,
        List<Alarm> alarms,
        PlaceLink moreAlarms,
        List<PlaceLink> quick,
        PlaceLink settings,
        List<PlaceLink> places,
        List<PlaceLink> crumbs,
        List<PlaceLink> pages,
        SiteDescription.Imprint imprint) {
    public Frame {
        alarms = List.copyOf(alarms);
        quick = List.copyOf(quick);
        places = List.copyOf(places);
        crumbs = List.copyOf(crumbs);
        pages = List.copyOf(pages);
    }

    /// What the head of a page says to programs. `type` is Open Graph's; `json` and `markdown` the
    /// document's other forms, `feeds` the site's, `data` structured data: empty where there is
    /// none.
    public record Head(
            String type,
            String locale,
            String json,
            String markdown,
            List<Feed> feeds,
            String data) {
        public Head {
            feeds = List.copyOf(feeds);
        }

        /// A feed that programs can follow.
        public record Feed(String address, String type, String title) {}
    }

    /// Whether the imprint says anything in its last line.
    public boolean hasImprint() {
        return Stream.of(
                        imprint.icp(),
                        imprint.police(),
                        imprint.identifier(),
                        imprint.findErrors(),
                        imprint.partyMark())
                .anyMatch(each -> !each.isEmpty());
    }

    /// A link of the navigation; `language` is that of the page it leads to, empty when it is this
    /// page's.
    public record PlaceLink(String address, String text, boolean isCurrent, String language) {
        public static final PlaceLink NONE = new PlaceLink("", "", false, "");
    }

    /// An emergency that is on: what it is and how bad, its notice, what to do (in the notice's
    /// language; may be empty), where, and until when.
    public record Alarm(String label, PlaceLink notice, String line, String place, String until) {}
}
