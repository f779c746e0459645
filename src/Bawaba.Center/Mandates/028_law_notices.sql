-- What people have to know of orders: that one ends soon, that one was renewed. Cost: a handful of rows an order.
CREATE TABLE law_notice (
    id text NOT NULL PRIMARY KEY,        -- UUIDv7
    mandate text NOT NULL,               -- the order it is about
    what text NOT NULL,                  -- ends-in-14, ends-in-7, ends-in-1 or renewed
    instrument_number text NOT NULL,
    detail text NOT NULL,                -- coded words
    noticed_at bigint NOT NULL,          -- microseconds since 1970, UTC
    seen_by text,                        -- the auditor's account …
    seen_at bigint,                      -- … and when
    UNIQUE (mandate, what)               -- told once, whoever looks first
);
