-- The append-only log of acts. Cost: one row (about 250 bytes) an act, one index entry.
CREATE TABLE audit_event (
    seq bigint NOT NULL PRIMARY KEY,  -- 1, 2, 3 … without a gap, in the order of writing
    at bigint NOT NULL,               -- microseconds since 1970, UTC
    act text NOT NULL,                -- what was done: a word of AuditAct
    account text NOT NULL,            -- who: account id, or 'system'
    role text NOT NULL,               -- their role at that time
    session text NOT NULL,            -- session id; empty for the system and before a session exists
    address text NOT NULL,            -- network address of the request; empty for the system
    subject text NOT NULL,            -- what it was done to: an id, never a plate
    detail text NOT NULL              -- coded words and ids, never a plate and never free text of a person
);
CREATE INDEX audit_event_by_subject ON audit_event (subject, seq);
