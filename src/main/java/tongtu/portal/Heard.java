package tongtu.portal;

import org.jspecify.annotations.Nullable;
import tongtu.document.Document;

/// Something that is read aloud: a document, or another page of the site (`document` is null).
/// `path` is what it is known by to those who voice it, `address` that of its page, and below
/// `base` lies what is heard of it.
record Heard(
        String path,
        String address,
        String title,
        String language,
        String base,
        @Nullable Document document) {
    static Heard of(Document document) {
        return new Heard(
                document.path(),
                document.address(),
                document.title(),
                document.frontMatter().language(),
                Listen.base(document),
                document);
    }

    static Heard of(String address, Surroundings.OtherPage page) {
        return new Heard(
                path(address),
                address,
                page.title(),
                FrameWords.CHINESE.language(),
                Listen.base(address),
                null);
    }

    /// No document is called so: there is no folder of that name.
    static String path(String address) {
        return Listen.PAGE + address;
    }
}
