package tongtu.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that can be set: `port` is `--port` on the command line, `TONGTU_PORT` in the
/// environment and `port = …` in a file.
///
/// `label` says what it is, `placeholder` what stands for the value in help, `allowed` what may be
/// written, with its unit; `fallback` is what holds when nothing is written, `{home}` in it being
/// the program's own folder. A list is written with commas. The value of a secret is never shown.
record Key<T>(
        String name,
        String label,
        String placeholder,
        String allowed,
        String fallback,
        String description,
        Form form,
        Reading<T> reading) {
    static final String PREFIX = "TONGTU_";

    enum Form {
        ONE,
        LIST,
        SECRET
    }

    /// What was written as a value; null when it is not allowed. `base` is the folder from which a
    /// path is meant.
    interface Reading<T> {
        @Nullable T of(String text, Path base);
    }

    String option() {
        return "--" + name;
    }

    String variable() {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    boolean isSecret() {
        return form == Form.SECRET;
    }

    String fallback(Map<String, String> environment) {
        return fallback.replace("{home}", environment.getOrDefault("TONGTU_HOME", "."));
    }

    /// The same for people, wherever the program lies.
    String fallbackWords() {
        if (fallback.isEmpty()) {
            return "没有";
        }
        return isSecret() ? "有，不显示" : fallback.replace("{home}/", "程序文件夹里的 ");
    }
}
