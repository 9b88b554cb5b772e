-- Step 2: the national directory as it came, in clear: it is public.
CREATE TABLE directory (
    seq      INTEGER PRIMARY KEY,
    whole    INTEGER NOT NULL, -- 1: all of it; 0: changes to what was there
    document BLOB NOT NULL     -- JSON, byte for byte
) STRICT;
