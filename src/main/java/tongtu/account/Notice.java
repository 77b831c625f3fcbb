package tongtu.account;

import java.util.List;

/// What a page has to say first: that something was done (`isGood`), or what stands in the way. It
/// is focused and read; `links` lead to the fields that have to be changed.
public record Notice(boolean isGood, String heading, List<Link> links, List<String> lines) {
    public static final Notice NONE = new Notice(true, "", List.of(), List.of());

    public Notice {
        links = List.copyOf(links);
        lines = List.copyOf(lines);
    }

    public boolean isThere() {
        return !heading.isEmpty();
    }

    public static Notice done(String heading, String... lines) {
        return new Notice(true, heading, List.of(), List.of(lines));
    }

    public static Notice wrong(String heading, String... lines) {
        return new Notice(false, heading, List.of(), List.of(lines));
    }

    /// Fields to be changed: a link for each that has a fault.
    public static Notice of(List<Field> fields) {
        var links =
                fields.stream()
                        .filter(field -> !field.error().isEmpty())
                        .map(field -> new Link("#" + field.id(), field.error()))
                        .toList();
        return links.isEmpty()
                ? NONE
                : new Notice(false, "还有 " + links.size() + " 处要改", links, List.of("您写的都还在。"));
    }
}
