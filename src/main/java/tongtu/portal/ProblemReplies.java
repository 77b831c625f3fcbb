package tongtu.portal;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tongtu.document.Library;
import tongtu.web.Prebuilt;
import tongtu.web.Problem;
import tongtu.web.Templates;

/// The replies to requests that cannot be answered, as of one library. Those that are the same for
/// everybody are made once, when they are first needed.
///
/// A page with suggestions is made for one reader. One of them is made at a time; who waits too
/// long for it gets the page without, so that a flood of wrong addresses takes one processor at
/// most.
final class ProblemReplies {
    private static final int AT_ONCE = 1;
    private static final int PATIENCE_MS = 500;

    private final Templates templates;
    private final ProblemPages pages;
    private final ListingPages listings;
    private final Library library;
    private final Map<Problem, Prebuilt> made = new ConcurrentHashMap<>();
    private final Semaphore suggesting = new Semaphore(AT_ONCE);
    private final @Nullable Suggestions before;
    private volatile @Nullable Suggestions suggestions;

    /// `before` are the suggestions of the library before, which are used on when no name changed.
    ProblemReplies(
            Templates templates,
            ProblemPages pages,
            ListingPages listings,
            Library library,
            @Nullable Suggestions before) {
        this.templates = templates;
        this.pages = pages;
        this.listings = listings;
        this.library = library;
        this.before = before;
    }

    /// What was looked up last in.
    @Nullable Suggestions suggestions() {
        var own = suggestions;
        return own == null ? before : own;
    }

    Prebuilt of(Problem problem) {
        return switch (problem) {
            case Problem.NotFound(var path) -> notFound(path);
            case Problem.Broken broken -> once(500, pages.of(broken));
            case Problem.BadRequest _,
                    Problem.MethodNotAllowed _,
                    Problem.TooLarge _,
                    Problem.TooMany _,
                    Problem.Unavailable _ ->
                    same(problem);
        };
    }

    private Prebuilt same(Problem problem) {
        return made.computeIfAbsent(
                problem,
                _ -> Prebuilt.problem(problem.status(), templates.render(pages.of(problem))));
    }

    private Prebuilt once(int status, ProblemPage page) {
        return Prebuilt.problemOnce(status, templates.render(page));
    }

    private Prebuilt notFound(String path) {
        var suggested = suggested(path);
        return suggested == null ? same(new Problem.NotFound("")) : suggested;
    }

    private @Nullable Prebuilt suggested(String path) {
        try {
            if (!suggesting.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            var entries =
                    index().likest(path).stream()
                            .map(library::atPath)
                            .filter(Objects::nonNull)
                            .map(each -> listings.entry(each))
                            .toList();
            return entries.isEmpty() ? null : once(404, pages.notFound(entries));
        } finally {
            suggesting.release();
        }
    }

    private Suggestions index() {
        var index = suggestions;
        if (index == null) {
            var documents = library.documents();
            index = before != null && before.isOf(documents) ? before : new Suggestions(documents);
            suggestions = index;
        }
        return index;
    }
}
