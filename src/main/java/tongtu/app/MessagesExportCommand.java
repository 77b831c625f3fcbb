package tongtu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tongtu.database.DatabaseUnavailable;
import tongtu.messages.MessageExport;
import tongtu.messages.MessageStore;
import tongtu.portal.PublicSite;

/// Writes messages for a spreadsheet or for another program.
@Command(
        name = "export",
        description = {
            "把留言写成表格（csv）或数据（json），UTF-8。",
            "表格里以 = + - @ 开头的格子前面加了一个 '，免得被当成公式。文件里有个人信息，用完请删除。"
        },
        mixinStandardHelpOptions = true)
final class MessagesExportCommand implements Callable<Integer>, Configured {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--state",
            paramLabel = "状态",
            defaultValue = "all",
            description = "new 待答复，answered 已答复，all 全部。不写是 ${DEFAULT-VALUE}。")
    private String state = "";

    @Option(
            names = "--format",
            paramLabel = "格式",
            defaultValue = "csv",
            description = "csv 或 json。不写是 ${DEFAULT-VALUE}。")
    private String format = "";

    @Option(names = "--output", paramLabel = "文件", description = "写到这个新文件里，只有自己能读。不写是标准输出。")
    private @Nullable Path output;

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
                    var export = export(format);
                    try {
                        if (output == null) {
                            write(export, store, command.getOut());
                            command.getOut().flush();
                        } else {
                            try (var out = open(output)) {
                                write(export, store, out);
                            }
                        }
                        return 0;
                    } catch (FileAlreadyExistsException e) {
                        return StoredMessages.cannot(command, "「" + output + "」已经在了，没有动它。请换一个名字。");
                    } catch (IOException | UncheckedIOException e) {
                        return StoredMessages.cannot(
                                command, "「" + output + "」写不进去：" + e.getMessage());
                    }
                });
    }

    private static MessageExport export(String format) throws Config.Wrong {
        return switch (format) {
            case "csv" -> new MessageExport.Csv(PublicSite.ZONE);
            case "json" -> new MessageExport.Json();
            default -> throw StoredMessages.mistyped("「" + format + "」不能用，可以写：csv、json。");
        };
    }

    private void write(MessageExport export, MessageStore store, Appendable out)
            throws IOException, DatabaseUnavailable, Config.Wrong {
        export.begin(out);
        store.each(
                StoredMessages.state(state),
                message -> {
                    try {
                        export.write(message, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        export.end(out);
    }

    private static Writer open(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var channel =
                isPosix
                        ? Files.newByteChannel(
                                file,
                                options,
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))
                        : Files.newByteChannel(file, options);
        return Channels.newWriter(channel, StandardCharsets.UTF_8);
    }
}
