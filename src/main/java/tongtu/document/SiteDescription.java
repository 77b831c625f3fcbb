package tongtu.document;

/// What a site calls itself, from `site.yaml`: words for the head and foot of every page. Only
/// `name` and `language` are never empty.
public record SiteDescription(
        String name,
        String organisation,
        String tagline,
        String hotline,
        String language,
        String description,
        Imprint imprint) {
    public SiteDescription {
        if (name.isBlank() || language.isBlank()) {
            throw new IllegalArgumentException("a site without name or language");
        }
    }

    /// What the foot of a public body's site says of it; empty is left out.
    ///
    /// `undertaker` is 承办单位; `icp` 备案号 of the ministry of industry, `police` 公安备案号, `identifier`
    /// 政府网站标识码; `partyMark` the page that confirms the 党政机关 mark and `partyMarkPicture` the mark, a
    /// path in the content folder; `findErrors` 政府网站找错; `security` where faults of the software's
    /// security are told (a `mailto:` or `https:` address).
    public record Imprint(
            String undertaker,
            String icp,
            String police,
            String identifier,
            String partyMark,
            String partyMarkPicture,
            String findErrors,
            String security) {
        public static final Imprint NONE = new Imprint("", "", "", "", "", "", "", "");
    }
}
