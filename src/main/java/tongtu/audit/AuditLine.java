package tongtu.audit;

import java.time.Instant;

/// One line of the log. `who` is a sign-in name, or what the program does by itself (`system`);
/// `subject` what it was done to, `revision` which of its revisions, both may be empty; `words`
/// what else there is to say. `hash` covers all of it and the hash of the line before, in hex.
public record AuditLine(
        long number,
        Instant at,
        String who,
        String deed,
        String subject,
        String revision,
        String words,
        String hash) {

    /// What the deed is called; a deed of another version of this program by its name.
    public String label() {
        for (var each : Deed.values()) {
            if (each.name().equals(deed)) {
                return each.label();
            }
        }
        return deed;
    }
}
