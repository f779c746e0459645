-- Times a unit's word was missing while it had a task: kept until whose task it is has heard of it, and of its end. Cost: a row or two at a
-- time; written by the step that sets or clears the unit's flag.
CREATE TABLE unit_silence (
    assignment text NOT NULL REFERENCES unit_assignment (id),
    overdue_at bigint NOT NULL,        -- microseconds since 1970, UTC
    unit text NOT NULL REFERENCES unit (id),
    subject text NOT NULL,             -- of the task, such as incident/2026-000012
    ended_at bigint,                   -- when a word came, or the clock was set anew
    told bigint NOT NULL,              -- 1: the subject has heard that the word is missing
    PRIMARY KEY (assignment, overdue_at)
);
