-- Activation orders with their life, from draft to end. Cost: a few dozen rows a year. activation_order (005) stays as the memory
-- of what was in force from files.
CREATE TABLE mandate (
    id text NOT NULL PRIMARY KEY,            -- slug
    version bigint NOT NULL,                 -- grows with each step; a step against an older one is refused
    state text NOT NULL,                     -- a word of OrderState
    instrument_number text NOT NULL UNIQUE,  -- the legal instrument; stands behind one order only, ever
    leaf text NOT NULL,                      -- hash of what is approved, base64
    sheet text REFERENCES approval_sheet (id),
    body text NOT NULL,                      -- JSON: ActivationOrder
    changed_at bigint NOT NULL               -- microseconds since 1970, UTC
);
