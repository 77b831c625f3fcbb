package tongtu.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tongtu.document.Finding;

/// The lists that staff keep in the content folder for searching.
public record Wordlists(Everyday everyday, BestBets bestBets, List<Finding> findings) {
    public static final Wordlists NONE = new Wordlists(Everyday.NONE, BestBets.NONE, List.of());

    public Wordlists {
        findings = List.copyOf(findings);
    }

    /// The lists of a content folder. `occurs` tells whether folded words stand in any text of the
    /// site, `exists` whether a page has an address.
    public static Wordlists read(Path content, Predicate<String> occurs, Predicate<String> exists)
            throws IOException {
        var findings = new ArrayList<Finding>();
        var everyday = Everyday.NONE;
        var synonyms = bytes(content.resolve(Everyday.FILE));
        if (synonyms != null) {
            var read = Everyday.read(synonyms, occurs);
            everyday = read.everyday();
            findings.addAll(read.findings());
        }
        var bestBets = BestBets.NONE;
        var bets = bytes(content.resolve(BestBets.FILE));
        if (bets != null) {
            var read = BestBets.read(bets, exists);
            bestBets = read.bestBets();
            findings.addAll(read.findings());
        }
        return new Wordlists(everyday, bestBets, findings);
    }

    private static byte @Nullable [] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(Lines.BYTES + 1);
        }
    }
}
