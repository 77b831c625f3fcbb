package tongtu.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.archive.Archive;
import tongtu.archive.Person;
import tongtu.audit.AuditLog;
import tongtu.audit.Deed;
import tongtu.database.DatabaseUnavailable;
import tongtu.document.Document;
import tongtu.document.Proofreading;
import tongtu.markdown.DocumentFile;
import tongtu.markdown.RetiredFile;

/// The moment of publication. What was asked for waits in the database; one thread does it: has the
/// forms made, makes the commit, notes it, and shows it. After a kill in between, what is missing
/// is done at the start: the commit is made or it is not, and what is seen is what is committed.
public final class Releasing implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Releasing.class.getName());

    /// What was due so long ago was missed: the program was not running.
    private static final Duration LATE = Duration.ofMinutes(2);

    private static final Duration BEAT = Duration.ofSeconds(1);

    /// How often pushed branches are looked for, in beats.
    private static final int BRANCHES = 5;

    private final Office office;
    private final Archive archive;
    private final Path root;
    private final Showing showing;
    private final Publication publication;
    private final Arrivals arrivals;
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
        publication = new Publication(office, archive);
        arrivals = new Arrivals(office, archive, drafting);
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
        var id = last.trailer(Publication.APPOINTMENT);
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
                    arrivals.takeBranches();
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

    /// Something may be due.
    public void ring() {
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

    /// Reads a text with the ledger that its document has now.
    DocumentFile read(DocumentPath path, String text) throws IOException {
        return publication.read(path, text);
    }

    /// Takes what was published before there was a desk as a first revision.
    void adopt(DocumentPath path) throws DatabaseUnavailable, IOException {
        arrivals.adopt(path);
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
                            return new Publication.Ready(
                                    revision,
                                    Texts.state(connection, path, appointment.number()),
                                    Texts.signatures(connection, path, appointment.number()),
                                    Publication.names(connection, path, appointment.number()));
                        });
        boolean isAllowed =
                appointment.action() == Appointment.Action.EMERGENCY
                        || read.state() == State.APPROVED
                        || read.state() == State.SCHEDULED;
        if (!isAllowed) {
            throw new Refused("这一稿现在是「" + read.state().label() + "」，不能发布。");
        }
        var file = publication.read(path, read.revision());
        var document = file.parsed().document();
        if (document == null) {
            throw new Refused("这一稿有错误，网页做不出来。请看检查结果，改好再交。");
        }
        publishPictures(path, document, read);
        if (appointment.waits()) {
            var missing = missing(file, Publication.proofs(path, read, document));
            if (!missing.isEmpty()) {
                return missing;
            }
        }
        var change = publication.change(path, read, file, document);
        var commit = archive.save(change, publication.signed(appointment, read, document));
        office.database()
                .write(connection -> {
                    record(connection, appointment, commit);
                    return true;
                });
        show(change);
        return "";
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

    /// Pictures come before the text that shows them, so that files with them can be made. Nothing
    /// leads to them yet.
    private void publishPictures(DocumentPath path, Document document, Publication.Ready ready)
            throws IOException, DatabaseUnavailable, InterruptedException {
        var pictures = publication.pictures(document);
        if (!pictures.isEmpty()) {
            var change = new Archive.Change(pictures, Set.of());
            var author =
                    ready.names()
                            .getOrDefault(ready.revision().author(), new Person("通途", "system"));
            archive.save(
                    change, new Archive.Signed(author, author, office.now(), "图片：" + path + "\n"));
            show(change);
        }
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
                                    : new Publication.Ready(
                                            Texts.required(connection, path, shown),
                                            Texts.state(connection, path, shown),
                                            List.of(),
                                            Publication.names(connection, path, shown));
                        });
        if (read == null
                || !read.state().isSeen()
                || read.revision().number() != appointment.number()) {
            throw new Refused("网站上现在没有这一稿。");
        }
        var document = publication.read(path, read.revision()).parsed().document();
        var title = document == null ? path.slug() : document.title();
        boolean isOff = appointment.action() == Appointment.Action.WITHDRAW;
        var retired =
                publication
                        .retired(archive.head())
                        .with(
                                new RetiredFile.Retired(
                                        path.toString(),
                                        isOff,
                                        LocalDate.ofInstant(office.now(), Publication.ZONE),
                                        title,
                                        appointment.reason().replaceAll("\\s+", " ")));
        var change =
                new Archive.Change(
                        Map.of(RetiredFile.NAME, retired.bytes()),
                        isOff ? Set.of(path.file()) : Set.of());
        var message = new StringBuilder(appointment.action().label() + "：" + title + "\n\n");
        var committer =
                read.names().getOrDefault(appointment.account(), new Person("通途", "system"));
        var commit =
                archive.save(
                        change, publication.signed(appointment, message, committer, committer));
        office.database()
                .write(connection -> {
                    record(connection, appointment, commit);
                    return true;
                });
        show(change);
    }

    /// The ends of the log that the commits of this site tell of.
    Map<Long, AuditLog.Witness> witnesses() throws IOException {
        return witnesses(archive);
    }

    /// The ends of the log that commits tell of.
    public static Map<Long, AuditLog.Witness> witnesses(Archive archive) throws IOException {
        var witnesses = new LinkedHashMap<Long, AuditLog.Witness>();
        for (var entry : archive.since(null)) {
            var parts = entry.trailer(Publication.AUDIT).split(" ", -1);
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
