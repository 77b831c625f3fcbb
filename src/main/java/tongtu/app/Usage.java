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
            case CommandLine.UnmatchedArgumentException unmatched ->
                    "不认识「" + String.join(" ", unmatched.getUnmatched()) + "」。";
            case CommandLine.MissingParameterException missing ->
                    missing.getMissing().stream()
                            .map(each ->
                                    each instanceof OptionSpec ? name(each) + " 后面的值" : name(each))
                            .collect(Collectors.joining("、", "少写了 ", "。"));
            case CommandLine.OverwrittenOptionException twice ->
                    name(twice.getOverwritten()) + " 写了两次。";
            default ->
                    wrong.getArgSpec() == null || wrong.getValue() == null
                            ? "命令写错了：" + wrong.getMessage()
                            : name(wrong.getArgSpec()) + " 后面的「" + wrong.getValue() + "」不对。";
        };
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}
