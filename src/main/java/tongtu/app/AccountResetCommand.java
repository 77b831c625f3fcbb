package tongtu.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.database.DatabaseUnavailable;

/// Gives somebody who cannot sign in another link.
@Command(
        name = "reset",
        description = "忘了密码、丢了手机时重设：原来的登录办法作废，给一个新的地址。",
        mixinStandardHelpOptions = true)
final class AccountResetCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "登录名", description = "谁的账号。")
    private String name = "";

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
                                command, accounts.reset(name, StoredAccounts.BY), "重设好了", baseUrl));
    }
}
