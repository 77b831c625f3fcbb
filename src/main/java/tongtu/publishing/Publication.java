package tongtu.publishing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tongtu.archive.Archive;
import tongtu.archive.Person;
import tongtu.database.DatabaseUnavailable;
import tongtu.document.Document;
import tongtu.document.LedgerFile;
import tongtu.document.Links;
import tongtu.document.Proofreading;
import tongtu.markdown.DocumentFile;
import tongtu.markdown.MarkdownParser;
import tongtu.markdown.RetiredFile;

/// What a publication writes: the files of the commit, and what the commit says.
final class Publication {
    static final String REVISION = "Tongtu-Revision";
    static final String APPOINTMENT = "Tongtu-Appointment";
    static final String AUDIT = "Tongtu-Audit";
    static final String NOTE = "Tongtu-Note";

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Office office;
    private final Archive archive;
    private final MarkdownParser parser = new MarkdownParser();

    Publication(Office office, Archive archive) {
        this.office = office;
        this.archive = archive;
    }

    /// A revision that is to be published, and who signed it.
    record Ready(
            Revision revision,
            State state,
            List<Signature> signatures,
            Map<String, Person> names) {}

    static Map<String, Person> names(Connection connection, DocumentPath path, int number)
            throws SQLException {
        var ids = new HashSet<>(Texts.writers(connection, path, number));
        Texts.signatures(connection, path, number).forEach(each -> ids.add(each.account()));
        Appointments.open(connection, path)
                .forEach(each -> {
                    ids.add(each.account());
                    ids.add(each.second());
                });
        var names = new HashMap<String, Person>();
        for (var id : ids) {
            if (!id.isEmpty()) {
                var account =
                        tongtu.database.Sql.first(
                                connection,
                                "SELECT display, name FROM account WHERE id = ?",
                                row -> new Person(row.getString(1), row.getString(2)),
                                id);
                if (account != null) {
                    names.put(id, account);
                }
            }
        }
        return names;
    }

    /// Reads a revision with the ledger that its document has now.
    DocumentFile read(DocumentPath path, Revision revision) throws IOException {
        return read(path, revision.text());
    }

    DocumentFile read(DocumentPath path, String text) throws IOException {
        var head = archive.head();
        var ledger = head == null ? null : archive.bytes(head, path + LedgerFile.ENDING);
        return DocumentFile.read(
                parser, path.toString(), text.getBytes(StandardCharsets.UTF_8), ledger);
    }

    /// What a commit changes that publishes a revision.
    Archive.Change change(DocumentPath path, Ready ready, DocumentFile file, Document document)
            throws IOException, DatabaseUnavailable {
        var head = archive.head();
        var written = new TreeMap<String, byte[]>();
        written.put(path.file(), ready.revision().text().getBytes(StandardCharsets.UTF_8));
        written.put(
                path + LedgerFile.ENDING,
                LedgerFile.write(file.ledger()).getBytes(StandardCharsets.UTF_8));
        var proofs = proofs(head, proofs(path, ready, document));
        if (proofs != null) {
            written.put(Proofreading.NAME, proofs);
        }
        var retired = retired(head).without(path.toString());
        if (head != null && archive.bytes(head, RetiredFile.NAME) != null) {
            written.put(RetiredFile.NAME, retired.bytes());
        }
        return new Archive.Change(written, Set.of());
    }

    /// The pictures that a text shows and that are not published yet; nothing where there are none.
    Map<String, byte[]> pictures(Document document) throws IOException, DatabaseUnavailable {
        var head = archive.head();
        var written = new TreeMap<String, byte[]>();
        for (var href : Links.pictures(document)) {
            var name = Pictures.name(href.text());
            if (name != null
                    && (head == null || archive.bytes(head, Pictures.file(name)) == null)) {
                var picture = Pictures.find(office.database(), name);
                if (picture != null) {
                    written.put(Pictures.file(name), picture.bytes());
                }
            }
        }
        return written;
    }

    RetiredFile retired(@Nullable String head) throws IOException {
        var bytes = head == null ? null : archive.bytes(head, RetiredFile.NAME);
        return bytes == null ? RetiredFile.NONE : RetiredFile.read(bytes);
    }

    /// 校 signed is proofreading: the page says who did it.
    static List<Proofreading.Proof> proofs(DocumentPath path, Ready ready, Document document) {
        var proofs = new ArrayList<Proofreading.Proof>();
        for (var signature : ready.signatures()) {
            if (signature.task() == Task.ORIGINAL) {
                var who = ready.names().get(signature.account());
                proofs.add(
                        new Proofreading.Proof(
                                path.toString(),
                                document.revision(),
                                Proofreading.Medium.TEXT,
                                who == null ? signature.account() : who.name(),
                                LocalDate.ofInstant(signature.at(), ZONE)));
            }
        }
        return proofs;
    }

    /// The file that tells who proofread what, with these; null when there are none.
    private byte @Nullable [] proofs(@Nullable String head, List<Proofreading.Proof> proofs)
            throws IOException {
        if (proofs.isEmpty()) {
            return null;
        }
        var lines = proofs.stream().map(Proofreading.Proof::line).toList();
        var before = head == null ? null : archive.bytes(head, Proofreading.NAME);
        var text = before == null ? "" : new String(before, StandardCharsets.UTF_8);
        text = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        return (text + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    Archive.Signed signed(Appointment appointment, Ready ready, Document document)
            throws DatabaseUnavailable {
        var names = ready.names();
        var committer = names.getOrDefault(appointment.account(), new Person("通途", "system"));
        var author =
                names.getOrDefault(
                        ready.revision().author(),
                        new Person(ready.revision().authorName(), "outside"));
        var message = new StringBuilder();
        message.append(appointment.action().label()).append("：").append(document.title());
        message.append("\n\n");
        if (!ready.revision().note().isEmpty()) {
            message.append(ready.revision().note()).append("\n\n");
            trailer(message, NOTE, ready.revision().note().replaceAll("\\s+", " "));
        }
        for (var signature : ready.signatures()) {
            var who = names.get(signature.account());
            trailer(
                    message,
                    "Reviewed-by",
                    (who == null ? signature.account() : who.name() + " <" + who.account() + ">")
                            + " ("
                            + Reviewing.label(signature.step())
                            + " "
                            + signature.task().label()
                            + ")");
        }
        return signed(appointment, message, author, committer);
    }

    Archive.Signed signed(
            Appointment appointment, StringBuilder message, Person author, Person committer)
            throws DatabaseUnavailable {
        if (!appointment.reason().isEmpty()) {
            trailer(message, "Tongtu-Reason", appointment.reason().replaceAll("\\s+", " "));
        }
        var head = office.log().head();
        trailer(message, REVISION, appointment.path() + "#" + appointment.number());
        trailer(message, APPOINTMENT, appointment.id());
        trailer(message, AUDIT, head.number() + " " + head.hash());
        return new Archive.Signed(author, committer, office.now(), message.toString());
    }

    private static void trailer(StringBuilder message, String name, String value) {
        message.append(name).append(": ").append(value).append('\n');
    }
}
