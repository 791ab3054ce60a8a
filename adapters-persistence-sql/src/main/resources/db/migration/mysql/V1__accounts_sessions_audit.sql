-- For MySQL and MariaDB. Conventions as in h2/V1. Here:
--   comparison  utf8mb4_bin: code point by code point, though blind to spaces at the end, which no key of ours has;
--   lengths     counted in code points, but all columns of a row together have 65,535 bytes; TEXT counts for little in them;
--   tables      made only if they are not there, with their indexes: no transaction undoes what was made before a crash.

CREATE TABLE IF NOT EXISTS users (
    id                  VARCHAR(36)  NOT NULL PRIMARY KEY,
    email               VARCHAR(254) NOT NULL,
    email_verified      BOOLEAN      NOT NULL,
    username            VARCHAR(32),
    username_key        VARCHAR(32),
    display_name        VARCHAR(100),
    -- As text, because JSON would neither keep the order of names nor the spaces.
    metadata            TEXT         NOT NULL,
    password_hash       VARCHAR(255) NOT NULL,
    credentials_version BIGINT       NOT NULL,
    role_name           VARCHAR(64)  NOT NULL,
    role_scope          VARCHAR(64)  NOT NULL,
    status              VARCHAR(32)  NOT NULL,
    version             BIGINT       NOT NULL,
    created_at          BIGINT       NOT NULL,
    updated_at          BIGINT       NOT NULL,
    last_sign_in_at     BIGINT,
    deleted_at          BIGINT,
    CONSTRAINT users_email UNIQUE (email),
    CONSTRAINT users_username_key UNIQUE (username_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS roles (
    name        VARCHAR(64) NOT NULL PRIMARY KEY,
    tier        INTEGER     NOT NULL,
    permissions MEDIUMTEXT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS sessions (
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
    expires_at          BIGINT       NOT NULL,
    INDEX sessions_of_user (user_id, created_at, id),
    INDEX sessions_by_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS attempts (
    attempt_key VARCHAR(100) NOT NULL PRIMARY KEY,
    taken       INTEGER      NOT NULL,
    ends_at     BIGINT       NOT NULL,
    refused     INTEGER      NOT NULL,
    INDEX attempts_by_end (ends_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS audit_events (
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
    details     MEDIUMTEXT   NOT NULL,
    INDEX audit_events_about (subject_id, happened_at DESC, id DESC)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS sealed_keys (
    id             VARCHAR(36) NOT NULL PRIMARY KEY,
    purpose        VARCHAR(64) NOT NULL,
    state          VARCHAR(16) NOT NULL,
    sealed         TEXT        NOT NULL,
    created_at     BIGINT      NOT NULL,
    active_purpose VARCHAR(64),
    CONSTRAINT sealed_keys_active UNIQUE (active_purpose)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
