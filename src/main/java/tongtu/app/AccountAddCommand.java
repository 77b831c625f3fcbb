package tongtu.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.database.DatabaseUnavailable;

/// Adds an account.
@Command(name = "add", description = "建一个账号，给出设置登录用的地址。没有默认密码。", mixinStandardHelpOptions = true)
final class AccountAddCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "登录名", description = "小写英文字母、数字、点和连字符。")
    private String name = "";

    @Option(names = "--display", paramLabel = "姓名", description = "别人看到的名字；不写就是登录名。")
    private String display = "";

    @Option(
            names = "--role",
            paramLabel = "职责",
            description = {
                "可以写几次：author 撰稿，first-reviewer、second-reviewer、third-reviewer 一二三审，",
                "publisher 发布，administrator 管理员。只管一类的写成 author:notices 的样子。"
            })
    private List<String> roles = new ArrayList<>();

    @Override
    public List<Key<?>> keys() {
        return StoredAccounts.KEYS;
    }

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        var duties = StoredAccounts.duties(roles);
        var command = spec.commandLine();
        return StoredAccounts.with(
                command,
                (accounts, baseUrl) ->
                        StoredAccounts.tell(
                                command,
                                accounts.add(
                                        name,
                                        display.isBlank() ? name : display,
                                        duties,
                                        StoredAccounts.BY),
                                "建好了",
                                baseUrl));
    }
}
