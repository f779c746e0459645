-- The documents entries rest on. Cost: up to 5 MB each, read one at a time and seldom.
CREATE TABLE source_document_body (
    sha256 text NOT NULL PRIMARY KEY REFERENCES source_document (sha256),
    body bytea NOT NULL
);
