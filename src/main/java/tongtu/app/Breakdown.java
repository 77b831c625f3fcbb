package tongtu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tongtu.database.DatabaseUnavailable;

/// What a command that could not go on says: which file could not be used and why, in one sentence.
/// Anything else is a mistake of ours, whose trace helps whoever mends it. The status is 3.
final class Breakdown implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult arguments) {
        var cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
        if (cause instanceof Config.Wrong wrong) {
            String.valueOf(wrong.getMessage())
                    .lines()
                    .forEach(each -> line.getErr().println(FindingLine.clean(each)));
            return wrong.status();
        }
        if (cause instanceof DatabaseUnavailable unavailable) {
            line.getErr().println(unavailable.getMessage());
        } else if (cause instanceof IOException input) {
            line.getErr().println(sentence(input));
        } else {
            line.getErr().println("程序出错了。请把下面的内容告诉维护程序的人。");
            e.printStackTrace(line.getErr());
        }
        return Main.CANNOT;
    }

    private static String sentence(IOException e) {
        var why =
                switch (e) {
                    case NoSuchFileException _ -> "没有这个文件。";
                    case AccessDeniedException _ -> "没有权限。";
                    default ->
                            e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                };
        var file = e instanceof FileSystemException system ? system.getFile() : null;
        return file == null ? "读写出错：" + why : "「" + file + "」读写不了：" + why;
    }
}
