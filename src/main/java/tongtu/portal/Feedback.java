package tongtu.portal;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tongtu.database.DatabaseUnavailable;
import tongtu.messages.Draft;
import tongtu.messages.MessageKind;
import tongtu.messages.MessageStore;
import tongtu.messages.Receipt;
import tongtu.messages.Retention;
import tongtu.messages.WishedFormat;
import tongtu.web.Form;
import tongtu.web.FormTokens;
import tongtu.web.Problem;
import tongtu.web.RateLimit;
import tongtu.web.Reply;
import tongtu.web.Request;
import tongtu.web.Route;
import tongtu.web.Sent;

/// Writing to the body, and reading its answer. No account, no cookie, no puzzle; whatever goes
/// wrong, the form comes back with every word that was typed (decision 008).
public final class Feedback {
    private static final Logger LOG = Logger.getLogger(Feedback.class.getName());

    /// Bytes of a form. Far more than a message may have, so that what is too long comes back to be
    /// shortened.
    static final int BODY = 1024 * 1024;

    /// How long a form may stay open.
    static final Duration OPEN = Duration.ofHours(24);

    /// Messages of one network at once, and the pause after which there may be one more. A library
    /// or a day home is one network.
    static final int MESSAGES = 10;

    static final Duration MESSAGE_PAUSE = Duration.ofMinutes(1);

    /// The same for numbers looked up: nobody finds one by trying.
    static final int LOOK_UPS = 20;

    static final Duration LOOK_UP_PAUSE = Duration.ofSeconds(10);

    private final PublicSite site;
    private final MessageStore store;
    private final Retention retention;
    private final Said said;
    private final FormTokens tokens;
    private final RateLimit messages;
    private final RateLimit lookUps;
    private final AtomicBoolean isDown = new AtomicBoolean();

    /// `said` has receipts read aloud.
    public Feedback(
            PublicSite site,
            MessageStore store,
            Retention retention,
            Said said,
            InstantSource clock) {
        this.site = site;
        this.said = said;
        this.store = store;
        this.retention = retention;
        tokens = new FormTokens(OPEN, clock);
        messages = new RateLimit(MESSAGES, MESSAGE_PAUSE, clock);
        lookUps = new RateLimit(LOOK_UPS, LOOK_UP_PAUSE, clock);
    }

    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.add(Route.get(FeedbackAddresses.FEEDBACK, this::choose));
        routes.add(Route.get(FeedbackAddresses.RECEIPT, this::lookUp));
        for (var kind : MessageKind.values()) {
            var address = FeedbackAddresses.form(kind);
            routes.add(Route.get(address, request -> open(kind, request)));
            routes.add(Route.post(address, BODY, request -> send(kind, request)));
        }
        return List.copyOf(routes);
    }

    /// The name of a constant in forms: `LARGE_PRINT` is `large-print`.
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable FeedbackPages pages(Request request) {
        var around = site.surroundings();
        var words = FeedbackWords.in(request.query().get("lang").equals("en") ? "en" : "zh-CN");
        return around == null ? null : new FeedbackPages(around, words, retention, said);
    }

    private Reply choose(Request request) {
        var pages = pages(request);
        return pages == null ? notReady() : Reply.page(pages.choice());
    }

    private static Reply notReady() {
        return new Reply.Refusal(new Problem.Unavailable());
    }

    private Reply open(MessageKind kind, Request request) {
        var pages = pages(request);
        return pages == null
                ? notReady()
                : Reply.page(pages.form(draft(kind, request.query(), request), tokens.issue()));
    }

    private static Draft draft(MessageKind kind, Form form, Request request) {
        var format =
                Arrays.stream(WishedFormat.values())
                        .filter(each -> name(each).equals(form.get("format")))
                        .findFirst();
        return new Draft(
                kind,
                request.query().get("lang").equals("en") ? "en" : "zh-CN",
                form.get("page"),
                form.get("block"),
                kind == MessageKind.FORMAT ? format.orElse(null) : null,
                form.get("words"),
                form.get("contact"));
    }

    private Reply send(MessageKind kind, Request request) throws IOException {
        var pages = pages(request);
        if (pages == null) {
            return notReady();
        }
        return switch (request.sent()) {
            case Sent.Own(var form) -> send(kind, form, request, pages);
            // Another site may have filled it in: its reader looks at it first.
            case Sent.Foreign(var form) ->
                    again(403, draft(kind, form, request), pages, words(request).foreign());
            case Sent.Unreadable(var problem) -> new Reply.Refusal(problem);
        };
    }

    private static FeedbackWords words(Request request) {
        return FeedbackWords.in(request.query().get("lang").equals("en") ? "en" : "zh-CN");
    }

    private Reply send(MessageKind kind, Form form, Request request, FeedbackPages pages) {
        var draft = draft(kind, form, request);
        var token = form.get("token");
        var words = words(request);
        if (!draft.faults().isEmpty()) {
            var next = tokens.isFresh(token) ? token : tokens.issue();
            return Reply.page(422, pages.faulty(draft, next));
        }
        if (!form.get("homepage").isEmpty()) {
            return again(422, draft, pages, words.trapped());
        }
        try {
            var before = store.sent(draft, token);
            if (before != null) {
                return received(before, words);
            }
            if (!tokens.isFresh(token)) {
                return again(422, draft, pages, words.stale());
            }
            var wait = messages.take(request);
            if (!wait.isZero()) {
                var page = pages.notSent(draft, token, words.tooMany(wait.toSeconds()));
                return new Reply.Page(429, page, wait);
            }
            var receipt = store.add(draft, token);
            isDown.set(false);
            return receipt == null ? down(draft, token, pages, words) : received(receipt, words);
        } catch (DatabaseUnavailable e) {
            logOnce(e);
            return down(draft, token, pages, words);
        }
    }

    /// A failure is logged when it begins, not for everybody who meets it. Nothing of a message is
    /// in it.
    private void logOnce(DatabaseUnavailable e) {
        if (isDown.compareAndSet(false, true)) {
            LOG.log(Level.SEVERE, "messages cannot be kept: " + e.getMessage(), e);
        }
    }

    private Reply again(int status, Draft draft, FeedbackPages pages, String why) {
        return Reply.page(status, pages.notSent(draft, tokens.issue(), why));
    }

    /// Under the same token, so that a message that was kept after all is not kept twice.
    private static Reply down(Draft draft, String token, FeedbackPages pages, FeedbackWords words) {
        return new Reply.Page(
                503, pages.notSent(draft, token, words.down()), Duration.ofMinutes(2));
    }

    private static Reply received(Receipt receipt, FeedbackWords words) {
        return Reply.redirect(FeedbackAddresses.in(words, FeedbackPages.address(receipt)));
    }

    private Reply lookUp(Request request) {
        var pages = pages(request);
        if (pages == null) {
            return notReady();
        }
        var typed = request.query().get("number");
        var receipt = Receipt.read(typed);
        if (receipt == null) {
            return Reply.page(typed.isBlank() ? 200 : 404, pages.notFound(typed, false));
        }
        var words = words(request);
        var wait = lookUps.take(request);
        if (!wait.isZero()) {
            return new Reply.Page(429, pages.notNow(typed, words.lookUpLater()), wait);
        }
        try {
            var message = store.find(receipt);
            return message == null
                    ? Reply.page(404, pages.notFound(typed, true))
                    : Reply.page(pages.receipt(message));
        } catch (DatabaseUnavailable e) {
            logOnce(e);
            var page = pages.notNow(typed, words.lookUpLater());
            return new Reply.Page(503, page, Duration.ofMinutes(2));
        }
    }
}
