-- Conventions as in V1, comments as in h2/V5. Made anew, since SQLite adds no column that must have a value of its own.

CREATE TABLE audit_events_in_chains (
    id            TEXT    NOT NULL PRIMARY KEY,
    happened_at   INTEGER NOT NULL,
    event_type    TEXT    NOT NULL,
    actor_id      TEXT,
    subject_id    TEXT,
    session_id    TEXT,
    address       TEXT    NOT NULL,
    network       TEXT    NOT NULL,
    user_agent    TEXT,
    request_id    TEXT    NOT NULL,
    details       TEXT    NOT NULL,
    chain_id      TEXT    NOT NULL,
    sequence      INTEGER NOT NULL,
    previous_hash TEXT    NOT NULL,
    hash          TEXT    NOT NULL,
    personal_hash TEXT    NOT NULL,
    salt          TEXT
) STRICT;

INSERT INTO audit_events_in_chains
SELECT id, happened_at, event_type, actor_id, subject_id, session_id, address, network, user_agent, request_id, details,
    id, 0, zeros, zeros, zeros, NULL
FROM audit_events, (SELECT '0000000000000000000000000000000000000000000000000000000000000000' AS zeros);

DROP TABLE audit_events;
ALTER TABLE audit_events_in_chains RENAME TO audit_events;

CREATE UNIQUE INDEX audit_events_by_chain ON audit_events (chain_id, sequence);
CREATE INDEX audit_events_by_subject ON audit_events (subject_id, id);
CREATE INDEX audit_events_by_actor ON audit_events (actor_id, id);
CREATE INDEX audit_events_by_type ON audit_events (event_type, id);

CREATE TABLE audit_checkpoints (
    chain_id   TEXT    NOT NULL PRIMARY KEY,
    base_count INTEGER NOT NULL,
    base_hash  TEXT    NOT NULL,
    head_count INTEGER NOT NULL,
    head_hash  TEXT    NOT NULL,
    signed_at  INTEGER NOT NULL,
    signature  TEXT    NOT NULL
) STRICT;
