package tongtu.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import tongtu.web.Prebuilt;

/// Where each address of a site lies in a folder. The names can be written on any disk, memory
/// sticks with FAT among them: what they refuse is a hyphen, what is too long is cut, and where
/// that or letters of another size would make two names one, a few letters of a hash tell them
/// apart.
final class FileNames {
    /// Bytes of a name; disks take 255, and an ending is added.
    private static final int LONGEST = 200;

    private static final Set<String> RESERVED = reserved();

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /// Names for what is served, in the order of its addresses.
    FileNames(SortedMap<String, Prebuilt> served) {
        served.forEach((address, reply) ->
                files.put(address, file(address, reply.isPage() || !reply.location().isEmpty())));
    }

    /// The path of the file for an address, with slashes; null when nothing is served there.
    @org.jspecify.annotations.Nullable
    String of(String address) {
        var bare =
                address.length() > 1 && address.endsWith("/")
                        ? address.substring(0, address.length() - 1)
                        : address;
        return files.get(bare);
    }

    /// A name for a file that is served otherwise.
    void add(String address) {
        files.put(address, file(address, false));
    }

    /// All of them by address.
    Map<String, String> all() {
        return files;
    }

    private String file(String address, boolean isPage) {
        if (address.equals("/")) {
            taken.add("index.html");
            return "index.html";
        }
        var parts = address.substring(1).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(parts[i]);
        }
        var ending = isPage ? ".html" : "";
        var name = String.join("/", parts);
        var whole = name + ending;
        if (!taken.add(whole.toLowerCase(Locale.ROOT))) {
            int dot = isPage ? name.length() : name.lastIndexOf('.');
            int at = dot > name.lastIndexOf('/') ? dot : name.length();
            whole = name.substring(0, at) + "-" + hash(address) + name.substring(at) + ending;
            taken.add(whole.toLowerCase(Locale.ROOT));
        }
        return whole;
    }

    private static String part(String name) {
        var safe = name.replaceAll("[\\\\:*?\"<>|\\p{Cntrl}]", "-").replaceAll("[. ]+$", "-");
        int dot = safe.indexOf('.');
        var stem = (dot < 0 ? safe : safe.substring(0, dot)).toUpperCase(Locale.ROOT);
        boolean isChanged = !safe.equals(name) || RESERVED.contains(stem);
        boolean isLong = safe.getBytes(StandardCharsets.UTF_8).length > LONGEST;
        if (!isChanged && !isLong) {
            return safe;
        }
        int end = safe.lastIndexOf('.');
        var ending = end > 0 && safe.length() - end <= 12 ? safe.substring(end) : "";
        return cut(safe.substring(0, safe.length() - ending.length())) + "-" + hash(name) + ending;
    }

    /// As many whole characters as there is room for.
    private static String cut(String name) {
        int bytes = 0;
        int at = 0;
        while (at < name.length()) {
            int next = at + Character.charCount(name.codePointAt(at));
            bytes += name.substring(at, next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST - 40) {
                break;
            }
            at = next;
        }
        return name.substring(0, at);
    }

    private static String hash(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Names of devices, which one system keeps for itself.
    private static Set<String> reserved() {
        var names = new HashSet<>(Set.of("CON", "PRN", "AUX", "NUL"));
        for (int i = 0; i <= 9; i++) {
            names.add("COM" + i);
            names.add("LPT" + i);
        }
        return Set.copyOf(names);
    }
}
