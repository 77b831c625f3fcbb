package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
    private static final Prebuilt PAGE = Prebuilt.page("<p>网页</p>".repeat(200));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | br",
                "gzip, deflate | gzip",
                "GZIP | gzip",
                "br | br",
                "deflate | identity",
                "'' | identity",
                "* | br",
                "*;q=0 | identity",
                "br;q=0, * | gzip",
                "br;q=0.5, gzip;q=0.8 | gzip",
                "gzip;q=0.8, br;q=0.8 | br",
                "br;q=0, gzip;q=0 | identity",
                "gzip;q=0.001 | gzip",
                "gzip ; q=0.5 , br ; q=0.4 | gzip",
                "identity, gzip;q=0.5 | identity",
                "identity;q=0.2, gzip;q=0.5 | gzip",
                "identity;q=0, br | br",
                "identity;q=0 | identity",
                "brotli, gzipped, xbr | identity",
                "gzip;q=2 | identity",
                "gzip;q=-1 | identity",
                "gzip;q=NaN | identity",
                "gzip;q=1e9 | identity",
                "gzip;q=0.12345 | identity",
                "gzip;x=1 | identity",
                ";;;,,,;q=,q | identity",
            })
    void theFormThatIsWantedMostIsSent(String header, String encoding) {
        assertEquals(encoding, PAGE.form(header).encoding());
    }
}
