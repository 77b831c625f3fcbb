package tongtu.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.document.Proofreading;
import tongtu.document.Proofreading.Medium;
import tongtu.document.Proofreading.Proof;
import tongtu.markdown.ContentFolder;
import tongtu.portal.PublicSite;
import tongtu.takeaway.Cover;

/// Records who proofread which revision of a document.
@Command(
        name = "proofread",
        description = {
            "记下谁校对过一份文件现在的这个版本，写进内容文件夹的 proofread.tsv。",
            "记下以后，网页和各种形式的文件都写上谁、哪一天校对过；文件一改，就又写“没有校对”。"
        },
        mixinStandardHelpOptions = true)
final class ProofreadCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "路径", description = "文件在内容文件夹里的路径，不带 .md，如 policies/plan。")
    private String path = "";

    @Option(names = "--by", paramLabel = "姓名", required = true, description = "谁校对的。会写在网页上。")
    private String who = "";

    @Option(names = "--braille", description = "校对的是盲文；不写，是对照原文校对的文字。")
    private boolean isBraille;

    @Option(names = "--date", paramLabel = "日期", description = "哪一天校对完的，如 2026-11-30；不写是今天。")
    private @Nullable LocalDate date;

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.CONTENT);
    }

    @Override
    public Integer call() throws IOException, Config.Wrong {
        var err = spec.commandLine().getErr();
        var content = Config.content(Configured.settings(spec));
        var file = new ContentFolder(content).file(path);
        var document = file == null ? null : file.parsed().document();
        if (document == null) {
            err.println("没有「" + FindingLine.clean(path) + "」这份文件，或者它读不了。用 ./tongtu check 看哪里不对。");
            return Main.CANNOT;
        }
        if (who.isBlank() || who.contains("\t") || who.contains("\n") || who.length() > 60) {
            err.println("姓名写一行，不超过 60 个字。");
            return Main.MISTYPED;
        }
        var day = date;
        var proof =
                new Proof(
                        path,
                        Cover.revision(document),
                        isBraille ? Medium.BRAILLE : Medium.TEXT,
                        who.strip(),
                        day == null
                                ? LocalDate.ofInstant(
                                        InstantSource.system().instant(), PublicSite.ZONE)
                                : day);
        var target = content.resolve(Proofreading.NAME);
        var before = Files.isRegularFile(target) ? Files.readString(target) : "";
        var end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        NamedFile.write(
                target, (before + end + proof.line() + "\n").getBytes(StandardCharsets.UTF_8));
        spec.commandLine().getOut().println("记下了：" + proof.line().replace('\t', ' '));
        return 0;
    }
}
