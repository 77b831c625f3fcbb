package tongtu.browser;

import java.util.ArrayList;
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
                    "form",
                    "table",
                    "textbox",
                    "radio",
                    "checkbox",
                    "combobox",
                    "searchbox",
                    "slider",
                    "columnheader",
                    "DisclosureTriangle",
                    "note",
                    "video",
                    "audio");

    private TreeRules() {}

    /// All rules, for the page that is open.
    static List<String> faults(Browser browser) {
        var tree = AccessibilityTree.of(browser);
        var faults = new ArrayList<String>();
        faults.addAll(landmarks(tree));
        faults.addAll(headings(tree));
        faults.addAll(names(tree));
        faults.addAll(lists(tree));
        faults.addAll(TableRules.faults(tree));
        faults.addAll(LinkRules.faults(tree, browser));
        faults.addAll(order(tree, browser));
        return faults;
    }

    /// One of each landmark, in their order; those that may be several have names of their own.
    static List<String> landmarks(AccessibilityTree tree) {
        var faults = new ArrayList<String>();
        int before = -1;
        for (var role : List.of("banner", "main", "contentinfo")) {
            var found = tree.of(role);
            if (found.size() != 1) {
                faults.add(found.size() + " landmarks " + role);
            } else if (tree.nodes().indexOf(found.getFirst()) < before) {
                faults.add("the landmark " + role + " comes too early");
            } else {
                before = tree.nodes().indexOf(found.getFirst());
            }
        }
        var names =
                tree.where(node -> Set.of("navigation", "region").contains(node.role())).stream()
                        .map(node -> node.role() + " \"" + node.name() + "\"")
                        .toList();
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> faults.add("two landmarks are " + name));
        return faults;
    }

    /// One title, in the main part, and no level left out on the way down.
    static List<String> headings(AccessibilityTree tree) {
        var faults = new ArrayList<String>();
        int before = 0;
        int titles = 0;
        for (var heading : tree.of("heading")) {
            int level = Integer.parseInt(heading.property("level"));
            titles += level == 1 ? 1 : 0;
            if (level > before + 1) {
                faults.add("from heading " + before + " to " + heading.line());
            }
            before = level;
        }
        if (titles != 1) {
            faults.add(titles + " headings of level 1");
        } else if (tree.of("main").stream()
                .flatMap(main -> main.of("heading").stream())
                .noneMatch(heading -> heading.property("level").equals("1"))) {
            faults.add("the title is not in the main part");
        }
        return faults;
    }

    /// A form in a search needs no name: it is met as the search.
    static List<String> names(AccessibilityTree tree) {
        var searches =
                tree.of("search").stream().flatMap(each -> each.of("form").stream()).toList();
        return tree
                .where(node ->
                        NAMED.contains(node.role())
                                && node.name().isEmpty()
                                && !searches.contains(node))
                .stream()
                .map(node -> "no name: " + node.line() + " " + node.properties())
                .toList();
    }

    /// A list holds items and nothing else; a term has its explanation.
    static List<String> lists(AccessibilityTree tree) {
        var faults = new ArrayList<String>();
        for (var list : tree.of("list")) {
            if (list.children().isEmpty()) {
                faults.add("an empty list");
            }
            list.children().stream()
                    .filter(child -> !child.role().equals("listitem"))
                    .forEach(child -> faults.add("in a list: " + child.line()));
        }
        for (var list : tree.of("DescriptionList")) {
            var roles = list.children().stream().map(AccessibilityTree.Node::role).toList();
            for (int i = 0; i < roles.size(); i++) {
                boolean isLast = i == roles.size() - 1;
                if (roles.get(i).equals("term") && isLast) {
                    faults.add("nothing explains " + list.children().get(i).line());
                }
                if (roles.get(i).equals("definition") && i == 0) {
                    faults.add("explains nothing: " + list.children().get(i).line());
                }
            }
        }
        return faults;
    }

    /// What is read is what stands in the source, in its order, whole.
    static List<String> order(AccessibilityTree tree, Browser browser) {
        var read = tree.words();
        var written = String.valueOf(browser.run(Scripts.of("told")));
        int same = 0;
        while (same < Math.min(read.length(), written.length())
                && read.charAt(same) == written.charAt(same)) {
            same++;
        }
        if (same == read.length() && same == written.length()) {
            return List.of();
        }
        return List.of("read: «" + from(read, same) + "», written: «" + from(written, same) + "»");
    }

    private static String from(String text, int at) {
        return text.substring(Math.max(0, at - 10), Math.min(text.length(), at + 30));
    }
}
