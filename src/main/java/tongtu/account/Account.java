package tongtu.account;

import java.util.Set;

/// A person who signs in. `id` never changes; `name` is what they type; `display` how others read
/// of them.
public record Account(
        String id,
        String name,
        String display,
        boolean isDisabled,
        boolean hasPassword,
        boolean hasCodes,
        Set<Duty> duties) {
    /// Characters of a name to sign in with.
    public static final int NAME = 30;

    /// Characters of how somebody is called.
    public static final int DISPLAY = 30;

    public Account {
        duties = Set.copyOf(duties);
    }

    /// Whether a text can be a name to sign in with: ASCII, so that it is typed on any keyboard.
    public static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9.-]{1," + (NAME - 1) + "}");
    }

    public boolean may(Role role, String part) {
        return duties.contains(new Duty(part, role))
                || duties.contains(new Duty(Duty.EVERYWHERE, role));
    }

    /// Whether the role is theirs in some part.
    public boolean isAnywhere(Role role) {
        return duties.stream().anyMatch(duty -> duty.role() == role);
    }
}
