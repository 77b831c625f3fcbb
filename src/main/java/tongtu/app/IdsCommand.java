package tongtu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.document.LedgerFile;
import tongtu.markdown.ContentFolder;

/// Writes the ledgers of a content folder, or says which are behind their texts.
@Command(
        name = "ids",
        description = {
            "把每一处文字的编号记进账本（文件旁边的 .ids），改过文字以后，旧的链接还能用。",
            "保存或合并了文件以后运行一次，把 .ids 和文件一起提交。"
        },
        mixinStandardHelpOptions = true)
final class IdsCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件", arity = "0..*", description = "只管这些 .md 文件；不写是整个内容文件夹。")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--check", description = "只检查，不写；有账本没跟上文字的，退出状态是 1。")
    private boolean checks;

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.CONTENT);
    }

    @Override
    public Integer call() throws IOException, Config.Wrong {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var folder = new ContentFolder(Config.content(Configured.settings(spec)));
        int behind = 0;
        int bad = 0;
        var paths = paths(folder);
        for (var path : paths) {
            var file = path.startsWith("../") ? null : folder.file(path);
            if (file == null) {
                err.println("没有 " + path + ".md 这个文件。");
                return Main.CANNOT;
            }
            file.parsed().findings().stream()
                    .filter(finding -> finding.isError() || finding.rule().startsWith("ids/"))
                    .forEach(finding -> err.println(FindingLine.of(finding)));
            bad += file.parsed().document() == null ? 1 : 0;
            if (!file.isWritten()) {
                behind++;
                if (!checks) {
                    folder.write(path, file);
                }
                out.println((checks ? "没跟上：" : "已写好：") + path + LedgerFile.ENDING);
            }
        }
        out.println(
                "共 %d 个文件，%d 个账本%s，%d 个文件有错误、没有编号。"
                        .formatted(paths.size(), behind, checks ? "没跟上" : "写好了", bad));
        return bad > 0 || (checks && behind > 0) ? 1 : 0;
    }

    /// The files given, as paths in the content folder without `.md`.
    private List<String> paths(ContentFolder folder) throws IOException {
        if (files.isEmpty()) {
            return folder.paths();
        }
        var paths = new ArrayList<String>();
        for (var file : files) {
            var name = folder.root().relativize(file.toAbsolutePath().normalize()).toString();
            paths.add(name.replace('\\', '/').replaceFirst("\\.(md|ids)$", ""));
        }
        return paths;
    }
}
