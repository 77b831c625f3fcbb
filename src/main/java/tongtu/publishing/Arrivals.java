package tongtu.publishing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tongtu.archive.Archive;
import tongtu.audit.Deed;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

/// Texts that come from the repository and not from the desk: what was there before, and branches
/// that somebody pushed.
final class Arrivals {
    private final Office office;
    private final Archive archive;
    private final Drafting drafting;

    Arrivals(Office office, Archive archive, Drafting drafting) {
        this.office = office;
        this.archive = archive;
        this.drafting = drafting;
    }

    /// Takes what is in the content folder and was never handed in here as a first revision that is
    /// published: a repository that came from elsewhere.
    void adopt(DocumentPath path) throws DatabaseUnavailable, IOException {
        var head = archive.head();
        var bytes = head == null ? null : archive.bytes(head, path.file());
        if (bytes == null) {
            return;
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        office.database()
                .write(connection -> {
                    if (Texts.last(connection, path) == 0) {
                        int number =
                                Texts.add(
                                        connection,
                                        new Texts.New(path, 0, 0, "", "原有内容", "", text),
                                        office.now());
                        Texts.step(
                                connection,
                                path,
                                number,
                                new Step(State.PUBLISHED, "", office.now(), "原有内容"));
                    }
                    return true;
                });
    }

    /// Branches that were pushed become drafts, each time that they move.
    void takeBranches() throws IOException, DatabaseUnavailable {
        for (var branch : archive.branches()) {
            var known =
                    office.database()
                            .read(connection ->
                                    Sql.first(
                                            connection,
                                            "SELECT head FROM pushed_branch WHERE branch = ?",
                                            row -> row.getString(1),
                                            branch.name()));
            if (!branch.last().commit().equals(known)) {
                take(branch);
            }
        }
    }

    private void take(Archive.Branch branch) throws IOException, DatabaseUnavailable {
        for (var file : branch.files()) {
            var path = DocumentPath.read(file.substring(0, file.length() - ".md".length()));
            var bytes = archive.bytes(branch.last().commit(), file);
            if (path != null && bytes != null) {
                adopt(path);
                drafting.take(
                        path,
                        branch.last().author(),
                        "分支 " + branch.name(),
                        Drafting.clean(new String(bytes, StandardCharsets.UTF_8)),
                        Deed.BRANCH_TAKEN);
            }
        }
        office.database()
                .write(connection -> {
                    int changed =
                            Sql.update(
                                    connection,
                                    "UPDATE pushed_branch SET head = ? WHERE branch = ?",
                                    branch.last().commit(),
                                    branch.name());
                    return changed > 0
                            ? changed
                            : Sql.update(
                                    connection,
                                    "INSERT INTO pushed_branch (branch, head) VALUES (?, ?)",
                                    branch.name(),
                                    branch.last().commit());
                });
    }
}
