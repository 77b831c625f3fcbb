package tongtu.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tongtu.account.Account;
import tongtu.archive.Merge;
import tongtu.audit.Deed;
import tongtu.database.DatabaseUnavailable;
import tongtu.database.Sql;

/// Writing: each person has their own text of a document, which is saved as they write, and is
/// handed in as a revision. What two people did to one text is put together by paragraph; what does
/// not go together is shown to who came second, and nothing of either is lost.
public final class Drafting {
    /// Characters of a text: what a Markdown file may have.
    static final int LONGEST = 2 * 1024 * 1024;

    /// Drafts of one person.
    private static final int MOST_DRAFTS = 500;

    private static final int NOTE = 500;

    private final Office office;

    public Drafting(Office office) {
        this.office = office;
    }

    /// What came of saving.
    public sealed interface Saving {
        /// It is the draft's text now.
        record Saved(int version) implements Saving {}

        /// It was put together with what had been saved elsewhere in the meantime.
        record Merged(int version) implements Saving {}

        /// It is kept as a version of its own, `mine`; the draft is as it was saved elsewhere, and
        /// both were made from `base`.
        record Conflict(int base, int mine) implements Saving {}

        record Refused(String words) implements Saving {}
    }

    /// The draft of a person, begun where there is none: from the last revision.
    Draft open(Account who, DocumentPath path, String fresh) throws DatabaseUnavailable {
        return office.database()
                .write(connection -> {
                    var draft = find(connection, who.id(), path);
                    return draft != null ? draft : begin(connection, who, path, fresh);
                });
    }

    @Nullable Draft find(Account who, DocumentPath path) throws DatabaseUnavailable {
        return office.database().read(connection -> find(connection, who.id(), path));
    }

