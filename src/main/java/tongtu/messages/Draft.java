package tongtu.messages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.language.Characters;

/// What somebody typed, however much of it, in the fields of a form. Characters that no text may
/// hold are gone; nothing else is lost.
///
/// `page` is the address of the page it is about, or its name as the writer knows it; `block` the
/// id of a place on that page; `format` is only for [MessageKind#FORMAT]; `contact` says how to
/// reach the writer. All but `words` may be empty.
public record Draft(
        MessageKind kind,
        String language,
        String page,
        String block,
        @Nullable WishedFormat format,
        String words,
        String contact) {
    /// Characters of a page's address or name.
    public static final int PAGE = 500;

    /// Characters of what is written: about four sheets of paper.
    public static final int WORDS = 5_000;

    /// Characters of how to reach the writer.
    public static final int CONTACT = 200;

    private static final int BLOCK = 40;
    private static final int LANGUAGE = 16;

    public Draft {
        if (language.isEmpty() || language.length() > LANGUAGE) {
            throw new IllegalArgumentException("language " + language.length());
        }
        page = line(page);
        block = line(block);
        block = block.length() > BLOCK ? "" : block;
        words = Characters.clean(words).replace("\r\n", "\n").replace('\r', '\n').strip();
        contact = line(contact);
    }

    private static String line(String text) {
        return Characters.clean(text).replaceAll("\\s+", " ").strip();
    }

    /// What its writer has to change, in the order of the fields; empty when it can be sent.
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (kind == MessageKind.FORMAT && isEmpty(page)) {
            faults.add(Fault.PAGE_MISSING);
        } else if (length(page) > PAGE) {
            faults.add(Fault.PAGE_LONG);
        }
        if (kind == MessageKind.FORMAT && format == null) {
            faults.add(Fault.FORMAT_MISSING);
        }
        if (needsWords() && isEmpty(words)) {
            faults.add(Fault.WORDS_MISSING);
        } else if (length(words) > WORDS) {
            faults.add(Fault.WORDS_LONG);
        }
        if (length(contact) > CONTACT) {
            faults.add(Fault.CONTACT_LONG);
        }
        return List.copyOf(faults);
    }

    /// A known format says all by itself.
    private boolean needsWords() {
        return kind != MessageKind.FORMAT || format == WishedFormat.OTHER;
    }

    /// How many characters a text has, as people count them.
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Whether there is nothing to see: spaces and characters of no width count for nothing.
    private static boolean isEmpty(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        !Character.isWhitespace(c)
                                && !Character.isSpaceChar(c)
                                && Character.getType(c) != Character.FORMAT
                                && Character.getType(c) != Character.NON_SPACING_MARK);
    }
}
