-- A store as the nine steps before 010 left it, with a few rows; written by SQLite's .dump. Test data of UpgradeTests.
BEGIN TRANSACTION;
CREATE TABLE account (
    id text NOT NULL PRIMARY KEY,         -- UUIDv7
    user_name text NOT NULL UNIQUE,       -- typed to sign in: a-z, 0-9, '.', '-'
    display_name text NOT NULL,           -- shown on screens
    role text NOT NULL,                   -- a word of Role
    password_hash text NOT NULL,          -- Argon2id, PHC string with its parameters and salt
    created_at bigint NOT NULL,           -- microseconds since 1970, UTC
    closed_at bigint                      -- set when it signs in no more
);
INSERT INTO "account" VALUES('0199f0aa000070008000000000000001','amina','Amina','Operator','none',1763900000000000,NULL);
CREATE TABLE activation_order (
    id text NOT NULL PRIMARY KEY,            -- slug, as in mandates.json
    instrument_number text NOT NULL UNIQUE,  -- the legal instrument; stands behind one order only, ever
    from_at bigint NOT NULL,                 -- microseconds since 1970, UTC: first instant in force
    until_at bigint NOT NULL,                -- first instant no longer in force; may only come nearer
    first_read_at bigint NOT NULL            -- when the center first read it
);
INSERT INTO "activation_order" VALUES('order-0','117/2026',1763900000000000,1764900000000000,1763900000000000);
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
INSERT INTO "alert" VALUES('0199f0aa000070008000000000000003',1,'Raised','north','in-1','north-in-1','0199f0aa000070008000000000000004','order-0','entry-0','stolen-vehicle','stop-and-notify','Penal code','R-1','Prosecution',1796600000000000,NULL,NULL,'In','Other','5-111111',0.5,0,0,1,1795607900000000,1795607900000000,1795607900000000,1795607900000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE alert_picture (
    alert text NOT NULL REFERENCES alert (id),
    picture text NOT NULL,                -- a word of AlertPicture
    jpeg bytea NOT NULL,
    PRIMARY KEY (alert, picture)
);
INSERT INTO "alert_picture" VALUES('0199f0aa000070008000000000000003','Crop',X'63726F702D6F6C64');
CREATE TABLE audit_event (
    seq bigint NOT NULL PRIMARY KEY,  -- 1, 2, 3 … without a gap, in the order of writing
    at bigint NOT NULL,               -- microseconds since 1970, UTC
    act text NOT NULL,                -- what was done: a word of AuditAct
    account text NOT NULL,            -- who: account id, or 'system'
    role text NOT NULL,               -- their role at that time
    session text NOT NULL,            -- session id; empty for the system and before a session exists
    address text NOT NULL,            -- network address of the request; empty for the system
    subject text NOT NULL,            -- what it was done to: an id, never a plate
    detail text NOT NULL              -- coded words and ids, never a plate and never free text of a person
);
INSERT INTO "audit_event" VALUES(1,1763900000000000,'CityLoaded','system','System','','','city','gates=2');
INSERT INTO "audit_event" VALUES(2,1795607900000000,'AlertRaised','system','System','','','0199f0aa000070008000000000000003','entry=entry-0 mandate=order-0');
CREATE TABLE camera (
    id text NOT NULL PRIMARY KEY,     -- slug, unique in the system
    gate text NOT NULL REFERENCES gate (id),
    lane text NOT NULL,
    name_ar text NOT NULL,
    name_en text NOT NULL,
    simulated bigint NOT NULL,        -- 1: its counts come from a simulation and no picture exists
    position bigint NOT NULL,
    retired_at bigint
);
INSERT INTO "camera" VALUES('north-in-1','north','in-1','كاميرا','Camera',0,0,NULL);
CREATE TABLE city (
    one bigint NOT NULL PRIMARY KEY,  -- always 1: there is one city
    name_ar text NOT NULL,
    name_en text NOT NULL
);
INSERT INTO "city" VALUES(1,'واحة','Oasis');
CREATE TABLE enrolment_code (
    secret_hash text NOT NULL PRIMARY KEY, -- SHA-256 of the code's 128-bit secret, hexadecimal
    gate text NOT NULL,                    -- the gate it is bound to
    issued_by text NOT NULL,               -- account that made it; another one must release the gate
    created_at bigint NOT NULL,            -- microseconds since 1970, UTC
    expires_at bigint NOT NULL,            -- first instant at which it no longer works
    used_at bigint                         -- set by its use, or when a newer one took its place
);
INSERT INTO "enrolment_code" VALUES('cc','north','0199f0aa000070008000000000000001',1763900000000000,1763903600000000,NULL);
CREATE TABLE gate (
    id text NOT NULL PRIMARY KEY,     -- slug; never given to another place
    name_ar text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL,               -- Entrance or Border
    position bigint NOT NULL,         -- place in the city file
    retired_at bigint                 -- microseconds since 1970, UTC; set when it vanished from the file
);
INSERT INTO "gate" VALUES('north','بوابة','Gate north','Entrance',0,NULL);
INSERT INTO "gate" VALUES('west','بوابة','Gate west','Border',1,NULL);
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
INSERT INTO "gate_certificate" VALUES('01','north','dd','0199f0aa000070008000000000000001',1763900000000000,1798460000000000,NULL,NULL,NULL);
CREATE TABLE intake_mark (
    gate text NOT NULL,               -- slug
    epoch bigint NOT NULL,            -- the life of that gate's outbox: microseconds since 1970 at its creation
    up_to bigint NOT NULL,            -- every sequence from 1 to this one has been stored
    PRIMARY KEY (gate, epoch)
);
INSERT INTO "intake_mark" VALUES('north',7,40);
CREATE TABLE intake_record (
    gate text NOT NULL,
    epoch bigint NOT NULL,
    sequence bigint NOT NULL,         -- stored, and above the mark: a record that overtook others (hits come first)
    PRIMARY KEY (gate, epoch, sequence)
);
INSERT INTO "intake_record" VALUES('north',7,42);
CREATE TABLE invitation (
    token_hash text NOT NULL PRIMARY KEY, -- SHA-256 of the link's 256-bit token, hexadecimal
    user_name text,                       -- fixed by the inviter; null: the person chooses (first administrator)
    role text NOT NULL,                   -- a word of Role
    created_at bigint NOT NULL,           -- microseconds since 1970, UTC
    expires_at bigint NOT NULL,           -- first instant at which the link no longer works
    used_at bigint                        -- set by its use, or when a newer one took its place
);
INSERT INTO "invitation" VALUES('bb','amina','Operator',1763900000000000,1763986400000000,1763900001000000);
CREATE TABLE lane (
    gate text NOT NULL REFERENCES gate (id),
    id text NOT NULL,                 -- slug, unique within its gate
    name_ar text NOT NULL,
    name_en text NOT NULL,
    position bigint NOT NULL,
    retired_at bigint,
    PRIMARY KEY (gate, id)
);
INSERT INTO "lane" VALUES('north','in-1','دخول','In',0,NULL);
CREATE TABLE migration (
    name text NOT NULL PRIMARY KEY,   -- NNN_name.sql
    number bigint NOT NULL,           -- NNN
    applied_at bigint NOT NULL        -- microseconds since 1970, UTC
);
INSERT INTO "migration" VALUES('001_audit.sql',1,1763900000000000);
INSERT INTO "migration" VALUES('002_audit_append_only.sql',2,1763900000000000);
INSERT INTO "migration" VALUES('003_operators.sql',3,1763900000000000);
INSERT INTO "migration" VALUES('004_gates.sql',4,1763900000000000);
INSERT INTO "migration" VALUES('005_mandates.sql',5,1763900000000000);
INSERT INTO "migration" VALUES('006_passages.sql',6,1763900000000000);
INSERT INTO "migration" VALUES('007_alerts.sql',7,1763900000000000);
INSERT INTO "migration" VALUES('008_audit_no_replace.sql',8,1763900000000000);
INSERT INTO "migration" VALUES('009_enrolment.sql',9,1763900000000000);
CREATE TABLE passage_count (
    gate text NOT NULL,               -- slug
    minute_at bigint NOT NULL,        -- start of the minute, microseconds since 1970, UTC
    lane text NOT NULL,               -- slug
    direction bigint NOT NULL,        -- 0 unknown, 1 in, 2 out
    vehicle bigint NOT NULL,          -- 0 unknown, 1 motorcycle, 2 other
    outcome bigint NOT NULL,          -- 0 no plate, 1 unreadable, 2 read
    passages bigint NOT NULL,         -- how many vehicles
    PRIMARY KEY (gate, minute_at, lane, direction, vehicle, outcome)
);
INSERT INTO "passage_count" VALUES('north',1795608000000000,'in-1',1,2,2,5);
INSERT INTO "passage_count" VALUES('north',1795521600000000,'in-1',1,1,0,3);
CREATE TABLE session (
    id text NOT NULL PRIMARY KEY,         -- UUIDv7; no secret
    token_hash text NOT NULL UNIQUE,      -- SHA-256 of the cookie's 256-bit token, hexadecimal
    account text NOT NULL REFERENCES account (id),
    started_at bigint NOT NULL,           -- microseconds since 1970, UTC
    expires_at bigint NOT NULL,           -- first instant at which it is no longer valid
    ended_at bigint,                      -- set by signing out, or by an administrator
    address text NOT NULL                 -- network address of the sign-in
);
INSERT INTO "session" VALUES('0199f0aa000070008000000000000002','aa','0199f0aa000070008000000000000001',1763900000000000,1763928800000000,NULL,'192.0.2.1');
CREATE INDEX audit_event_by_subject ON audit_event (subject, seq);
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE INDEX session_by_account ON session (account, started_at);
CREATE INDEX passage_count_by_minute ON passage_count (minute_at);
CREATE INDEX alert_by_raised ON alert (raised_at, id);
CREATE INDEX alert_by_state ON alert (state, raised_at);
CREATE INDEX alert_by_erasure ON alert (erase_at);
CREATE TRIGGER audit_event_no_replace BEFORE INSERT ON audit_event
WHEN EXISTS (SELECT 1 FROM audit_event WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE INDEX gate_certificate_by_gate ON gate_certificate (gate, issued_at);
COMMIT;
