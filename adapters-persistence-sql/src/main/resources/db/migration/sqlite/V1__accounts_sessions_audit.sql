-- Conventions as in h2/V1. Here:
--   comparison  BINARY, which is SQLite's default: byte by byte;
--   types       STRICT, so that each column holds what it says; a boolean is 0 or 1;
--   lengths     SQLite has no use for them; the domain's limits hold.

CREATE TABLE users (
    id                  TEXT    NOT NULL PRIMARY KEY,
    email               TEXT    NOT NULL,
    email_verified      INTEGER NOT NULL,
    username            TEXT,
    username_key        TEXT,
    display_name        TEXT,
    metadata            TEXT    NOT NULL,
    password_hash       TEXT    NOT NULL,
    credentials_version INTEGER NOT NULL,
    role_name           TEXT    NOT NULL,
    role_scope          TEXT    NOT NULL,
    status              TEXT    NOT NULL,
    version             INTEGER NOT NULL,
    created_at          INTEGER NOT NULL,
    updated_at          INTEGER NOT NULL,
    last_sign_in_at     INTEGER,
    deleted_at          INTEGER,
    CONSTRAINT users_email UNIQUE (email),
    CONSTRAINT users_username_key UNIQUE (username_key)
) STRICT;

CREATE TABLE roles (
    name        TEXT    NOT NULL PRIMARY KEY,
    tier        INTEGER NOT NULL,
    permissions TEXT    NOT NULL
) STRICT;

CREATE TABLE sessions (
    id                  TEXT    NOT NULL PRIMARY KEY,
    user_id             TEXT    NOT NULL,
    generation          INTEGER NOT NULL,
    salt                TEXT    NOT NULL,
    credentials_version INTEGER NOT NULL,
    address             TEXT    NOT NULL,
    network             TEXT    NOT NULL,
    user_agent          TEXT,
    request_id          TEXT    NOT NULL,
    created_at          INTEGER NOT NULL,
    last_used_at        INTEGER NOT NULL,
    expires_at          INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_of_user ON sessions (user_id, created_at, id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE attempts (
    attempt_key TEXT    NOT NULL PRIMARY KEY,
    taken       INTEGER NOT NULL,
    ends_at     INTEGER NOT NULL,
    refused     INTEGER NOT NULL
) STRICT;

CREATE INDEX attempts_by_end ON attempts (ends_at);

CREATE TABLE audit_events (
    id          TEXT    NOT NULL PRIMARY KEY,
    happened_at INTEGER NOT NULL,
    event_type  TEXT    NOT NULL,
    actor_id    TEXT,
    subject_id  TEXT,
    session_id  TEXT,
    address     TEXT    NOT NULL,
    network     TEXT    NOT NULL,
    user_agent  TEXT,
    request_id  TEXT    NOT NULL,
    details     TEXT    NOT NULL
) STRICT;

CREATE INDEX audit_events_about ON audit_events (subject_id, happened_at DESC, id DESC);

CREATE TABLE sealed_keys (
    id             TEXT    NOT NULL PRIMARY KEY,
    purpose        TEXT    NOT NULL,
    state          TEXT    NOT NULL,
    sealed         TEXT    NOT NULL,
    created_at     INTEGER NOT NULL,
    active_purpose TEXT,
    CONSTRAINT sealed_keys_active UNIQUE (active_purpose)
) STRICT;
