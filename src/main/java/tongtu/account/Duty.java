package tongtu.account;

/// A role in a part of the site: the folder of a kind of document, or [#EVERYWHERE].
public record Duty(String part, Role role) {
    public static final String EVERYWHERE = "*";

    public Duty {
        if (!part.equals(EVERYWHERE) && !part.matches("[a-z]{1,16}")) {
            throw new IllegalArgumentException("no part of a site: " + part.length());
        }
    }
}
