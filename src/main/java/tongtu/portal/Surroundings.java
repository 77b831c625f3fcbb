package tongtu.portal;

import java.util.Map;
import tongtu.document.Library;
import tongtu.document.Proofreading;
import tongtu.language.Lexicon;
import tongtu.web.Prebuilt;

/// What pages that are made for one request stand in: the site as it is shown now. `others` are the
/// pages by address that are read aloud and are no documents.
record Surroundings(
        Library library,
        Frames frames,
        StatusWriter statuses,
        Lexicon lexicon,
        Proofreading proofreading,
        Map<String, OtherPage> others) {
    Surroundings {
        others = Map.copyOf(others);
    }

    record OtherPage(String title, Prebuilt page) {}
}
