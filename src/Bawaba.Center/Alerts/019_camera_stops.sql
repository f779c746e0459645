-- Cameras that were taken out of comparing because too many of their hits were misread. Cost: a row a stop; shares are counted
-- from alerts of one week, a few hundred rows, once a minute.
CREATE TABLE camera_stop (
    camera text NOT NULL,                 -- slug
    gate text NOT NULL,                   -- slug
    stopped_at bigint NOT NULL,           -- microseconds since 1970, UTC, like every …_at here
    decided bigint NOT NULL,              -- alerts decided in the week before
    misread bigint NOT NULL,              -- of these, rejected as misread
    resumed_at bigint,                    -- a technician has looked; what came before counts no more
    resumed_by text,
    PRIMARY KEY (gate, camera, stopped_at)
);
