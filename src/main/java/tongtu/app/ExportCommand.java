package tongtu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.portal.ExportFolder;
import tongtu.preferences.Preferences;

/// Writes the whole site as files.
@Command(
        name = "export",
        description = {
            "把整个网站导出成文件，放在 U 盘里、别的服务器上都能看，从 index.html 打开。",
            "留言、显示设置要有服务器才能用：写了 --base-url 的，链接通到网上；没有写的，通到“需要帮助怎么办”。"
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件夹", description = "导出到哪里。要是空的、还没有的，或者以前导出过的文件夹。")
    private Path folder = Path.of("");

    @Option(
            names = "--prefs",
            paramLabel = "设置",
            defaultValue = "",
            description = "每一页都用这样的显示设置，如 elder（长者模式）、text-150.scheme-dark；写法见网站的“显示设置”页给出的链接。")
    private String prefs = "";

    @Option(
            names = "--without-forms",
            description = "不带各种形式的文件（PDF、电子书、盲文等），快得多，也小得多；写了 --base-url 的，链接通到网上，没有写的，页面上不提。")
    private boolean withoutForms;

    @Override
    public List<Key<?>> keys() {
        return Workshop.KEYS;
    }

    @Override
    public Integer call() throws Config.Wrong, IOException {
        var settings = Configured.settings(spec);
        Config.content(settings);
        var preferences = preferences();
        var target = new ExportFolder(folder);
        if (!target.isOurs()) {
            throw new Config.Wrong(
                    Main.CANNOT, "「" + folder + "」里已经有别的东西，没有动它。请换一个空的文件夹，或先把里面的东西移走。");
        }
        try {
            int files = export(settings, preferences, target);
            spec.commandLine()
                    .getOut()
                    .println("导出了 " + files + " 个文件，从 " + folder.resolve("index.html") + " 打开。");
            return 0;
        } catch (IOException e) {
            throw new Config.Wrong(Main.CANNOT, "没有导出，原来的文件没有变：" + e + "。请检查磁盘空间和文件夹的权限，再试一次。");
        }
    }

    private Preferences preferences() throws Config.Wrong {
        var preferences = Preferences.of(prefs);
        if (!prefs.isEmpty() && preferences.isUsual()) {
            throw new Config.Wrong(
                    Main.CANNOT,
                    "看不懂显示设置（--prefs）「"
                            + prefs
                            + "」。写 elder，或照“显示设置”页给出的链接写，如 text-150.scheme-dark。");
        }
        return preferences;
    }

    private int export(Settings settings, Preferences preferences, ExportFolder target)
            throws IOException, Config.Wrong {
        var err = spec.commandLine().getErr();
        try (var workshop =
                Workshop.open(
                        settings,
                        (done, all) -> progress("已读", done, all),
                        findings ->
                                findings.forEach(
                                        finding -> err.println(FindingLine.of(finding))))) {
            if (!withoutForms) {
                var failed = workshop.takeaway().makeAll((done, all) -> progress("已做", done, all));
                failed.forEach(line -> err.println("没有做成：" + FindingLine.clean(line)));
                workshop.showForms();
            }
            return workshop.site()
                    .export(
                            target,
                            preferences,
                            withoutForms ? null : workshop.takeaway(),
                            (done, all) -> progress("已写", done, all));
        }
    }

    private void progress(String what, int done, int all) {
        if (all >= 500 && done % 500 == 0) {
            spec.commandLine().getErr().println("%s %d / %d 个文件".formatted(what, done, all));
        }
    }
}
