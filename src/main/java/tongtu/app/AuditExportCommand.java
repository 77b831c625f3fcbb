package tongtu.app;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tongtu.audit.AuditLog;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.publishing.AuditPages;

/// Writes the log for a spreadsheet.
@Command(name = "export", description = "把操作记录写成表格（CSV），写到标准输出。", mixinStandardHelpOptions = true)
final class AuditExportCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.DATA, Keys.DATABASE);
    }

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        var settings = Configured.settings(spec);
        var out = spec.commandLine().getOut();
        try (var database = Database.of(settings.get(Keys.DATABASE), Config.data(settings))) {
            AuditPages.csv(new AuditLog(database, InstantSource.system()), out::print);
            out.flush();
        }
        return 0;
    }
}
