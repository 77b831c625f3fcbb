package tongtu.web;

/// What a template shows: a record whose simple name in kebab case is its template's, in the folder
/// named like its package: `tongtu.portal.DocumentPage` is shown by
/// `templates/portal/document-page.peb` under the name `view`.
public interface View {}
