package tongtu.portal;

import tongtu.document.Document;
import tongtu.document.Hash;

/// How a page is heard: its own address, the script that players read, the sound of the whole for
/// who has no script (empty where nobody speaks the language), and the page with the files (empty
/// where there is none).
public record Listen(String address, String script, String sound, String files) {
    /// Below it lies what is heard of pages that are no documents, such as lists.
    static final String PAGE = "page";

    private static final int LETTERS = 16;

    static Listen of(Document document, boolean isSpoken) {
        return at(Addresses.iri(document.address()), base(document), isSpoken);
    }

    /// Of a page that is no document.
    static Listen of(String address, boolean isSpoken) {
        return at(Addresses.iri(address), base(address), isSpoken);
    }

    private static Listen at(String address, String base, boolean isSpoken) {
        return new Listen(address, base + "/script.json", isSpoken ? base + "/all.mp3" : "", base);
    }

    /// The address at which a document is heard from a block on.
    static String from(Document document, String block) {
        return Addresses.encoded(document.address()) + "?listen=" + block + ".1";
    }

    /// The address below which what is heard of a document lies.
    static String base(Document document) {
        return Listening.SPEECH + Addresses.iri(document.address());
    }

    /// The same of a page that is no document.
    static String base(String address) {
        return Listening.SPEECH + "/" + PAGE + "/" + slug(address);
    }

    /// What stands for a page's address in the address of its sound.
    static String slug(String address) {
        return Hash.of(address).substring(0, LETTERS);
    }
}
