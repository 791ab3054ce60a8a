-- Whose origin a record tells until it is erased: so that those who are forgotten, batch by batch, are not looked for among what is
-- erased already. 'erased' is ClientAddress.ERASED.
ALTER TABLE audit_events ADD COLUMN IF NOT EXISTS tells_of VARCHAR(36)
    GENERATED ALWAYS AS (CASE WHEN address <> 'erased' THEN COALESCE(actor_id, subject_id) END);
CREATE INDEX IF NOT EXISTS audit_events_telling ON audit_events (tells_of);
