-- Units the room can send. Cost: a few dozen rows, each changed a few times an hour; positions lie in a table of their own, the
-- latest one a unit, overwritten a few times a minute and deleted when the unit goes off duty: no track is kept anywhere.
CREATE TABLE unit (
    id text NOT NULL PRIMARY KEY,      -- slug, never used again
    version bigint NOT NULL,           -- 1 more at each step; a position is none
    name_ar text NOT NULL,             -- name or call sign
    name_en text NOT NULL,
    kind text NOT NULL,                -- a word of UnitKind
    directorate text,                  -- whose it is; null: common to the room
    vehicle text NOT NULL,             -- in words; empty: none
    strength bigint NOT NULL,          -- people
    status text NOT NULL,              -- a word of UnitStatus
    status_at bigint NOT NULL,         -- microseconds since 1970, UTC
    on_duty_at bigint,                 -- at work since; null off duty
    assignment text,                   -- the open one, in unit_assignment
    welfare_minutes bigint,            -- how often a word of the crew is due; null: never
    welfare_due_at bigint,             -- when the next one is
    overdue_at bigint,                 -- since when it is missing
    registered_by text NOT NULL,       -- account
    registered_at bigint NOT NULL,
    retired_at bigint                  -- set when taken off the register
);
CREATE TABLE unit_crew (
    account text NOT NULL PRIMARY KEY REFERENCES account (id), -- one unit a person
    unit text NOT NULL REFERENCES unit (id),
    set_at bigint NOT NULL
);
CREATE INDEX unit_crew_by_unit ON unit_crew (unit);
CREATE TABLE unit_position (
    unit text NOT NULL PRIMARY KEY REFERENCES unit (id),
    latitude double precision,         -- degrees, WGS 84; null: only the gate is known
    longitude double precision,
    accuracy_metres double precision,  -- as the source says
    gate text,                         -- at this gate
    at bigint NOT NULL,                -- when it was there
    source text NOT NULL               -- a word of PositionSource
);
