package tongtu.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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

    static final List<Key<?>> KEYS = List.of(Keys.DATA);

    private StoredMessages() {}

    /// What a command does with the messages; its exit status.
    interface Work {
        int run(MessageStore store) throws DatabaseUnavailable, Config.Wrong;
    }

    /// Runs it on the database of the data folder that a command was told.
    static int with(CommandLine command, Work work)
            throws IOException, DatabaseUnavailable, Config.Wrong {
        var data = Config.data(Configured.settings(command.getCommandSpec()));
        try (var database = new Database(data)) {
            var clock = InstantSource.system();
            return work.run(new MessageStore(database, clock, new SecureRandom()));
        }
    }

    static int cannot(CommandLine command, String why) {
        command.getErr().println(why);
        return Main.CANNOT;
    }

    static Config.Wrong mistyped(String message) {
        return new Config.Wrong(Main.MISTYPED, message);
    }

    /// Minutes in the county's time.
    static String time(Instant instant) {
        return TIME.format(instant.atZone(PublicSite.ZONE));
    }

    static Receipt receipt(String text) throws Config.Wrong {
        var receipt = Receipt.read(text);
        if (receipt == null) {
            throw mistyped("「" + text + "」不是回执号。回执号是 12 位 1 到 9 的数字，请再看一遍。");
        }
        return receipt;
    }

    /// The message with that number.
    static Message find(MessageStore store, Receipt receipt)
            throws DatabaseUnavailable, Config.Wrong {
        var message = store.find(receipt);
        if (message == null) {
            throw mistyped("没有 " + receipt + " 这条留言，或者已经按期删除。");
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
        throw mistyped("「" + text + "」不能用，可以写：" + String.join("、", names) + more + "。");
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
