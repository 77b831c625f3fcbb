package tongtu.app;

import picocli.CommandLine.Command;

/// The voices that read pages aloud.
@Command(
        name = "voices",
        description = "朗读用的声音：安装、查看。",
        mixinStandardHelpOptions = true,
        subcommands = {VoicesInstallCommand.class, VoicesListCommand.class})
final class VoicesCommand {}
