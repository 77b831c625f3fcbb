package tongtu.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The site's own files (style, mark), read from the class path's folder `static` and served under
/// names that change with their bytes.
public final class Assets {
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Prebuilt> byAddress = new HashMap<>();

    /// `names` as in the folder: `css/tongtu.css`.
    public Assets(List<String> names) {
        for (var name : names) {
            var bytes =
                    name.endsWith(".js") || name.endsWith(".css") ? slim(read(name)) : read(name);
            int dot = name.lastIndexOf('.');
            var file = name.substring(name.lastIndexOf('/') + 1, dot);
            var address = "/assets/" + file + "." + ETag.of(bytes) + name.substring(dot);
            addresses.put(name, address);
            byAddress.put(address, Prebuilt.asset(bytes, ContentTypes.of(name)));
        }
    }

    /// The address of a file; a name that was not given is a mistake in a template.
    public String address(String name) {
        var address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return address;
    }

    public Map<String, Prebuilt> byAddress() {
        return Map.copyOf(byAddress);
    }

    /// Without indentation and without comments that have lines of their own: a tenth of what is
    /// sent. Our scripts and styles have no string that goes over lines.
    private static byte[] slim(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .filter(line -> !(line.startsWith("/*") && line.indexOf("*/") == line.length() - 2))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (var in = Assets.class.getResourceAsStream("/static/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no file static/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
