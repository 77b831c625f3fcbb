package tongtu.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tongtu.document.Document;
import tongtu.document.Kind;
import tongtu.document.Library;
import tongtu.document.SiteDescription;
import tongtu.exchange.StructuredData;

/// What the heads of pages say to programs.
record Heads(SiteDescription site, String baseUrl, Library library) {
    /// Of a document's page, or of one of the site's own (null).
    Frame.Head of(FrameWords words, @Nullable Document document) {
        boolean isChinese = words.equals(FrameWords.CHINESE);
        var address = document == null ? "" : Addresses.encoded(document.address());
        var feeds =
                baseUrl.isEmpty()
                        ? List.<Frame.Head.Feed>of()
                        : List.of(
                                new Frame.Head.Feed(
                                        "/feed.atom", "application/atom+xml", site.name()),
                                new Frame.Head.Feed(
                                        "/feed.json", "application/feed+json", site.name()));
        return new Frame.Head(
                document == null ? "website" : "article",
                isChinese ? "zh_CN" : "en",
                document == null ? "" : address + ".json",
                document == null ? "" : address + ".md",
                feeds,
                baseUrl.isEmpty() ? "" : Search.DESCRIPTION,
                document == null || document.kind() != Kind.POLICY
                        ? ""
                        : StructuredData.of(document, library, baseUrl).toString());
    }
}
