-- What was written of an incident stays as it was written. This body is SQLite's; PostgreSQL has its own of the same name.
-- Cost: none on insert.
CREATE TRIGGER incident_log_no_update BEFORE UPDATE ON incident_log
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER incident_log_no_delete BEFORE DELETE ON incident_log
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER incident_outcome_no_update BEFORE UPDATE ON incident_outcome
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER incident_outcome_no_delete BEFORE DELETE ON incident_outcome
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER custody_no_update BEFORE UPDATE ON custody
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER custody_no_delete BEFORE DELETE ON custody
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER custody_event_no_update BEFORE UPDATE ON custody_event
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER custody_event_no_delete BEFORE DELETE ON custody_event
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER seizure_no_update BEFORE UPDATE ON seizure
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER seizure_no_delete BEFORE DELETE ON seizure
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER seizure_transfer_no_update BEFORE UPDATE ON seizure_transfer
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER seizure_transfer_no_delete BEFORE DELETE ON seizure_transfer
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER incident_type_no_update BEFORE UPDATE ON incident_type
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
CREATE TRIGGER incident_type_no_delete BEFORE DELETE ON incident_type
BEGIN SELECT RAISE(ABORT, 'what was written of an incident is append-only'); END;
