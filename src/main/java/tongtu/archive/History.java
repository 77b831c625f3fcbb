package tongtu.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The versions of each document that were published, as the commits of a repository tell. For any
/// number of threads.
public final class History {
    private static final String MARKDOWN = ".md";

    private final Archive archive;
    private volatile Map<String, List<Version>> versions = Map.of();
    private @Nullable String head;

    /// A version: its number from 1, since when it was shown, and what was said to have changed
    /// (may be empty). `isThere` is false where the document was taken away.
    public record Version(int number, String commit, Instant at, String note, boolean isThere) {}

    public History(Archive archive) {
        this.archive = archive;
    }

    /// Reads what was committed since it was read last.
    public synchronized void refresh() throws IOException {
        var now = archive.head();
        if (now == null || now.equals(head)) {
            return;
        }
        var all = new HashMap<>(versions);
        for (var entry : archive.since(head)) {
            for (var file : entry.files()) {
                if (file.endsWith(MARKDOWN)) {
                    var path = file.substring(0, file.length() - MARKDOWN.length());
                    var own = new ArrayList<>(all.getOrDefault(path, List.of()));
                    own.add(
                            new Version(
                                    own.size() + 1,
                                    entry.commit(),
                                    entry.at(),
                                    entry.trailer("Tongtu-Note"),
                                    archive.bytes(entry.commit(), file) != null));
                    all.put(path, List.copyOf(own));
                }
            }
        }
        versions = Map.copyOf(all);
        head = now;
    }

    /// The versions of the document at a path, the oldest first.
    public List<Version> of(String path) {
        return versions.getOrDefault(path, List.of());
    }

    /// The bytes of a document's file as of a version; null when it was not there.
    public byte @Nullable [] bytes(String path, Version version) throws IOException {
        return archive.bytes(version.commit(), path + MARKDOWN);
    }
}
