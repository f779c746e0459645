-- The case register: a number that papers, entries and alerts may name. Cost: a few rows a day.
CREATE TABLE case_file (
    number text NOT NULL PRIMARY KEY,  -- year-serial, such as 2026-000017; given by the center, never used again
    kind text NOT NULL,                -- a word of CaseKind
    state text NOT NULL,               -- a word of CaseState
    opened_by text NOT NULL,           -- account
    opened_name text NOT NULL,         -- as screens show it
    opened_at bigint NOT NULL,         -- microseconds since 1970, UTC
    closed_at bigint,
    outside_number text                -- what the prosecution or court calls it
);
CREATE INDEX case_by_opening ON case_file (opened_at);
CREATE TABLE case_link (
    number text NOT NULL REFERENCES case_file (number),
    subject text NOT NULL,             -- entry/<id> or alert/<id>: never a plate
    linked_by text NOT NULL,
    linked_at bigint NOT NULL,
    PRIMARY KEY (number, subject)
);
