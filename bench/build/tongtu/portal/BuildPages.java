package tongtu.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import tongtu.document.Library;
import tongtu.html.HtmlRenderer;
import tongtu.markdown.ContentFolder;
import tongtu.web.Assets;
import tongtu.web.Templates;

/// Makes the pages of a folder's documents and lists and writes them as files, nothing compressed:
/// `BuildPages CONTENT OUTPUT`. What Hugo does with the same files.
public final class BuildPages {
    private BuildPages() {}

    public static void main(String[] arguments) throws IOException {
        var content = new ContentFolder(Path.of(arguments[0])).load((_, _) -> {});
        var output = Path.of(arguments[1]);
        var library = new Library(content.documents(), content.glossary(), LocalDate.of(2026, 11, 25));
        var frames = new Frames(content.site(), "https://example.cn", library);
        var statuses = new StatusWriter(library, content.site().hotline());
        var renderer = new HtmlRenderer(library.glossary(), path -> {
            var document = library.atPath(path);
            return document == null ? null : document.address();
        });
        var templates = new Templates(new Assets(List.of("css/tongtu.css", "mark.svg")));
        var pages = new DocumentPages(library, frames, statuses, renderer);
        for (var document : library.documents()) {
            var file = output.resolve(document.address().substring(1) + ".html");
            Files.createDirectories(file.getParent());
            Files.writeString(file, templates.render(pages.page(document)));
        }
        var listings = new ListingPages(library, content.site(), frames, statuses, renderer);
        Files.writeString(output.resolve("policies.html"), templates.render(listings.listing(tongtu.document.Kind.POLICY)));
        Files.writeString(output.resolve("index.html"), templates.render(listings.home()));
        System.out.println(library.documents().size() + " documents");
    }
}
