package tongtu.app;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Says what is wrong with a command line, in the language of those who type it.
final class Usage {
    private Usage() {}

    static int wrong(CommandLine.ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println(message(wrong));
        err.println("看怎么写：" + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String message(CommandLine.ParameterException wrong) {
        return switch (wrong) {
            case CommandLine.UnmatchedArgumentException unmatched -> unknown(unmatched);
            case CommandLine.MissingParameterException missing ->
                    missing.getMissing().stream()
                            .map(each ->
                                    each instanceof OptionSpec ? name(each) + " 后面的值" : name(each))
                            .collect(Collectors.joining("、", "少写了 ", "。"));
            case CommandLine.OverwrittenOptionException twice ->
                    name(twice.getOverwritten()) + " 写了两次。";
            default -> {
                var value = wrong.getValue();
                if (wrong.getArgSpec() != null) {
                    yield name(wrong.getArgSpec()) + " 后面的「" + value + "」不对。";
                }
                yield value == null ? "命令写错了。" : "没有「" + value + "」这个命令。";
            }
        };
    }

    private static String unknown(CommandLine.UnmatchedArgumentException unmatched) {
        var what = "不认识「" + String.join(" ", unmatched.getUnmatched()) + "」。";
        var near = unmatched.getSuggestions();
        if (near.isEmpty() && unmatched.isUnknownOption()) {
            var option = nearest(unmatched);
            near = option == null ? near : List.of(option);
        }
        return near.isEmpty() ? what : what + "是不是 " + String.join(" 或 ", near) + "？";
    }

    private static @Nullable String nearest(CommandLine.UnmatchedArgumentException unmatched) {
        var written = unmatched.getUnmatched().getFirst().replaceFirst("=.*", "");
        var options = unmatched.getCommandLine().getCommandSpec().optionsMap();
        return Spelling.nearest(
                written, options.keySet().stream().filter(each -> each.startsWith("--")).toList());
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}
