package tongtu.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What staff do with the messages of residents until they have pages for it.
@Command(
        name = "messages",
        description = {"看留言、答复留言：居民报告的错误、要的格式、求的帮助。", "网站开着的时候也能用。留言里可能有个人信息，请不要外传。"},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "命令",
        commandListHeading = "%n命令：%n",
        subcommands = {
            MessagesListCommand.class,
            MessagesShowCommand.class,
            MessagesAnswerCommand.class,
            MessagesExportCommand.class
        })
final class MessagesCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
