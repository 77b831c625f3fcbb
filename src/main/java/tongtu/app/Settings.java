package tongtu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every key is set to, and where that was written: command line, else environment, else file,
/// else default. Everything that is written in the file is checked, also what another command would
/// use and what is overridden.
///
/// picocli can take defaults from a file by itself; it forgets where a value came from, and tells
/// of wrong ones as if they had been typed.
final class Settings {
    static final String CONFIG_OPTION = "--config";
    static final String CONFIG_VARIABLE = Key.PREFIX + "CONFIG";

    /// Variables that are not settings: those of the launchers and of the tests.
    private static final Set<String> OTHER_VARIABLES =
            Set.of(
                    CONFIG_VARIABLE,
                    "TONGTU_HOME",
                    "TONGTU_JAVA_HOME",
                    "TONGTU_JAVA_OPTIONS",
                    "TONGTU_SHARED");

    private final Map<String, Setting> settings;
    private final @Nullable Path file;

    private Settings(Map<String, Setting> settings, @Nullable Path file) {
        this.settings = settings;
        this.file = file;
    }

    /// Reads all keys. `typed` are the values of options by their names, `--config` among them.
    static Settings read(
            List<Key<?>> keys, Map<String, String> typed, Map<String, String> environment)
            throws IOException, Config.Wrong {
        var found = file(typed, environment);
        var file = found == null ? ConfigFile.none() : ConfigFile.read(found.path());
        var faults = new ArrayList<>(file.faults());
        file.entries().forEach((name, entry) -> fault(keys, file, name, entry, faults));
        if (found != null && found.isInData() && file.entries().containsKey(Keys.DATA.name())) {
            faults.add(
                    ConfigFile.at(file.file(), file.entries().get(Keys.DATA.name()).line())
                            + "：这个文件就在数据文件夹里，不能再写 data。用 --data、TONGTU_DATA，或用 --config 指明别处的文件。");
        }
        var typedFaults = new ArrayList<String>();
        var settings = new LinkedHashMap<String, Setting>();
        for (var key : keys) {
            var setting = setting(key, typed, environment, file);
            settings.put(key.name(), setting);
            if (!setting.isFit()) {
                switch (setting.origin()) {
                    case Origin.CommandLine _ -> typedFaults.add(setting.fault());
                    case Origin.Environment _, Origin.Default _ -> faults.add(setting.fault());
                    case Origin.File _ -> {
                        // Said above, with everything else that is wrong with the file.
                    }
                }
            }
        }
        if (!faults.isEmpty() || !typedFaults.isEmpty()) {
            int status = faults.isEmpty() ? Main.MISTYPED : Main.CANNOT;
            faults.addAll(typedFaults);
            throw new Config.Wrong(status, String.join("\n", faults));
        }
        return new Settings(settings, found == null ? null : found.path());
    }

    <T> T get(Key<T> key) {
        var setting = setting(key);
        return Objects.requireNonNull(key.reading().of(setting.text(), setting.base()));
    }

    Setting setting(Key<?> key) {
        return Objects.requireNonNull(settings.get(key.name()), key.name());
    }

    List<Setting> all() {
        return List.copyOf(settings.values());
    }

    /// The file that was read; null when there is none.
    @Nullable Path file() {
        return file;
    }

    /// What is in the environment, looks like a setting and is none.
    static List<String> unknownVariables(List<Key<?>> keys, Map<String, String> environment) {
        var names = keys.stream().map(Key::variable).toList();
        return environment.keySet().stream()
                .filter(name -> name.startsWith(Key.PREFIX))
                .filter(name -> !names.contains(name) && !OTHER_VARIABLES.contains(name))
                .sorted()
                .map(name -> "没有环境变量「" + name + "」这一项，没有用它。" + meant(name, names))
                .toList();
    }

    private record Found(Path path, boolean isInData) {}

    private static @Nullable Found file(Map<String, String> typed, Map<String, String> environment)
            throws Config.Wrong {
        var named = typed.getOrDefault(CONFIG_OPTION, environment.get(CONFIG_VARIABLE));
        if (named != null && !named.isBlank()) {
            var path = Keys.DATA.reading().of(named, Path.of(""));
            if (path == null || !Files.isRegularFile(path)) {
                boolean isTyped = typed.containsKey(CONFIG_OPTION);
                throw new Config.Wrong(
                        Main.CANNOT,
                        "没有配置文件「%s」（%s）。"
                                .formatted(named, isTyped ? CONFIG_OPTION : CONFIG_VARIABLE));
            }
            return new Found(path.toAbsolutePath().normalize(), false);
        }
        var data = setting(Keys.DATA, typed, environment, ConfigFile.none());
        var folder = Keys.DATA.reading().of(data.text(), data.base());
        if (folder == null || !Files.exists(folder.resolve(ConfigFile.NAME))) {
            return null;
        }
        return new Found(folder.resolve(ConfigFile.NAME).toAbsolutePath().normalize(), true);
    }

    private static Setting setting(
            Key<?> key,
            Map<String, String> typed,
            Map<String, String> environment,
            ConfigFile file) {
        var here = Path.of("");
        var option = typed.get(key.option());
        if (option != null) {
            return new Setting(key, option, new Origin.CommandLine(), here);
        }
        var variable = environment.getOrDefault(key.variable(), "");
        if (!variable.isBlank()) {
            return new Setting(key, variable.strip(), new Origin.Environment(), here);
        }
        var entry = file.entries().get(key.name());
        return entry == null
                ? new Setting(key, key.fallback(environment), new Origin.Default(), here)
                : setting(key, file.file(), entry);
    }

    private static Setting setting(Key<?> key, Path file, ConfigFile.Entry entry) {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return new Setting(key, entry.text(), new Origin.File(file, entry.line()), folder);
    }

    private static void fault(
            List<Key<?>> keys,
            ConfigFile file,
            String name,
            ConfigFile.Entry entry,
            List<String> faults) {
        var names = keys.stream().map(Key::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            faults.add(
                    ConfigFile.at(file.file(), entry.line())
                            + "：没有「"
                            + name
                            + "」这一项。"
                            + meant(name, names));
        } else {
            var setting = setting(keys.get(index), file.file(), entry);
            if (!setting.isFit()) {
                faults.add(setting.fault());
            }
        }
    }

    private static String meant(String name, List<String> names) {
        var near = Spelling.nearest(name, names);
        return near == null ? "可以写：" + String.join("、", names) + "。" : "是不是 " + near + "？";
    }
}
