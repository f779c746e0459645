-- Who works at which gate's own page. Cost: a few hundred rows; each gate asks for its own once a second.
CREATE TABLE gate_posting (
    account text NOT NULL REFERENCES account (id),
    gate text NOT NULL,                   -- slug
    posted_by text NOT NULL,              -- account of the administrator
    posted_at bigint NOT NULL,            -- microseconds since 1970, UTC
    ended_at bigint,                      -- set when the person works there no more
    password_hash text,                   -- Argon2id, PHC string, of the password for this gate; null until the person set it
    password_set_at bigint,
    PRIMARY KEY (account, gate)
);
CREATE INDEX gate_posting_by_gate ON gate_posting (gate);
