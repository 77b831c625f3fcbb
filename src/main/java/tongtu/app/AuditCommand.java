package tongtu.app;

import picocli.CommandLine.Command;

/// Who did what.
@Command(
        name = "audit",
        description = "操作记录：谁在什么时候做了什么。",
        subcommands = {AuditVerifyCommand.class, AuditExportCommand.class},
        mixinStandardHelpOptions = true)
final class AuditCommand {}
