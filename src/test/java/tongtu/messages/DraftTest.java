package tongtu.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static Draft draft(MessageKind kind, String page, WishedFormat format, String words) {
        return new Draft(kind, "zh-CN", page, "", format, words, "");
    }

    private static Draft draft(MessageKind kind, String page, String words) {
        return new Draft(kind, "zh-CN", page, "", null, words, "");
    }

    @Test
    void aMistakeAndACallForHelpNeedWordsOnly() {
        assertEquals(List.of(), draft(MessageKind.MISTAKE, "", "电话号码不对").faults());
        assertEquals(List.of(), draft(MessageKind.HELP, "", "请打电话给我").faults());
        assertEquals(List.of(Fault.WORDS_MISSING), draft(MessageKind.MISTAKE, "首页", "").faults());
    }

    @Test
    void aWishNeedsAPageAndAFormatAndWordsForOneThatIsNotListed() {
        assertEquals(
                List.of(Fault.PAGE_MISSING, Fault.FORMAT_MISSING),
                draft(MessageKind.FORMAT, "", "").faults());
        assertEquals(List.of(), draft(MessageKind.FORMAT, "规划", WishedFormat.BRAILLE, "").faults());
        assertEquals(
                List.of(Fault.WORDS_MISSING),
                draft(MessageKind.FORMAT, "规划", WishedFormat.OTHER, "").faults());
    }

    @Test
    void wordsThatCannotBeSeenAreNone() {
        for (var words :
                List.of(" ", "\n\n", "\u3000", "\u200b\u200d", "\u00a0\t", "\u0000", "\u0301")) {
            assertEquals(
                    List.of(Fault.WORDS_MISSING),
                    draft(MessageKind.HELP, "", words).faults(),
                    () -> "U+" + Integer.toHexString(words.codePointAt(0)));
        }
    }

    @Test
    void lengthIsCountedAsPeopleCount() {
        var rare = "𠮷".repeat(Draft.WORDS);
        assertEquals(List.of(), draft(MessageKind.HELP, "", rare).faults());
        assertEquals(List.of(Fault.WORDS_LONG), draft(MessageKind.HELP, "", rare + "𠮷").faults());
    }

    @Test
    void tooMuchIsKeptForItsWriterToShorten() {
        var long1 = "长".repeat(100_000);
        var draft = new Draft(MessageKind.MISTAKE, "zh-CN", long1, "", null, long1, long1);
        assertEquals(
                List.of(Fault.PAGE_LONG, Fault.WORDS_LONG, Fault.CONTACT_LONG), draft.faults());
        assertEquals(long1, draft.words());
        assertEquals(long1, draft.page());
        assertEquals(long1, draft.contact());
    }

    /// Direction controls could make staff read other words than were sent; an escape could write
    /// to their terminal.
    @Test
    void charactersThatMisleadAreTakenOut() {
        var draft =
                new Draft(
                        MessageKind.HELP,
                        "zh-CN",
                        "首\u0000页",
                        "a\nb",
                        null,
                        "一\u202e二\u001b[31m三\r\n四\r五\ud800",
                        "138\n0000\u2066");
        assertEquals("首页", draft.page());
        assertEquals("a b", draft.block());
        assertEquals("一二[31m三\n四\n五", draft.words());
        assertEquals("138 0000", draft.contact());
    }
}
