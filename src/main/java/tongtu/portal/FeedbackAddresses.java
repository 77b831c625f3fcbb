package tongtu.portal;

import java.util.Locale;
import tongtu.messages.MessageKind;

/// Where one writes to the body.
final class FeedbackAddresses {
    static final String FEEDBACK = "/feedback";
    static final String RECEIPT = FEEDBACK + "/receipt";

    private FeedbackAddresses() {}

    /// The form for a kind of message: `/feedback/mistake`.
    static String form(MessageKind kind) {
        return FEEDBACK + "/" + kind.name().toLowerCase(Locale.ROOT);
    }

    /// The form for a kind, about a page of this site (empty when it is not known) and a place on
    /// it, in a language.
    static String form(MessageKind kind, String page, String block, FeedbackWords words) {
        var query = new StringBuilder();
        add("page", page, query);
        add("block", block, query);
        return in(words, form(kind) + query);
    }

    /// An address of these pages in a language; Chinese needs no mark.
    static String in(FeedbackWords words, String address) {
        return words == FeedbackWords.CHINESE
                ? address
                : address + (address.indexOf('?') < 0 ? '?' : '&') + "lang=en";
    }

    private static void add(String name, String value, StringBuilder query) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
            query.append(Addresses.encoded(value));
        }
    }
}
