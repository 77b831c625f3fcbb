package tongtu.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.messages.Draft;
import tongtu.messages.Fault;
import tongtu.messages.Message;
import tongtu.messages.MessageKind;
import tongtu.messages.Receipt;
import tongtu.messages.Retention;
import tongtu.messages.WishedFormat;

/// The pages for writing to the body, as of the site that is shown now, in one language.
final class FeedbackPages {
    private final Frames frames;
    private final PageNames names;
    private final FeedbackWords words;
    private final Retention retention;
    private final Said said;

    FeedbackPages(Surroundings around, FeedbackWords words, Retention retention, Said said) {
        this.said = said;
        frames = around.frames();
        names = new PageNames(around.library());
        this.words = words;
        this.retention = retention;
    }

    /// Where one chooses a form.
    FeedbackPage choice() {
        return choice(FormNotice.NONE, "", "");
    }

    /// The same with a number in its field that leads nowhere, and why.
    FeedbackPage notFound(String typed, boolean isNumber) {
        var link = new FormNotice.FieldLink("number", words.todoNumber());
        var notice = new FormNotice(words.errors(1), List.of(link), List.of());
        return choice(notice, typed, isNumber ? words.noMessage() : words.noNumber());
    }

    /// The same when nothing can be looked up now.
    FeedbackPage notNow(String typed, String line) {
        return choice(new FormNotice(words.notNow(), List.of(), List.of(line)), typed, "");
    }

    private FeedbackPage choice(FormNotice notice, String typed, String error) {
        var choices =
                Arrays.stream(MessageKind.values())
                        .map(kind ->
                                new FeedbackPage.Choice(
                                        FeedbackAddresses.form(kind, "", "", words),
                                        words.title(kind),
                                        words.line(kind)))
                        .toList();
        var lines = aloud(words.title(), notice);
        choices.forEach(choice -> lines.add(choice.text() + "：" + choice.line()));
        lines.add(words.number() + "：" + words.numberHint());
        return new FeedbackPage(
                heard(frame(words.title(), notice, FeedbackAddresses.FEEDBACK), lines),
                words,
                FeedbackAddresses.in(words.other(), FeedbackAddresses.FEEDBACK),
                notice,
                choices,
                FeedbackAddresses.RECEIPT,
                new FormField(
                        "number",
                        words.number(),
                        words.numberHint(),
                        error,
                        typed,
                        false,
                        false,
                        List.of()));
    }

    /// The form for a draft, with all that is in it.
    FeedbackFormPage form(Draft draft, String token) {
        return form(draft, token, List.of(), FormNotice.NONE);
    }

    /// The form for a draft that cannot be taken for these reasons.
    FeedbackFormPage faulty(Draft draft, String token) {
        var faults = draft.faults();
        var links =
                faults.stream()
                        .map(fault ->
                                new FormNotice.FieldLink(
                                        id(fault.field()), words.todo(fault, draft.kind())))
                        .toList();
        var notice =
                new FormNotice(words.errors(faults.size()), links, List.of(words.allStillThere()));
        return form(draft, token, faults, notice);
    }

    /// The form for a draft that was not taken, and what to do.
    FeedbackFormPage notSent(Draft draft, String token, String line) {
        var notice =
                new FormNotice(words.notSent(), List.of(), List.of(line, words.allStillThere()));
        return form(draft, token, List.of(), notice);
    }

    private FeedbackFormPage form(
            Draft draft, String token, List<Fault> faults, FormNotice notice) {
        var kind = draft.kind();
        var subject = subject(draft);
        var page = subject.page();
        var block = subject.block();
        var fields = fields(draft, subject, faults);
        var lines = aloud(words.title(kind), notice);
        for (var field : fields) {
            lines.add(field.label() + "：" + field.hint() + field.error());
            field.options().forEach(option -> lines.add(option.label()));
        }
        return new FeedbackFormPage(
                heard(frame(words.title(kind), notice, FeedbackAddresses.form(kind)), lines),
                words,
                words.title(kind),
                FeedbackAddresses.form(kind, page, block, words.other()),
                FeedbackAddresses.in(words, FeedbackAddresses.form(kind)),
                token,
                notice,
                subject,
                fields);
    }

    private FeedbackFormPage.Subject subject(Draft draft) {
        var text = names.name(draft.page(), draft.block());
        return text == null
                ? FeedbackFormPage.Subject.UNKNOWN
                : new FeedbackFormPage.Subject(
                        text,
                        Frames.other(names.language(draft.page()), words.language()),
                        Addresses.encoded(draft.page())
                                + (draft.block().isEmpty() ? "" : "#" + draft.block()),
                        draft.page(),
                        draft.block());
    }

