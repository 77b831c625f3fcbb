package tongtu.takeaway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of a form that was made: its pages, cells or milliseconds (0 where they do not
/// count), the characters that it has no glyph or cell for, and, of a PDF, the page that each unit
/// begins on.
record Facts(
        int pages, int cells, int milliseconds, List<String> unknown, Map<String, Integer> places) {
    static final Facts NONE = new Facts(0, 0, 0, List.of(), Map.of());

    Facts {
        unknown = List.copyOf(unknown);
        places = Map.copyOf(places);
    }

    /// As the lines of a file.
    byte[] bytes() {
        var lines = new ArrayList<String>();
        lines.add("pages\t" + pages);
        lines.add("cells\t" + cells);
        lines.add("milliseconds\t" + milliseconds);
        unknown.forEach(each -> lines.add("unknown\t" + each));
        new TreeMap<>(places).forEach((id, page) -> lines.add("place\t" + id + "\t" + page));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Null where a file was damaged: then it is as none.
    static @Nullable Facts read(byte[] bytes) {
        try {
            return parsed(bytes);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static Facts parsed(byte[] bytes) {
        int pages = -1;
        int cells = 0;
        int milliseconds = 0;
        var unknown = new ArrayList<String>();
        var places = new TreeMap<String, Integer>();
        for (var line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            var words = line.split("\t", -1);
            switch (words[0]) {
                case "pages" -> pages = Integer.parseInt(words[1]);
                case "cells" -> cells = Integer.parseInt(words[1]);
                case "milliseconds" -> milliseconds = Integer.parseInt(words[1]);
                case "unknown" -> unknown.add(words[1]);
                case "place" -> places.put(words[1], Integer.parseInt(words[2]));
                default -> throw new IllegalArgumentException("a line of facts " + words[0]);
            }
        }
        if (pages < 0) {
            throw new IllegalArgumentException("no facts");
        }
        return new Facts(pages, cells, milliseconds, unknown, places);
    }
}
