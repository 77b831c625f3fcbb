package tongtu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.search.IndexSearcher;
import tongtu.document.Finding;
import tongtu.document.Library;

/// Tells what is wrong with the lists of words and recommendations once the texts can be asked,
/// each time that it changes. For one thread.
final class WordlistFindings {
    private final Path content;
    private final Consumer<List<Finding>> findings;
    private List<Finding> told = List.of();

    WordlistFindings(Path content, Consumer<List<Finding>> findings) {
        this.content = content;
        this.findings = findings;
    }

    void tell(Store store, Library library) throws IOException {
        List<Finding> found;
        try (var view = store.view()) {
            var searcher = Answers.searcher(view);
            found =
                    Wordlists.read(
                                    content,
                                    words -> occurs(searcher, words),
                                    address -> library.atAddress(address) != null)
                            .findings();
        }
        if (!found.equals(told)) {
            told = found;
            findings.accept(found);
        }
    }

    private static boolean occurs(IndexSearcher searcher, String folded) {
        try {
            return searcher.count(Sought.phrase(Fields.GRAMS, folded)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
