package tongtu.web;

/// A form as it came in. Whoever reads one decides what becomes of a form that another site made a
/// reader send: an action that changes anything in the reader's name refuses it.
public sealed interface Sent {
    /// From a page of this site, or by a program, which acts in nobody's name but its own.
    record Own(Form form) implements Sent {}

    /// From a page of another site.
    record Foreign(Form form) implements Sent {}

    /// Not a form, or a larger one than may be.
    record Unreadable(Problem problem) implements Sent {}
}
