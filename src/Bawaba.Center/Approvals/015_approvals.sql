-- Passkeys of people, whose approvals count, and what was approved. Cost: a few rows a person; a sheet an approval (up to
-- 440 kB for ten thousand entries at once, usually 1 kB), kept as long as anything points to it.
ALTER TABLE account ADD COLUMN chain text NOT NULL DEFAULT '';   -- chain of command, as the administrator wrote it
ALTER TABLE account ADD COLUMN recovered_at bigint;              -- microseconds since 1970, UTC: when two administrators gave a new way in
CREATE TABLE passkey (
    credential text NOT NULL PRIMARY KEY,  -- the passkey's id, base64url; one account's only, ever
    point text NOT NULL UNIQUE,            -- X and Y on P-256, base64url; one account's only, ever
    account text NOT NULL REFERENCES account (id),
    label text NOT NULL,                   -- what its owner calls it
    made_at bigint NOT NULL,               -- microseconds since 1970, UTC
    signatures bigint NOT NULL,            -- the authenticator's own count; 0 where it does not count
    removed_at bigint                      -- set when it approves nothing more
);
CREATE INDEX passkey_by_account ON passkey (account);
CREATE TABLE approval_ask (
    id text NOT NULL PRIMARY KEY,          -- UUIDv7; becomes the sheet's
    account text NOT NULL,                 -- who was asked, in which session; nobody else's answer counts
    session text NOT NULL,
    kind text NOT NULL,                    -- passkey, or a word of SheetKind
    body text NOT NULL,                    -- JSON: the sheet without its signature; of a passkey the challenge
    subject text NOT NULL,                 -- what is approved, for the module that asked
    expires_at bigint NOT NULL             -- first instant at which an answer comes too late; the answer deletes the row
);
CREATE TABLE approval_sheet (
    id text NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    approver text NOT NULL,                -- account
    approved_at bigint NOT NULL,           -- microseconds since 1970, UTC
    body text NOT NULL                     -- JSON: ApprovalSheet
);
CREATE TABLE key_ring (
    number bigint NOT NULL PRIMARY KEY,    -- 1, 2, …: the highest that stands is in force
    body text NOT NULL,                    -- JSON: KeyRing with those who agreed
    made_at bigint NOT NULL,
    stands_at bigint                       -- null: proposed, not yet agreed by all it needs
);
CREATE TABLE law_mark (
    part text NOT NULL PRIMARY KEY,        -- ring, orders, entries: each process reads its copy again when the number moved
    number bigint NOT NULL
);
