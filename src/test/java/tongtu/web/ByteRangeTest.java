package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final int LENGTH = 100;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=0-0, 0, 0",
        "bytes=90-, 90, 99",
        "bytes=99-, 99, 99",
        "bytes=-10, 90, 99",
        "bytes=-1000, 0, 99",
        "bytes=50-1000, 50, 99",
        "bytes=0-999999999999999999, 0, 99",
    })
    void aRangeIsAPart(String header, int first, int last) {
        assertEquals(
                new ByteRange.Asked.Part(new ByteRange(first, last)), ByteRange.of(header, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void aRangeBeyondTheEndIsNothing(String header) {
        assertEquals(new ByteRange.Asked.Nothing(), ByteRange.of(header, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=5-2",
                "bytes=0-1,3-4",
                "bytes=--5",
                "bytes=1-2-3",
                "lines=0-9",
                "bytes=0-99999999999999999999999999999999999999",
                "bytes=9999999999999999999-",
            })
    void whatIsNoSingleRangeGetsTheWhole(String header) {
        assertEquals(new ByteRange.Asked.Whole(), ByteRange.of(header, LENGTH));
    }
}
