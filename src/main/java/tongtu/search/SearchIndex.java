package tongtu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tongtu.document.Finding;
import tongtu.document.Library;

/// The index of a site: told of each new library, it brings itself up to date in the background and
/// answers all the while from what it holds. For any number of threads.
public final class SearchIndex implements AutoCloseable {
    private static final String INDEX = "index";
    private static final String VECTORS = "vectors";
    private static final long A_LOOK_MS = 1_000;

    private final Indexer indexer;

    private SearchIndex(Indexer indexer) {
        this.indexer = indexer;
    }

    /// The index of a content folder, kept in `folder`. With `meaning` it ranks by meaning too;
    /// where the model cannot run, a log line says so and words alone count. `findings` is told
    /// what is wrong with the lists of staff.
    public static SearchIndex open(
            Path content, Path folder, boolean meaning, Consumer<List<Finding>> findings) {
        return new SearchIndex(
                Indexer.start(
                        content,
                        folder.resolve(INDEX),
                        folder.resolve(VECTORS),
                        meaning,
                        findings));
    }

    /// The same, with the vectors elsewhere; null: nowhere.
    static SearchIndex open(Path content, Path folder, @Nullable Path vectors, boolean meaning) {
        return new SearchIndex(
                Indexer.start(
                        content,
                        folder.resolve(INDEX),
                        vectors == null ? null : vectors.resolve(VECTORS),
                        meaning,
                        _ -> {}));
    }

    /// An index that is kept nowhere; the vectors of its texts are taken from `folder`, and kept
    /// there, as far as another program does not at the same time. Null: they are kept nowhere
    /// either.
    public static SearchIndex inMemory(
            Path content,
            @Nullable Path folder,
            boolean meaning,
            Consumer<List<Finding>> findings) {
        return new SearchIndex(
                Indexer.start(
                        content,
                        null,
                        folder == null ? null : folder.resolve(VECTORS),
                        meaning,
                        findings));
    }

    /// From now on this is what is to be found; returns at once.
    public void update(Library library) {
        indexer.update(library);
    }

    /// Waits until everything that was told is searchable, by meaning too.
    public void await() throws InterruptedException {
        indexer.await();
    }

    /// The same, telling how many documents of how many are searchable.
    void await(BiConsumer<Integer, Integer> progress) throws InterruptedException {
        while (!indexer.isIdle(A_LOOK_MS)) {
            progress.accept(indexer.progress().done(), indexer.progress().all());
        }
    }

    boolean isIdle(long milliseconds) throws InterruptedException {
        return indexer.isIdle(milliseconds);
    }

    /// Entries that are searchable now.
    int entries() {
        try (var view = indexer.view()) {
            return view.reader().numDocs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer.State state() {
        return indexer.state();
    }

    /// What is found for a question.
    public Answer search(Question question) {
        return search(question, false);
    }

    /// The same, with the reasons for each rank.
    public Answer explain(Question question) {
        return search(question, true);
    }

    private Answer search(Question question, boolean isExplained) {
        try (var view = indexer.view()) {
            return new Answers(view, indexer.catalog(), indexer.vocabulary(), indexer.encoder())
                    .of(question, isExplained, indexer.state());
        } catch (IOException | RuntimeException | InternalError e) {
            // A torn file under a mapped page is an InternalError.
            indexer.rebuild(e);
            return new Answer(
                    question, 0, List.of(), Map.of(), List.of(), List.of(), List.of(), state());
        }
    }

    /// The paths of the best documents for a question, each by its best entry.
    List<String> order(String question, int most, boolean meaning) throws IOException {
        try (var view = indexer.view()) {
            return new Answers(
                            view,
                            indexer.catalog(),
                            indexer.vocabulary(),
                            meaning ? indexer.encoder() : null)
                    .order(question, most);
        }
    }

    /// What may be typed next after `typed`.
    public List<Suggestion> suggest(String typed) {
        var folded = Answers.folded(Question.of(typed));
        if (folded.isEmpty() || folded.length() > Suggestion.LONGEST) {
            return List.of();
        }
        var vocabulary = indexer.vocabulary();
        var found = new LinkedHashSet<String>();
        vocabulary.starting(folded, Suggestion.MOST).forEach(phrase -> found.add(phrase.shown()));
        int latin = folded.length();
        while (latin > 0 && folded.charAt(latin - 1) >= 'a' && folded.charAt(latin - 1) <= 'z') {
            latin--;
        }
        if (latin > 0 && latin < folded.length()) {
            var head = folded.substring(0, latin).strip();
            var letters = folded.substring(latin);
            vocabulary
                    .starting(head, letters, Suggestion.MOST)
                    .forEach(phrase -> found.add(phrase.shown()));
            if (vocabulary.has(head)) {
                vocabulary
                        .starting(letters, Suggestion.MOST)
                        .forEach(phrase -> found.add(head + phrase.shown()));
            }
        }
        if (found.size() < Suggestion.MOST) {
            vocabulary.names().stream()
                    .filter(name -> name.text().contains(folded))
                    .limit(Suggestion.MOST)
                    .forEach(name -> found.add(name.shown()));
        }
        return found.stream().limit(Suggestion.MOST).map(Suggestion::new).toList();
    }

    @Override
    public void close() {
        indexer.close();
    }
}
