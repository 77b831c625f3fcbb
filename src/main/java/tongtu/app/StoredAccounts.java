package tongtu.app;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import tongtu.account.Accounts;
import tongtu.account.Duty;
import tongtu.account.Role;
import tongtu.audit.AuditLog;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;

/// The accounts of a site, for the commands that work on them.
final class StoredAccounts {
    static final List<Key<?>> KEYS = List.of(Keys.DATA, Keys.DATABASE, Keys.BASE_URL);

    /// Who changes accounts on the command line.
    static final String BY = AuditLog.SYSTEM;

    private StoredAccounts() {}

    interface Work {
        int run(Accounts accounts, String baseUrl) throws DatabaseUnavailable, Config.Wrong;
    }

    static int with(CommandLine command, Work work)
            throws IOException, DatabaseUnavailable, Config.Wrong {
        var settings = Configured.settings(command.getCommandSpec());
        var clock = InstantSource.system();
        try (var database = Database.of(settings.get(Keys.DATABASE), Config.data(settings))) {
            if (!database.exists()) {
                throw new Config.Wrong(Main.CANNOT, "这里还没有网站。先运行 ./tongtu init 建一个，再用 --data 写上它。");
            }
            var log = new AuditLog(database, clock);
            return work.run(new Accounts(database, log, clock), settings.get(Keys.BASE_URL));
        }
    }

    /// Duties as they are typed: `author`, or `author:notices` for a part of the site.
    static Set<Duty> duties(List<String> typed) throws Config.Wrong {
        var duties = new HashSet<Duty>();
        for (var text : typed) {
            int colon = text.indexOf(':');
            var name = (colon < 0 ? text : text.substring(0, colon)).replace('-', '_');
            var part = colon < 0 ? Duty.EVERYWHERE : text.substring(colon + 1);
            var role =
                    Arrays.stream(Role.values())
                            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                            .findFirst();
            if (role.isEmpty() || !StaffDesk.parts().containsKey(part)) {
                throw new Config.Wrong(
                        Main.MISTYPED,
                        "看不懂职责「"
                                + text
                                + "」。写成 author 或 author:notices 的样子；职责有："
                                + String.join("、", roles())
                                + "。");
            }
            duties.add(new Duty(part, role.get()));
        }
        return duties;
    }

    static List<String> roles() {
        return Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /// Says what came of it; the exit status.
    static int tell(CommandLine command, Accounts.Outcome outcome, String done, String baseUrl) {
        return switch (outcome) {
            case Accounts.Outcome.Refused(var words) -> {
                command.getErr().println(words);
                yield Main.CANNOT;
            }
            case Accounts.Outcome.Done(var account, var code) -> {
                command.getOut()
                        .println(done + "：" + account.name() + "（" + account.display() + "）");
                if (!code.isEmpty()) {
                    command.getOut().println("把下面的地址交给本人，三天内打开，设好怎么登录。地址只显示这一次：");
                    command.getOut()
                            .println(
                                    (baseUrl.isEmpty() ? "http://localhost:端口" : baseUrl)
                                            + "/staff/setup?code="
                                            + code);
                }
                yield 0;
            }
        };
    }
}