    private Draft begin(Connection connection, Account who, DocumentPath path, String fresh)
            throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM draft WHERE account = ?", who.id())
                >= MOST_DRAFTS) {
            throw new Refused("您手上的草稿太多了，先交稿或放下几份。");
        }
        int last = Texts.last(connection, path);
        var text = last == 0 ? fresh : Texts.required(connection, path, last).text();
        int version = SavedTexts.add(connection, path.toString(), who.id(), text, office.now());
        Sql.update(
                connection,
                "INSERT INTO draft (path, account, base, version) VALUES (?, ?, ?, ?)",
                path.toString(),
                who.id(),
                last,
                version);
        return Objects.requireNonNull(find(connection, who.id(), path));
    }

    private static @Nullable Draft find(Connection connection, String account, DocumentPath path)
            throws SQLException {
        var base =
                Sql.first(
                        connection,
                        "SELECT base, version FROM draft WHERE path = ? AND account = ?",
                        row -> new int[] {row.getInt(1), row.getInt(2)},
                        path.toString(),
                        account);
        if (base == null) {
            return null;
        }
        var saved = SavedTexts.find(connection, path.toString(), account, base[1]);
        if (saved == null) {
            throw new IllegalStateException("a draft without its text");
        }
        return new Draft(path, account, base[0], base[1], saved.text(), saved.at());
    }

    /// The drafts of a person.
    List<Draft> of(Account who) throws DatabaseUnavailable {
        return office.database()
                .read(connection -> {
                    var drafts = new ArrayList<Draft>();
                    for (var text :
                            Sql.list(
                                    connection,
                                    "SELECT path FROM draft WHERE account = ? ORDER BY path",
                                    row -> row.getString(1),
                                    who.id())) {
                        var path = DocumentPath.read(text);
                        var draft = path == null ? null : find(connection, who.id(), path);
                        if (draft != null) {
                            drafts.add(draft);
                        }
                    }
                    return drafts;
                });
    }

    /// Browsers part lines with two characters; a zero byte is no text to PostgreSQL.
    static String clean(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    }

    /// Saves a text that was made from the version `from` of the draft. `isAlone` is for a script
    /// that saves while one writes: it puts nothing together.
    Saving save(Account who, DocumentPath path, int from, String typed, boolean isAlone)
            throws DatabaseUnavailable {
        var text = clean(typed);
        if (text.length() > LONGEST) {
            return new Saving.Refused("这一篇太长，最多 " + LONGEST + " 个字。请分成几篇。");
        }
        try {
            return office.database()
                    .write(connection -> save(connection, who, path, from, text, isAlone));
        } catch (Refused e) {
            return new Saving.Refused(e.words());
        }
    }

    private Saving save(
            Connection connection,
            Account who,
            DocumentPath path,
            int from,
            String text,
            boolean isAlone)
            throws SQLException {
        var draft = find(connection, who.id(), path);
        if (draft == null) {
            // It was handed in elsewhere: what is typed now begins another.
            draft = begin(connection, who, path, "");
        }
        if (draft.text().equals(text)) {
            return new Saving.Saved(draft.version());
        }
        var base =
                from == draft.version()
                        ? draft.text()
                        : text(connection, who, path, from, draft.text());
        if (base.equals(draft.text())) {
            return new Saving.Saved(put(connection, draft, text));
        }
        var merge = Merge.of(base, text, draft.text());
        if (!isAlone && !merge.hasConflict()) {
            return new Saving.Merged(put(connection, draft, merge.text(List.of())));
        }
        int mine = SavedTexts.add(connection, path.toString(), who.id(), text, office.now());
        put(connection, draft, draft.text());
        return new Saving.Conflict(from, mine);
    }

    private static String text(
            Connection connection, Account who, DocumentPath path, int version, String otherwise)
            throws SQLException {
        var saved = SavedTexts.find(connection, path.toString(), who.id(), version);
        return saved == null ? otherwise : saved.text();
    }

    /// Makes a text the draft's; its version.
    private int put(Connection connection, Draft draft, String text) throws SQLException {
        int version =
                SavedTexts.add(
                        connection, draft.path().toString(), draft.account(), text, office.now());
        Sql.update(
                connection,
                "UPDATE draft SET version = ? WHERE path = ? AND account = ?",
                version,
                draft.path().toString(),
                draft.account());
        return version;
    }

    /// A version of a person's text of a document; null when there is none.
    @Nullable String version(Account who, DocumentPath path, int version)
            throws DatabaseUnavailable {
        return office.database()
                .read(connection -> {
                    var saved = SavedTexts.find(connection, path.toString(), who.id(), version);
                    return saved == null ? null : saved.text();
                });
    }

    List<SavedTexts.Line> versions(Account who, DocumentPath path, int most)
            throws DatabaseUnavailable {
        return office.database()
                .read(connection -> SavedTexts.lines(connection, path.toString(), who.id(), most));
    }

    /// Two texts that do not go together: `mine` is the draft's version of this number, or the
    /// draft itself; `theirs` what stands elsewhere.
    record Open(Merge merge, int mine, int revision) {}

    /// What is to be decided between the draft and a version that was saved apart from it.
    @Nullable Open between(Account who, DocumentPath path, int base, int mine)
            throws DatabaseUnavailable {
        return office.database()
                .read(connection -> {
                    var draft = find(connection, who.id(), path);
                    if (draft == null) {
                        return null;
                    }
                    var from = text(connection, who, path, base, draft.text());
                    var own = text(connection, who, path, mine, draft.text());
                    return new Open(Merge.of(from, own, draft.text()), mine, 0);
                });
    }

    /// What is to be decided between the draft and the revision that was handed in since it began.
    @Nullable Open against(Account who, DocumentPath path) throws DatabaseUnavailable {
        return office.database()
                .read(connection -> {
                    var draft = find(connection, who.id(), path);
                    int last = Texts.last(connection, path);
                    if (draft == null || last == draft.base()) {
                        return null;
                    }
                    return new Open(merge(connection, draft, last), draft.version(), last);
                });
    }

    private static Merge merge(Connection connection, Draft draft, int last) throws SQLException {
        var base =
                draft.base() == 0
                        ? ""
                        : Texts.required(connection, draft.path(), draft.base()).text();
        return Merge.of(base, draft.text(), Texts.required(connection, draft.path(), last).text());
    }

    /// Puts the decisions about a conflict into the draft. `revision` is the one that it was with,
    /// 0 for a version of the draft itself.
    Office.Outcome decide(Account who, DocumentPath path, int revision, String text)
            throws DatabaseUnavailable {
        return office.change(connection -> {
            var draft = find(connection, who.id(), path);
            if (draft == null) {
                throw new Refused("这份草稿已经不在了。");
            }
            int version = put(connection, draft, clean(text));
            if (revision > 0) {
                Sql.update(
                        connection,
                        "UPDATE draft SET base = ? WHERE path = ? AND account = ?",
                        revision,
                        path.toString(),
                        who.id());
            }
            return version;
        });
    }

    /// What came of handing in.
    public sealed interface HandingIn {
        /// It is revision `number`; `isMerged` says that others' changes were put in.
        record Done(int number, boolean isMerged) implements HandingIn {}

        /// Somebody else handed in something that does not go together with it.
        record Conflict() implements HandingIn {}

        record Refused(String words) implements HandingIn {}
    }

    /// Hands a draft in: the next revision, with what others handed in since it began.
    HandingIn handIn(Account who, DocumentPath path, String note) throws DatabaseUnavailable {
        if (note.length() > NOTE) {
            return new HandingIn.Refused("改动说明最多 " + NOTE + " 个字。");
        }
        try {
            return office.database().write(connection -> handIn(connection, who, path, note));
        } catch (Refused e) {
            return new HandingIn.Refused(e.words());
        }
    }

    private HandingIn handIn(Connection connection, Account who, DocumentPath path, String note)
            throws SQLException {
        var draft = find(connection, who.id(), path);
        if (draft == null) {
            throw new Refused("没有您的草稿，可能已经交过了。");
        }
        int last = Texts.last(connection, path);
        var text = draft.text();
        boolean isMerged = false;
        if (last != draft.base()) {
            var merge = merge(connection, draft, last);
            if (merge.hasConflict()) {
                return new HandingIn.Conflict();
            }
            text = merge.text(List.of());
            isMerged = true;
        }
        if (text.isBlank()) {
            throw new Refused("还没有写字。");
        }
        var before = last == 0 ? null : Texts.required(connection, path, last);
        if (before != null && before.text().equals(text)) {
            throw new Refused("和上一稿一个字也没有差，不用再交。");
        }
        int number =
                Texts.add(
                        connection,
                        new Texts.New(
                                path,
                                draft.base(),
                                isMerged ? last : 0,
                                who.id(),
                                who.display(),
                                note.strip(),
                                text),
                        office.now());
        replace(connection, path, last, who);
        remove(connection, draft);
        office.tell(connection, who, Deed.HANDED_IN, path, number, note);
        return new HandingIn.Done(number, isMerged);
    }

    /// A revision that nobody sees is out of the way when another comes.
    private void replace(Connection connection, DocumentPath path, int last, Account who)
            throws SQLException {
        if (last == 0) {
            return;
        }
        var state = Texts.state(connection, path, last);
        if (!state.isSeen() && state != State.WITHDRAWN && state != State.REPLACED) {
            Texts.step(
                    connection,
                    path,
                    last,
                    new Step(State.REPLACED, who.id(), office.now(), "有了新稿"));
            Appointments.cancel(connection, path, last, office.now(), "有了新稿");
        }
    }

    private static void remove(Connection connection, Draft draft) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM draft WHERE path = ? AND account = ?",
                draft.path().toString(),
                draft.account());
    }

    /// Lets a draft go. Its texts are kept, as all that were saved.
    Office.Outcome putDown(Account who, DocumentPath path) throws DatabaseUnavailable {
        return office.change(connection -> {
            var draft = find(connection, who.id(), path);
            if (draft == null) {
                throw new Refused("这份草稿已经不在了。");
            }
            remove(connection, draft);
            office.tell(connection, who, Deed.DRAFT_REMOVED, path, 0, "");
            return draft.version();
        });
    }

    /// Makes an old revision the newest: a new one with the same words.
    Office.Outcome goBack(Account who, DocumentPath path, int number) throws DatabaseUnavailable {
        return office.change(connection -> {
            var old = Texts.required(connection, path, number);
            int last = Texts.last(connection, path);
            if (old.text().equals(Texts.required(connection, path, last).text())) {
                throw new Refused("最新一稿就是这些字。");
            }
            int next =
                    Texts.add(
                            connection,
                            new Texts.New(
                                    path,
                                    last,
                                    0,
                                    who.id(),
                                    who.display(),
                                    "回到第 " + number + " 稿",
                                    old.text()),
                            office.now());
            replace(connection, path, last, who);
            office.tell(connection, who, Deed.REVERTED, path, next, "第 " + number + " 稿");
            return next;
        });
    }

    /// Takes a text that came from outside as a revision; 0 when it is the last one's already.
    int take(DocumentPath path, String authorName, String note, String text, Deed deed)
            throws DatabaseUnavailable {
        return office.database()
                .write(connection -> {
                    int last = Texts.last(connection, path);
                    if (last > 0 && Texts.required(connection, path, last).text().equals(text)) {
                        return 0;
                    }
                    int number =
                            Texts.add(
                                    connection,
                                    new Texts.New(path, last, 0, "", authorName, note, text),
                                    office.now());
                    office.log()
                            .add(
                                    connection,
                                    new tongtu.audit.AuditLog.Entry(
                                            tongtu.audit.AuditLog.SYSTEM,
                                            deed,
                                            path.toString(),
                                            String.valueOf(number),
                                            note));
                    return number;
                });
    }
}
