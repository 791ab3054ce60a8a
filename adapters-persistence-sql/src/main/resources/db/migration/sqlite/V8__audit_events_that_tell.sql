-- Comments as in h2/V8.
ALTER TABLE audit_events ADD COLUMN tells_of TEXT
    GENERATED ALWAYS AS (CASE WHEN address <> 'erased' THEN COALESCE(actor_id, subject_id) END) VIRTUAL;
CREATE INDEX audit_events_telling ON audit_events (tells_of);
