-- Tokens of trackers' servers that bring positions. Cost: a few rows; looked up once a batch.
CREATE TABLE unit_feed (
    id text NOT NULL PRIMARY KEY,      -- UUIDv7; no secret
    label text NOT NULL,               -- what it is for, in words
    directorate text,                  -- whose units it speaks of; null: the joint room's
    token_hash text NOT NULL UNIQUE,   -- SHA-256, hexadecimal; the token itself is kept nowhere
    made_by text NOT NULL,             -- account
    made_at bigint NOT NULL,           -- microseconds since 1970, UTC
    revoked_at bigint
);
