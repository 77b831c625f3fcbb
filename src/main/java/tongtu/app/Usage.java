package tongtu.app;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Says what is wrong with a command line, in the language of those who type it.
final class Usage {
    private Usage() {}

    static int wrong(CommandLine.ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        command.getErr().println(message(wrong));
        command.getErr().println("看怎么写：" + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String message(CommandLine.ParameterException wrong) {
        var option = wrong.getArgSpec() instanceof OptionSpec spec ? spec.longestName() : "";
        return switch (wrong) {
            case CommandLine.UnmatchedArgumentException unmatched ->
                    "不认识「" + String.join(" ", unmatched.getUnmatched()) + "」。";
            case CommandLine.MissingParameterException missing when option.isEmpty() ->
                    "少写了："
                            + String.join(
                                    "、",
                                    missing.getMissing().stream()
                                            .map(each -> each.paramLabel())
                                            .toList())
                            + "。";
            case CommandLine.MissingParameterException _ -> option + " 后面少写了一项。";
            case CommandLine.OverwrittenOptionException _ -> option + " 写了两次。";
            default ->
                    option.isEmpty()
                            ? "命令写错了：" + wrong.getMessage()
                            : option + " 后面的「" + wrong.getValue() + "」不对。";
        };
    }
}
