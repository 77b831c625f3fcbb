-- What was acknowledged is never changed, not even by a mistake of this program.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append only';
END;
$$;

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE ON revision FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER saved_text_append_only BEFORE UPDATE OR DELETE ON saved_text FOR EACH ROW EXECUTE FUNCTION append_only();
