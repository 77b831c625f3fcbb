package tongtu.markdown;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The files below a folder, in the order of their names: not those in hidden folders, not behind
/// links, not deeper than `deepest`, and `most` at most.
record FolderWalk(Path root, int deepest, int most) {

    List<Path> files(Predicate<Path> wanted) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(root, Set.of(), deepest, new Visitor(files, wanted));
        files.sort(null);
        return files;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Path> files;
        private final Predicate<Path> wanted;

        Visitor(List<Path> files, Predicate<Path> wanted) {
            this.files = files;
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isHidden =
                    !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && wanted.test(file)) {
                files.add(file);
            }
            return files.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        /// A folder may vanish while it is walked.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
