package tongtu.portal;

import tongtu.document.Library;
import tongtu.language.Lexicon;

/// What pages that are made for one request stand in: the site as it is shown now.
record Surroundings(Library library, Frames frames, StatusWriter statuses, Lexicon lexicon) {}
