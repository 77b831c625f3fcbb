package tongtu.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// What must be true of every page as a screen reader gets it. Each rule gives the faults that it
/// finds, in words.
final class TreeRules {
    private static final Set<String> NAMED =
            Set.of(
                    "link",
                    "button",
                    "image",
                    "img",
                    "heading",
                    "navigation",
                    "region",
                    "table",
                    "textbox",
                    "radio",
                    "checkbox",
                    "combobox",
                    "searchbox",
                    "columnheader",
                    "rowheader",
                    "article",
                    "form",
                    "DisclosureTriangle",
                    "note",
                    "group");

    /// These need a name only where HTML gives them none by itself.
    private static final Set<String> MAY_BE_UNNAMED = Set.of("article", "group", "rowheader");

    private TreeRules() {}

    static List<String> faults(AccessibilityTree tree) {
        var faults = new ArrayList<String>();
        landmarks(tree, faults);
        headings(tree, faults);
        names(tree, faults);
        links(tree, faults);
        tables(tree, faults);
        return faults;
    }

    private static void landmarks(AccessibilityTree tree, List<String> faults) {
        for (var role : List.of("main", "banner", "contentinfo")) {
            if (tree.of(role).size() != 1) {
                faults.add(tree.of(role).size() + " landmarks " + role);
            }
        }
        var names = new ArrayList<String>();
        tree.where(node -> node.role().equals("navigation") || node.role().equals("region"))
                .forEach(node -> names.add(node.role() + node.name()));
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> faults.add("two landmarks named " + name));
    }

    private static void headings(AccessibilityTree tree, List<String> faults) {
        int before = 0;
        int first = 0;
        for (var heading : tree.of("heading")) {
            int level = Integer.parseInt(heading.property("level"));
            first += level == 1 ? 1 : 0;
            if (level > before + 1) {
                faults.add("from heading " + before + " to " + heading.line());
            }
            before = level;
        }
        if (first != 1) {
            faults.add(first + " headings of level 1");
        }
    }

    private static void names(AccessibilityTree tree, List<String> faults) {
        tree.where(node ->
                        NAMED.contains(node.role())
                                && !MAY_BE_UNNAMED.contains(node.role())
                                && node.name().isEmpty())
                .forEach(node -> faults.add("no name: " + node.line() + " " + node.properties()));
    }

    /// Links of one name lead to one place.
    private static void links(AccessibilityTree tree, List<String> faults) {
        var places = new HashMap<String, String>();
        for (var link : tree.of("link")) {
            var url = link.property("url");
            var other = places.putIfAbsent(link.name(), url);
            if (other != null && !other.equals(url)) {
                faults.add("two places for the link \"" + link.name() + "\": " + other + " " + url);
            }
            if (link.name().length() == 1 && !Character.isDigit(link.name().charAt(0))) {
                faults.add("a link that says nothing: " + link.line());
            }
        }
    }

    private static void tables(AccessibilityTree tree, List<String> faults) {
        for (var table : tree.of("table")) {
            var headers = count(table, "columnheader");
            if (headers == 0) {
                faults.add("no column headers: " + table.line());
            }
            if (count(table, "rowheader") == 0 && count(table, "row") > 1 && headers > 1) {
                faults.add("no row headers: " + table.line());
            }
        }
    }

    private static int count(AccessibilityTree.Node node, String role) {
        int count = node.role().equals(role) ? 1 : 0;
        for (var child : node.children()) {
            count += count(child, role);
        }
        return count;
    }
}
