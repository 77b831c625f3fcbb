package tongtu.publishing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.account.Account;
import tongtu.account.Role;
import tongtu.archive.Archive;
import tongtu.archive.Person;
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.database.DatabaseUnavailable;
import tongtu.document.Document;
import tongtu.document.LedgerFile;
import tongtu.document.Links;
import tongtu.document.Proofreading;
import tongtu.markdown.DocumentFile;
import tongtu.markdown.MarkdownParser;
import tongtu.markdown.RetiredFile;

/// The moment of publication. What was asked for waits in the database; one thread does it: has the
/// forms made, makes the commit, notes it, and shows it. After a kill in between, what is missing
/// is done at the start: the commit is made or it is not, and what is seen is what is committed.
public final class Releasing implements AutoCloseable {
    static final String REVISION = "Tongtu-Revision";
    static final String APPOINTMENT = "Tongtu-Appointment";
    static final String AUDIT = "Tongtu-Audit";
    static final String NOTE = "Tongtu-Note";

    private static final Logger LOG = Logger.getLogger(Releasing.class.getName());
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int REASON = 1_000;

    /// What was due so long ago was missed: the program was not running.
    private static final Duration LATE = Duration.ofMinutes(2);

    private static final Duration BEAT = Duration.ofSeconds(1);

    /// How often pushed branches are looked for, in beats.
    private static final int BRANCHES = 5;

    private final Office office;
    private final Archive archive;
    private final Path root;
    private final Showing showing;
    private final Drafting drafting;
    private final MarkdownParser parser = new MarkdownParser();
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private final Set<Path> toShow = new HashSet<>();
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean isClosed;
    private boolean isFirstRound = true;
    private @Nullable Thread clerk;

    public Releasing(
            Office office, Archive archive, Path root, Showing showing, Drafting drafting) {
        this.office = office;
        this.archive = archive;
        this.root = root;
        this.showing = showing;
        this.drafting = drafting;
    }

    /// Mends what a kill left behind; what was mended, in words. Before the site is shown.
    public List<String> repair() throws IOException, DatabaseUnavailable {
        var mended = new ArrayList<>(archive.repair());
        var head = archive.head();
        if (head != null) {
            var last = archive.since(null).getLast();
            var unfinished = unfinished(last);
            if (unfinished != null) {
                office.database()
                        .write(connection -> {
                            record(connection, unfinished, last.commit());
                            return true;
                        });
                mended.add("上次发布的「" + unfinished.path() + "」已经提交，补上了记录");
            }
        }
        for (var words : mended) {
            office.log().add(new AuditLog.Entry(AuditLog.SYSTEM, Deed.REPAIRED, "", "", words));
        }
        return mended;
    }

    /// The appointment that a commit did and nobody noted; null when there is none.
    private @Nullable Appointment unfinished(Archive.Entry last) throws DatabaseUnavailable {
        var id = last.trailer(APPOINTMENT);
        if (id.isEmpty()) {
            return null;
        }
        var appointment = office.database().read(connection -> Appointments.find(connection, id));
        return appointment == null || appointment.doneAt() != null ? null : appointment;
    }

    /// Starts to do what is due.
    public void start() {
        clerk = Thread.ofPlatform().daemon().name("releasing").start(this::work);
    }

