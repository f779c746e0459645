-- The last heartbeat of each gate, for processes that it did not speak to. Cost: one row a gate, written at most once a
-- second; unused on SQLite.
CREATE TABLE gate_report (
    gate text NOT NULL PRIMARY KEY,   -- slug
    at bigint NOT NULL,               -- when a center heard it, microseconds since 1970, UTC
    report text NOT NULL              -- JSON of GateReport
);
