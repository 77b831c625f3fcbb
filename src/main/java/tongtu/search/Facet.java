package tongtu.search;

import java.util.Locale;

/// A way to narrow what was found. The value of a facet is text: of [#KIND] the folder of the kind
/// (`policies`; `glossary` for terms), of [#YEAR] four digits, of [#VALIDITY] a key as `in-force`
/// or `draft`; a topic and an issuer are the words that the documents say.
public enum Facet {
    KIND,
    TOPIC,
    ISSUER,
    YEAR,
    VALIDITY;

    /// Its name in addresses: `kind`, `topic`, `issuer`, `year`, `validity`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
