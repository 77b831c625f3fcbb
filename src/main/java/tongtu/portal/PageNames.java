package tongtu.portal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.Places;

/// What the pages of a site are called, by their addresses.
final class PageNames {
    private final Library library;

    PageNames(Library library) {
        this.library = library;
    }

    /// The page at an address of this site, and the place on it when there is one; null for what is
    /// not such an address.
    @Nullable String name(String address, String block) {
        var document = library.atAddress(address);
        if (document != null) {
            return "《" + document.title() + "》" + place(document, block);
        }
        return switch (address) {
            case "/" -> "首页";
            case Frames.GLOSSARY -> "词语解释";
            case DocumentLists.SITE_MAP -> "网站地图";
            case Emergencies.ADDRESS -> "紧急通知存档";
            default ->
                    Arrays.stream(Kind.values())
                            .filter(kind -> address.equals(Frames.listing(kind)))
                            .map(Kind::label)
                            .findFirst()
                            .orElse(null);
        };
    }

    /// The language of that name.
    String language(String address) {
        var document = library.atAddress(address);
        return document == null ? "zh-CN" : document.frontMatter().language();
    }

    private static String place(Document document, String block) {
        return Places.of(document).entrySet().stream()
                .filter(place -> place.getKey().text().equals(block))
                .map(place -> place.getValue().cited())
                .findFirst()
                .orElse("");
    }
}
