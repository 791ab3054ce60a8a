-- Conventions as in V1. Each statement may be run again: H2 undoes none of them after a crash between two.

-- A record's place in its chain, and the proof of it. One from before there were chains is a chain of its own that proves nothing.
ALTER TABLE audit_events ADD COLUMN IF NOT EXISTS chain_id VARCHAR(36);
ALTER TABLE audit_events ADD COLUMN IF NOT EXISTS sequence BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE audit_events ADD COLUMN IF NOT EXISTS previous_hash VARCHAR(64) DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL;
ALTER TABLE audit_events ADD COLUMN IF NOT EXISTS hash VARCHAR(64) DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL;
ALTER TABLE audit_events ADD COLUMN IF NOT EXISTS personal_hash VARCHAR(64) DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL;
ALTER TABLE audit_events ADD COLUMN IF NOT EXISTS salt VARCHAR(64);
UPDATE audit_events SET chain_id = id WHERE chain_id IS NULL;
ALTER TABLE audit_events ALTER COLUMN chain_id SET NOT NULL;
ALTER TABLE audit_events ALTER COLUMN sequence DROP DEFAULT;
ALTER TABLE audit_events ALTER COLUMN previous_hash DROP DEFAULT;
ALTER TABLE audit_events ALTER COLUMN hash DROP DEFAULT;
ALTER TABLE audit_events ALTER COLUMN personal_hash DROP DEFAULT;

CREATE UNIQUE INDEX IF NOT EXISTS audit_events_by_chain ON audit_events (chain_id, sequence);
-- For the lists, newest first.
CREATE INDEX IF NOT EXISTS audit_events_by_subject ON audit_events (subject_id, id);
CREATE INDEX IF NOT EXISTS audit_events_by_actor ON audit_events (actor_id, id);
CREATE INDEX IF NOT EXISTS audit_events_by_type ON audit_events (event_type, id);
DROP INDEX IF EXISTS audit_events_about;

CREATE TABLE IF NOT EXISTS audit_checkpoints (
    chain_id   VARCHAR(36) NOT NULL PRIMARY KEY,
    base_count BIGINT      NOT NULL,
    base_hash  VARCHAR(64) NOT NULL,
    head_count BIGINT      NOT NULL,
    head_hash  VARCHAR(64) NOT NULL,
    signed_at  BIGINT      NOT NULL,
    signature  VARCHAR(64) NOT NULL
);
