-- What the records under the keys used last held, as hashes: an outbox that was copied or restored uses keys again.
-- Cost: one row of 2 kB for 256 records, some 600 rows an outbox kept (1.2 MB), two or three written a batch.
CREATE TABLE intake_hash (
    gate text NOT NULL,               -- slug
    epoch bigint NOT NULL,            -- the life of that gate's outbox
    block bigint NOT NULL,            -- sequence / 256
    touched bigint NOT NULL,          -- when a record of the block came last, microseconds since 1970, UTC
    hashes bytea NOT NULL,            -- 256 times 8 bytes of SHA-256, little-endian; 0: no record under that sequence yet
    PRIMARY KEY (gate, epoch, block)
);
