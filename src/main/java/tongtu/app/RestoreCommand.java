package tongtu.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.messages.MessageStore;

/// Makes a database from a backup.
@Command(
        name = "restore",
        description = {"用备份恢复网站。先关掉网站。", "数据文件夹里已经有数据库或内容仓库的，不会覆盖：请先把它挪走。"},
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件", description = "tongtu backup 写的文件。")
    private Path file = Path.of("");

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.DATA, Keys.DATABASE);
    }

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        var settings = Configured.settings(spec);
        var data = Config.data(settings);
        var url = settings.get(Keys.DATABASE);
        try {
            SiteBackup.restore(file, data, url);
        } catch (FileAlreadyExistsException e) {
            throw new Config.Wrong(
                    Main.CANNOT,
                    "「%s」已经在了，没有动它。关掉网站，把数据文件夹里 tongtu.db 开头的文件和 content 都挪到别处，再恢复。"
                            .formatted(e.getFile()));
        } catch (NoSuchFileException e) {
            throw new Config.Wrong(Main.CANNOT, "没有备份「" + file + "」。");
        }
        try (var database = Database.of(url, data)) {
            var store = new MessageStore(database, InstantSource.system(), new SecureRandom());
            spec.commandLine()
                    .getOut()
                    .println("恢复好了，一共 " + store.count(null, null) + " 条留言：" + data);
        }
        return 0;
    }
}
