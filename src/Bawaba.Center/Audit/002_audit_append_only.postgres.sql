-- What is written stays as it was written. The role that runs the center has no right to UPDATE and DELETE here either
-- (`bawaba migrate --grant`); this holds for the owner too. Cost: none on insert.
CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END
$$;
CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_refuse();
