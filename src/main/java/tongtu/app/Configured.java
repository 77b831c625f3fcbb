package tongtu.app;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A command that is told by keys: each is an option of it, and may stand in the environment or in
/// the configuration file instead.
interface Configured {
    /// Those that this command uses.
    List<Key<?>> keys();

    /// Gives every such command under `line` the options of its keys.
    static void addOptions(CommandLine line) {
        if (line.getCommand() instanceof Configured configured) {
            configured.keys().forEach(key -> line.getCommandSpec().addOption(option(key)));
            line.getCommandSpec().addOption(config());
        }
        line.getSubcommands().values().forEach(Configured::addOptions);
    }

    /// What all keys are set to for a command that was called.
    static Settings settings(CommandSpec called) throws IOException, Config.Wrong {
        return Settings.read(Keys.ALL, typed(called), environment(called));
    }

    static Map<String, String> environment(CommandSpec called) {
        return ((Main) called.root().userObject()).environment();
    }

    private static Map<String, String> typed(CommandSpec called) {
        var typed = new HashMap<String, String>();
        for (var option : called.commandLine().getParseResult().matchedOptions()) {
            switch (option.getValue()) {
                case String text -> typed.put(option.longestName(), text);
                case List<?> texts ->
                        typed.put(
                                option.longestName(),
                                texts.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(",")));
                case null, default -> {
                    // A switch of the command's own.
                }
            }
        }
        return typed;
    }

    private static OptionSpec option(Key<?> key) {
        var spec =
                OptionSpec.builder(key.option())
                        .paramLabel(key.placeholder())
                        .description(
                                "%s。%s不写是%s。"
                                        .formatted(
                                                key.label(),
                                                key.description(),
                                                spaced(key.fallbackWords())));
        return key.form() == Key.Form.LIST
                ? spec.type(List.class).auxiliaryTypes(String.class).build()
                : spec.type(String.class).build();
    }

    private static String spaced(String words) {
        return words.charAt(0) < 0x80 ? " " + words : words;
    }

    private static OptionSpec config() {
        return OptionSpec.builder(Settings.CONFIG_OPTION)
                .paramLabel("文件")
                .type(String.class)
                .description(
                        "配置文件。不写的，看环境变量 "
                                + Settings.CONFIG_VARIABLE
                                + "，再看数据文件夹里的 "
                                + ConfigFile.NAME
                                + "。能写什么，看 tongtu config。")
                .build();
    }
}
