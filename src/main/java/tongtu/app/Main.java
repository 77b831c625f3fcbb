package tongtu.app;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program: one command for each thing that people who run a site do.
@Command(
        name = "tongtu",
        description = "通途：无障碍的政务信息网站。一份 Markdown 文件，人人能读的网页。",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            InitCommand.class,
            ServeCommand.class,
            AccountCommand.class,
            AuditCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            GalleryCommand.class,
            CheckCommand.class,
            IdsCommand.class,
            MessagesCommand.class,
            SearchCommand.class,
            ReadingCommand.class,
            SpeakCommand.class,
            BrailleCommand.class,
            FormsCommand.class,
            ProofreadCommand.class,
            ProofCommand.class,
            TextCommand.class,
            VoicesCommand.class,
            EvaluateCommand.class,
            ConfigCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class
        },
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "[命令]",
        commandListHeading = "%n命令：%n",
        optionListHeading = "%n选项：%n",
        exitCodeListHeading = "%n退出状态：%n",
        exitCodeList = {"0:完成", "1:文件有错误", "2:命令写错了", "3:做不了，原因已说明"})
public final class Main {
    /// Work that could not be done, for a reason that was said.
    static final int CANNOT = 3;

    /// A command line that was written wrong.
    static final int MISTYPED = 2;

    private final Map<String, String> environment;

    private Main(Map<String, String> environment) {
        this.environment = environment;
    }

    Map<String, String> environment() {
        return environment;
    }

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(run(arguments));
    }

    /// Runs a command line; the exit status.
    static int run(String... arguments) {
        var out = new java.io.PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new java.io.PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return commandLine(out, err, System.getenv())
                .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    static CommandLine commandLine(
            java.io.PrintWriter out, java.io.PrintWriter err, Map<String, String> environment) {
        var line = new CommandLine(new Main(Map.copyOf(environment)));
        Configured.addOptions(line);
        return line.setResourceBundle(ResourceBundle.getBundle("tongtu.app.commands", Locale.ROOT))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Usage::wrong)
                .setExecutionExceptionHandler(new Breakdown());
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"tongtu " + (version == null ? "(not packaged)" : version)};
        }
    }
}
