-- People who sign in. Cost: a few hundred rows; a session is found by one index look-up a request.
CREATE TABLE account (
    id text NOT NULL PRIMARY KEY,         -- UUIDv7
    user_name text NOT NULL UNIQUE,       -- typed to sign in: a-z, 0-9, '.', '-'
    display_name text NOT NULL,           -- shown on screens
    role text NOT NULL,                   -- a word of Role
    password_hash text NOT NULL,          -- Argon2id, PHC string with its parameters and salt
    created_at bigint NOT NULL,           -- microseconds since 1970, UTC
    closed_at bigint                      -- set when it signs in no more
);
CREATE TABLE session (
    id text NOT NULL PRIMARY KEY,         -- UUIDv7; no secret
    token_hash text NOT NULL UNIQUE,      -- SHA-256 of the cookie's 256-bit token, hexadecimal
    account text NOT NULL REFERENCES account (id),
    started_at bigint NOT NULL,           -- microseconds since 1970, UTC
    expires_at bigint NOT NULL,           -- first instant at which it is no longer valid
    ended_at bigint,                      -- set by signing out, or by an administrator
    address text NOT NULL                 -- network address of the sign-in
);
CREATE INDEX session_by_account ON session (account, started_at);
CREATE TABLE invitation (
    token_hash text NOT NULL PRIMARY KEY, -- SHA-256 of the link's 256-bit token, hexadecimal
    user_name text,                       -- fixed by the inviter; null: the person chooses (first administrator)
    role text NOT NULL,                   -- a word of Role
    created_at bigint NOT NULL,           -- microseconds since 1970, UTC
    expires_at bigint NOT NULL,           -- first instant at which the link no longer works
    used_at bigint                        -- set by its use, or when a newer one took its place
);
