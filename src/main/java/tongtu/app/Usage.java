package tongtu.app;

import java.util.stream.Collectors;
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
        return near.isEmpty() ? what : what + "是不是 " + String.join(" 或 ", near) + "？";
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}
