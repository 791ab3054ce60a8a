-- Conventions as in V1. Each statement may be run again: H2 undoes none of them after a crash between two.

-- The display name without regard to case, as the domain folds it: what it is searched by. The next version fills it in.
ALTER TABLE users ADD COLUMN IF NOT EXISTS display_name_key VARCHAR(600);
ALTER TABLE users ADD COLUMN IF NOT EXISTS suspension_reason VARCHAR(400);
-- Null also while a suspension has no end.
ALTER TABLE users ADD COLUMN IF NOT EXISTS suspended_until BIGINT;

-- For the list, newest first: of all, which is the list of each status in turn, and of those who have a role.
CREATE INDEX IF NOT EXISTS users_by_status ON users (status, id);
CREATE INDEX IF NOT EXISTS users_by_role ON users (role_name, status, id);
-- For the search by what a name begins with; addresses and usernames have theirs for being unique.
CREATE INDEX IF NOT EXISTS users_by_display_name ON users (display_name_key);
-- For the purge of those who were deleted first.
CREATE INDEX IF NOT EXISTS users_by_deletion ON users (status, deleted_at, id);

CREATE TABLE IF NOT EXISTS api_keys (
    id              VARCHAR(36)  NOT NULL PRIMARY KEY,
    name            VARCHAR(200) NOT NULL,
    creator_id      VARCHAR(36)  NOT NULL,
    service_account BOOLEAN      NOT NULL,
    tier            INTEGER      NOT NULL,
    -- As in roles.
    permissions     VARCHAR      NOT NULL,
    current_hash    VARCHAR(64)  NOT NULL,
    previous_hash   VARCHAR(64),
    previous_until  BIGINT,
    version         BIGINT       NOT NULL,
    created_at      BIGINT       NOT NULL,
    expires_at      BIGINT,
    last_used_at    BIGINT
);

CREATE TABLE IF NOT EXISTS one_time_tokens (
    token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    purpose    VARCHAR(64) NOT NULL,
    subject_id VARCHAR(36),
    created_at BIGINT      NOT NULL,
    expires_at BIGINT      NOT NULL,
    used_at    BIGINT
);

-- For the sweep.
CREATE INDEX IF NOT EXISTS one_time_tokens_by_expiry ON one_time_tokens (expires_at);

-- One row, or none before the first intention.
CREATE TABLE IF NOT EXISTS intentions (
    id        VARCHAR(16) NOT NULL PRIMARY KEY,
    version   BIGINT      NOT NULL,
    -- A line for each: since when, a space, what.
    announced VARCHAR     NOT NULL
);
