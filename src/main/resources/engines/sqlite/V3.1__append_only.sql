-- What was acknowledged is never changed, not even by a mistake of this program.
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER saved_text_no_update BEFORE UPDATE ON saved_text BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER saved_text_no_delete BEFORE DELETE ON saved_text BEGIN SELECT RAISE(ABORT, 'append only'); END;
