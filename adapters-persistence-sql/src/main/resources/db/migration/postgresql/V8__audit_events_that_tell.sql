-- Comments as in h2/V8. Here without a column, for which the table would be written anew.
CREATE INDEX audit_events_telling
    ON audit_events ((CASE WHEN address <> 'erased' THEN COALESCE(actor_id, subject_id) END));
