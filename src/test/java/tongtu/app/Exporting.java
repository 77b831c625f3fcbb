package tongtu.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// The command that exports the sample, for tests elsewhere.
public final class Exporting {
    private Exporting() {}

    public static int run(PrintWriter said, String... arguments) {
        var all =
                new ArrayList<String>(List.of("export", "--without-forms", "--content", "content"));
        all.addAll(List.of(arguments));
        return Main.commandLine(said, said, java.util.Map.of()).execute(all.toArray(String[]::new));
    }

    public static int gallery(PrintWriter said, String folder) {
        return Main.commandLine(said, said, java.util.Map.of()).execute("gallery", folder);
    }
}
