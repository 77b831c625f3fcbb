package tongtu.account;

/// A link: where it leads and its words. `isCurrent` says that it is this very page.
public record Link(String address, String text, boolean isCurrent) {
    public Link(String address, String text) {
        this(address, text, false);
    }
}
