package tongtu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.document.Document;
import tongtu.document.Finding;
import tongtu.intake.FindingsFile;
import tongtu.intake.Import;
import tongtu.intake.Refusal;

/// Brings files into a content folder as Markdown.
@Command(
        name = "import",
        description = {
            "把 .txt 或 .md 文件变成网站的一页（Markdown），放进文件夹。",
            "凡是猜的、看着不对的，都列出来，也记在旁边的 .findings 里，由人决定；原文的字一个不改。"
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件", arity = "1..*", description = "要导入的 .txt 或 .md 文件。")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--into",
            paramLabel = "文件夹",
            required = true,
            description = "放进哪个文件夹，如 content/policies。没有就新建。")
    private Path folder = Path.of("");

    @Option(names = "--name", paramLabel = "名字", description = "网址里用的名字。不写就用文件名。一次只能导入一个文件时用。")
    private @Nullable String name;

    @Option(names = "--replace", description = "同名的页来自别的文件，或导入以后有人改过，也换掉。")
    private boolean replaces;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        if (name != null && files.size() > 1) {
            err.println("--name 一次只能给一个文件用。");
            return spec.exitCodeOnInvalidInput();
        }
        int status = 0;
        for (var file : files) {
            var outcome = run(file);
            FindingLine.print(findings(outcome), spec.commandLine().getOut());
            switch (outcome) {
                case Import.Outcome.Written(var markdown, var document, var findings) ->
                        written(file, markdown, document, findings);
                case Import.Outcome.Refused(var refusal, var findings) -> {
                    status = Math.max(status, findings.isEmpty() ? Main.CANNOT : 1);
                    err.println(
                            FindingLine.clean(
                                    "没有导入 %s：%s%s"
                                            .formatted(file, refusal.message(), refusal.remedy())));
                }
            }
        }
        return status;
    }

    private Import.Outcome run(Path file) {
        try {
            return new Import(file, folder, name, replaces).run();
        } catch (IOException e) {
            return new Import.Outcome.Refused(
                    new Refusal("读写文件时出错（%s）。".formatted(e.getMessage()), "检查文件夹的权限和磁盘空间。"),
                    List.of());
        }
    }

    private static List<Finding> findings(Import.Outcome outcome) {
        return switch (outcome) {
            case Import.Outcome.Written(_, _, var findings) -> findings;
            case Import.Outcome.Refused(_, var findings) -> findings;
        };
    }

    private void written(Path file, Path markdown, Document document, List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(FindingLine.clean("%s → %s：《%s》".formatted(file, markdown, document.title())));
        out.println(
                FindingLine.clean(
                        "%s 记在 %s"
                                .formatted(
                                        FindingLine.counts(findings),
                                        markdown.toString()
                                                .replaceFirst("\\.md$", FindingsFile.ENDING))));
        out.flush();
    }
}
