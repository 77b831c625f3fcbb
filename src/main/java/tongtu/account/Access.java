package tongtu.account;

import java.util.Set;

/// Who may ask for an address: anybody, anybody who is signed in, or who has one of some roles in
/// some part of the site; and whether they must have shown lately who they are.
public record Access(boolean isOpen, Set<Role> roles, boolean isConfirmed) {
    public static final Access ANYBODY = new Access(true, Set.of(), false);
    public static final Access SIGNED_IN = new Access(false, Set.of(), false);

    public Access {
        roles = Set.copyOf(roles);
    }

    public static Access of(Role... roles) {
        return new Access(false, Set.of(roles), false);
    }

    /// The same for what is dangerous.
    public Access confirmed() {
        return new Access(isOpen, roles, true);
    }

    public boolean admits(Account account) {
        return roles.isEmpty() || roles.stream().anyMatch(account::isAnywhere);
    }
}
