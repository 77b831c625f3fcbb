package tongtu.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tongtu.takeaway.Form;

/// Says which forms of which documents are made, and makes those that are missing.
@Command(
        name = "forms",
        description = {
            "列出每份文件的各种形式（PDF、电子书、Word、盲文、纯文本）做好了没有。",
            "加号是做好的，波浪号是旧版本的，减号是没有的，叹号是没有做成的；第一行是各栏的名字，栏与栏之间是 Tab 键。"
        },
        mixinStandardHelpOptions = true)
final class FormsCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--make", description = "把没有的、旧的都做好。中断了，再运行一次，从断的地方接着做。")
    private boolean isMaking;

    @Override
    public List<Key<?>> keys() {
        return Workshop.KEYS;
    }

    @Override
    public Integer call() throws IOException, Config.Wrong {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        int status = 0;
        try (var workshop = Workshop.open(Configured.settings(spec), (_, _) -> {}, _ -> {})) {
            if (isMaking) {
                var failed = workshop.takeaway().makeAll(this::progress);
                failed.forEach(line -> err.println("没有做成：" + FindingLine.clean(line)));
                status = failed.isEmpty() ? 0 : Main.CANNOT;
            }
            out.println(
                    "path\t"
                            + Stream.of(Form.values())
                                    .map(form -> form.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining("\t")));
            workshop.takeaway()
                    .matrix()
                    .forEach(
                            (path, states) -> out.println(path + "\t" + String.join("\t", states)));
        }
        out.flush();
        err.flush();
        return status;
    }

    private void progress(int done, int all) {
        if (done % 100 == 0 || done == all) {
            spec.commandLine().getErr().println("各种形式的文件：%d 份里好了 %d 份".formatted(all, done));
            spec.commandLine().getErr().flush();
        }
    }
}
