-- Rechecks by voice for gates that cannot reach the room. Cost: a row a recheck, which are few.
CREATE TABLE voice_recheck (
    id text NOT NULL PRIMARY KEY,      -- UUIDv7
    gate text NOT NULL,
    entry text NOT NULL,
    officer text NOT NULL,             -- account of the officer at the gate who asked
    code text NOT NULL,                -- the eight digits that were given
    account text NOT NULL,             -- who in the room rechecked the entry …
    session text NOT NULL,
    display_name text NOT NULL,
    given_at bigint NOT NULL,          -- … and when; microseconds since 1970, UTC
    passage text                       -- the passage it turned out to be about; null until the gate's record has come
);
CREATE INDEX voice_recheck_by_code ON voice_recheck (gate, entry, code);
