-- What was written of an incident stays as it was written. Cost: none on insert.
CREATE FUNCTION incident_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was written of an incident is append-only';
END
$$;
CREATE TRIGGER incident_log_no_change BEFORE UPDATE OR DELETE ON incident_log FOR EACH ROW EXECUTE FUNCTION incident_refuse();
CREATE TRIGGER incident_outcome_no_change BEFORE UPDATE OR DELETE ON incident_outcome FOR EACH ROW EXECUTE FUNCTION incident_refuse();
CREATE TRIGGER custody_no_change BEFORE UPDATE OR DELETE ON custody FOR EACH ROW EXECUTE FUNCTION incident_refuse();
CREATE TRIGGER custody_event_no_change BEFORE UPDATE OR DELETE ON custody_event FOR EACH ROW EXECUTE FUNCTION incident_refuse();
CREATE TRIGGER seizure_no_change BEFORE UPDATE OR DELETE ON seizure FOR EACH ROW EXECUTE FUNCTION incident_refuse();
CREATE TRIGGER seizure_transfer_no_change BEFORE UPDATE OR DELETE ON seizure_transfer FOR EACH ROW EXECUTE FUNCTION incident_refuse();
CREATE TRIGGER incident_type_no_change BEFORE UPDATE OR DELETE ON incident_type FOR EACH ROW EXECUTE FUNCTION incident_refuse();