    private void work() {
        for (int beats = 0; !isClosed; beats++) {
            try {
                if (beats % BRANCHES == 0) {
                    takeBranches();
                }
                doDue();
                isFirstRound = false;
                rest();
            } catch (InterruptedException e) {
                return;
            } catch (DatabaseUnavailable | IOException | RuntimeException e) {
                LOG.log(Level.SEVERE, "what is due cannot be done now: " + e.getMessage(), e);
                try {
                    Thread.sleep(BEAT.multipliedBy(5));
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    private void rest() throws InterruptedException {
        boolean _ = bell.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
    }

    private void ring() {
        bell.release();
    }

    private void doDue() throws DatabaseUnavailable, IOException, InterruptedException {
        showCommitted();
        var open = office.database().read(connection -> Appointments.open(connection));
        for (var appointment : open) {
            if (isClosed) {
                return;
            }
            boolean isReady =
                    appointment.action() != Appointment.Action.EMERGENCY
                            || !appointment.second().isEmpty();
            if (isReady && !appointment.dueAt().isAfter(office.now())) {
                attempt(appointment);
            }
        }
    }

    /// Tries one; what stands in its way is told on its page, and it is tried again.
    private void attempt(Appointment appointment) throws DatabaseUnavailable, InterruptedException {
        try {
            var waiting = perform(appointment);
            if (waiting.isEmpty()) {
                problems.remove(appointment.id());
            } else {
                problems.put(appointment.id(), waiting);
            }
        } catch (Refused e) {
            fail(appointment, e.words());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, "cannot " + appointment.action() + " " + appointment.path(), e);
            problems.put(appointment.id(), "做不了：" + e.getMessage() + "。会自动再试；磁盘满了的，请腾出空间，不用重新启动。");
        }
    }

    /// Tells of what should have been done while the program was not running.
    private void late(Connection connection, Appointment appointment) throws SQLException {
        office.log()
                .add(
                        connection,
                        new AuditLog.Entry(
                                AuditLog.SYSTEM,
                                Deed.PUBLISHED_LATE,
                                appointment.path().toString(),
                                String.valueOf(appointment.number()),
                                "应在 "
                                        + Words.moment(appointment.dueAt())
                                        + " "
                                        + appointment.action().label()
                                        + "，那时程序没有开着"));
    }

    private void fail(Appointment appointment, String why) throws DatabaseUnavailable {
        problems.remove(appointment.id());
        office.database()
                .write(connection -> {
                    Appointments.done(connection, appointment.id(), office.now(), why);
                    if (Texts.state(connection, appointment.path(), appointment.number())
                            == State.SCHEDULED) {
                        Texts.step(
                                connection,
                                appointment.path(),
                                appointment.number(),
                                new Step(State.APPROVED, "", office.now(), why));
                    }
                    office.log()
                            .add(
                                    connection,
                                    new AuditLog.Entry(
                                            AuditLog.SYSTEM,
                                            Deed.PUBLISH_FAILED,
                                            appointment.path().toString(),
                                            String.valueOf(appointment.number()),
                                            why));
                    return true;
                });
    }

    /// What an appointment that is due waits for; empty when nothing is in its way.
    String problem(Appointment appointment) {
        return problems.getOrDefault(appointment.id(), "");
    }

    /// Does what is due; what it waits for, empty when it is done.
    private String perform(Appointment appointment)
            throws IOException, DatabaseUnavailable, InterruptedException {
        return switch (appointment.action()) {
            case PUBLISH, EMERGENCY -> publish(appointment);
            case WITHDRAW, ARCHIVE -> {
                retire(appointment);
                yield "";
            }
        };
    }

    private String publish(Appointment appointment)
            throws IOException, DatabaseUnavailable, InterruptedException {
        var path = appointment.path();
        var read =
                office.database()
                        .read(connection -> {
                            var revision = Texts.required(connection, path, appointment.number());
                            return new Ready(
                                    revision,
                                    Texts.state(connection, path, appointment.number()),
                                    Texts.signatures(connection, path, appointment.number()),
                                    names(connection, path, appointment.number()));
                        });
        boolean isAllowed =
                appointment.action() == Appointment.Action.EMERGENCY
                        || read.state() == State.APPROVED
                        || read.state() == State.SCHEDULED;
        if (!isAllowed) {
            throw new Refused("这一稿现在是「" + read.state().label() + "」，不能发布。");
        }
        var file = read(path, read.revision());
        var document = file.parsed().document();
        if (document == null) {
            throw new Refused("这一稿有错误，网页做不出来。请看检查结果，改好再交。");
        }
        publishPictures(path, document, read);
        if (appointment.waits()) {
            var missing = missing(file, proofs(path, read, document));
            if (!missing.isEmpty()) {
                return missing;
            }
        }
        var change = change(path, read, file, document);
        var commit = archive.save(change, signed(appointment, read, document));
        office.database()
                .write(connection -> {
                    record(connection, appointment, commit);
                    return true;
                });
        show(change);
        return "";
    }

    /// A revision that is to be published, and who signed it.
    private record Ready(
            Revision revision,
            State state,
            List<Signature> signatures,
            Map<String, Person> names) {}

    private static Map<String, Person> names(Connection connection, DocumentPath path, int number)
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

    /// Which required forms are not ready; empty when all are.
    private String missing(DocumentFile file, List<Proofreading.Proof> proofs) {
        var missing = new ArrayList<String>();
        for (var form : showing.prepare(file, proofs).forms()) {
            boolean isRequired =
                    form.group().equals("speech")
                            ? office.rules().waitsForSpeech()
                            : office.rules().waitsForFiles();
            if (isRequired
                    && form.progress() != Showing.Progress.READY
                    && form.progress() != Showing.Progress.ABSENT) {
                missing.add(form.name() + "（" + form.progress().label() + "）");
            }
        }
        return missing.isEmpty() ? "" : "在等各种形式做好，做好以后同时公布：" + String.join("、", missing);
    }

    private Archive.Change change(
            DocumentPath path, Ready ready, DocumentFile file, Document document)
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

    /// Pictures come before the text that shows them, so that files with them can be made. Nothing
    /// leads to them yet.
    private void publishPictures(DocumentPath path, Document document, Ready ready)
            throws IOException, DatabaseUnavailable, InterruptedException {
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
        if (!written.isEmpty()) {
            var change = new Archive.Change(written, Set.of());
            var author =
                    ready.names()
                            .getOrDefault(ready.revision().author(), new Person("通途", "system"));
            archive.save(
                    change, new Archive.Signed(author, author, office.now(), "图片：" + path + "\n"));
            show(change);
        }
    }

    private RetiredFile retired(@Nullable String head) throws IOException {
        var bytes = head == null ? null : archive.bytes(head, RetiredFile.NAME);
        return bytes == null ? RetiredFile.NONE : RetiredFile.read(bytes);
    }

    /// 校 signed is proofreading: the page says who did it.
    private static List<Proofreading.Proof> proofs(
            DocumentPath path, Ready ready, Document document) {
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

    private Archive.Signed signed(Appointment appointment, Ready ready, Document document)
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

    private Archive.Signed signed(
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

    /// Notes that an appointment came about; what a commit says it did.
    private void record(Connection connection, Appointment appointment, String commit)
            throws SQLException {
        var now = office.now();
        var path = appointment.path();
        int number = appointment.number();
        if (!Appointments.done(connection, appointment.id(), now, "")) {
            return;
        }
        var state =
                switch (appointment.action()) {
                    case PUBLISH, EMERGENCY -> State.PUBLISHED;
                    case WITHDRAW -> State.WITHDRAWN;
                    case ARCHIVE -> State.ARCHIVED;
                };
        if (isFirstRound && appointment.dueAt().plus(LATE).isBefore(now)) {
            late(connection, appointment);
        }
        int before = Texts.shown(connection, path);
        if (state == State.PUBLISHED && before > 0 && before != number) {
            Texts.step(
                    connection,
                    path,
                    before,
                    new Step(State.REPLACED, appointment.account(), now, "发布了第 " + number + " 稿"));
        }
        Texts.step(
                connection,
                path,
                number,
                new Step(state, appointment.account(), now, appointment.reason()));
        var deed =
                switch (state) {
                    case WITHDRAWN -> Deed.WITHDRAWN;
                    case ARCHIVED -> Deed.ARCHIVED;
                    default -> Deed.PUBLISHED;
                };
        var who = Office.signInName(connection, appointment.account());
        office.log()
                .add(
                        connection,
                        new AuditLog.Entry(
                                who,
                                deed,
                                path.toString(),
                                String.valueOf(number),
                                "提交 "
                                        + commit
                                        + (appointment.reason().isEmpty()
                                                ? ""
                                                : "；" + appointment.reason())));
    }

    private void show(Archive.Change change) throws IOException, InterruptedException {
        change.written().keySet().forEach(file -> toShow.add(root.resolve(file)));
        change.removed().forEach(file -> toShow.add(root.resolve(file)));
        showCommitted();
    }

    /// Shows what is committed; what fails is shown with the next beat.
    private void showCommitted() throws IOException, InterruptedException {
        if (!toShow.isEmpty()) {
            showing.show(Set.copyOf(toShow));
            toShow.clear();
        }
    }

    /// Takes a document down, or marks it as kept for the record.
    private void retire(Appointment appointment)
            throws IOException, DatabaseUnavailable, InterruptedException {
        var path = appointment.path();
        var read =
                office.database()
                        .read(connection -> {
                            int shown = Texts.shown(connection, path);
                            return shown == 0
                                    ? null
                                    : new Ready(
                                            Texts.required(connection, path, shown),
                                            Texts.state(connection, path, shown),
                                            List.of(),
                                            names(connection, path, shown));
                        });
        if (read == null
                || !read.state().isSeen()
                || read.revision().number() != appointment.number()) {
            throw new Refused("网站上现在没有这一稿。");
        }
        var document = read(path, read.revision()).parsed().document();
        var title = document == null ? path.slug() : document.title();
        boolean isOff = appointment.action() == Appointment.Action.WITHDRAW;
        var retired =
                retired(archive.head())
                        .with(
                                new RetiredFile.Retired(
                                        path.toString(),
                                        isOff,
                                        LocalDate.ofInstant(office.now(), ZONE),
                                        title,
                                        appointment.reason().replaceAll("\\s+", " ")));
        var change =
                new Archive.Change(
                        Map.of(RetiredFile.NAME, retired.bytes()),
                        isOff ? Set.of(path.file()) : Set.of());
        var message = new StringBuilder(appointment.action().label() + "：" + title + "\n\n");
        var committer =
                read.names().getOrDefault(appointment.account(), new Person("通途", "system"));
        var commit = archive.save(change, signed(appointment, message, committer, committer));
        office.database()
                .write(connection -> {
                    record(connection, appointment, commit);
                    return true;
                });
        show(change);
    }

    /// Why somebody may not publish a revision; empty when they may.
    String obstacle(Connection connection, Account who, DocumentPath path, int number)
            throws SQLException {
        if (who.may(Role.PUBLISHER, path.part())) {
            return "";
        }
        int last = office.rules().steps(path.kind());
        boolean signedLast =
                Texts.signatures(connection, path, number).stream()
                        .anyMatch(each -> each.step() == last && each.account().equals(who.id()));
        return office.rules().reviewerPublishes() && signedLast ? "" : "您没有发布的职责，也不是最后一审的人。";
    }

    /// Asks for a revision to be published, now (`at` is null) or at a time.
    Office.Outcome publish(
            Account who,
            DocumentPath path,
            int number,
            @Nullable Instant at,
            boolean waits,
            String reason)
            throws DatabaseUnavailable {
        if (!waits && reason.isBlank()) {
            return new Office.Outcome.Refused("不等各种形式做好就发布，要写理由。");
        }
        if (reason.length() > REASON) {
            return new Office.Outcome.Refused("理由最多 " + REASON + " 个字。");
        }
        if (at != null && !at.isAfter(office.now())) {
            return new Office.Outcome.Refused("定的时间已经过了。");
        }
        var outcome =
                office.change(connection -> {
                    if (Texts.last(connection, path) != number) {
                        throw new Refused("这一稿已经有了新的，请看最新一稿。");
                    }
                    var state = Texts.state(connection, path, number);
                    if (state != State.APPROVED && state != State.SCHEDULED) {
                        throw new Refused("这一稿还没有审完，不能发布。");
                    }
                    var obstacle = obstacle(connection, who, path, number);
                    if (!obstacle.isEmpty()) {
                        throw new Refused(obstacle);
                    }
                    var now = office.now();
                    Appointments.cancel(connection, path, number, now, "改了时间");
                    Appointments.add(
                            connection,
                            new Appointments.New(
                                    path,
                                    number,
                                    Appointment.Action.PUBLISH,
                                    at == null ? now : at,
                                    who.id(),
                                    reason.strip(),
                                    waits),
                            now);
                    if (at != null) {
                        Texts.step(
                                connection,
                                path,
                                number,
                                new Step(State.SCHEDULED, who.id(), now, Words.moment(at)));
                    }
                    office.tell(
                            connection,
                            who,
                            at == null ? Deed.PUBLISH_ASKED : Deed.SCHEDULED,
                            path,
                            number,
                            (at == null ? "" : Words.moment(at) + " ") + reason.strip());
                    return number;
                });
        ring();
        return outcome;
    }

    /// Gives up what was to be done to a document at a time.
    Office.Outcome cancel(Account who, DocumentPath path, String id) throws DatabaseUnavailable {
        return office.change(connection -> {
            var appointment = Appointments.find(connection, id);
            if (appointment == null
                    || appointment.doneAt() != null
                    || !appointment.path().equals(path)) {
                throw new Refused("已经做了，或者已经取消了。");
            }
            if (!who.may(Role.PUBLISHER, path.part()) && !appointment.account().equals(who.id())) {
                throw new Refused("只有定的人和有发布职责的人能取消。");
            }
            Appointments.done(connection, id, office.now(), "取消");
            if (Texts.state(connection, path, appointment.number()) == State.SCHEDULED) {
                Texts.step(
                        connection,
                        path,
                        appointment.number(),
                        new Step(State.APPROVED, who.id(), office.now(), "取消定时"));
            }
            office.tell(
                    connection,
                    who,
                    Deed.SCHEDULE_CANCELLED,
                    path,
                    appointment.number(),
                    appointment.action().label());
            return appointment.number();
        });
    }

    /// Asks for an emergency publication of a revision that is not reviewed; another has to agree.
    Office.Outcome askEmergency(Account who, DocumentPath path, int number, String reason)
            throws DatabaseUnavailable {
        if (reason.isBlank() || reason.length() > REASON) {
            return new Office.Outcome.Refused("紧急发布要写理由，最多 " + REASON + " 个字。");
        }
        return office.change(connection -> {
            if (Texts.last(connection, path) != number
                    || Texts.state(connection, path, number).isSeen()) {
                throw new Refused("只有最新的、还没有发布的一稿能紧急发布。");
            }
            if (Appointments.open(connection, path).stream()
                    .anyMatch(each -> each.action() == Appointment.Action.EMERGENCY)) {
                throw new Refused("已经有人要求紧急发布，等第二个人同意。");
            }
            var now = office.now();
            Appointments.add(
                    connection,
                    new Appointments.New(
                            path,
                            number,
                            Appointment.Action.EMERGENCY,
                            now,
                            who.id(),
                            reason.strip(),
                            false),
                    now);
            office.tell(connection, who, Deed.EMERGENCY_ASKED, path, number, reason.strip());
            return number;
        });
    }

    /// Agrees to an emergency publication; somebody else than who asked, with the duty to publish.
    Office.Outcome confirmEmergency(Account who, DocumentPath path, String id)
            throws DatabaseUnavailable {
        var outcome =
                office.change(connection -> {
                    var appointment = Appointments.find(connection, id);
                    if (appointment == null
                            || appointment.doneAt() != null
                            || !appointment.path().equals(path)
                            || appointment.action() != Appointment.Action.EMERGENCY) {
                        throw new Refused("没有等着同意的紧急发布。");
                    }
                    if (appointment.account().equals(who.id())) {
                        throw new Refused("要求的人不能自己同意，请第二个人来。");
                    }
                    if (!who.may(Role.PUBLISHER, path.part())) {
                        throw new Refused("您没有发布的职责。");
                    }
                    Appointments.second(connection, id, who.id());
                    office.tell(
                            connection,
                            who,
                            Deed.EMERGENCY_CONFIRMED,
                            path,
                            appointment.number(),
                            "");
                    return appointment.number();
                });
        ring();
        return outcome;
    }

    /// Asks for what is seen to be withdrawn or archived, now (`at` is null) or at a time.
    Office.Outcome retire(
            Account who,
            DocumentPath path,
            Appointment.Action action,
            @Nullable Instant at,
            String reason)
            throws DatabaseUnavailable {
        if (reason.isBlank() || reason.length() > REASON) {
            return new Office.Outcome.Refused("理由要写，最多 " + REASON + " 个字。它会写在网页上。");
        }
        if (at != null && !at.isAfter(office.now())) {
            return new Office.Outcome.Refused("定的时间已经过了。");
        }
        var outcome =
                office.change(connection -> {
                    if (!who.may(Role.PUBLISHER, path.part())) {
                        throw new Refused("您没有发布的职责。");
                    }
                    int shown = Texts.shown(connection, path);
                    if (shown == 0 || !Texts.state(connection, path, shown).isSeen()) {
                        throw new Refused("网站上现在没有这一篇。");
                    }
                    var now = office.now();
                    Appointments.add(
                            connection,
                            new Appointments.New(
                                    path,
                                    shown,
                                    action,
                                    at == null ? now : at,
                                    who.id(),
                                    reason.strip(),
                                    false),
                            now);
                    office.tell(
                            connection,
                            who,
                            at == null
                                    ? (action == Appointment.Action.WITHDRAW
                                            ? Deed.WITHDRAWN
                                            : Deed.ARCHIVED)
                                    : Deed.SCHEDULED,
                            path,
                            shown,
                            "要求" + action.label() + (at == null ? "" : "，" + Words.moment(at)));
                    return shown;
                });
        ring();
        return outcome;
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
    private void takeBranches() throws IOException, DatabaseUnavailable {
        for (var branch : archive.branches()) {
            var known =
                    office.database()
                            .read(connection ->
                                    tongtu.database.Sql.first(
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
                            tongtu.database.Sql.update(
                                    connection,
                                    "UPDATE pushed_branch SET head = ? WHERE branch = ?",
                                    branch.last().commit(),
                                    branch.name());
                    return changed > 0
                            ? changed
                            : tongtu.database.Sql.update(
                                    connection,
                                    "INSERT INTO pushed_branch (branch, head) VALUES (?, ?)",
                                    branch.name(),
                                    branch.last().commit());
                });
    }

    /// The ends of the log that the commits of this site tell of.
    Map<Long, AuditLog.Witness> witnesses() throws IOException {
        return witnesses(archive);
    }

    /// The ends of the log that commits tell of.
    public static Map<Long, AuditLog.Witness> witnesses(Archive archive) throws IOException {
        var witnesses = new LinkedHashMap<Long, AuditLog.Witness>();
        for (var entry : archive.since(null)) {
            var parts = entry.trailer(AUDIT).split(" ", -1);
            if (parts.length == 2 && parts[0].matches("[0-9]{1,18}") && !parts[0].equals("0")) {
                witnesses.put(
                        Long.parseLong(parts[0]),
                        new AuditLog.Witness(parts[1], "提交 " + entry.commit().substring(0, 12)));
            }
        }
        return witnesses;
    }

    @Override
    public void close() {
        isClosed = true;
        ring();
        var working = clerk;
        if (working != null) {
            try {
                working.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Objects.requireNonNull(archive).close();
    }
}
