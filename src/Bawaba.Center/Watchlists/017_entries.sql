-- Watch-list entries with their life, and the documents they rest on. Cost: up to ten thousand rows in force, read whole into
-- memory when one changes (about 20 ms); a document up to 5 MB each, read one at a time.
CREATE TABLE watch_entry (
    id text NOT NULL PRIMARY KEY,            -- slug
    version bigint NOT NULL,                 -- grows with each step; a step against an older one is refused
    state text NOT NULL,                     -- a word of EntryState
    leaf text NOT NULL,                      -- hash of what is approved, base64
    sheet text REFERENCES approval_sheet (id),
    body text NOT NULL,                      -- JSON: WatchlistEntry, the plate in it
    changed_at bigint NOT NULL               -- microseconds since 1970, UTC
);
CREATE INDEX watch_entry_by_state ON watch_entry (state, changed_at);
CREATE TABLE source_document (
    sha256 text NOT NULL PRIMARY KEY,        -- of the bytes, hexadecimal
    media_type text NOT NULL,
    bytes_count bigint NOT NULL,
    added_by text NOT NULL,                  -- account
    added_at bigint NOT NULL                 -- microseconds since 1970, UTC
);
CREATE TABLE filed_key (
    office text NOT NULL PRIMARY KEY,        -- approver, approver-2, auditor
    secret text NOT NULL                     -- a software passkey of the demo city or a trial; nobody's
);
CREATE TABLE list_hold (
    one bigint NOT NULL PRIMARY KEY,         -- 1: the store came out of a backup, and nobody has looked through the list since
    since bigint NOT NULL                    -- microseconds since 1970, UTC
);
