-- Comments as in h2/V8. One thing each, as TiDB wants it, and only if it has not been done, as in V3.
SET @add_tells_of = IF(
    EXISTS (
        SELECT 1 FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = 'audit_events' AND column_name = 'tells_of'),
    'DO 0',
    'ALTER TABLE audit_events ADD COLUMN tells_of VARCHAR(36)
        GENERATED ALWAYS AS (CASE WHEN address <> ''erased'' THEN COALESCE(actor_id, subject_id) END) VIRTUAL');
PREPARE add_tells_of FROM @add_tells_of;
EXECUTE add_tells_of;
DEALLOCATE PREPARE add_tells_of;

SET @add_audit_events_telling = IF(
    EXISTS (
        SELECT 1 FROM information_schema.statistics
        WHERE table_schema = DATABASE() AND table_name = 'audit_events' AND index_name = 'audit_events_telling'),
    'DO 0',
    'ALTER TABLE audit_events ADD INDEX audit_events_telling (tells_of)');
PREPARE add_audit_events_telling FROM @add_audit_events_telling;
EXECUTE add_audit_events_telling;
DEALLOCATE PREPARE add_audit_events_telling;
