package tongtu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What tests run in a page: the files beside this package's resources, each after `dom.js`.
final class Scripts {
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Scripts() {}

    /// The script of a rule, such as `overflow`.
    static String of(String name) {
        return READ.computeIfAbsent(name, _ -> read("dom") + read(name));
    }

    private static String read(String name) {
        try (var in = Scripts.class.getResourceAsStream(name + ".js")) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
