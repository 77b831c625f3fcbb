package tongtu.messages;

/// Why a draft cannot be taken as it is, and the field that its writer has to look at.
public enum Fault {
    PAGE_MISSING(Field.PAGE),
    PAGE_LONG(Field.PAGE),
    FORMAT_MISSING(Field.FORMAT),
    WORDS_MISSING(Field.WORDS),
    WORDS_LONG(Field.WORDS),
    CONTACT_LONG(Field.CONTACT);

    /// A field of the form.
    public enum Field {
        PAGE,
        FORMAT,
        WORDS,
        CONTACT
    }

    private final Field field;

    Fault(Field field) {
        this.field = field;
    }

    public Field field() {
        return field;
    }
}
