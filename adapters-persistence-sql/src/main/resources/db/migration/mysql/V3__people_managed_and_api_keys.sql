-- Conventions as in V1, comments as in h2/V3.

-- One statement, whole or not at all, and only if it has not been run: MySQL knows no column that is added if it is not there.
SET @alter_users = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'users' AND column_name = 'display_name_key'),
    'DO 0',
    'ALTER TABLE users
        ADD COLUMN display_name_key  VARCHAR(300),
        ADD COLUMN suspension_reason VARCHAR(200),
        ADD COLUMN suspended_until   BIGINT,
        ADD INDEX users_by_status (status, id),
        ADD INDEX users_by_role (role_name, status, id),
        ADD INDEX users_by_display_name (display_name_key),
        ADD INDEX users_by_deletion (status, deleted_at, id)');
PREPARE alter_users FROM @alter_users;
EXECUTE alter_users;
DEALLOCATE PREPARE alter_users;

CREATE TABLE IF NOT EXISTS api_keys (
    id              VARCHAR(36)  NOT NULL PRIMARY KEY,
    name            VARCHAR(100) NOT NULL,
    creator_id      VARCHAR(36)  NOT NULL,
    service_account BOOLEAN      NOT NULL,
    tier            INTEGER      NOT NULL,
    permissions     MEDIUMTEXT   NOT NULL,
    current_hash    VARCHAR(64)  NOT NULL,
    previous_hash   VARCHAR(64),
    previous_until  BIGINT,
    version         BIGINT       NOT NULL,
    created_at      BIGINT       NOT NULL,
    expires_at      BIGINT,
    last_used_at    BIGINT
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS one_time_tokens (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    purpose    VARCHAR(64) NOT NULL,
    subject_id VARCHAR(36),
    created_at BIGINT      NOT NULL,
    expires_at BIGINT      NOT NULL,
    used_at    BIGINT,
    INDEX one_time_tokens_by_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS intentions (
    id        VARCHAR(16) NOT NULL PRIMARY KEY,
    version   BIGINT      NOT NULL,
    announced MEDIUMTEXT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
