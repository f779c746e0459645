-- Incidents: what people are sent to, with what was done about it. Cost: some tens of rows a day; log lines some hundreds.
CREATE TABLE incident_type (
    code text NOT NULL,                -- a slug; those that come with the program are in no row until somebody edits them
    owner text NOT NULL,               -- directorate, '' for the whole room's
    version bigint NOT NULL,           -- 1, 2, 3 …; the newest is in force, the others explain incidents that began under them
    name_ar text NOT NULL,
    name_en text NOT NULL,
    priority text NOT NULL,            -- a word of IncidentPriority
    steps text NOT NULL,               -- JSON: [{id, ar, en, required}]
    made_by text NOT NULL,             -- account
    made_name text NOT NULL,
    made_at bigint NOT NULL,           -- microseconds since 1970, UTC
    PRIMARY KEY (code, owner, version)
);
CREATE TABLE incident (
    number text NOT NULL PRIMARY KEY,  -- year-serial, such as 2026-000012; given by the center, never used again
    version bigint NOT NULL,           -- the number of lines in its log
    type text NOT NULL,
    type_owner text NOT NULL,
    type_version bigint NOT NULL,      -- 0: as it came with the program
    priority text NOT NULL,            -- a word of IncidentPriority
    state text NOT NULL,               -- Open or Closed
    directorate text,                  -- of who opened it; null: the joint room
    summary text NOT NULL,             -- one line, no plate
    place_gate text,                   -- a gate
    place_text text,                   -- or words
    latitude double precision,         -- degrees, WGS 84
    longitude double precision,
    raised_at bigint NOT NULL,         -- when the alert or call behind it came; else when it was opened
    opened_by text NOT NULL,           -- account
    opened_name text NOT NULL,
    opened_at bigint NOT NULL,
    command text NOT NULL,             -- account that leads
    command_name text NOT NULL,
    offered_to text,                   -- account the lead is offered to
    offered_name text,
    first_dispatch_at bigint,
    first_en_route_at bigint,
    first_on_scene_at bigint,
    closed_at bigint,
    skipped_seen bigint NOT NULL,      -- how many left-out steps a supervisor has taken note of
    request text NOT NULL UNIQUE       -- id of the form it was opened with: sent twice, it is one incident
);
CREATE INDEX incident_by_opening ON incident (opened_at);
CREATE TABLE incident_log (
    number text NOT NULL REFERENCES incident (number),
    seq bigint NOT NULL,               -- 1, 2, 3 … without gaps
    id text NOT NULL UNIQUE,           -- given by who wrote: sent twice, it is one line
    at bigint NOT NULL,
    account text NOT NULL,             -- '' for the system
    name text NOT NULL,
    kind text NOT NULL,                -- a word of IncidentLogKind
    subject text NOT NULL,             -- step, unit, alert/…, call/…, case/… or coded words
    text text NOT NULL,                -- what a person wrote
    PRIMARY KEY (number, seq)
);
CREATE TABLE incident_link (
    number text NOT NULL REFERENCES incident (number),
    subject text NOT NULL,             -- alert/<id>, call/<number>, case/<number>: never a plate
    linked_by text NOT NULL,
    linked_at bigint NOT NULL,
    PRIMARY KEY (number, subject)
);
CREATE INDEX incident_link_by_subject ON incident_link (subject);
CREATE TABLE incident_attachment (
    id text NOT NULL PRIMARY KEY,      -- UUIDv7
    number text NOT NULL REFERENCES incident (number),
    name text NOT NULL,                -- as the person's machine called the file
    media_type text NOT NULL,          -- told from the bytes
    bytes_count bigint NOT NULL,
    sha256 text NOT NULL,
    body bytea NOT NULL,               -- at most 5 MB
    added_by text NOT NULL,
    added_name text NOT NULL,
    added_at bigint NOT NULL
);
CREATE INDEX incident_attachment_by_number ON incident_attachment (number);
