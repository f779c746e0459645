-- What came of incidents: the custody register and seizures with their chain of custody. Cost: a few rows a week.
CREATE TABLE incident_outcome (
    number text NOT NULL REFERENCES incident (number),
    seq bigint NOT NULL,               -- the log line that tells of it
    kind text NOT NULL,                -- a word of OutcomeKind
    subject text NOT NULL,             -- custody/<number>, seizure/<number>, or ''
    PRIMARY KEY (number, seq)
);
CREATE TABLE custody (
    number text NOT NULL PRIMARY KEY,  -- year-serial; ICPPED art. 17(3): what a register of people deprived of liberty says
    incident text NOT NULL REFERENCES incident (number),
    directorate text,                  -- of who recorded it; null: the joint room
    person text NOT NULL,              -- identity as established, or a description
    document text NOT NULL,            -- the paper identity was established by, or ''
    taken_at bigint NOT NULL,          -- deprived of liberty: when
    taken_where text NOT NULL,         -- and where
    ordered_by text NOT NULL,          -- authority that ordered it
    carried_out_by text NOT NULL,      -- authority and people that carried it out
    grounds text NOT NULL,             -- a word of CustodyGrounds
    instrument text NOT NULL,          -- number of verdict, warrant or order; '' where caught in the act
    alert text NOT NULL,               -- the confirmed alert whose entry was rechecked then; '' for none
    rechecked_at bigint,               -- when the entry was found to stand
    custody_place text NOT NULL,
    health text NOT NULL,              -- state of health, and who looked
    recorded_by text NOT NULL,
    recorded_name text NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE TABLE custody_event (
    custody text NOT NULL REFERENCES custody (number),
    seq bigint NOT NULL,
    at bigint NOT NULL,                -- when it happened
    kind text NOT NULL,                -- a word of CustodyEventKind
    text text NOT NULL,                -- where to, to whom, state of health
    recorded_by text NOT NULL,
    recorded_name text NOT NULL,
    recorded_at bigint NOT NULL,
    PRIMARY KEY (custody, seq)
);
CREATE TABLE seizure (
    number text NOT NULL PRIMARY KEY,  -- year-serial; also the receipt's
    incident text NOT NULL REFERENCES incident (number),
    directorate text,                  -- of who recorded it; null: the joint room
    item text NOT NULL,
    quantity text NOT NULL,
    taken_at bigint NOT NULL,
    taken_where text NOT NULL,
    taken_from text NOT NULL,          -- who had it, or ''
    legal_basis text NOT NULL,
    bag text NOT NULL,                 -- number of the sealed bag
    holder text NOT NULL,              -- who took it
    recorded_by text NOT NULL,
    recorded_name text NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE UNIQUE INDEX seizure_by_bag ON seizure (bag);
CREATE TABLE seizure_transfer (
    seizure text NOT NULL REFERENCES seizure (number),
    seq bigint NOT NULL,
    at bigint NOT NULL,
    from_name text NOT NULL,           -- must be who had it
    to_name text NOT NULL,
    purpose text NOT NULL,
    bag text NOT NULL,                 -- the bag's number at the handing over; another one than before is said
    intact bigint NOT NULL,            -- 1: the seal was whole
    recorded_by text NOT NULL,
    recorded_name text NOT NULL,
    recorded_at bigint NOT NULL,
    PRIMARY KEY (seizure, seq)
);
