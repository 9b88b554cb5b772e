-- One step a migration, in order, never changed afterwards; the number of steps done is `user_version`.
CREATE TABLE sealed (
    row  TEXT PRIMARY KEY, -- what it is; part of the seal
    text BLOB NOT NULL     -- nonce and sealed text
) STRICT, WITHOUT ROWID;
