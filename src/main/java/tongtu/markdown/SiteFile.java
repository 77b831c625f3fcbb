package tongtu.markdown;

import java.net.URI;
import java.net.URISyntaxException;
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
                    "description",
                    "undertaker",
                    "icp",
                    "police",
                    "identifier",
                    "party-mark",
                    "party-mark-picture",
                    "find-errors",
                    "security");

    private static final List<String> LINKS = List.of("party-mark", "find-errors", "security");

    /// A site that says nothing about itself.
    public static final SiteDescription UNNAMED =
            new SiteDescription("通途", "", "", "", "zh-CN", "", SiteDescription.Imprint.NONE);

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
        links(fields, report);
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
                words(fields, "description"),
                new SiteDescription.Imprint(
                        words(fields, "undertaker"),
                        words(fields, "icp"),
                        words(fields, "police"),
                        words(fields, "identifier"),
                        words(fields, "party-mark"),
                        mark(words(fields, "party-mark-picture")),
                        words(fields, "find-errors"),
                        words(fields, "security")));
    }

    /// What becomes a link leads to a page that can be trusted, or is not used.
    private static void links(Map<String, Yaml.Field> fields, Report report) {
        for (var name : LINKS) {
            var value = words(fields, name);
            boolean isMail = name.equals("security") && value.startsWith("mailto:");
            if (!value.isEmpty() && !isMail && !isPage(value)) {
                report.error(
                        "site/link",
                        line(fields, name),
                        "%s 的「%s」不是网址。".formatted(name, Report.quote(value)),
                        "写 https:// 开头的网址；security 也可以写 mailto: 开头的邮箱。");
            }
        }
        var picture = words(fields, "party-mark-picture");
        boolean isPath = !mark(picture).isEmpty();
        if (!picture.isEmpty() && !isPath) {
            report.error(
                    "site/picture",
                    line(fields, "party-mark-picture"),
                    "「%s」不是内容文件夹里的图片。".formatted(Report.quote(picture)),
                    "写图片在内容文件夹里的路径，如 pictures/mark.png。");
        }
        if (words(fields, "party-mark").isEmpty() != picture.isEmpty()) {
            report.error(
                    "site/party-mark",
                    line(fields, picture.isEmpty() ? "party-mark" : "party-mark-picture"),
                    "党政机关标识要写两项：网址和图片。",
                    "party-mark 写核验页的网址，party-mark-picture 写图片的路径。");
        }
    }

    /// The address of a picture in the content folder; empty when it is none.
    private static String mark(String path) {
        var href = path.startsWith("/") ? null : new Addresses(NAME).picture(path);
        return href == null ? "" : href.text();
    }

    private static boolean isPage(String value) {
        try {
            var uri = new URI(value);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int line(Map<String, Yaml.Field> fields, String name) {
        var field = fields.get(name);
        return field == null ? 1 : field.line();
    }

    private static String words(Map<String, Yaml.Field> fields, String name) {
        var field = fields.get(name);
        return field == null || field.values().isEmpty()
                ? ""
                : Characters.clean(field.values().getFirst().text());
    }
}
