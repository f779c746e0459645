-- Hits as work for people. Cost: some tens of rows a day, about 1 kB each; pictures 30 to 300 kB until they are erased.
CREATE TABLE alert (
    id text NOT NULL PRIMARY KEY,         -- UUIDv7
    version bigint NOT NULL,              -- 1, 2, 3 … with every change; the ETag
    state text NOT NULL,                  -- a word of AlertState
    gate text NOT NULL,                   -- slug
    lane text NOT NULL,                   -- slug
    camera text NOT NULL,                 -- slug
    passage text NOT NULL,                -- UUIDv7 minted at the gate
    mandate text NOT NULL,                -- the activation order compared under
    entry text NOT NULL,                  -- the watch-list entry that was hit
    entry_category text NOT NULL,         -- the entry as it stood when the alert was raised …
    entry_action text NOT NULL,
    entry_legal_basis text NOT NULL,
    entry_instrument text NOT NULL,
    entry_issued_by text NOT NULL,
    entry_expires_at bigint NOT NULL,     -- microseconds since 1970, UTC, like every …_at here
    entry_vehicle text,                   -- a word of VehicleClass
    entry_colour text,
    direction text NOT NULL,              -- a word of Direction
    vehicle text NOT NULL,                -- a word of VehicleClass
    plate text,                           -- as read; null after erasure
    confidence double precision NOT NULL, -- 0 to 1
    revision bigint NOT NULL,             -- the newest reading taken in: 0 for the first
    late bigint NOT NULL,                 -- 1: reached the center more than 5 minutes after the passage
    has_pictures bigint NOT NULL,         -- 1: rows of alert_picture stand
    passed_at bigint NOT NULL,
    captured_at bigint NOT NULL,
    matched_at bigint NOT NULL,
    raised_at bigint NOT NULL,
    answered text,                        -- who took each step: JSON {account, session, name, at}
    first_look text,
    verdict text,                         -- a word of LookVerdict
    confirmed text,
    rejected text,
    reject_reason text,                   -- a word of RejectReason
    expired_at bigint,
    closed_at bigint,
    erase_at bigint,                      -- when plate and pictures are due to go; null while undecided
    erased_at bigint,                     -- when they went
    UNIQUE (entry, passage)               -- at most one alert an entry and passage, whatever is delivered twice
);
CREATE INDEX alert_by_raised ON alert (raised_at, id);
CREATE INDEX alert_by_state ON alert (state, raised_at);
CREATE INDEX alert_by_erasure ON alert (erase_at);
CREATE TABLE alert_picture (
    alert text NOT NULL REFERENCES alert (id),
    picture text NOT NULL,                -- a word of AlertPicture
    jpeg bytea NOT NULL,
    PRIMARY KEY (alert, picture)
);
