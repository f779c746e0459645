-- Agreements between directorates: what the one lets the other see and do of its incidents, until when. Cost: a few rows a month.
CREATE TABLE agreement (
    id text NOT NULL PRIMARY KEY,      -- UUIDv7
    giver text NOT NULL REFERENCES directorate (id),
    taker text NOT NULL REFERENCES directorate (id),
    mode text NOT NULL,                -- a word of ShareMode
    fields text NOT NULL,              -- words of ShareField with spaces between; '' : only what, where and when
    purpose text NOT NULL,
    from_at bigint NOT NULL,           -- microseconds since 1970, UTC
    until_at bigint NOT NULL,
    offered_by text NOT NULL,          -- account
    offered_name text NOT NULL,
    offered_at bigint NOT NULL,
    accepted_by text,
    accepted_name text,
    accepted_at bigint,                -- nothing is shared that began before
    ended_by text,
    ended_name text,
    ended_at bigint                    -- either side, at once; also what was refused
);
CREATE INDEX agreement_by_taker ON agreement (taker, until_at);
