package tongtu.takeaway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/// A validator with its own libraries, which the tests' do not see: `target/validators/NAME`, where
/// the build puts them.
final class Isolated {
    private final URLClassLoader loader;

    Isolated(String name) {
        try (var jars = Files.list(Path.of("target/validators").resolve(name))) {
            loader =
                    new URLClassLoader(
                            jars.sorted().map(Isolated::url).toArray(URL[]::new),
                            ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Work<T> {
        T run(ClassLoader loader) throws Exception;
    }

    /// Does something as code of the validator would.
    <T> T run(Work<T> work) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.run(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
