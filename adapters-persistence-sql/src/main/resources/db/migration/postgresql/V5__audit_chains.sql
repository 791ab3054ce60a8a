-- Conventions as in V1, comments as in h2/V5.

ALTER TABLE audit_events
    ADD COLUMN chain_id      VARCHAR(36),
    ADD COLUMN sequence      BIGINT      NOT NULL DEFAULT 0,
    ADD COLUMN previous_hash VARCHAR(64) NOT NULL DEFAULT '0000000000000000000000000000000000000000000000000000000000000000',
    ADD COLUMN hash          VARCHAR(64) NOT NULL DEFAULT '0000000000000000000000000000000000000000000000000000000000000000',
    ADD COLUMN personal_hash VARCHAR(64) NOT NULL DEFAULT '0000000000000000000000000000000000000000000000000000000000000000',
    ADD COLUMN salt          VARCHAR(64);

-- Ids in the collation "C", as in V3.
CREATE INDEX audit_events_by_subject ON audit_events (subject_id, (id COLLATE "C"));
CREATE INDEX audit_events_by_actor ON audit_events (actor_id, (id COLLATE "C"));
CREATE INDEX audit_events_by_type ON audit_events (event_type, (id COLLATE "C"));
DROP INDEX audit_events_about;

CREATE TABLE audit_checkpoints (
    chain_id   VARCHAR(36) NOT NULL PRIMARY KEY,
    base_count BIGINT      NOT NULL,
    base_hash  VARCHAR(64) NOT NULL,
    head_count BIGINT      NOT NULL,
    head_hash  VARCHAR(64) NOT NULL,
    signed_at  BIGINT      NOT NULL,
    signature  VARCHAR(64) NOT NULL
);
