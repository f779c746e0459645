-- Every activation order ever in force, so that none is lengthened and no instrument used twice.
-- Cost: one row an order (a few dozen a year), looked at when mandates.json changed.
CREATE TABLE activation_order (
    id text NOT NULL PRIMARY KEY,            -- slug, as in mandates.json
    instrument_number text NOT NULL UNIQUE,  -- the legal instrument; stands behind one order only, ever
    from_at bigint NOT NULL,                 -- microseconds since 1970, UTC: first instant in force
    until_at bigint NOT NULL,                -- first instant no longer in force; may only come nearer
    first_read_at bigint NOT NULL            -- when the center first read it
);
