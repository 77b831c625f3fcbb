package tongtu.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.database.DatabaseUnavailable;
import tongtu.messages.Draft;
import tongtu.messages.Message;

/// Answers a message.
@Command(
        name = "answer",
        description = {"答复一条留言。凭回执号的人都能看到答复，请不要在里面写个人信息。", "不写答复的，从标准输入读：可以接文件，也可以打字以后按 Ctrl+D。"},
        mixinStandardHelpOptions = true)
final class MessagesAnswerCommand implements Callable<Integer>, Configured {
    /// Bytes read for an answer; far more than one may have.
    private static final int MOST_BYTES = 100_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "回执号", description = "12 位数字；有空格的请加引号。")
    private String number = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "答复", description = "答复的话，放在引号里。")
    private @Nullable String words;

    @Option(names = "--replace", description = "已经答复过的，用新的答复代替。")
    private boolean replaces;

    @Override
    public List<Key<?>> keys() {
        return StoredMessages.KEYS;
    }

    @Override
    public Integer call() throws IOException, DatabaseUnavailable, Config.Wrong {
        var command = spec.commandLine();
        var answer = (words == null ? read() : words).strip();
        return StoredMessages.with(
                command,
                store -> {
                    var receipt = StoredMessages.receipt(number);
                    if (answer.isEmpty() || Draft.length(answer) > Message.Answer.WORDS) {
                        throw StoredMessages.mistyped(
                                "答复要有 1 到 %d 个字，现在是 %d 个。"
                                        .formatted(Message.Answer.WORDS, Draft.length(answer)));
                    }
                    if (StoredMessages.find(store, receipt).answer() != null && !replaces) {
                        return StoredMessages.cannot(command, receipt + " 已经答复过。要改，加上 --replace。");
                    }
                    store.answer(receipt, answer);
                    command.getOut().println("已经答复 " + receipt + "。");
                    return 0;
                });
    }

    private static String read() throws IOException {
        return new String(System.in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
}
