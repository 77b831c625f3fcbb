package tongtu.app;

import java.io.IOException;
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
final class ServeCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--stop-after-warm-up", hidden = true)
    private boolean stopsAfterWarmUp;

    @Option(names = "--without-voices", description = "不下载朗读用的声音（约 330 MB）。已经装好的照常用。")
    private boolean withoutVoices;

    /// What was said to be wrong, so that only what is new is said.
    private Set<Finding> known = Set.of();

    @Override
    public List<Key<?>> keys() {
        return Keys.ALL;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Config.Wrong {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var all = Config.of(Configured.settings(spec));
        var config = withoutVoices || stopsAfterWarmUp ? all.withoutFetching() : all;
        Settings.unknownVariables(Keys.ALL, Configured.environment(spec)).forEach(err::println);
        try {
            var site =
                    Site.start(
                            config,
                            InstantSource.system(),
                            System.out,
                            this::progress,
                            this::report);
            out.println("通途已经打开：http://" + shown(config.host()) + ":" + site.port() + "/");
            out.flush();
            if (!site.obstacle().isEmpty()) {
                err.println("注意：网页照常能看，但是收不下留言。" + site.obstacle());
                err.flush();
            }
            site.mended().forEach(words -> err.println("修复：" + words));
            if (stopsAfterWarmUp) {
                WarmUp.run(site.port());
                site.close();
                return 0;
            }
            site.fetchVoices(words -> {
                err.println(words);
                err.flush();
            });
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(site)));
            Thread.currentThread().join();
            return 0;
        } catch (Server.CannotStart e) {
            err.println(e.getMessage());
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
