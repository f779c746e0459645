-- The second factor of people who can see a plate, chains of command in invitations, and new ways in for who lost theirs.
-- Cost: nothing to speak of.
ALTER TABLE account ADD COLUMN code_secret text;                    -- base32 of 160 random bits; null: none was given out yet
ALTER TABLE account ADD COLUMN code_step bigint NOT NULL DEFAULT 0; -- the last 30-second step a code was used of; 0: never yet
ALTER TABLE account ADD COLUMN recovery_asked_by text;              -- the first of the two administrators
ALTER TABLE account ADD COLUMN recovery_asked_at bigint;            -- microseconds since 1970, UTC; worth nothing after a day
ALTER TABLE invitation ADD COLUMN chain text NOT NULL DEFAULT '';   -- chain of command of the account to be made
ALTER TABLE invitation ADD COLUMN recovers text;                    -- an account that stands: the link gives it a new password
