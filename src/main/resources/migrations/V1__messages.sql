-- What residents write to the body (tongtu.messages). Times are milliseconds since 1970, UTC.
-- Columns are of types that SQLite and PostgreSQL both have.
CREATE TABLE message (
    receipt VARCHAR(12) NOT NULL PRIMARY KEY,
    -- A hash of the form that was sent and of what was in it: the same one sent twice is one message.
    submission CHAR(64) NOT NULL UNIQUE,
    kind VARCHAR(16) NOT NULL,
    language VARCHAR(16) NOT NULL,
    page VARCHAR(500) NOT NULL,
    block VARCHAR(40) NOT NULL,
    format VARCHAR(16) NOT NULL,
    words TEXT NOT NULL,
    contact VARCHAR(300) NOT NULL,
    contact_deleted_at BIGINT,
    received_at BIGINT NOT NULL,
    answer TEXT,
    answered_at BIGINT
);

CREATE INDEX message_received ON message (received_at, receipt);
