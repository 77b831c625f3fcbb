package tongtu.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.document.Glossary;
import tongtu.document.Term;

/// Which terms were explained in the section so far, and which wait for the end of their block to
/// be.
final class Terms {
    /// A term used in a block, and the id of its explanation there.
    record Use(Term term, String id) {}

    private final Glossary glossary;
    private final Set<Term> used = new HashSet<>();
    private List<Use> waiting = new ArrayList<>();
    private int count;

    Terms(Glossary glossary) {
        this.glossary = glossary;
    }

    void beginSection() {
        used.clear();
    }

    /// The next term in a text that this section has not used yet.
    Glossary.@Nullable Match find(String text, int from) {
        var match = glossary.find(text, from);
        while (match != null && (used.contains(match.term()) || isInTitle(text, match.start()))) {
            match = glossary.find(text, match.end());
        }
        return match;
    }

    /// A name inside 《》 is part of a title.
    private static boolean isInTitle(String text, int at) {
        return text.lastIndexOf('《', at) > text.lastIndexOf('》', at);
    }

    Use use(Term term) {
        used.add(term);
        var use = new Use(term, "term-" + ++count);
        waiting.add(use);
        return use;
    }

    /// The terms used since the last call.
    List<Use> takeWaiting() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        var taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }
}
