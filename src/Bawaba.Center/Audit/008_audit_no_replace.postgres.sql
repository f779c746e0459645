-- PostgreSQL has no INSERT OR REPLACE; its way around a trigger on DELETE is TRUNCATE. Cost: none on insert.
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse();
