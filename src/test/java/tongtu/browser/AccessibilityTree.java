package tongtu.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What Chromium tells screen readers about the page that is open, in reading order.
final class AccessibilityTree {
    /// A thing that is told: its role (`heading`, `link`, …), its accessible name, its properties
    /// (`level`, `expanded`, …) and the things in it.
    record Node(String role, String name, Map<String, String> properties, List<Node> children) {
        String property(String key) {
            return properties.getOrDefault(key, "");
        }

        /// As a screen reader's line: heading 2 "目录".
        String line() {
            var level = role.equals("heading") ? " " + property("level") : "";
            return role + level + " \"" + name + "\"";
        }

        /// The things of a role in it, at any depth; it may be one itself.
        List<Node> of(String wanted) {
            var found = new ArrayList<Node>();
            collect(wanted, found);
            return found;
        }

        private void collect(String wanted, List<Node> into) {
            if (role.equals(wanted)) {
                into.add(this);
            }
            children.forEach(child -> child.collect(wanted, into));
        }
    }

    /// Passed through: these say nothing of themselves.
    private static final Set<String> FURNITURE =
            Set.of("none", "generic", "InlineTextBox", "LineBreak", "presentation");

    private final List<Node> all = new ArrayList<>();
    private final Map<String, Map<String, Object>> byId = new HashMap<>();

    private AccessibilityTree() {}

    static AccessibilityTree of(Browser browser) {
        var tree = new AccessibilityTree();
        browser.cdp("Accessibility.enable", Map.of());
        var answer = browser.cdp("Accessibility.getFullAXTree", Map.of());
        Object root = null;
        for (var each : list(answer.get("nodes"))) {
            var node = map(each);
            tree.byId.put(String.valueOf(node.get("nodeId")), node);
            root = root == null ? node.get("nodeId") : root;
        }
        tree.read(String.valueOf(root), new ArrayList<>());
        // Kept on, the browser would keep every later page's tree up to date.
        browser.cdp("Accessibility.disable", Map.of());
        return tree;
    }

    /// Reads a node and those in it, in order; what is only furniture is passed through.
    private void read(String id, List<Node> into) {
        var raw = byId.get(id);
        if (raw == null) {
            return;
        }
        boolean isTold = !Boolean.TRUE.equals(raw.get("ignored")) && !FURNITURE.contains(role(raw));
        var inner = isTold ? new ArrayList<Node>() : into;
        if (isTold) {
            var node = new Node(role(raw), value(raw.get("name")), properties(raw), inner);
            into.add(node);
            all.add(node);
        }
        list(raw.get("childIds")).forEach(child -> read(String.valueOf(child), inner));
    }

    private static String role(Map<String, Object> raw) {
        return value(raw.get("role"));
    }

    private static String value(Object holder) {
        var value = map(holder).get("value");
        // Chromium puts a space before words that only screen readers get; Chinese has none there.
        return value == null ? "" : String.valueOf(value).strip().replace(" ：", "：");
    }

    private static Map<String, String> properties(Map<String, Object> raw) {
        var properties = new HashMap<String, String>();
        for (var each : list(raw.get("properties"))) {
            var property = map(each);
            properties.put(String.valueOf(property.get("name")), value(property.get("value")));
        }
        properties.put("description", value(raw.get("description")));
        return properties;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return object instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> list(Object object) {
        return object instanceof List<?> list ? list : List.of();
    }

    /// All that is told, in reading order.
    List<Node> nodes() {
        return all;
    }

    List<Node> of(String role) {
        return where(node -> node.role().equals(role));
    }

    List<Node> where(Predicate<Node> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /// The one thing of a role and name.
    Node the(String role, String name) {
        var found = where(node -> node.role().equals(role) && node.name().equals(name));
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " things are " + role + " \"" + name + "\"");
        }
        return found.getFirst();
    }

    /// The page read aloud: a line for each thing.
    List<String> aloud() {
        return all.stream()
                .filter(node -> !node.role().equals("RootWebArea"))
                .map(Node::line)
                .toList();
    }

    /// The words that are read, run together without spaces.
    String words() {
        var words = new StringBuilder();
        all.getFirst().children().forEach(child -> words(child, words));
        return words.toString().replaceAll("[\\s\\p{Z}]+", "");
    }

    private static void words(Node node, StringBuilder into) {
        switch (node.role()) {
            // The list's own number or dot.
            case "ListMarker" -> {}
            case "StaticText" -> into.append(node.name());
            // Its label is its name, and no text beside it.
            case "radio", "checkbox" -> into.append(node.name());
            // What was typed is no word of the page.
            case "textbox", "searchbox", "combobox" -> {}
            default -> node.children().forEach(child -> words(child, into));
        }
    }
}
