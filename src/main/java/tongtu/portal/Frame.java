package tongtu.portal;

import java.util.List;

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
        String siteName,
        String organisation,
        String hotline,
        List<PlaceLink> quick,
        List<PlaceLink> places,
        List<PlaceLink> crumbs,
        List<PlaceLink> pages) {
    public Frame {
        quick = List.copyOf(quick);
        places = List.copyOf(places);
        crumbs = List.copyOf(crumbs);
        pages = List.copyOf(pages);
    }

    /// A link of the navigation; `language` is that of the page it leads to, empty when it is this
    /// page's.
    public record PlaceLink(String address, String text, boolean isCurrent, String language) {}
}
