package tongtu.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private static TrustedProxies trusting(String... proxies) {
        var read = TrustedProxies.read(List.of(proxies));
        assertNotNull(read);
        return read;
    }

    private static void isFrom(
            String expected, TrustedProxies proxies, String remote, String forwarded) {
        var address = InetAddress.ofLiteral(expected).getAddress();
        var network = address.length == 16 ? Arrays.copyOf(address, 8) : address;
        assertArrayEquals(network, proxies.client(remote, forwarded), forwarded);
    }

    @Test
    void nobodyIsBelievedWhoWasNotNamed() {
        isFrom("127.0.0.1", TrustedProxies.NONE, "127.0.0.1", "1.2.3.4");
        isFrom("9.9.9.9", trusting("127.0.0.1"), "9.9.9.9", "1.2.3.4");
    }

    @Test
    void theNearestClientThatIsNoProxyCounts() {
        var proxies = trusting("127.0.0.1", "10.0.0.0/8", "::1");
        isFrom("1.2.3.4", proxies, "127.0.0.1", "1.2.3.4");
        isFrom("1.2.3.4", proxies, "[::1]", "1.2.3.4");
        isFrom("1.2.3.4", proxies, "127.0.0.1", "6.6.6.6, 1.2.3.4, 10.1.2.3");
        isFrom("10.1.2.3", proxies, "127.0.0.1", "10.1.2.3");
        isFrom("127.0.0.1", proxies, "127.0.0.1", "");
        isFrom("127.0.0.1", proxies, "127.0.0.1", "");
        isFrom("127.0.0.1", proxies, "127.0.0.1", "1.2.3.4, localhost");
        isFrom("2001:db8::1", proxies, "127.0.0.1", "[2001:db8::1]");
    }

    @Test
    void anEndlessChainEnds() {
        isFrom(
                "10.0.0.1",
                trusting("10.0.0.0/8"),
                "10.0.0.1",
                "10.0.0.1,".repeat(10_000) + "10.0.0.1");
    }

    @Test
    void ipv6AddressesOfOneHouseholdAreOne() {
        var none = TrustedProxies.NONE;
        assertArrayEquals(
                none.client("2001:db8:1:2::1", ""), none.client("2001:db8:1:2:ffff::9", ""));
        isFrom("2001:db8:1:3::", none, "2001:db8:1:3::1", "");
        assertEquals(8, none.client("2001:db8:1:2::1", "").length);
        assertEquals(4, none.client("::ffff:1.2.3.4", "").length, "an IPv4 address in IPv6");
        assertEquals(8, none.client("fe80::1%eth0", "").length);
    }

    @Test
    void namesAndNonsenseAreNoProxies() {
        for (var bad :
                List.of(
                        "localhost",
                        "1.2.3",
                        "1.2.3.4/33",
                        "::1/129",
                        "1.2.3.4/",
                        "1.2.3.4/-1",
                        "",
                        "/8")) {
            assertNull(TrustedProxies.read(List.of(bad)), bad);
        }
        assertNotNull(TrustedProxies.read(List.of("0.0.0.0/0", "fd00::/8")));
    }
}
