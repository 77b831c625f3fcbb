package tongtu.web;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The proxies whose word about the client's address is taken: those that the site's operators
/// named, and no other.
public final class TrustedProxies {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /// Proxies that may stand behind each other.
    private static final int MOST_HOPS = 10;

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared bit by bit below.
    private record Network(byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((address[bit >> 3] & mask) != (other[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Reads addresses (`127.0.0.1`, `::1`) and networks (`10.0.0.0/8`); null when one is neither.
    public static @Nullable TrustedProxies read(List<String> texts) {
        var networks = new ArrayList<Network>();
        for (var text : texts) {
            int slash = text.indexOf('/');
            var address = address(slash < 0 ? text : text.substring(0, slash));
            if (address == null) {
                return null;
            }
            int most = address.length * 8;
            int bits = slash < 0 ? most : number(text.substring(slash + 1));
            if (bits < 0 || bits > most) {
                return null;
            }
            networks.add(new Network(address, bits));
        }
        return new TrustedProxies(List.copyOf(networks));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    /// The network that a request comes from: an IPv4 address, or the first half of an IPv6 one,
    /// which is what one household or office has. `remote` is who holds the connection; `forwarded`
    /// what X-Forwarded-For says, the nearest last, empty when it says nothing.
    byte[] client(String remote, String forwarded) {
        var client = address(remote);
        if (client == null) {
            return new byte[0];
        }
        var hops = forwarded.split(",", -1);
        for (int i = hops.length - 1, n = 0; i >= 0 && n < MOST_HOPS && trusts(client); i--, n++) {
            var hop = address(hops[i].strip());
            if (hop == null) {
                break;
            }
            client = hop;
        }
        return client.length == 16 ? Arrays.copyOf(client, 8) : client;
    }

    private boolean trusts(byte[] address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /// An address as it is written, without looking any name up; null when it is none.
    private static byte @Nullable [] address(String text) {
        var bare =
                text.startsWith("[") && text.indexOf(']') > 0
                        ? text.substring(1, text.indexOf(']'))
                        : text;
        int zone = bare.indexOf('%');
        if (!bare.matches("\\d+(\\.\\d+){3}|.*:.*")) {
            // Java takes 1.2.3 for 1.2.0.3.
            return null;
        }
        try {
            return InetAddress.ofLiteral(zone < 0 ? bare : bare.substring(0, zone)).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
