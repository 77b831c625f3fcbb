package tongtu.web;

/// A view of the tests, shown by `templates/web/test-page.peb`.
public record TestPage(String title) implements View {}
