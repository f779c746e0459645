-- The directorates that form the room, and whose person an account is. Cost: a handful of rows; one column more in each session's look-up.
CREATE TABLE directorate (
    id text NOT NULL PRIMARY KEY,               -- slug; given once, never again
    name_ar text NOT NULL,
    name_en text NOT NULL,
    made_at bigint NOT NULL,                    -- microseconds since 1970, UTC
    made_by text NOT NULL                       -- account of the administrator; system: the demo city's file
);
ALTER TABLE account ADD COLUMN directorate text;    -- null: the joint room, which sees everything
ALTER TABLE invitation ADD COLUMN directorate text; -- of the account to be made
