-- Hits whose plate differs from the entry's in one character and that a person called the same. Cost: nothing to speak of.
ALTER TABLE alert ADD COLUMN entry_plate text; -- the entry's plate where it is not what was read; null after erasure
