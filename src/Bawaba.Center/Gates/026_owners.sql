-- Whose gates, entries, orders and cases are. Cost: nothing to speak of; a statement for a directorate's people looks its gates up
-- among a few hundred rows. What stood before belongs to nobody: common to the room.
ALTER TABLE gate ADD COLUMN directorate text;        -- slug, as the city file has it; null: common
ALTER TABLE watch_entry ADD COLUMN directorate text; -- of who asked for it; null: the joint room
ALTER TABLE mandate ADD COLUMN directorate text;
ALTER TABLE case_file ADD COLUMN directorate text;
CREATE TABLE source_document_owner (
    sha256 text NOT NULL REFERENCES source_document (sha256),
    directorate text NOT NULL,                       -- of who stored it; empty: the joint room
    PRIMARY KEY (sha256, directorate)
);
INSERT INTO source_document_owner (sha256, directorate) SELECT sha256, '' FROM source_document;
