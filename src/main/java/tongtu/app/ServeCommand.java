package tongtu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tongtu.document.Finding;
import tongtu.web.Server;

/// Serves a content folder until it is told to stop.
@Command(
        name = "serve",
        description = "打开网站，直到按 Ctrl+C。保存文件以后，网页马上更新。",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "端口",
            defaultValue = "8080",
            description = "端口。不写是 ${DEFAULT-VALUE}；0 是任意空闲端口。")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "地址",
            defaultValue = "127.0.0.1",
            description = "监听的地址。不写是 ${DEFAULT-VALUE}，只有本机能打开。")
    private String host = "";

    @Option(
            names = "--content",
            paramLabel = "文件夹",
            defaultValue = "${env:TONGTU_HOME:-.}/content",
            description = "内容文件夹。不写是样例的 content。")
    private Path content = Path.of("content");

    @Option(
            names = "--base-url",
            paramLabel = "网址",
            defaultValue = "",
            description = "网站对外的地址，如 https://www.example.cn，用于固定链接。")
    private String baseUrl = "";

    @Option(
            names = "--data",
            paramLabel = "文件夹",
            defaultValue = "${env:TONGTU_HOME:-.}/data",
            description = "程序自己写文件的文件夹。不写是 ${DEFAULT-VALUE}。")
    private Path data = Path.of("data");

    @Option(
            names = "--keep-contacts",
            paramLabel = "天",
            defaultValue = "180",
            description = "留言人的联系方式保存几天，从答复时算起，没有答复的从收到时算起。不写是 ${DEFAULT-VALUE}。")
    private int contactDays;

    @Option(
            names = "--keep-messages",
            paramLabel = "天",
            defaultValue = "730",
            description = "整条留言保存几天，算法相同。不写是 ${DEFAULT-VALUE}。")
    private int messageDays;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "地址",
            split = ",",
            description = "前面的反向代理的地址或网段；只有它说的访客地址才算数，用来限制提交次数。可以写几个。")
    private List<String> proxies = List.of();

    @Option(names = "--stop-after-warm-up", hidden = true)
    private boolean stopsAfterWarmUp;

    /// What was said to be wrong, so that only what is new is said.
    private Set<Finding> known = Set.of();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        try {
            var config =
                    Config.of(host, port, content, baseUrl, data)
                            .keeping(contactDays, messageDays)
                            .behind(proxies);
            var site =
                    Site.start(
                            config,
                            InstantSource.system(),
                            System.out,
                            this::progress,
                            this::report);
            out.println("通途已经打开：http://" + shown(host) + ":" + site.port() + "/");
            out.flush();
            if (!site.obstacle().isEmpty()) {
                err.println("注意：网页照常能看，但是收不下留言。" + site.obstacle());
                err.flush();
            }
            if (stopsAfterWarmUp) {
                WarmUp.run(site.port());
                site.close();
                return 0;
            }
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(site)));
            Thread.currentThread().join();
            return 0;
        } catch (Config.Wrong | Server.CannotStart e) {
            err.println(e.getMessage());
            return Main.CANNOT;
        } catch (IOException e) {
            err.println("内容文件夹（--content）「" + content + "」读不了：" + e.getMessage());
            return Main.CANNOT;
        }
    }

    /// Ctrl+C, or a request by the system to end: requests under way are answered, and the program
    /// ends as one that did what it was told. (The Java machine by itself would report the signal.)
    private static void stop(Site site) {
        int status = 0;
        try {
            site.close();
        } catch (IOException | RuntimeException e) {
            System.err.println("关闭时出错：" + e.getMessage());
            status = Main.CANNOT;
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(status);
    }

    private static String shown(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private void progress(int done, int all) {
        if (all >= 500 && done % 500 == 0) {
            spec.commandLine().getErr().println("已读 %d / %d 个文件".formatted(done, all));
        }
    }

    private void report(List<Finding> findings) {
        var err = spec.commandLine().getErr();
        findings.stream()
                .filter(finding -> !known.contains(finding))
                .forEach(finding -> err.println(FindingLine.of(finding)));
        if (findings.isEmpty() && !known.isEmpty()) {
            err.println("文件都没有问题了。");
        }
        known = Set.copyOf(findings);
        err.flush();
    }
}
