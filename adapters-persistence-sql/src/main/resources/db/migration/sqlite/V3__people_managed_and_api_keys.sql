-- Conventions as in V1, comments as in h2/V3.

ALTER TABLE users ADD COLUMN display_name_key TEXT;
ALTER TABLE users ADD COLUMN suspension_reason TEXT;
ALTER TABLE users ADD COLUMN suspended_until INTEGER;

CREATE INDEX users_by_status ON users (status, id);
CREATE INDEX users_by_role ON users (role_name, status, id);
CREATE INDEX users_by_display_name ON users (display_name_key);
CREATE INDEX users_by_deletion ON users (status, deleted_at, id);

CREATE TABLE api_keys (
    id              TEXT    NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL,
    creator_id      TEXT    NOT NULL,
    service_account INTEGER NOT NULL,
    tier            INTEGER NOT NULL,
    permissions     TEXT    NOT NULL,
    current_hash    TEXT    NOT NULL,
    previous_hash   TEXT,
    previous_until  INTEGER,
    version         INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    expires_at      INTEGER,
    last_used_at    INTEGER
) STRICT;

CREATE TABLE one_time_tokens (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    purpose    TEXT    NOT NULL,
    subject_id TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;

CREATE INDEX one_time_tokens_by_expiry ON one_time_tokens (expires_at);

CREATE TABLE intentions (
    id        TEXT    NOT NULL PRIMARY KEY,
    version   INTEGER NOT NULL,
    announced TEXT    NOT NULL
) STRICT;
