package tongtu.takeaway;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongtu.braille.Transcriber;
import tongtu.document.Document;
import tongtu.document.Hash;
import tongtu.document.Href;
import tongtu.document.Links;

/// What the forms of a document are made of. `links` gives the whole address that a link to
/// elsewhere leads to, null when it leads nowhere; `narration` is null while the document is not
/// voiced; `inputs` changes with anything that the forms are made of but the sound and the
/// readings, `lexicon` with how words are read.
public record Original(
        Document document,
        Cover cover,
        Pictures pictures,
        Function<Href, @Nullable String> links,
        Transcriber transcriber,
        String lexicon,
        @Nullable Narration narration,
        String inputs) {
    /// Changes whenever a form made by this program differs from one made before.
    private static final String MAKER = "1";

    public static Original of(
            Document document,
            Cover cover,
            Pictures pictures,
            Function<Href, @Nullable String> links,
            Transcriber transcriber,
            String lexicon,
            @Nullable Narration narration) {
        var inputs = new StringBuilder(MAKER);
        inputs.append('\n').append(document.path()).append('\n').append(document.revision());
        inputs.append('\n').append(cover);
        for (var path : Links.of(document)) {
            var target = Href.of("/" + path + ".md");
            inputs.append('\n').append(target == null ? "" : links.apply(target));
        }
        for (var picture : Links.pictures(document)) {
            inputs.append('\n').append(pictures.hash().apply(picture));
        }
        return new Original(
                document,
                cover,
                pictures,
                links,
                transcriber,
                lexicon,
                narration,
                Hash.of(inputs.toString()));
    }

    /// The same for the same file.
    String key(Form form) {
        var parts = new StringBuilder(inputs).append('\n').append(form);
        if (form.unit() == Form.Unit.CELLS) {
            parts.append('\n').append(lexicon);
        }
        if (form == Form.EPUB && narration != null) {
            narration.track().keys().forEach(key -> parts.append('\n').append(key));
        }
        return Hash.of(parts.toString());
    }
}
