-- Who looks after a unit whose crew's word is missing: until somebody does, the room's consoles sound. Cost: rewrites nothing; those that are overdue now sound.
ALTER TABLE unit ADD COLUMN overdue_seen_at bigint;
ALTER TABLE unit ADD COLUMN overdue_seen_name text;
