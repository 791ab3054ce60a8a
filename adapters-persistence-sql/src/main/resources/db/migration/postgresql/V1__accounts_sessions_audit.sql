-- Conventions as in h2/V1. Here:
--   comparison  PostgreSQL finds only equal bytes equal, whatever the database's collation. In order, ids are alike in every
--               collation; what sorts other text names the collation in the statement, since CockroachDB takes none in a table;
--   lengths     PostgreSQL counts code points.

CREATE TABLE users (
    id                  VARCHAR(36)    NOT NULL PRIMARY KEY,
    email               VARCHAR(254)   NOT NULL,
    email_verified      BOOLEAN        NOT NULL,
    username            VARCHAR(32),
    username_key        VARCHAR(32),
    display_name        VARCHAR(100),
    -- As text, because jsonb would neither keep the order of names nor the spaces.
    metadata            VARCHAR(16384) NOT NULL,
    password_hash       VARCHAR(255)   NOT NULL,
    credentials_version BIGINT         NOT NULL,
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
    permissions TEXT        NOT NULL
);

CREATE TABLE sessions (
    id                  VARCHAR(36)  NOT NULL PRIMARY KEY,
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

CREATE INDEX sessions_of_user ON sessions (user_id, created_at, id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE attempts (
    attempt_key VARCHAR(100) NOT NULL PRIMARY KEY,
    taken       INTEGER      NOT NULL,
    ends_at     BIGINT       NOT NULL,
    refused     INTEGER      NOT NULL
);

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
    details     TEXT         NOT NULL
);

CREATE INDEX audit_events_about ON audit_events (subject_id, happened_at DESC, id DESC);

CREATE TABLE sealed_keys (
    id             VARCHAR(36)   NOT NULL PRIMARY KEY,
    purpose        VARCHAR(64)   NOT NULL,
    state          VARCHAR(16)   NOT NULL,
    sealed         VARCHAR(8192) NOT NULL,
    created_at     BIGINT        NOT NULL,
    active_purpose VARCHAR(64),
    CONSTRAINT sealed_keys_active UNIQUE (active_purpose)
);
