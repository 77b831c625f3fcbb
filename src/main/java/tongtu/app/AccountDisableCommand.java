package tongtu.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.database.DatabaseUnavailable;

/// Keeps somebody out, or lets them in again.
@Command(name = "disable", description = "停用一个账号，或者恢复它。做过的事都留着。", mixinStandardHelpOptions = true)
final class AccountDisableCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "登录名", description = "谁的账号。")
    private String name = "";

    @Option(names = "--undo", description = "恢复停用的账号。")
    private boolean isUndone;

    @Override
    public List<Key<?>> keys() {
        return StoredAccounts.KEYS;
    }

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        var command = spec.commandLine();
        return StoredAccounts.with(
                command,
                (accounts, baseUrl) ->
                        StoredAccounts.tell(
                                command,
                                accounts.disable(name, !isUndone, StoredAccounts.BY),
                                isUndone ? "恢复了" : "停用了",
                                baseUrl));
    }
}
