-- How many changes worth a screen's while each scope has had, so that another process of the same database notices one
-- that it was not told of. Cost: one row a gate and one for the room, updated with each such change; unused on SQLite.
CREATE TABLE live_mark (
    scope text NOT NULL PRIMARY KEY,  -- 'room', or a gate's slug after 'gate/'
    number bigint NOT NULL            -- 1, 2, 3 … without a gap, in the order of commits
);
