-- To whom an alert that waits has gone on, and since when its work is slow. Cost: three numbers a row; the worker asks four times a
-- second for raised alerts, a range of alert_by_state with a handful of rows in it.
ALTER TABLE alert ADD COLUMN supervisor_at bigint; -- nobody had answered: it went on to the supervisor; microseconds since 1970, UTC
ALTER TABLE alert ADD COLUMN commander_at bigint;  -- and to the commander
ALTER TABLE alert ADD COLUMN slow_at bigint;       -- answered and no next step for too long; null again with the next step
