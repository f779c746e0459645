-- A store as the nine steps before 010 left it on PostgreSQL, with a few rows; written by pg_dump --inserts. Test data of UpgradeTests.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE FUNCTION public.audit_event_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.account (
    id text NOT NULL,
    user_name text NOT NULL,
    display_name text NOT NULL,
    role text NOT NULL,
    password_hash text NOT NULL,
    created_at bigint NOT NULL,
    closed_at bigint
);

CREATE TABLE public.activation_order (
    id text NOT NULL,
    instrument_number text NOT NULL,
    from_at bigint NOT NULL,
    until_at bigint NOT NULL,
    first_read_at bigint NOT NULL
);

CREATE TABLE public.alert (
    id text NOT NULL,
    version bigint NOT NULL,
    state text NOT NULL,
    gate text NOT NULL,
    lane text NOT NULL,
    camera text NOT NULL,
    passage text NOT NULL,
    mandate text NOT NULL,
    entry text NOT NULL,
    entry_category text NOT NULL,
    entry_action text NOT NULL,
    entry_legal_basis text NOT NULL,
    entry_instrument text NOT NULL,
    entry_issued_by text NOT NULL,
    entry_expires_at bigint NOT NULL,
    entry_vehicle text,
    entry_colour text,
    direction text NOT NULL,
    vehicle text NOT NULL,
    plate text,
    confidence double precision NOT NULL,
    revision bigint NOT NULL,
    late bigint NOT NULL,
    has_pictures bigint NOT NULL,
    passed_at bigint NOT NULL,
    captured_at bigint NOT NULL,
    matched_at bigint NOT NULL,
    raised_at bigint NOT NULL,
    answered text,
    first_look text,
    verdict text,
    confirmed text,
    rejected text,
    reject_reason text,
    expired_at bigint,
    closed_at bigint,
    erase_at bigint,
    erased_at bigint
);

CREATE TABLE public.alert_picture (
    alert text NOT NULL,
    picture text NOT NULL,
    jpeg bytea NOT NULL
);

CREATE TABLE public.audit_event (
    seq bigint NOT NULL,
    at bigint NOT NULL,
    act text NOT NULL,
    account text NOT NULL,
    role text NOT NULL,
    session text NOT NULL,
    address text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL
);

CREATE TABLE public.camera (
    id text NOT NULL,
    gate text NOT NULL,
    lane text NOT NULL,
    name_ar text NOT NULL,
    name_en text NOT NULL,
    simulated bigint NOT NULL,
    "position" bigint NOT NULL,
    retired_at bigint
);

