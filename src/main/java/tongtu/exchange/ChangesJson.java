package tongtu.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What changed on a page since a reader saw it, for the page's own script. docs/api.md describes
/// it.
public final class ChangesJson {
    private ChangesJson() {}

    /// `words` say how much changed; `address` leads to the versions, under the words `link`;
    /// `blocks` are the ids of the paragraphs that are new, edited or elsewhere, which get the
    /// words `mark`.
    public static String of(
            String words, String address, String link, String mark, List<String> blocks) {
        return new String(
                Json.object(json -> {
                    json.field("words", words)
                            .field("address", address)
                            .field("link", link)
                            .field("mark", mark);
                    json.strings("blocks", blocks);
                }),
                StandardCharsets.UTF_8);
    }
}
