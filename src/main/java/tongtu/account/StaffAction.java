package tongtu.account;

import tongtu.web.Reply;

/// What is done for staff at an address.
@FunctionalInterface
public interface StaffAction {
    Reply answer(Visit visit) throws Exception;
}
