package tongtu.portal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import tongtu.web.Prebuilt;

/// One making of a site's pages from those of the time before: a page whose inputs are equal is the
/// same object, and is not made again.
final class PageRound {
    /// A page and everything that it was made of.
    record Made(Object inputs, Prebuilt page) {}

    private final Map<String, Made> before;
    private final Map<String, Made> made = new HashMap<>();
    private int rebuilt;

    PageRound(Map<String, Made> before) {
        this.before = before;
    }

    boolean has(String address) {
        return made.containsKey(address);
    }

    /// The page at an address. `inputs` are of a type that no other maker of pages has.
    void page(String address, Object inputs, Supplier<Prebuilt> maker) {
        var last = before.get(address);
        file(address, inputs, maker);
        rebuilt += Objects.equals(made.get(address), last) ? 0 : 1;
    }

    /// The same for what programs read, which is no page.
    void file(String address, Object inputs, Supplier<Prebuilt> maker) {
        var last = before.get(address);
        made.put(
                address,
                last != null && last.inputs().equals(inputs)
                        ? last
                        : new Made(inputs, maker.get()));
    }

    Map<String, Made> made() {
        return made;
    }

    /// How many pages were made anew.
    int rebuilt() {
        return rebuilt;
    }
}
