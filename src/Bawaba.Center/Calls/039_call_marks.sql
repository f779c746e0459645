-- How soon a call wants somebody, and whether it still waits for an answer. Cost: rewrites nothing; entries from before are routine and unmarked.
ALTER TABLE call_entry ADD COLUMN priority text NOT NULL DEFAULT 'Routine';  -- a word of CallPriority
ALTER TABLE call_entry ADD COLUMN mark text;                                 -- a word of CallMark; null: none
ALTER TABLE call_entry ADD COLUMN mark_note text NOT NULL DEFAULT '';        -- to whom it was passed on; '' where nobody says, and after erasure
ALTER TABLE call_entry ADD COLUMN marked_at bigint;
ALTER TABLE call_entry ADD COLUMN marked_name text;
CREATE INDEX call_entry_by_mark ON call_entry (mark, number);
