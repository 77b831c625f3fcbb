package tongtu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Shows what everything is set to and where that was written. What it prints is a configuration
/// file itself.
@Command(
        name = "config",
        description = {
            "显示配置：每一项现在是什么，写在哪里。保密的值不显示。",
            "先后：命令行，环境变量，配置文件，默认。显示的内容可以存成配置文件；有写错的，说明错在哪一行，退出状态是 3。"
        },
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public List<Key<?>> keys() {
        return Keys.ALL;
    }

    @Override
    public Integer call() throws IOException, Config.Wrong {
        var settings = Configured.settings(spec);
        Config.of(settings);
        var err = spec.commandLine().getErr();
        Settings.unknownVariables(Keys.ALL, Configured.environment(spec)).forEach(err::println);
        print(settings, spec.commandLine().getOut());
        return 0;
    }

    static void print(Settings settings, PrintWriter out) {
        var file = settings.file();
        out.println("# 配置文件：" + (file == null ? "没有" : FindingLine.clean(file.toString())));
        for (var setting : settings.all()) {
            var key = setting.key();
            out.println();
            out.println(
                    FindingLine.clean(
                            "# %s。写 %s。来自：%s"
                                    .formatted(
                                            key.label(), key.allowed(), setting.origin().of(key))));
            // A hidden value is no value: saved as a file, the line would set nothing.
            out.println(
                    FindingLine.clean(
                            (key.isSecret() ? "# " : "") + key.name() + " = " + setting.shown()));
        }
        out.flush();
    }
}
