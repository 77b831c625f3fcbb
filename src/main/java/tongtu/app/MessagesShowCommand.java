package tongtu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.database.DatabaseUnavailable;
import tongtu.messages.Message;

/// Shows one message whole.
@Command(name = "show", description = "看一条留言的全文。", mixinStandardHelpOptions = true)
final class MessagesShowCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "回执号", description = "12 位数字；有空格的请加引号。")
    private String number = "";

    @Override
    public List<Key<?>> keys() {
        return StoredMessages.KEYS;
    }

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        var command = spec.commandLine();
        return StoredMessages.with(
                command,
                store -> {
                    var receipt = StoredMessages.receipt(number);
                    var message = StoredMessages.find(store, receipt);
                    print(message, command.getOut());
                    return 0;
                });
    }

    private static void print(Message message, PrintWriter out) {
        var draft = message.draft();
        out.println("回执号：" + message.receipt());
        out.println("种类：" + draft.kind().label());
        out.println("收到：" + StoredMessages.time(message.receivedAt()));
        out.println("语言：" + draft.language());
        if (!draft.page().isEmpty()) {
            out.println(
                    "页面：" + draft.page() + (draft.block().isEmpty() ? "" : "#" + draft.block()));
        }
        if (draft.format() != null) {
            out.println("要的格式：" + draft.format().label());
        }
        out.println("联系方式：" + contact(message));
        out.println("内容：");
        draft.words().lines().forEach(line -> out.println("    " + line));
        var answer = message.answer();
        if (answer == null) {
            out.println("还没有答复。答复：./tongtu messages answer " + message.receipt().digits());
        } else {
            out.println("答复（" + StoredMessages.time(answer.at()) + "）：");
            answer.words().lines().forEach(line -> out.println("    " + line));
        }
    }

    private static String contact(Message message) {
        var deleted = message.contactDeletedAt();
        if (deleted != null) {
            return "已在 " + StoredMessages.time(deleted) + " 按期删除";
        }
        return message.draft().contact().isEmpty() ? "没有留" : message.draft().contact();
    }
}
