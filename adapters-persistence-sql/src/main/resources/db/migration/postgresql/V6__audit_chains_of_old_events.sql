-- Apart from V5, because CockroachDB writes no column in the transaction that adds it.
UPDATE audit_events SET chain_id = id;

ALTER TABLE audit_events
    ALTER COLUMN chain_id SET NOT NULL,
    ALTER COLUMN sequence DROP DEFAULT,
    ALTER COLUMN previous_hash DROP DEFAULT,
    ALTER COLUMN hash DROP DEFAULT,
    ALTER COLUMN personal_hash DROP DEFAULT;

CREATE UNIQUE INDEX audit_events_by_chain ON audit_events (chain_id, sequence);
