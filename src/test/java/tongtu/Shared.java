package tongtu;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folder of real documents that tests read and this repository does not hold: the plan and the
/// statutes. Set by `TONGTU_SHARED`, else `../shared`. A test that needs a file that is not there
/// is skipped and says which; `./check` names it at the end.
public final class Shared {
    private static final Path ROOT = root();

    private Shared() {}

    private static Path root() {
        var named = System.getenv("TONGTU_SHARED");
        return Path.of(named == null || named.isBlank() ? "../shared" : named);
    }

    /// The file at a path in the folder, such as `seed/plan.txt`.
    public static Path file(String name) {
        var file = ROOT.resolve(name);
        assumeTrue(Files.isRegularFile(file), () -> "no file " + name + " in TONGTU_SHARED");
        return file;
    }

    /// The county's plan, damage included.
    public static Path plan() {
        return file("seed/plan.txt");
    }

    /// The eight statutes, by name.
    public static List<Path> laws() {
        var folder = ROOT.resolve("laws");
        assumeTrue(Files.isDirectory(folder), "no folder laws in TONGTU_SHARED");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
