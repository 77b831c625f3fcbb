-- Staff, what they write and decide (tongtu.account, tongtu.audit, tongtu.publishing). Times are
-- milliseconds since 1970, UTC; tokens are kept as SHA-256 in hex, so that whoever reads a copy of
-- this database cannot sign in with it.

-- A person who signs in. `password` is an argon2id hash, `totp` the secret of time-based codes in
-- Base32; both are null until they are set. `setup` is the hash of a link that sets them, once.
CREATE TABLE account (
    id VARCHAR(16) NOT NULL PRIMARY KEY,
    name VARCHAR(60) NOT NULL UNIQUE,
    display VARCHAR(60) NOT NULL,
    disabled_at BIGINT,
    password VARCHAR(300),
    totp VARCHAR(64),
    totp_step BIGINT NOT NULL,
    setup CHAR(64),
    setup_until BIGINT,
    made_at BIGINT NOT NULL
);

-- What a person may do, in a part of the site: the folder of a kind, or `*`.
CREATE TABLE account_role (
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    part VARCHAR(16) NOT NULL,
    role VARCHAR(16) NOT NULL,
    PRIMARY KEY (account, part, role)
);

CREATE TABLE passkey (
    credential VARCHAR(1400) NOT NULL PRIMARY KEY,
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    public_key TEXT NOT NULL,
    counter BIGINT NOT NULL,
    label VARCHAR(60) NOT NULL,
    added_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE session (
    token CHAR(64) NOT NULL PRIMARY KEY,
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    device VARCHAR(60) NOT NULL,
    began_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    confirmed_at BIGINT NOT NULL
);

-- A browser on which somebody has signed in before: guesses made elsewhere do not lock it out.
CREATE TABLE known_device (
    token CHAR(64) NOT NULL PRIMARY KEY,
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    seen_at BIGINT NOT NULL
);

-- Who did what, when: a chain. Each line's hash covers the line and the hash before it.
CREATE TABLE audit (
    number BIGINT NOT NULL PRIMARY KEY,
    done_at BIGINT NOT NULL,
    who VARCHAR(60) NOT NULL,
    action VARCHAR(40) NOT NULL,
    subject VARCHAR(300) NOT NULL,
    revision VARCHAR(80) NOT NULL,
    words TEXT NOT NULL,
    hash CHAR(64) NOT NULL
);

-- The end of the chain: one row. A line cut off at the end is missed by it.
CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    hash CHAR(64) NOT NULL
);

-- One person's text of one document. `base` is the revision it began from, 0 when there was none.
CREATE TABLE draft (
    path VARCHAR(200) NOT NULL,
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    base INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (path, account)
);

CREATE INDEX draft_account ON draft (account);

-- Every text of a draft that was ever saved: whole, or what differs from the one before, with how
-- many characters stay at its beginning and at its end.
CREATE TABLE saved_text (
    path VARCHAR(200) NOT NULL,
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL,
    head INTEGER NOT NULL,
    tail INTEGER NOT NULL,
    middle TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (path, account, version)
);

-- A text that was handed in. Never changed. `parent` and `merged` are the revisions it was made
-- from, 0 for none; `author_name` says who wrote it where it came from outside.
CREATE TABLE revision (
    path VARCHAR(200) NOT NULL,
    number INTEGER NOT NULL,
    parent INTEGER NOT NULL,
    merged INTEGER NOT NULL,
    author VARCHAR(16) NOT NULL,
    author_name VARCHAR(100) NOT NULL,
    made_at BIGINT NOT NULL,
    note VARCHAR(1000) NOT NULL,
    hash CHAR(64) NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (path, number)
);

-- What became of a revision: the last line is its state.
CREATE TABLE revision_state (
    path VARCHAR(200) NOT NULL,
    number INTEGER NOT NULL,
    step INTEGER NOT NULL,
    state VARCHAR(16) NOT NULL,
    account VARCHAR(16) NOT NULL,
    at BIGINT NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    PRIMARY KEY (path, number, step),
    FOREIGN KEY (path, number) REFERENCES revision (path, number)
);

-- A step of the review signed: 审 of the content, 校 against the original.
CREATE TABLE signature (
    path VARCHAR(200) NOT NULL,
    number INTEGER NOT NULL,
    review INTEGER NOT NULL,
    task VARCHAR(10) NOT NULL,
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    at BIGINT NOT NULL,
    words VARCHAR(1000) NOT NULL,
    PRIMARY KEY (path, number, review, task),
    FOREIGN KEY (path, number) REFERENCES revision (path, number)
);

CREATE TABLE remark (
    id VARCHAR(16) NOT NULL PRIMARY KEY,
    path VARCHAR(200) NOT NULL,
    number INTEGER NOT NULL,
    block VARCHAR(16) NOT NULL,
    account VARCHAR(16) NOT NULL,
    author_name VARCHAR(100) NOT NULL,
    words VARCHAR(4000) NOT NULL,
    at BIGINT NOT NULL,
    settled_by VARCHAR(16),
    settled_at BIGINT,
    FOREIGN KEY (path, number) REFERENCES revision (path, number)
);

CREATE INDEX remark_path ON remark (path, number);

-- What is to be done to a document at a time, or as soon as its forms are ready. `done_at` and
-- `outcome` say what became of it.
CREATE TABLE appointment (
    id VARCHAR(16) NOT NULL PRIMARY KEY,
    path VARCHAR(200) NOT NULL,
    number INTEGER NOT NULL,
    action VARCHAR(16) NOT NULL,
    due_at BIGINT NOT NULL,
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    second VARCHAR(16) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    waits INTEGER NOT NULL,
    made_at BIGINT NOT NULL,
    done_at BIGINT,
    outcome VARCHAR(1000) NOT NULL
);

CREATE INDEX appointment_due ON appointment (done_at, due_at);

-- A secret address under which somebody without an account reads a revision, until a time.
CREATE TABLE preview_link (
    token CHAR(64) NOT NULL PRIMARY KEY,
    path VARCHAR(200) NOT NULL,
    number INTEGER NOT NULL,
    reader VARCHAR(100) NOT NULL,
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    made_at BIGINT NOT NULL,
    until BIGINT NOT NULL
);

-- Pictures, by the SHA-256 of their bytes. `alternative` is empty for a decorative one.
CREATE TABLE picture (
    hash CHAR(64) NOT NULL PRIMARY KEY,
    name VARCHAR(120) NOT NULL UNIQUE,
    type VARCHAR(40) NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    alternative VARCHAR(1000) NOT NULL,
    account VARCHAR(16) NOT NULL REFERENCES account (id),
    at BIGINT NOT NULL,
    content ${bytes} NOT NULL
);

-- Branches of the content repository that became drafts, and how far.
CREATE TABLE pushed_branch (
    branch VARCHAR(250) NOT NULL PRIMARY KEY,
    head CHAR(40) NOT NULL
);
