package tongtu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tongtu.database.DatabaseUnavailable;
import tongtu.messages.Message;

/// Shows which messages there are, a page at a time.
@Command(name = "list", description = "列出留言，先收到的在前。", mixinStandardHelpOptions = true)
final class MessagesListCommand implements Callable<Integer>, Configured {
    private static final int MOST = 500;
    private static final int LINE = 60;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--state",
            paramLabel = "状态",
            defaultValue = "new",
            description = "new 待答复，answered 已答复，all 全部。不写是 ${DEFAULT-VALUE}。")
    private String state = "";

    @Option(
            names = "--kind",
            paramLabel = "种类",
            defaultValue = "",
            description = "只看一种：mistake 报告错误，format 要别的格式，help 请人帮忙。")
    private String kind = "";

    @Option(
            names = "--page",
            paramLabel = "页",
            defaultValue = "1",
            description = "看第几页。不写是 ${DEFAULT-VALUE}。")
    private int page;

    @Option(
            names = "--size",
            paramLabel = "条",
            defaultValue = "20",
            description = "一页几条，最多 " + MOST + "。不写是 ${DEFAULT-VALUE}。")
    private int size;

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
                    if (page < 1 || size < 1 || size > MOST || page > Integer.MAX_VALUE / size) {
                        throw StoredMessages.mistyped(
                                "页数（--page）从 1 开始；条数（--size）从 1 到 " + MOST + "。");
                    }
                    var wanted = StoredMessages.state(state);
                    var wantedKind = StoredMessages.kind(kind);
                    var out = command.getOut();
                    int all = store.count(wanted, wantedKind);
                    var shown = store.list(wanted, wantedKind, (page - 1) * size, size);
                    shown.forEach(message -> print(message, out));
                    int pages = Math.max(1, (all + size - 1) / size);
                    out.println("共 " + all + " 条。第 " + page + " 页，共 " + pages + " 页。");
                    if (page < pages) {
                        out.println("下一页：--page " + (page + 1));
                    }
                    return 0;
                });
    }

    private static void print(Message message, PrintWriter out) {
        var draft = message.draft();
        out.println(
                "%s  %s  %s  %s  %s"
                        .formatted(
                                message.receipt(),
                                StoredMessages.time(message.receivedAt()),
                                message.state().label(),
                                draft.kind().label(),
                                start(draft.page())));
        if (draft.format() != null) {
            out.println("    要：" + draft.format().label());
        }
        if (!draft.words().isEmpty()) {
            out.println("    " + start(draft.words()));
        }
    }

    /// What fits a line.
    private static String start(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LINE)) + "……";
    }
}
