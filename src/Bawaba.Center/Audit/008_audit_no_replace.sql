-- SQLite's INSERT OR REPLACE takes a row out without asking the trigger on DELETE: a number that stands is refused here.
-- PostgreSQL has no such statement. Cost: one look-up by primary key an act.
CREATE TRIGGER audit_event_no_replace BEFORE INSERT ON audit_event
WHEN EXISTS (SELECT 1 FROM audit_event WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
