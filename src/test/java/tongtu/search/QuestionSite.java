package tongtu.search;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import tongtu.Shared;
import tongtu.document.Finding;
import tongtu.document.Library;
import tongtu.intake.Import;
import tongtu.markdown.ContentFolder;

/// The sample site with the eight statutes, and the plan where it is at hand, indexed once for all
/// tests of this run.
final class QuestionSite {
    private static final Path SAMPLE = Path.of("content");
    private static final Path LAWS = Path.of("src/test/resources/laws");
    private static final Path VECTORS = Path.of("target/search-vectors");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static @Nullable QuestionSite meaning;
    private static @Nullable QuestionSite words;

    private final SearchIndex index;
    private final Library library;
    private final List<Finding> findings = new ArrayList<>();

    private QuestionSite(boolean meaning) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("questions");
        copy(SAMPLE, folder);
        var policies = Files.createDirectories(folder.resolve("policies"));
        try (var laws = Files.list(LAWS)) {
            for (var law : laws.toList()) {
                bring(law, policies);
            }
        }
        try {
            bring(Shared.plan(), policies);
        } catch (TestAbortedException e) {
            // What asks about the plan is skipped by its own name.
        }
        var content = new ContentFolder(folder).load((_, _) -> {});
        library = new Library(content.documents(), content.glossary(), DAY);
        index = SearchIndex.inMemory(folder, VECTORS, meaning, findings::addAll);
        index.update(library);
        index.await();
    }

    private static void bring(Path file, Path policies) throws IOException {
        assertInstanceOf(
                Import.Outcome.Written.class, new Import(file, policies, null, false).run());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /// Answers by words and meaning.
    static synchronized QuestionSite withMeaning() throws IOException, InterruptedException {
        var site = meaning == null ? new QuestionSite(true) : meaning;
        meaning = site;
        return site;
    }

    /// Answers by words alone.
    static synchronized QuestionSite byWords() throws IOException, InterruptedException {
        var site = words == null ? new QuestionSite(false) : words;
        words = site;
        return site;
    }

    SearchIndex index() {
        return index;
    }

    Library library() {
        return library;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean hasPlan() {
        return library.atPath("policies/plan") != null;
    }

    /// The place of a hit, as the questions name places: `path#cited`.
    static String place(Hit hit) {
        return switch (hit.source()) {
            case Hit.Source.InDocument(var document, _, _, var place) ->
                    document.path() + "#" + place.cited();
            case Hit.Source.InGlossary(var term) -> "glossary#" + term.name();
        };
    }

    /// Whether a place is, or is inside, one that answers.
    static boolean isIn(String place, String answer) {
        int at = answer.indexOf('#');
        if (at < 0) {
            return place.startsWith(answer + "#");
        }
        return answer.startsWith("glossary#") ? place.equals(answer) : place.startsWith(answer);
    }
}
