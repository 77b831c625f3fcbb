package tongtu.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tongtu.database.Database;
import tongtu.database.DatabaseUnavailable;
import tongtu.messages.Message;
import tongtu.messages.MessageKind;
import tongtu.messages.MessageStore;
import tongtu.messages.Receipt;
import tongtu.portal.PublicSite;

/// The messages in a data folder, for the commands that work on them.
final class StoredMessages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Option(
            names = "--data",
            paramLabel = "文件夹",
            defaultValue = "${env:TONGTU_HOME:-.}/data",
            description = "网站的数据文件夹。不写是 ${DEFAULT-VALUE}。")
    private Path data = Path.of("data");

    /// What a command does with the messages; its exit status.
    interface Work {
        int run(MessageStore store) throws DatabaseUnavailable, Config.Wrong;
    }

    int with(CommandLine command, Work work) {
        try (var database = new Database(data)) {
            var clock = InstantSource.system();
            return work.run(new MessageStore(database, clock, new SecureRandom()));
        } catch (Config.Wrong e) {
            command.getErr().println(e.getMessage());
            return command.getCommandSpec().exitCodeOnInvalidInput();
        } catch (DatabaseUnavailable e) {
            return cannot(command, String.valueOf(e.getMessage()));
        }
    }

    static int cannot(CommandLine command, String why) {
        command.getErr().println(why);
        return Main.CANNOT;
    }

    /// Minutes in the county's time.
    static String time(Instant instant) {
        return TIME.format(instant.atZone(PublicSite.ZONE));
    }

    static Receipt receipt(String text) throws Config.Wrong {
        var receipt = Receipt.read(text);
        if (receipt == null) {
            throw new Config.Wrong("「" + text + "」不是回执号。回执号是 12 位 1 到 9 的数字，请再看一遍。");
        }
        return receipt;
    }

    /// The message with that number.
    static Message find(MessageStore store, Receipt receipt)
            throws DatabaseUnavailable, Config.Wrong {
        var message = store.find(receipt);
        if (message == null) {
            throw new Config.Wrong("没有 " + receipt + " 这条留言，或者已经按期删除。");
        }
        return message;
    }

    /// The state of a name in small letters; null, which is every state, for `all`.
    static Message.@Nullable State state(String text) throws Config.Wrong {
        return text.equals("all") ? null : constant(Message.State.values(), text, "、all");
    }

    /// The kind of a name in small letters; null, which is every kind, for none.
    static @Nullable MessageKind kind(String text) throws Config.Wrong {
        return text.isEmpty() ? null : constant(MessageKind.values(), text, "");
    }

    private static <E extends Enum<E>> E constant(E[] constants, String text, String more)
            throws Config.Wrong {
        for (var constant : constants) {
            if (name(constant).equals(text)) {
                return constant;
            }
        }
        var names = Arrays.stream(constants).map(StoredMessages::name).toList();
        throw new Config.Wrong("「" + text + "」不能用，可以写：" + String.join("、", names) + more + "。");
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
