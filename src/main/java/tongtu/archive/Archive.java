package tongtu.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import tongtu.markdown.WholeFile;

/// The content repository of a site: a git repository whose branch `published` is what residents
/// see, and whose work tree is the folder that pages are made from.
///
/// [#save] returns when the commit and the branch are on the disk; after a kill at any moment the
/// branch is as it was or as it is to be, and [#repair] brings the folder to it.
///
/// One program writes at a time; not for two threads at once.
public final class Archive implements AutoCloseable {
    public static final String PUBLISHED = "published";
    private static final String REF = Constants.R_HEADS + PUBLISHED;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// Bytes of a file of the repository that is read.
    private static final int LARGEST = 32 * 1024 * 1024;

    private final Path root;
    private final Repository repository;
    private final Durability durability;
    private final @Nullable WriterLock lock;

    private Archive(Path root, Repository repository, @Nullable WriterLock lock) {
        this.root = root;
        this.repository = repository;
        this.lock = lock;
        durability = new Durability(repository.getDirectory().toPath());
    }

    /// Whether a folder is a content repository.
    public static boolean isAt(Path root) {
        return Files.isRegularFile(root.resolve(".git").resolve("HEAD"));
    }

    /// Makes an empty repository in a folder that is there.
    public static void init(Path root) throws IOException {
        try (var git = Git.init().setDirectory(root.toFile()).setInitialBranch(PUBLISHED).call()) {
            var config = git.getRepository().getConfig();
            // Without these a power cut takes what was acknowledged.
            config.setBoolean("core", null, "fsyncObjectFiles", true);
            config.setBoolean("core", null, "fsyncRefFiles", true);
            config.setBoolean("core", null, "logAllRefUpdates", true);
            // Automatic packing would take away files under a running program.
            config.setInt("gc", null, "auto", 0);
            config.save();
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
        new Durability(root.resolve(".git")).folders();
    }

    /// Opens a repository to write to it. Null when another program writes to it now.
    public static @Nullable Archive open(Path root) throws IOException {
        var lock = WriterLock.take(root.resolve(".git").resolve("tongtu.lock"));
        if (lock == null) {
            return null;
        }
        try {
            return new Archive(root, repository(root), lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Opens a repository to read it.
    public static Archive read(Path root) throws IOException {
        return new Archive(root, repository(root), null);
    }

    private static Repository repository(Path root) throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(root.resolve(".git").toFile())
                .setWorkTree(root.toFile())
                .setMustExist(true)
                .build();
    }

    /// What a commit changes: files by their path with `/`, their bytes or that they are gone.
    @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
    public record Change(Map<String, byte[]> written, Set<String> removed) {
        public Change {
            written = Map.copyOf(written);
            removed = Set.copyOf(removed);
        }
    }

    /// Who a commit is by and what it says.
    public record Signed(Person author, Person committer, Instant at, String message) {}

    /// Makes a commit on `published`; its name. When it returns the commit is durable, and the
    /// folder shows it.
    public String save(Change change, Signed signed) throws IOException {
        if (lock == null) {
            throw new IllegalStateException("opened to be read");
        }
        var head = repository.resolve(REF);
        var commit = commit(head, change, signed);
        move(REF, head, commit);
        write(change);
        resetIndex();
        return commit.name();
    }

    private ObjectId commit(@Nullable ObjectId parent, Change change, Signed signed)
            throws IOException {
        try (var inserter = repository.newObjectInserter();
                var walk = new RevWalk(repository)) {
            var builder = new CommitBuilder();
            builder.setTreeId(tree(parent, change, inserter, walk));
            if (parent != null) {
                builder.setParentId(parent);
            }
            builder.setAuthor(ident(signed.author(), signed.at()));
            builder.setCommitter(ident(signed.committer(), signed.at()));
            builder.setMessage(signed.message());
            builder.setEncoding(StandardCharsets.UTF_8);
            var commit = inserter.insert(builder);
            inserter.flush();
            durability.objects();
            return commit;
        }
    }

    private ObjectId tree(
            @Nullable ObjectId parent, Change change, ObjectInserter inserter, RevWalk walk)
            throws IOException {
        var cache = DirCache.newInCore();
        if (parent != null) {
            var builder = cache.builder();
            try (var reader = repository.newObjectReader()) {
                builder.addTree(new byte[0], 0, reader, walk.parseCommit(parent).getTree());
            }
            builder.finish();
        }
        var editor = cache.editor();
        for (var path : change.removed()) {
            editor.add(new DirCacheEditor.DeletePath(path));
        }
        for (var file : change.written().entrySet()) {
            var blob = inserter.insert(Constants.OBJ_BLOB, file.getValue());
            editor.add(
                    new DirCacheEditor.PathEdit(file.getKey()) {
                        @Override
                        public void apply(DirCacheEntry entry) {
                            entry.setFileMode(FileMode.REGULAR_FILE);
                            entry.setObjectId(blob);
                        }
                    });
        }
        editor.finish();
        return cache.writeTree(inserter);
    }

    private static PersonIdent ident(Person person, Instant at) {
        return new PersonIdent(person.name(), person.account(), at, ZONE);
    }

    private void move(String ref, @Nullable ObjectId from, ObjectId to) throws IOException {
        var update = repository.updateRef(ref);
        update.setExpectedOldObjectId(from == null ? ObjectId.zeroId() : from);
        update.setNewObjectId(to);
        update.setRefLogMessage("tongtu", false);
        var result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw new IOException("the branch " + ref + " cannot be moved: " + result);
        }
        durability.refs();
    }

    private void write(Change change) throws IOException {
        for (var path : change.removed()) {
            Files.deleteIfExists(root.resolve(path));
        }
        for (var file : change.written().entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private void write(String path, byte[] bytes) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        WholeFile.write(file, bytes);
    }

    /// Git's own notes about the folder: without them `git status` would show changes.
    private void resetIndex() throws IOException {
        try {
            // Closing it would close the repository.
            Git.wrap(repository)
                    .reset()
                    .setMode(org.eclipse.jgit.api.ResetCommand.ResetType.MIXED)
                    .call();
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }

    /// The name of the last commit of `published`; null while there is none.
    public @Nullable String head() throws IOException {
        var head = repository.resolve(REF);
        return head == null ? null : head.name();
    }

    /// A file as of a commit; null when it was not there.
    public byte @Nullable [] bytes(String commit, String path) throws IOException {
        try (var walk = new RevWalk(repository)) {
            var tree = walk.parseCommit(ObjectId.fromString(commit)).getTree();
            try (var found = TreeWalk.forPath(repository, path, tree)) {
                return found == null
                        ? null
                        : repository.open(found.getObjectId(0)).getCachedBytes(LARGEST);
            }
        }
    }

    /// A commit: its name, when it was made, what it says, and the files that it changed.
    public record Entry(
            String commit, Instant at, String author, String message, List<String> files) {
        public Entry {
            files = List.copyOf(files);
        }

        /// What stands behind `NAME: ` in a line of the message; empty when none does.
        public String trailer(String name) {
            return message.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /// The commits of `published` that are not in `known`'s history (null is none), oldest first.
    public List<Entry> since(@Nullable String known) throws IOException {
        var head = repository.resolve(REF);
        return head == null
                ? List.of()
                : entries(head, known == null ? null : ObjectId.fromString(known));
    }

    private List<Entry> entries(ObjectId from, @Nullable ObjectId until) throws IOException {
        var entries = new ArrayList<Entry>();
        try (var walk = new RevWalk(repository)) {
            walk.sort(RevSort.TOPO);
            walk.sort(RevSort.REVERSE, true);
            walk.markStart(walk.parseCommit(from));
            if (until != null) {
                walk.markUninteresting(walk.parseCommit(until));
            }
            for (var commit : walk) {
                entries.add(
                        new Entry(
                                commit.name(),
                                commit.getCommitterIdent().getWhenAsInstant(),
                                commit.getAuthorIdent().getName(),
                                commit.getFullMessage(),
                                files(commit)));
            }
        }
        return entries;
    }

    /// The files that a commit changed against its first parent.
    private List<String> files(RevCommit commit) throws IOException {
        var files = new ArrayList<String>();
        try (var reader = repository.newObjectReader();
                var walk = new TreeWalk(repository, reader);
                var commits = new RevWalk(reader)) {
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            if (commit.getParentCount() == 0) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                var parent = commits.parseCommit(commit.getParent(0));
                walk.addTree(new CanonicalTreeParser(null, reader, parent.getTree()));
            }
            walk.addTree(new CanonicalTreeParser(null, reader, commit.getTree()));
            while (walk.next()) {
                files.add(walk.getPathString());
            }
        }
        return files;
    }

    /// A branch that somebody pushed: its name, its last commit, and the Markdown files in which it
    /// differs from `published`.
    public record Branch(String name, Entry last, List<String> files) {
        public Branch {
            files = List.copyOf(files);
        }
    }

    /// All branches but `published`.
    public List<Branch> branches() throws IOException {
        var branches = new ArrayList<Branch>();
        var head = repository.resolve(REF);
        for (var ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
            if (!ref.getName().equals(REF) && ref.getObjectId() != null) {
                branches.add(branch(ref.getName(), ref.getObjectId(), head));
            }
        }
        return branches;
    }

    private Branch branch(String ref, ObjectId id, @Nullable ObjectId head) throws IOException {
        try (var walk = new RevWalk(repository);
                var reader = repository.newObjectReader();
                var trees = new TreeWalk(repository, reader)) {
            var commit = walk.parseCommit(id);
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            trees.addTree(
                    head == null
                            ? new EmptyTreeIterator()
                            : new CanonicalTreeParser(
                                    null, reader, walk.parseCommit(head).getTree()));
            trees.addTree(commit.getTree());
            var files = new ArrayList<String>();
            while (trees.next()) {
                boolean isThere = !trees.getObjectId(1).equals(ObjectId.zeroId());
                if (isThere && trees.getPathString().endsWith(".md")) {
                    files.add(trees.getPathString());
                }
            }
            var entry =
                    new Entry(
                            commit.name(),
                            commit.getCommitterIdent().getWhenAsInstant(),
                            commit.getAuthorIdent().getName(),
                            commit.getFullMessage(),
                            files);
            return new Branch(Repository.shortenRefName(ref), entry, files);
        }
    }

    /// What was found out of order and mended: in words for the people who run the site.
    public List<String> repair() throws IOException {
        var mended = new ArrayList<String>();
        durability.clearStaleLocks().forEach(name -> mended.add("删除了上次没有做完时留下的锁：" + name));
        var head = repository.resolve(REF);
        if (head != null) {
            mended.addAll(bringTo(head));
        }
        return mended;
    }

    /// Makes the folder show a commit. Files that somebody else changed are kept on a branch.
    private List<String> bringTo(ObjectId head) throws IOException {
        var published = tree(head);
        var before = previous(head);
        var behind = new TreeMap<String, byte[]>();
        var foreign = new TreeMap<String, byte[]>();
        for (var file : published.entrySet()) {
            var present = root.resolve(file.getKey());
            var bytes = Files.isRegularFile(present) ? Files.readAllBytes(present) : null;
            if (bytes == null || !blob(bytes).equals(file.getValue())) {
                behind.put(file.getKey(), repository.open(file.getValue()).getCachedBytes(LARGEST));
                if (bytes != null && !blob(bytes).equals(before.get(file.getKey()))) {
                    foreign.put(file.getKey(), bytes);
                }
            }
        }
        var extra = new TreeSet<String>();
        for (var path : present()) {
            if (!published.containsKey(path)) {
                var bytes = Files.readAllBytes(root.resolve(path));
                extra.add(path);
                if (!blob(bytes).equals(before.get(path))) {
                    foreign.put(path, bytes);
                }
            }
        }
        var mended = new ArrayList<String>();
        if (!foreign.isEmpty()) {
            mended.add(
                    "内容文件夹里有 %d 个文件不是从这里发布的，已存到分支 %s：%s"
                            .formatted(foreign.size(), keep(head, foreign), foreign.keySet()));
        }
        if (!behind.isEmpty() || !extra.isEmpty()) {
            write(new Change(behind, extra));
            mended.add("内容文件夹和已发布的对不上，改好了 %d 个文件。".formatted(behind.size() + extra.size()));
        }
        resetIndex();
        return mended;
    }

    /// Keeps files on a branch of their own; its name.
    private String keep(ObjectId head, Map<String, byte[]> files) throws IOException {
        var now = Instant.now();
        var name = "found/" + now.toString().replaceAll("[:.]", "-");
        var self = new Person("通途", "system");
        var signed = new Signed(self, self, now, "在内容文件夹里发现的改动\n");
        move(Constants.R_HEADS + name, null, commit(head, new Change(files, Set.of()), signed));
        return name;
    }

    private Map<String, ObjectId> tree(ObjectId commit) throws IOException {
        var files = new TreeMap<String, ObjectId>();
        try (var commits = new RevWalk(repository);
                var walk = new TreeWalk(repository)) {
            walk.setRecursive(true);
            walk.addTree(commits.parseCommit(commit).getTree());
            while (walk.next()) {
                files.put(walk.getPathString(), walk.getObjectId(0));
            }
        }
        return files;
    }

    /// The files of the commit before: what they were is no change of somebody else.
    private Map<String, ObjectId> previous(ObjectId head) throws IOException {
        try (var walk = new RevWalk(repository)) {
            var commit = walk.parseCommit(head);
            return commit.getParentCount() == 0 ? Map.of() : tree(commit.getParent(0));
        }
    }

    private static ObjectId blob(byte[] bytes) {
        try (var formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, bytes);
        }
    }

    /// The files in the folder; hidden ones are nobody's content.
    private List<String> present() throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith(".") && !path.contains("/."))
                    .toList();
        }
    }

    @Override
    public void close() {
        repository.close();
        if (lock != null) {
            lock.close();
        }
    }
}
