-- Conventions as in V1, comments as in h2/V5.

-- As in V3: whole or not at all, and only if it has not been run.
SET @alter_audit_events = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'audit_events' AND column_name = 'chain_id'),
    'DO 0',
    'ALTER TABLE audit_events
        ADD COLUMN chain_id      VARCHAR(36),
        ADD COLUMN sequence      BIGINT      NOT NULL DEFAULT 0,
        ADD COLUMN previous_hash VARCHAR(64) NOT NULL DEFAULT ''0000000000000000000000000000000000000000000000000000000000000000'',
        ADD COLUMN hash          VARCHAR(64) NOT NULL DEFAULT ''0000000000000000000000000000000000000000000000000000000000000000'',
        ADD COLUMN personal_hash VARCHAR(64) NOT NULL DEFAULT ''0000000000000000000000000000000000000000000000000000000000000000'',
        ADD COLUMN salt          VARCHAR(64),
        ADD UNIQUE INDEX audit_events_by_chain (chain_id, sequence),
        ADD INDEX audit_events_by_subject (subject_id, id),
        ADD INDEX audit_events_by_actor (actor_id, id),
        ADD INDEX audit_events_by_type (event_type, id),
        DROP INDEX audit_events_about');
PREPARE alter_audit_events FROM @alter_audit_events;
EXECUTE alter_audit_events;
DEALLOCATE PREPARE alter_audit_events;

UPDATE audit_events SET chain_id = id WHERE chain_id IS NULL;

ALTER TABLE audit_events
    MODIFY COLUMN chain_id VARCHAR(36) NOT NULL,
    ALTER COLUMN sequence DROP DEFAULT,
    ALTER COLUMN previous_hash DROP DEFAULT,
    ALTER COLUMN hash DROP DEFAULT,
    ALTER COLUMN personal_hash DROP DEFAULT;

CREATE TABLE IF NOT EXISTS audit_checkpoints (
    chain_id   VARCHAR(36) NOT NULL PRIMARY KEY,
    base_count BIGINT      NOT NULL,
    base_hash  VARCHAR(64) NOT NULL,
    head_count BIGINT      NOT NULL,
    head_hash  VARCHAR(64) NOT NULL,
    signed_at  BIGINT      NOT NULL,
    signature  VARCHAR(64) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
