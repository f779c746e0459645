-- What gates delivered, and the counts it became. Cost: one count row a minute, lane, direction, class and outcome
-- in which somebody passed (7 gates, 10 lanes: about 20,000 rows a day, 1 MB); delivery marks stay a handful of rows.
CREATE TABLE intake_mark (
    gate text NOT NULL,               -- slug
    epoch bigint NOT NULL,            -- the life of that gate's outbox: microseconds since 1970 at its creation
    up_to bigint NOT NULL,            -- every sequence from 1 to this one has been stored
    PRIMARY KEY (gate, epoch)
);
CREATE TABLE intake_record (
    gate text NOT NULL,
    epoch bigint NOT NULL,
    sequence bigint NOT NULL,         -- stored, and above the mark: a record that overtook others (hits come first)
    PRIMARY KEY (gate, epoch, sequence)
);
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
CREATE INDEX passage_count_by_minute ON passage_count (minute_at);
