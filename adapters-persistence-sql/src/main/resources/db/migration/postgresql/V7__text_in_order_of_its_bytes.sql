-- Ids and names are ordered character by character, and most databases have a collation that does otherwise: in Danish "aa" comes after
-- "z", in Welsh "dd" after "d" and whatever else. (V1 was wrong about ids.) So the columns that are ordered get one that compares
-- bytes. No table is written anew, their indexes are.

DROP INDEX users_by_status, users_by_role, users_by_email, users_by_username, users_by_display_name;
DROP INDEX audit_events_by_subject, audit_events_by_actor, audit_events_by_type;

ALTER TABLE users
    ALTER COLUMN id TYPE VARCHAR(36) COLLATE "C",
    ALTER COLUMN email TYPE VARCHAR(254) COLLATE "C",
    ALTER COLUMN username_key TYPE VARCHAR(32) COLLATE "C",
    ALTER COLUMN display_name_key TYPE VARCHAR(300) COLLATE "C";
ALTER TABLE roles ALTER COLUMN name TYPE VARCHAR(64) COLLATE "C";
ALTER TABLE sessions ALTER COLUMN id TYPE VARCHAR(36) COLLATE "C";
ALTER TABLE one_time_tokens ALTER COLUMN token_hash TYPE VARCHAR(64) COLLATE "C";
ALTER TABLE api_keys ALTER COLUMN id TYPE VARCHAR(36) COLLATE "C";
ALTER TABLE sealed_keys ALTER COLUMN id TYPE VARCHAR(36) COLLATE "C";
ALTER TABLE audit_events
    ALTER COLUMN id TYPE VARCHAR(36) COLLATE "C",
    ALTER COLUMN chain_id TYPE VARCHAR(36) COLLATE "C";
ALTER TABLE audit_checkpoints ALTER COLUMN chain_id TYPE VARCHAR(36) COLLATE "C";

-- "POSIX" compares bytes too, but has another name: to no list may the planner prefer the primary key.
CREATE INDEX users_by_status ON users (status, (id COLLATE "POSIX"));
CREATE INDEX users_by_role ON users (role_name, status, (id COLLATE "POSIX"));
CREATE INDEX users_by_display_name ON users (display_name_key);
CREATE INDEX audit_events_by_subject ON audit_events (subject_id, (id COLLATE "POSIX"));
CREATE INDEX audit_events_by_actor ON audit_events (actor_id, (id COLLATE "POSIX"));
CREATE INDEX audit_events_by_type ON audit_events (event_type, (id COLLATE "POSIX"));
