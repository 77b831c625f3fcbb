package tongtu.takeaway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;
import tongtu.Shared;
import tongtu.document.Document;
import tongtu.intake.Import;
import tongtu.markdown.Content;
import tongtu.markdown.ContentFolder;

/// The documents that forms are made of in tests: the plan where it is at hand, the eight statutes,
/// and our own content.
public final class RealDocuments {
    private static final Path LAWS = Path.of("src/test/resources/laws");

    private RealDocuments() {}

    /// The statutes and the plan as a content folder under `folder`.
    public static Content imported(Path folder) throws IOException {
        var policies = Files.createDirectories(folder.resolve("policies"));
        try (var laws = Files.list(LAWS)) {
            for (var law : laws.filter(file -> file.toString().endsWith(".md")).toList()) {
                new Import(law, policies, null, false).run();
            }
        }
        try {
            new Import(Shared.plan(), policies, null, false).run();
        } catch (TestAbortedException e) {
            // Only what is at hand.
        }
        return new ContentFolder(folder).load((_, _) -> {});
    }

    /// Our own content.
    public static Content own() throws IOException {
        return new ContentFolder(Path.of("content")).load((_, _) -> {});
    }

    /// All of them.
    public static List<Document> all(Path folder) throws IOException {
        var all = new ArrayList<>(imported(folder).documents());
        all.addAll(own().documents());
        return all;
    }

    /// The plan.
    public static Document plan(Path folder) throws IOException {
        var policies = Files.createDirectories(folder.resolve("policies"));
        new Import(Shared.plan(), policies, null, false).run();
        return new ContentFolder(folder).load((_, _) -> {}).documents().getFirst();
    }
}
