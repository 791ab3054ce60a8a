-- Conventions as in V1, comments as in h2/V3.

ALTER TABLE users
    ADD COLUMN display_name_key  VARCHAR(300),
    ADD COLUMN suspension_reason VARCHAR(200),
    ADD COLUMN suspended_until   BIGINT;

-- Byte by byte: what begins alike stands together in no other collation, and to no list may the planner prefer the primary key.
-- In parentheses of their own, without which CockroachDB takes no collation in an index.
CREATE INDEX users_by_status ON users ((status COLLATE "C"), (id COLLATE "C"));
CREATE INDEX users_by_role ON users ((role_name COLLATE "C"), (status COLLATE "C"), (id COLLATE "C"));
CREATE INDEX users_by_email ON users ((email COLLATE "C"));
CREATE INDEX users_by_username ON users ((username_key COLLATE "C"));
CREATE INDEX users_by_display_name ON users ((display_name_key COLLATE "C"));
CREATE INDEX users_by_deletion ON users (status, deleted_at, id);

CREATE TABLE api_keys (
    id              VARCHAR(36)  NOT NULL PRIMARY KEY,
    name            VARCHAR(100) NOT NULL,
    creator_id      VARCHAR(36)  NOT NULL,
    service_account BOOLEAN      NOT NULL,
    tier            INTEGER      NOT NULL,
    permissions     TEXT         NOT NULL,
    current_hash    VARCHAR(64)  NOT NULL,
    previous_hash   VARCHAR(64),
    previous_until  BIGINT,
    version         BIGINT       NOT NULL,
    created_at      BIGINT       NOT NULL,
    expires_at      BIGINT,
    last_used_at    BIGINT
);

CREATE TABLE one_time_tokens (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    purpose    VARCHAR(64) NOT NULL,
    subject_id VARCHAR(36),
    created_at BIGINT      NOT NULL,
    expires_at BIGINT      NOT NULL,
    used_at    BIGINT
);

CREATE INDEX one_time_tokens_by_expiry ON one_time_tokens (expires_at);

CREATE TABLE intentions (
    id        VARCHAR(16) NOT NULL PRIMARY KEY,
    version   BIGINT      NOT NULL,
    announced TEXT        NOT NULL
);
