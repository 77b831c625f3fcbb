package tongtu.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.database.DatabaseUnavailable;

/// Copies the database while the site is open.
@Command(
        name = "backup",
        description = {
            "备份成一个文件。网站开着也能用；备份做完、查过以后文件才出现。",
            "用 init 建的网站，全部都在里面：内容仓库、草稿、留言、账号、操作记录、配置文件。",
            "别的只有数据库（留言），内容文件夹要另外备份。里面有个人信息，只有自己能读。"
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件", description = "备份写到哪个新文件里；已经有的不会覆盖。")
    private Path file = Path.of("");

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.DATA, Keys.DATABASE);
    }

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        var settings = Configured.settings(spec);
        var data = Config.data(settings);
        try {
            SiteBackup.write(data, settings.get(Keys.DATABASE), file);
            var out = spec.commandLine().getOut();
            out.println("备份好了：" + file + "（" + Files.size(file) / 1024 + " KiB）");
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new Config.Wrong(Main.CANNOT, "「" + file + "」已经在了，没有动它。请换一个名字。");
        } catch (NoSuchFileException e) {
            throw new Config.Wrong(
                    Main.CANNOT,
                    Files.exists(data.resolve("tongtu.db"))
                            ? "要放备份的文件夹不存在，请先建好：" + file
                            : "数据文件夹「" + data + "」里没有数据库，没有可备份的。数据文件夹写对了吗？");
        }
    }
}
