-- How gates' computers come to belong to this center. Cost: a few rows a gate; one index look-up a connection.
CREATE TABLE enrolment_code (
    secret_hash text NOT NULL PRIMARY KEY, -- SHA-256 of the code's 128-bit secret, hexadecimal
    gate text NOT NULL,                    -- the gate it is bound to
    issued_by text NOT NULL,               -- account that made it; another one must release the gate
    created_at bigint NOT NULL,            -- microseconds since 1970, UTC
    expires_at bigint NOT NULL,            -- first instant at which it no longer works
    used_at bigint                         -- set by its use, or when a newer one took its place
);
CREATE TABLE gate_certificate (
    serial text NOT NULL PRIMARY KEY,      -- the certificate's serial number, hexadecimal
    gate text NOT NULL,
    key_hash text NOT NULL,                -- SHA-256 of its public key, hexadecimal: what is pinned
    enrolled_by text NOT NULL,             -- account that made the code
    issued_at bigint NOT NULL,             -- microseconds since 1970, UTC
    expires_at bigint NOT NULL,            -- when it asks for renewal at the latest; being late stops nothing
    released_by text,                      -- account that let the list go there; null: it gets none
    released_at bigint,
    revoked_at bigint                      -- set when it is no longer a gate's
);
CREATE INDEX gate_certificate_by_gate ON gate_certificate (gate, issued_at);
