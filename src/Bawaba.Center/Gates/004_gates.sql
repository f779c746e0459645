-- The registry: what the city file has ever named. Cost: a few hundred rows, read once at start.
CREATE TABLE gate (
    id text NOT NULL PRIMARY KEY,     -- slug; never given to another place
    name_ar text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL,               -- Entrance or Border
    position bigint NOT NULL,         -- place in the city file
    retired_at bigint                 -- microseconds since 1970, UTC; set when it vanished from the file
);
CREATE TABLE lane (
    gate text NOT NULL REFERENCES gate (id),
    id text NOT NULL,                 -- slug, unique within its gate
    name_ar text NOT NULL,
    name_en text NOT NULL,
    position bigint NOT NULL,
    retired_at bigint,
    PRIMARY KEY (gate, id)
);
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
CREATE TABLE city (
    one bigint NOT NULL PRIMARY KEY,  -- always 1: there is one city
    name_ar text NOT NULL,
    name_en text NOT NULL
);
