-- Conventions, the same for every dialect:
--   ids         UUIDs as lower-case text, so that they sort alike in every database;
--   instants    milliseconds since 1970 as BIGINT, because time types differ in precision and zone;
--   comparison  byte by byte. H2 does so; elsewhere these columns get a binary collation. What must match in any case
--               (usernames, addresses) is stored in the canonical form the domain makes;
--   lengths     H2 counts UTF-16 units, so free text gets two for each code point.

CREATE TABLE users (
    id                  VARCHAR(36)    NOT NULL PRIMARY KEY,
    email               VARCHAR(254)   NOT NULL,
    email_verified      BOOLEAN        NOT NULL,
    username            VARCHAR(32),
    -- The username in lower case: what makes it unique. Null for people without one, of whom there may be many.
    username_key        VARCHAR(32),
    display_name        VARCHAR(200),
    metadata            VARCHAR(16384) NOT NULL,
    password_hash       VARCHAR(255)   NOT NULL,
    credentials_version BIGINT         NOT NULL,
    -- No foreign key to roles: the stores promise nothing across tables, and roles may be defined after people have them.
    role_name           VARCHAR(64)    NOT NULL,
    role_scope          VARCHAR(64)    NOT NULL,
    status              VARCHAR(32)    NOT NULL,
    version             BIGINT         NOT NULL,
    created_at          BIGINT         NOT NULL,
    updated_at          BIGINT         NOT NULL,
    last_sign_in_at     BIGINT,
    deleted_at          BIGINT,
    CONSTRAINT users_email UNIQUE (email),
    CONSTRAINT users_username_key UNIQUE (username_key)
);

CREATE TABLE roles (
    name        VARCHAR(64) NOT NULL PRIMARY KEY,
    tier        INTEGER     NOT NULL,
    -- In name order, one space between. In the row itself, so that a reader sees one definition whole.
    permissions VARCHAR     NOT NULL
);

CREATE TABLE sessions (
    id                  VARCHAR(36)  NOT NULL PRIMARY KEY,
    -- No foreign key to users: accounts may be kept in another database.
    user_id             VARCHAR(36)  NOT NULL,
    generation          BIGINT       NOT NULL,
    salt                VARCHAR(64)  NOT NULL,
    credentials_version BIGINT       NOT NULL,
    address             VARCHAR(45)  NOT NULL,
    network             VARCHAR(45)  NOT NULL,
    user_agent          VARCHAR(256),
    request_id          VARCHAR(64)  NOT NULL,
    created_at          BIGINT       NOT NULL,
    last_used_at        BIGINT       NOT NULL,
    expires_at          BIGINT       NOT NULL
);

-- A user's sessions by age: for the list, and to find the oldest beyond the limit.
CREATE INDEX sessions_of_user ON sessions (user_id, created_at, id);
-- For the sweep, which must not read the sessions that live.
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE attempts (
    attempt_key VARCHAR(100) NOT NULL PRIMARY KEY,
    taken       INTEGER      NOT NULL,
    -- When the window ends in which they were taken.
    ends_at     BIGINT       NOT NULL,
    -- 1 once somebody was refused in this window: the first refusal is recorded, those after it are not.
    refused     INTEGER      NOT NULL
);

-- For the sweep.
CREATE INDEX attempts_by_end ON attempts (ends_at);

CREATE TABLE audit_events (
    id          VARCHAR(36)  NOT NULL PRIMARY KEY,
    happened_at BIGINT       NOT NULL,
    event_type  VARCHAR(64)  NOT NULL,
    actor_id    VARCHAR(36),
    subject_id  VARCHAR(36),
    session_id  VARCHAR(36),
    address     VARCHAR(45)  NOT NULL,
    network     VARCHAR(45)  NOT NULL,
    user_agent  VARCHAR(256),
    request_id  VARCHAR(64)  NOT NULL,
    -- A JSON object of strings.
    details     VARCHAR      NOT NULL
);

-- The latest events about an account, in the order in which they are read.
CREATE INDEX audit_events_about ON audit_events (subject_id, happened_at DESC, id DESC);

CREATE TABLE sealed_keys (
    id             VARCHAR(36)   NOT NULL PRIMARY KEY,
    purpose        VARCHAR(64)   NOT NULL,
    state          VARCHAR(16)   NOT NULL,
    sealed         VARCHAR(8192) NOT NULL,
    created_at     BIGINT        NOT NULL,
    -- The purpose while the key is active, else null: a purpose has one active key, and any number of others.
    active_purpose VARCHAR(64),
    CONSTRAINT sealed_keys_active UNIQUE (active_purpose)
);
