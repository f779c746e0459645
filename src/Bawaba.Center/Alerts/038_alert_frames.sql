-- Further pictures of a hit: crops of the plate at other instants, and the small pictures of a short clip. Cost: up to 28 rows and
-- about 0.5 MB an alert until they are erased with it.
CREATE TABLE alert_frame (
    alert text NOT NULL REFERENCES alert (id),
    kind text NOT NULL,                   -- a word of FrameKind
    captured_at bigint NOT NULL,          -- microseconds since 1970, UTC
    weight double precision NOT NULL,     -- how much it shows; the best first among crops
    jpeg bytea NOT NULL,
    PRIMARY KEY (alert, kind, captured_at)
);
