package tongtu.markdown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.document.Finding;
import tongtu.document.SiteDescription;
import tongtu.language.Characters;

/// `site.yaml`: the description of a site, or what is wrong with it.
public record SiteFile(@Nullable SiteDescription site, List<Finding> findings) {
    public static final String NAME = "site.yaml";
    private static final String VERSION = "1";
    private static final Set<String> NAMES =
            Set.of(
                    "version",
                    "name",
                    "organisation",
                    "tagline",
                    "hotline",
                    "language",
                    "description");

    /// A site that says nothing about itself.
    public static final SiteDescription UNNAMED =
            new SiteDescription("通途", "", "", "", "zh-CN", "");

    public static SiteFile read(byte[] bytes) {
        var report = new Report(NAME);
        var fields = Yaml.read(new String(bytes, StandardCharsets.UTF_8), 1, report);
        if (fields == null) {
            return new SiteFile(null, report.findings());
        }
        for (var field : fields.values()) {
            if (!NAMES.contains(field.name())) {
                report.warning(
                        "site/unknown-field",
                        field.line(),
                        "不认识「%s」这一项，没有用上。".formatted(Report.quote(field.name())),
                        "可以用：" + String.join("、", NAMES.stream().sorted().toList()) + "。");
            }
        }
        if (!words(fields, "version").equals(VERSION)) {
            report.error("site/version", 1, "站点文件的版本（version）不是 1。", "写「version: 1」。");
        }
        if (words(fields, "name").isEmpty()) {
            report.error("site/name", 1, "站点没有名称。", "写「name: 站名」。");
        }
        return report.hasError()
                ? new SiteFile(null, report.findings())
                : new SiteFile(site(fields), report.findings());
    }

    private static SiteDescription site(Map<String, Yaml.Field> fields) {
        var language = words(fields, "language");
        return new SiteDescription(
                words(fields, "name"),
                words(fields, "organisation"),
                words(fields, "tagline"),
                words(fields, "hotline"),
                language.isEmpty() ? "zh-CN" : language,
                words(fields, "description"));
    }

    private static String words(Map<String, Yaml.Field> fields, String name) {
        var field = fields.get(name);
        return field == null || field.values().isEmpty()
                ? ""
                : Characters.clean(field.values().getFirst().text());
    }
}