    private List<FormField> fields(
            Draft draft, FeedbackFormPage.Subject subject, List<Fault> faults) {
        var kind = draft.kind();
        var fields = new ArrayList<FormField>();
        if (subject.text().isEmpty()) {
            fields.add(
                    new FormField(
                            id(Fault.Field.PAGE),
                            words.pageLabel(kind),
                            words.pageHint(),
                            error(Fault.Field.PAGE, faults, draft),
                            draft.page(),
                            false,
                            kind == MessageKind.FORMAT,
                            List.of()));
        }
        if (kind == MessageKind.FORMAT) {
            fields.add(
                    new FormField(
                            id(Fault.Field.FORMAT),
                            words.formatLabel(),
                            words.formatHint(),
                            error(Fault.Field.FORMAT, faults, draft),
                            "",
                            false,
                            true,
                            options(draft)));
        }
        fields.add(
                new FormField(
                        id(Fault.Field.WORDS),
                        words.wordsLabel(kind),
                        words.wordsHint(kind),
                        error(Fault.Field.WORDS, faults, draft),
                        draft.words(),
                        true,
                        kind != MessageKind.FORMAT,
                        List.of()));
        fields.add(
                new FormField(
                        id(Fault.Field.CONTACT),
                        words.contactLabel(),
                        words.contactHint(retention.contactDays()),
                        error(Fault.Field.CONTACT, faults, draft),
                        draft.contact(),
                        false,
                        false,
                        List.of()));
        return fields;
    }

    private List<FormField.Option> options(Draft draft) {
        var options = new ArrayList<FormField.Option>();
        for (var format : WishedFormat.values()) {
            var id = id(Fault.Field.FORMAT);
            options.add(
                    new FormField.Option(
                            options.isEmpty() ? id : id + "-" + (options.size() + 1),
                            Feedback.name(format),
                            words.format(format),
                            format == draft.format()));
        }
        return options;
    }

    private static String id(Fault.Field field) {
        return Feedback.name(field);
    }

    private String error(Fault.Field field, List<Fault> faults, Draft draft) {
        return faults.stream()
                .filter(fault -> fault.field() == field)
                .map(fault -> words.fault(fault, draft.kind(), draft))
                .findFirst()
                .orElse("");
    }

    /// What became of a message.
    ReceiptPage receipt(Message message) {
        var receipt = message.receipt();
        var answer = message.answer();
        var title = answer == null ? words.received() : words.answered();
        var facts = new ArrayList<DocumentPage.Fact>();
        facts.add(fact(words.what(), words.title(message.draft().kind())));
        facts.add(fact(words.receivedAt(), date(message.receivedAt())));
        facts.add(
                fact(
                        words.state(),
                        words.state(message.state())
                                + (answer == null ? "" : " · " + date(answer.at()))));
        return new ReceiptPage(
                heard(
                        frame(title, FormNotice.NONE, FeedbackAddresses.RECEIPT),
                        aloud(title, receipt, facts, answer)),
                words,
                title,
                FeedbackAddresses.in(words.other(), address(receipt)),
                receipt.grouped(),
                words.aloud(receipt),
                answer != null,
                facts,
                answer == null
                        ? List.of()
                        : answer.words().lines().filter(line -> !line.isBlank()).toList(),
                words.retention(retention.contactDays(), retention.messageDays()));
    }

    private List<String> aloud(
            String title,
            Receipt receipt,
            List<DocumentPage.Fact> facts,
            Message.@Nullable Answer answer) {
        var lines = new ArrayList<String>();
        lines.add(title);
        lines.add(words.receiptNumber() + "：" + words.aloud(receipt));
        facts.forEach(fact -> lines.add(fact.name() + "：" + String.join("，", fact.values())));
        lines.add(words.keepNumber());
        if (answer == null) {
            lines.add(words.willBeRead());
            lines.add(words.whereAnswer());
        } else {
            lines.add(words.answer());
            answer.words().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        }
        return lines;
    }

    /// What stands above a form, as it is read aloud; what was typed is not.
    private static List<String> aloud(String title, FormNotice notice) {
        var lines = new ArrayList<String>();
        lines.add(title);
        lines.add(notice.heading());
        notice.links().forEach(link -> lines.add(link.text()));
        lines.addAll(notice.lines());
        return lines;
    }

    private Frame heard(Frame frame, List<String> lines) {
        return frame.heard(said.keep(lines.getFirst(), lines, words.language()));
    }

    static String address(Receipt receipt) {
        return FeedbackAddresses.RECEIPT + "?number=" + receipt.digits();
    }

    private static DocumentPage.Fact fact(String name, String value) {
        return new DocumentPage.Fact(name, List.of(value));
    }

    private String date(Instant instant) {
        return Dates.of(LocalDate.ofInstant(instant, PublicSite.ZONE), words.language());
    }

    private Frame frame(String title, FormNotice notice, String address) {
        return frames.feedback(words, notice.isThere() ? words.errorTitle(title) : title, address);
    }
}
