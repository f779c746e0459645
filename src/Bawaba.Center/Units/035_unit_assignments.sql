-- Tasks of units, and what crews said from their phones. Cost: a row a dispatch and a row a button pressed; found by index.
CREATE TABLE unit_assignment (
    id text NOT NULL PRIMARY KEY,      -- UUIDv7
    unit text NOT NULL REFERENCES unit (id),
    subject text NOT NULL,             -- such as incident/2026-000012: never a plate
    title_ar text NOT NULL,            -- kind of task in words
    title_en text NOT NULL,
    place_ar text NOT NULL,            -- where to, in words
    place_en text NOT NULL,
    priority bigint NOT NULL,          -- 1 (at once) to 4
    instructions text NOT NULL,        -- what to do; empty again after the release
    notes text NOT NULL,               -- the same
    assigned_at bigint NOT NULL,       -- microseconds since 1970, UTC
    assigned_by text NOT NULL,         -- as screens show it
    acknowledged_at bigint,
    en_route_at bigint,
    on_scene_at bigint,
    released_at bigint,
    broken_off bigint NOT NULL         -- 1: the unit went out of service in the middle of it
);
CREATE INDEX unit_assignment_by_subject ON unit_assignment (subject);
CREATE INDEX unit_assignment_by_unit ON unit_assignment (unit, assigned_at);
CREATE TABLE unit_command (
    id text NOT NULL PRIMARY KEY,      -- UUID the phone made: sent ten times it is done once
    unit text NOT NULL REFERENCES unit (id),
    account text NOT NULL,             -- who pressed
    verb text NOT NULL,                -- a word of UnitVerb
    assignment text,                   -- the task it was about
    device_at bigint NOT NULL,         -- the phone's clock
    received_at bigint NOT NULL,       -- the center's
    answer text NOT NULL               -- a word of CommandAnswer
);
CREATE INDEX unit_command_by_time ON unit_command (received_at);
