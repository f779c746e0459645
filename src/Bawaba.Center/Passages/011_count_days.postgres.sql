-- Counts in one partition a day (UTC): a day too old is dropped whole, at once and without leaving dead rows to sweep.
-- Rows of a day that has no partition (a gate's clock far off, or a center that stood still) go to passage_count_other.
-- Cost: the counts are copied once; afterwards up to as many tables as days are kept, each looked at only where asked for.
ALTER TABLE passage_count RENAME TO passage_count_before;
ALTER INDEX passage_count_pkey RENAME TO passage_count_before_pkey;
CREATE TABLE passage_count (
    gate text NOT NULL,               -- slug
    minute_at bigint NOT NULL,        -- start of the minute, microseconds since 1970, UTC
    lane text NOT NULL,               -- slug
    direction bigint NOT NULL,        -- 0 unknown, 1 in, 2 out
    vehicle bigint NOT NULL,          -- 0 unknown, 1 motorcycle, 2 other
    outcome bigint NOT NULL,          -- 0 no plate, 1 unreadable, 2 read
    passages bigint NOT NULL,         -- how many vehicles
    PRIMARY KEY (gate, minute_at, lane, direction, vehicle, outcome)
) PARTITION BY RANGE (minute_at);
CREATE TABLE passage_count_other PARTITION OF passage_count DEFAULT;
INSERT INTO passage_count (gate, minute_at, lane, direction, vehicle, outcome, passages)
    SELECT gate, minute_at, lane, direction, vehicle, outcome, passages FROM passage_count_before;
DROP TABLE passage_count_before;

-- Partitions are made and dropped by functions of the tables' owner, so that the role that runs the center needs no
-- right to change the schema.
CREATE FUNCTION passage_count_days(from_at bigint, days integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    day_micros CONSTANT bigint := 86400000000;
    day_at bigint := from_at - from_at % day_micros;
    made integer := 0;
    day_name text;
BEGIN
    IF from_at < 0 OR days NOT BETWEEN 1 AND 60 THEN
        RAISE EXCEPTION 'from 1 to 60 days, none before 1970';
    END IF;
    FOR i IN 1..days LOOP
        day_name := 'passage_count_' || to_char(to_timestamp(day_at / 1000000) AT TIME ZONE 'UTC', 'YYYYMMDD');
        IF to_regclass(day_name) IS NULL THEN
            -- Nobody adds to the day while its rows move.
            LOCK TABLE passage_count IN SHARE ROW EXCLUSIVE MODE;
            EXECUTE format('CREATE TABLE %I (LIKE passage_count INCLUDING ALL)', day_name);
            EXECUTE format('INSERT INTO %I SELECT * FROM passage_count_other WHERE minute_at >= %s AND minute_at < %s', day_name, day_at, day_at + day_micros);
            DELETE FROM passage_count_other WHERE minute_at >= day_at AND minute_at < day_at + day_micros;
            EXECUTE format('ALTER TABLE passage_count ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', day_name, day_at, day_at + day_micros);
            made := made + 1;
        END IF;
        day_at := day_at + day_micros;
    END LOOP;
    RETURN made;
END
$$;
CREATE FUNCTION passage_count_erase(before_at bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    day_name text;
    rows_here bigint;
    erased bigint := 0;
BEGIN
    FOR day_name IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'passage_count'::regclass AND c.relname <> 'passage_count_other'
            AND c.relname < 'passage_count_' || to_char(to_timestamp(before_at / 1000000) AT TIME ZONE 'UTC', 'YYYYMMDD')
        ORDER BY c.relname
    LOOP
        EXECUTE format('SELECT count(*) FROM %I', day_name) INTO rows_here;
        EXECUTE format('DROP TABLE %I', day_name);
        erased := erased + rows_here;
    END LOOP;
    DELETE FROM passage_count WHERE minute_at < before_at;
    GET DIAGNOSTICS rows_here = ROW_COUNT;
    RETURN erased + rows_here;
END
$$;
-- What a definer's function finds by name is found in this schema and nowhere else.
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION passage_count_days(bigint, integer) SET search_path = %I, pg_temp', current_schema());
    EXECUTE format('ALTER FUNCTION passage_count_erase(bigint) SET search_path = %I, pg_temp', current_schema());
END
$$;
REVOKE EXECUTE ON FUNCTION passage_count_days(bigint, integer), passage_count_erase(bigint) FROM PUBLIC;
