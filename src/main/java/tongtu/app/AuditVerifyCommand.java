package tongtu.app;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tongtu.archive.Archive;
import tongtu.audit.AuditLog;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.publishing.Releasing;

/// Looks whether the log is whole.
@Command(
        name = "verify",
        description = "检查操作记录：有没有哪一行被改、被删、换了位置，或者末尾被截掉。不完整的，退出状态是 1。",
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.DATA, Keys.DATABASE);
    }

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        var settings = Configured.settings(spec);
        var data = Config.data(settings);
        var out = spec.commandLine().getOut();
        var content = data.resolve(Config.OWN_CONTENT);
        Map<Long, AuditLog.Witness> witnesses = Map.of();
        if (Archive.isAt(content)) {
            try (var archive = Archive.read(content)) {
                witnesses = Releasing.witnesses(archive);
            }
        }
        try (var database = Database.of(settings.get(Keys.DATABASE), data)) {
            var verdict = new AuditLog(database, InstantSource.system()).verify(witnesses);
            verdict.faults()
                    .forEach(fault -> out.println("第 " + fault.number() + " 行：" + fault.words()));
            out.println(
                    verdict.faults().isEmpty()
                            ? "记录是完整的：%d 行，和 %d 次发布时记下的对得上。"
                                    .formatted(verdict.lines(), witnesses.size())
                            : "记录不完整：%d 处不对。".formatted(verdict.faults().size()));
            return verdict.faults().isEmpty() ? 0 : 1;
        }
    }
}
