package tongtu.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/// The index on the disk. It holds nothing that is not in the content: one that is missing, torn,
/// made by another program or of another format is made anew. Where nothing can be written it is
/// kept in memory.
final class Store implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Store.class.getName());

    /// Its warning is about a module of Java that is still being tried out.
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    /// Counts up when the fields or what they are made of change.
    static final String FORMAT = "1";

    private static final String FORMAT_KEY = "tongtu.format";
    private static final double BUFFER_MB = 64;

    private final Directory directory;
    private final IndexWriter writer;
    private volatile View view;

    private Store(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT).entrySet());
        view = View.of(DirectoryReader.open(writer));
    }

    /// The index in a folder of its own; whatever else is in there is deleted.
    static Store open(Path folder) {
        try {
            Files.createDirectories(folder);
            return onDisk(folder);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the search index is made anew: " + e.getMessage());
            return anew(folder);
        }
    }

    private static Store onDisk(Path folder) throws IOException {
        var directory = new MMapDirectory(folder);
        try {
            if (DirectoryReader.indexExists(directory)) {
                check(directory);
            }
            return new Store(directory, writer(directory));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// Reads every byte against its checksum.
    private static void check(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            var format = reader.getIndexCommit().getUserData().get(FORMAT_KEY);
            if (!FORMAT.equals(format)) {
                throw new IOException("format " + format + ", not " + FORMAT);
            }
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    static Store anew(Path folder) {
        try {
            empty(folder);
            return onDisk(folder);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the search index is kept in memory: " + e.getMessage());
            return inMemory();
        }
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(folder);
            Files.createDirectories(folder);
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                // Whoever holds the lock is using the rest.
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && !file.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME)) {
                    Files.delete(file);
                }
            }
        }
    }

    static Store inMemory() {
        try {
            var directory = new ByteBuffersDirectory();
            return new Store(directory, writer(directory));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        return new IndexWriter(
                directory,
                new IndexWriterConfig(new KeywordAnalyzer())
                        .setSimilarity(Ranking.SIMILARITY)
                        .setRAMBufferSizeMB(BUFFER_MB));
    }

    /// The marks under which documents are held, by path; one whose entries differ is not held as a
    /// whole.
    Map<String, String> marks() throws IOException {
        var marks = new HashMap<String, String>();
        for (var leaf : view.reader().leaves()) {
            var paths = leaf.reader().getSortedDocValues(Fields.PATH);
            var values = leaf.reader().getBinaryDocValues(Fields.MARK);
            var live = leaf.reader().getLiveDocs();
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if (live == null || live.get(doc)) {
                    if (paths.advanceExact(doc) && values.advanceExact(doc)) {
                        var path = paths.lookupOrd(paths.ordValue()).utf8ToString();
                        marks.merge(
                                path,
                                values.binaryValue().utf8ToString(),
                                (one, other) -> one.equals(other) ? one : "");
                    }
                }
            }
        }
        return marks;
    }

    /// Puts entries in the place of those that a document had, all at once.
    void replace(String path, List<Document> entries) throws IOException {
        writer.updateDocuments(new Term(Fields.PATH, path), entries);
    }

    void remove(String path) throws IOException {
        writer.deleteDocuments(new Term(Fields.PATH, path));
    }

    /// From now on searches see what was changed.
    void show() throws IOException {
        var newer = DirectoryReader.openIfChanged(view.reader(), writer);
        if (newer != null) {
            var old = view;
            view = View.of(newer);
            old.close();
        }
    }

    /// What was changed survives the end of the program.
    void commit() throws IOException {
        writer.commit();
    }

    /// What searches see now, held open until it is closed.
    View view() {
        while (true) {
            var now = view;
            if (now.reader().tryIncRef()) {
                return now;
            }
        }
    }

    @Override
    public void close() throws IOException {
        view.close();
        writer.close();
        directory.close();
    }

    /// One state of the index. `pathOf` has the document of each entry, as a number in `paths`.
    record View(DirectoryReader reader, List<String> paths, Paths pathOf, Places placeOf)
            implements AutoCloseable {
        static View of(DirectoryReader reader) throws IOException {
            var values = MultiDocValues.getSortedValues(reader, Fields.PATH);
            var paths = new String[values == null ? 0 : values.getValueCount()];
            var pathOf = new int[reader.maxDoc()];
            var places = new @Nullable String[reader.maxDoc()];
            if (values != null) {
                for (int ord = 0; ord < paths.length; ord++) {
                    paths[ord] = values.lookupOrd(ord).utf8ToString();
                }
                while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    pathOf[values.docID()] = values.ordValue();
                }
                BinaryDocValues place = MultiDocValues.getBinaryValues(reader, Fields.PLACE);
                while (place != null && place.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    places[place.docID()] = place.binaryValue().utf8ToString();
                }
            }
            return new View(
                    reader,
                    List.of(paths),
                    doc -> pathOf[doc],
                    doc -> {
                        var at = places[doc];
                        return at == null ? "" : at;
                    });
        }

        @Override
        public void close() throws IOException {
            reader.decRef();
        }
    }

    /// The document of an entry.
    interface Paths {
        int of(int doc);
    }

    /// What an entry is in its document.
    interface Places {
        String of(int doc);
    }
}