CREATE TABLE public.city (
    one bigint NOT NULL,
    name_ar text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE public.enrolment_code (
    secret_hash text NOT NULL,
    gate text NOT NULL,
    issued_by text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);

CREATE TABLE public.gate (
    id text NOT NULL,
    name_ar text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL,
    "position" bigint NOT NULL,
    retired_at bigint
);

CREATE TABLE public.gate_certificate (
    serial text NOT NULL,
    gate text NOT NULL,
    key_hash text NOT NULL,
    enrolled_by text NOT NULL,
    issued_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    released_by text,
    released_at bigint,
    revoked_at bigint
);

CREATE TABLE public.intake_mark (
    gate text NOT NULL,
    epoch bigint NOT NULL,
    up_to bigint NOT NULL
);

CREATE TABLE public.intake_record (
    gate text NOT NULL,
    epoch bigint NOT NULL,
    sequence bigint NOT NULL
);

CREATE TABLE public.invitation (
    token_hash text NOT NULL,
    user_name text,
    role text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);

CREATE TABLE public.lane (
    gate text NOT NULL,
    id text NOT NULL,
    name_ar text NOT NULL,
    name_en text NOT NULL,
    "position" bigint NOT NULL,
    retired_at bigint
);

CREATE TABLE public.migration (
    name text NOT NULL,
    number bigint NOT NULL,
    applied_at bigint NOT NULL
);

CREATE TABLE public.passage_count (
    gate text NOT NULL,
    minute_at bigint NOT NULL,
    lane text NOT NULL,
    direction bigint NOT NULL,
    vehicle bigint NOT NULL,
    outcome bigint NOT NULL,
    passages bigint NOT NULL
);

CREATE TABLE public.session (
    id text NOT NULL,
    token_hash text NOT NULL,
    account text NOT NULL,
    started_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    ended_at bigint,
    address text NOT NULL
);

INSERT INTO public.account VALUES ('0199f0aa000070008000000000000001', 'amina', 'Amina', 'Operator', 'none', 1763900000000000, NULL);

INSERT INTO public.activation_order VALUES ('order-0', '117/2026', 1763900000000000, 1764900000000000, 1763900000000000);

INSERT INTO public.alert VALUES ('0199f0aa000070008000000000000003', 1, 'Raised', 'north', 'in-1', 'north-in-1', '0199f0aa000070008000000000000004', 'order-0', 'entry-0', 'stolen-vehicle', 'stop-and-notify', 'Penal code', 'R-1', 'Prosecution', 1796600000000000, NULL, NULL, 'In', 'Other', '5-111111', 0.5, 0, 0, 1, 1795607900000000, 1795607900000000, 1795607900000000, 1795607900000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.alert_picture VALUES ('0199f0aa000070008000000000000003', 'Crop', '\x63726f702d6f6c64');

INSERT INTO public.audit_event VALUES (1, 1763900000000000, 'CityLoaded', 'system', 'System', '', '', 'city', 'gates=2');
INSERT INTO public.audit_event VALUES (2, 1795607900000000, 'AlertRaised', 'system', 'System', '', '', '0199f0aa000070008000000000000003', 'entry=entry-0 mandate=order-0');

INSERT INTO public.camera VALUES ('north-in-1', 'north', 'in-1', 'كاميرا', 'Camera', 0, 0, NULL);

INSERT INTO public.city VALUES (1, 'واحة', 'Oasis');

INSERT INTO public.enrolment_code VALUES ('cc', 'north', '0199f0aa000070008000000000000001', 1763900000000000, 1763903600000000, NULL);

INSERT INTO public.gate VALUES ('north', 'بوابة', 'Gate north', 'Entrance', 0, NULL);
INSERT INTO public.gate VALUES ('west', 'بوابة', 'Gate west', 'Border', 1, NULL);

INSERT INTO public.gate_certificate VALUES ('01', 'north', 'dd', '0199f0aa000070008000000000000001', 1763900000000000, 1798460000000000, NULL, NULL, NULL);

INSERT INTO public.intake_mark VALUES ('north', 7, 40);

INSERT INTO public.intake_record VALUES ('north', 7, 42);

INSERT INTO public.invitation VALUES ('bb', 'amina', 'Operator', 1763900000000000, 1763986400000000, 1763900001000000);

INSERT INTO public.lane VALUES ('north', 'in-1', 'دخول', 'In', 0, NULL);

INSERT INTO public.migration VALUES ('001_audit.sql', 1, 1763900000000000);
INSERT INTO public.migration VALUES ('002_audit_append_only.sql', 2, 1763900000000000);
INSERT INTO public.migration VALUES ('003_operators.sql', 3, 1763900000000000);
INSERT INTO public.migration VALUES ('004_gates.sql', 4, 1763900000000000);
INSERT INTO public.migration VALUES ('005_mandates.sql', 5, 1763900000000000);
INSERT INTO public.migration VALUES ('006_passages.sql', 6, 1763900000000000);
INSERT INTO public.migration VALUES ('007_alerts.sql', 7, 1763900000000000);
INSERT INTO public.migration VALUES ('008_audit_no_replace.sql', 8, 1763900000000000);
INSERT INTO public.migration VALUES ('009_enrolment.sql', 9, 1763900000000000);

INSERT INTO public.passage_count VALUES ('north', 1795608000000000, 'in-1', 1, 2, 2, 5);
INSERT INTO public.passage_count VALUES ('north', 1795521600000000, 'in-1', 1, 1, 0, 3);

INSERT INTO public.session VALUES ('0199f0aa000070008000000000000002', 'aa', '0199f0aa000070008000000000000001', 1763900000000000, 1763928800000000, NULL, '192.0.2.1');

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_user_name_key UNIQUE (user_name);

ALTER TABLE ONLY public.activation_order
    ADD CONSTRAINT activation_order_instrument_number_key UNIQUE (instrument_number);

ALTER TABLE ONLY public.activation_order
    ADD CONSTRAINT activation_order_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_entry_passage_key UNIQUE (entry, passage);

ALTER TABLE ONLY public.alert_picture
    ADD CONSTRAINT alert_picture_pkey PRIMARY KEY (alert, picture);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.camera
    ADD CONSTRAINT camera_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.enrolment_code
    ADD CONSTRAINT enrolment_code_pkey PRIMARY KEY (secret_hash);

ALTER TABLE ONLY public.gate_certificate
    ADD CONSTRAINT gate_certificate_pkey PRIMARY KEY (serial);

ALTER TABLE ONLY public.gate
    ADD CONSTRAINT gate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_mark
    ADD CONSTRAINT intake_mark_pkey PRIMARY KEY (gate, epoch);

ALTER TABLE ONLY public.intake_record
    ADD CONSTRAINT intake_record_pkey PRIMARY KEY (gate, epoch, sequence);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.lane
    ADD CONSTRAINT lane_pkey PRIMARY KEY (gate, id);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.passage_count
    ADD CONSTRAINT passage_count_pkey PRIMARY KEY (gate, minute_at, lane, direction, vehicle, outcome);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);

CREATE INDEX alert_by_erasure ON public.alert USING btree (erase_at);

CREATE INDEX alert_by_raised ON public.alert USING btree (raised_at, id);

CREATE INDEX alert_by_state ON public.alert USING btree (state, raised_at);

CREATE INDEX audit_event_by_subject ON public.audit_event USING btree (subject, seq);

CREATE INDEX gate_certificate_by_gate ON public.gate_certificate USING btree (gate, issued_at);

CREATE INDEX passage_count_by_minute ON public.passage_count USING btree (minute_at);

CREATE INDEX session_by_account ON public.session USING btree (account, started_at);

CREATE TRIGGER audit_event_no_change BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION public.audit_event_refuse();

CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION public.audit_event_refuse();

ALTER TABLE ONLY public.alert_picture
    ADD CONSTRAINT alert_picture_alert_fkey FOREIGN KEY (alert) REFERENCES public.alert(id);

ALTER TABLE ONLY public.camera
    ADD CONSTRAINT camera_gate_fkey FOREIGN KEY (gate) REFERENCES public.gate(id);

ALTER TABLE ONLY public.lane
    ADD CONSTRAINT lane_gate_fkey FOREIGN KEY (gate) REFERENCES public.gate(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_fkey FOREIGN KEY (account) REFERENCES public.account(id);

