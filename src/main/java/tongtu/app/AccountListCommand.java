package tongtu.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tongtu.database.DatabaseUnavailable;

/// Lists the accounts.
@Command(name = "list", description = "列出全部账号。", mixinStandardHelpOptions = true)
final class AccountListCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public List<Key<?>> keys() {
        return StoredAccounts.KEYS;
    }

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        var command = spec.commandLine();
        return StoredAccounts.with(
                command,
                (accounts, _) -> {
                    for (var account : accounts.list()) {
                        var duties =
                                account.duties().stream()
                                        .map(duty ->
                                                duty.role()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)
                                                                .replace('_', '-')
                                                        + ":"
                                                        + duty.part())
                                        .sorted()
                                        .toList();
                        command.getOut()
                                .println(
                                        account.name()
                                                + "\t"
                                                + account.display()
                                                + "\t"
                                                + (account.isDisabled() ? "已停用" : "在用")
                                                + "\t"
                                                + String.join(" ", duties));
                    }
                    return 0;
                });
    }
}
