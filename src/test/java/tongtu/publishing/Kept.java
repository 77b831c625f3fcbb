package tongtu.publishing;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import tongtu.database.Database;
import tongtu.database.Sql;

/// What the desk keeps, for tests of other rooms.
public final class Kept {
    private Kept() {}

    /// Every text that was ever saved of a document, by whomever.
    public static Set<String> texts(Database database, String path) throws Exception {
        return database.read(connection -> {
            var texts = new HashSet<String>();
            for (var account :
                    Sql.list(
                            connection,
                            "SELECT DISTINCT account FROM saved_text WHERE path = ?",
                            row -> row.getString(1),
                            path)) {
                for (var line : SavedTexts.lines(connection, path, account, 1_000_000)) {
                    texts.add(
                            Objects.requireNonNull(
                                            SavedTexts.find(
                                                    connection, path, account, line.version()))
                                    .text());
                }
            }
            return texts;
        });
    }
}
