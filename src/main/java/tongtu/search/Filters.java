package tongtu.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the results are narrowed to: a value for some facets, and the days between which a
/// document's date must lie (both included).
public record Filters(Map<Facet, String> values, @Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Filters NONE = new Filters(Map.of(), null, null);

    public Filters {
        values = Map.copyOf(values);
    }

    public boolean isNone() {
        return values.isEmpty() && from == null && to == null;
    }

    /// With another value of a facet; an empty one takes it away.
    public Filters with(Facet facet, String value) {
        var changed = new EnumMap<Facet, String>(Facet.class);
        changed.putAll(values);
        if (value.isEmpty()) {
            changed.remove(facet);
        } else {
            changed.put(facet, value);
        }
        return new Filters(changed, from, to);
    }
}
