package tongtu.app;

import picocli.CommandLine.Command;

/// Who works on the site.
@Command(
        name = "account",
        description = "工作人员的账号。第一个管理员在这里建，没有默认密码。",
        subcommands = {
            AccountAddCommand.class,
            AccountListCommand.class,
            AccountResetCommand.class,
            AccountDisableCommand.class
        },
        mixinStandardHelpOptions = true)
final class AccountCommand {}
