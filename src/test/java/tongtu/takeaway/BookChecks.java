package tongtu.takeaway;

import java.nio.file.Path;
import java.util.List;

/// The checker of books, for tests elsewhere.
public final class BookChecks {
    private BookChecks() {}

    public static List<String> messages(Path book) throws Exception {
        return EpubCheck.messages(book);
    }
}
