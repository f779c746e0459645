-- The phone and radio log. Cost: some hundreds of rows a day at most; erased of people after 30 days unless an incident keeps one.
CREATE TABLE call_entry (
    number text NOT NULL PRIMARY KEY,  -- year-serial; given by the center
    at bigint NOT NULL,                -- when it was recorded; microseconds since 1970, UTC
    channel text NOT NULL,             -- a word of CallChannel
    caller text NOT NULL,              -- name or call sign as given; '' after erasure
    call_back text NOT NULL,           -- number to call back; '' where none, and after erasure
    place text NOT NULL,               -- from where
    what text NOT NULL,                -- '' after erasure
    corrects text,                     -- number of the entry this one puts right
    directorate text,                  -- of who recorded it; null: the joint room
    recorded_by text NOT NULL,         -- account
    recorded_name text NOT NULL,
    kept bigint NOT NULL,              -- 1: an incident is linked; it stays
    erased_at bigint,
    request text NOT NULL UNIQUE       -- id of the form: sent twice, it is one entry
);
CREATE INDEX call_entry_by_time ON call_entry (at);
