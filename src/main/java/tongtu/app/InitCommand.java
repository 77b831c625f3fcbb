package tongtu.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.archive.Archive;
import tongtu.archive.Person;
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;

/// Makes a body's own site.
@Command(
        name = "init",
        description = {
            "建立一个单位自己的网站：内容仓库、数据库，都在一个文件夹里。",
            "建好以后，用 account add 建第一个管理员，用 serve 打开网站。"
        },
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件夹", description = "建在哪里；要是空的，或者还没有。")
    private Path folder = Path.of("");

    @Option(names = "--name", paramLabel = "站名", description = "写在每一页左上角。以后可以改 site.yaml。")
    private String name = "通途";

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        if (name.isBlank() || name.length() > 40 || name.contains("\n")) {
            throw new Config.Wrong(Main.MISTYPED, "站名要写，最多 40 个字。");
        }
        if (Files.exists(folder) && !isEmpty()) {
            throw new Config.Wrong(Main.CANNOT, "「" + folder + "」里已经有东西了，没有动它。请换一个文件夹。");
        }
        var content = folder.resolve(Config.OWN_CONTENT);
        Files.createDirectories(content);
        Archive.init(content);
        var self = new Person("通途", "system");
        var site =
                "version: 1\nname: \""
                        + name.replace("\\", "").replace("\"", "")
                        + "\"\nlanguage: zh-CN\n";
        var archive = Archive.open(content);
        if (archive == null) {
            throw new IOException("locked: " + content);
        }
        try (archive) {
            archive.save(
                    new Archive.Change(
                            Map.of(
                                    "site.yaml",
                                    site.getBytes(StandardCharsets.UTF_8),
                                    ".gitattributes",
                                    "*.ids merge=union\n".getBytes(StandardCharsets.UTF_8)),
                            Set.of()),
                    new Archive.Signed(self, self, Instant.now(), "建立网站\n"));
        }
        try (var database = new Database(folder)) {
            new AuditLog(database, InstantSource.system())
                    .add(AuditLog.Entry.of(AuditLog.SYSTEM, Deed.SITE_MADE, ""));
        }
        var out = spec.commandLine().getOut();
        out.println("建好了：" + folder);
        out.println("下一步，建第一个管理员：");
        out.println(
                "  ./tongtu account add 登录名 --display 姓名 --role administrator --data " + folder);
        out.println("然后打开网站：");
        out.println("  ./tongtu serve --data " + folder);
        return 0;
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
