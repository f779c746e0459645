-- Which key second factors (account.code_secret) are sealed under: from here on that column holds what a center sealed, not base32. The key
-- lies in a file beside the store and is never in it. Cost: one row; values that stand are sealed once, at the next start.
CREATE TABLE seal_key (
    one bigint NOT NULL PRIMARY KEY,  -- always 1
    mark text NOT NULL                -- hash that tells this key from another, hexadecimal; nothing can be opened with it
);
