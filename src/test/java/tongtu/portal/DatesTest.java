package tongtu.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31",
                "2026-1-31",
                "2026/1/31",
                "2026.1.31",
                "2026年1月31日",
                "2026 年 1 月 31 日",
                "２０２６年１月３１日",
                "20260131",
                "2026年1月31",
            })
    void aDayIsUnderstoodAsPeopleTypeIt(String typed) {
        assertEquals(LocalDate.of(2026, 1, 31), Dates.typed(typed, false));
        assertEquals(LocalDate.of(2026, 1, 31), Dates.typed(typed, true));
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2026年, 2026-01-01, 2026-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2026年2月, 2026-02-01, 2026-02-28",
        "202611, 2026-11-01, 2026-11-30"
    })
    void aYearOrAMonthReachesFromItsFirstDayToItsLast(
            String typed, LocalDate first, LocalDate last) {
        assertEquals(first, Dates.typed(typed, false));
        assertEquals(last, Dates.typed(typed, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "昨天",
                "26-1-31",
                "2026-13-01",
                "2026-02-30",
                "2026-1-31-1",
                "99999",
                "2026-00",
                "十月",
                "2026年31日"
            })
    void whatIsNoDayIsNone(String typed) {
        assertNull(Dates.typed(typed, false));
    }

    @Test
    void whatIsVeryLongIsNone() {
        assertNull(Dates.typed("1".repeat(100_000), false));
    }
}
