package tongtu.document;

/// What a site calls itself, from `site.yaml`: words for the head and foot of every page. Only
/// `name` and `language` are never empty.
public record SiteDescription(
        String name,
        String organisation,
        String tagline,
        String hotline,
        String language,
        String description) {
    public SiteDescription {
        if (name.isBlank() || language.isBlank()) {
            throw new IllegalArgumentException("a site without name or language");
        }
    }
}
