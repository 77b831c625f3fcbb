package tongtu.app;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.takeaway.Cover;
import tongtu.takeaway.PlainText;

/// Writes a document as plain text.
@Command(
        name = "text",
        description = "把一份文件（.md）写成纯文本：一段一行，表格一行一句，适合读屏软件和手机。",
        mixinStandardHelpOptions = true)
final class TextCommand implements Callable<Integer> {
    private static final Charset GB = Charset.forName("GB18030");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件", description = "一份 .md 文件。")
    private String name = "";

    @Option(names = "--gb", description = "用 GB 18030 编码，给老的软件用；不写是 UTF-8。要和 --out 一起用。")
    private boolean isGb;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "文件",
            description = "写到这个文件；不写，写在屏幕上。")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        var err = spec.commandLine().getErr();
        var file = out;
        if (isGb && file == null) {
            err.println("--gb 要和 --out 一起用：屏幕上的字不换编码。");
            return Main.MISTYPED;
        }
        var document = NamedFile.document(name);
        if (document == null) {
            err.println("「" + FindingLine.clean(name) + "」不是能读的 .md 文件。用 ./tongtu check 看哪里不对。");
            return Main.CANNOT;
        }
        var text = PlainText.of(document, Cover.of(document).lines(document));
        if (file == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            // Programs of that age want both signs at the end of a line.
            NamedFile.write(
                    file,
                    isGb
                            ? text.replace("\n", "\r\n").getBytes(GB)
                            : text.getBytes(StandardCharsets.UTF_8));
        }
        return 0;
    }
}
