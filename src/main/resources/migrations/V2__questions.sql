-- What was searched for without a result, or without a result that was opened (tongtu.search). No
-- row says who asked. A question is known by a keyed hash until it was asked often enough to be
-- nobody's own; days are written as in 2026-01-31.
CREATE TABLE question (
    hash CHAR(64) NOT NULL PRIMARY KEY,
    words VARCHAR(200),
    first_day CHAR(10) NOT NULL,
    last_day CHAR(10) NOT NULL,
    days INTEGER NOT NULL,
    asked BIGINT NOT NULL,
    without_results BIGINT NOT NULL,
    opened BIGINT NOT NULL
);

CREATE INDEX question_last_day ON question (last_day);

-- The key of the hashes: one row.
CREATE TABLE question_key (
    id INTEGER NOT NULL PRIMARY KEY,
    secret CHAR(64) NOT NULL
);
