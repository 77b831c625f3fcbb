package tongtu.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.BundleWriter;
import org.eclipse.jgit.transport.RefSpec;

/// A whole repository in one file (git bundle), as of one moment, and the way back.
public final class Bundle {
    private Bundle() {}

    /// Writes all branches of the repository in a folder, which others may write to meanwhile.
    public static void write(Path root, Path file) throws IOException {
        try (var repository =
                        new FileRepositoryBuilder()
                                .setGitDir(root.resolve(".git").toFile())
                                .setMustExist(true)
                                .build();
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var writer = new BundleWriter(repository);
            for (var ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
                writer.include(ref);
            }
            writer.writeBundle(NullProgressMonitor.INSTANCE, out);
        }
    }

    /// Makes the repository again in a folder that is there and empty, and its files.
    public static void restore(Path file, Path root) throws IOException {
        Archive.init(root);
        try (var git = Git.open(root.toFile())) {
            git.fetch()
                    .setRemote(file.toUri().toString())
                    .setRefSpecs(new RefSpec("+refs/heads/*:refs/heads/*"))
                    .call();
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
        var archive = Archive.open(root);
        if (archive == null) {
            throw new IOException("locked: " + root);
        }
        try (archive) {
            archive.repair();
        }
        Durability.whole(root.resolve(".git"));
    }
}
