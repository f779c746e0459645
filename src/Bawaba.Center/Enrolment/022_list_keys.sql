-- The key under which a gate keeps its list, and opens a list that is carried there. Cost: one row a gate.
CREATE TABLE gate_list_key (
    gate text NOT NULL PRIMARY KEY,
    secret text NOT NULL,          -- 32 random bytes, base64; gone, and with it what was sealed, when the gate's computer is revoked
    made_at bigint NOT NULL        -- microseconds since 1970, UTC
);
