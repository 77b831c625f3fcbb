package tongtu.archive;

/// Who wrote or published something, as commits name people. `name` is how the person is called,
/// `account` what they sign in with; it stands in the place of an address of mail.
public record Person(String name, String account) {}
