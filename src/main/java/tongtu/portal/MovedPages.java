package tongtu.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongtu.web.Prebuilt;
import tongtu.web.RequestPath;
import tongtu.web.Templates;

/// Old addresses: they lead to the new ones, or say that the document was withdrawn. They never
/// hide a page.
final class MovedPages {
    /// A document that moved more often is lost.
    private static final int MOST_MOVES = 20;

    private final Templates templates;
    private @Nullable Gone gone;

    /// The page of everything withdrawn, as of one frame.
    private record Gone(Frames.Inputs frame, Prebuilt page) {}

    private record To(String address) {}

    MovedPages(Templates templates) {
        this.templates = templates;
    }

    /// `moved` has the new address for each old one, nothing when it was withdrawn.
    void add(Map<String, String> moved, Frames frames, ProblemPages problems, PageRound round) {
        moved.forEach((from, _) -> {
            var path = characters(from);
            var to = end(moved, from);
            if (to == null || round.has(path)) {
                return;
            }
            if (to.isEmpty()) {
                var page = gone(frames, problems);
                round.page(path, page, page::page);
            } else {
                redirect(path, characters(to), round);
                // What programs read moves along.
                for (var ending : List.of(".json", ".md")) {
                    if (round.has(characters(to) + ending)) {
                        redirect(path + ending, characters(to) + ending, round);
                    }
                }
            }
        });
    }

    private static void redirect(String from, String to, PageRound round) {
        var location = Addresses.encoded(to);
        round.file(from, new To(location), () -> Prebuilt.redirect(301, location));
    }

    /// An address copied from a browser is percent-encoded.
    private static String characters(String address) {
        var decoded = address.indexOf('%') < 0 ? null : RequestPath.decoded(address);
        return decoded == null ? address : decoded;
    }

    private Gone gone(Frames frames, ProblemPages problems) {
        var now = gone;
        if (now == null || !now.frame().equals(frames.inputs())) {
            var html = templates.render(problems.gone());
            now = new Gone(frames.inputs(), Prebuilt.problem(410, html));
            gone = now;
        }
        return now;
    }

    /// Where an address leads in the end; null when it leads in a circle.
    private static @Nullable String end(Map<String, String> moved, String from) {
        var to = from;
        for (int i = 0; i < MOST_MOVES; i++) {
            var next = moved.get(to);
            if (next == null || next.isEmpty()) {
                return next == null ? to : next;
            }
            to = next;
        }
        return null;
    }
}
