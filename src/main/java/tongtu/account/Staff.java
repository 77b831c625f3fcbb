package tongtu.account;

/// Somebody who is signed in: who they are and in which session. `form` is the token that their
/// forms carry; no other site knows it.
public record Staff(Account account, Sessions.Session session, String form) {
    /// The token of the forms of a session, from the token in its cookie.
    static String form(String token) {
        return Secrets.hash("form " + token).substring(0, 32);
    }

    public String name() {
        return account.name();
    }

    public boolean may(Role role, String part) {
        return account.may(role, part);
    }
}
