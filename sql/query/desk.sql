-- row: audit (id int8, at timestamptz, person_id int8?, actor text, action text, subject text, subject_id int8?, detail jsonb)

-- name: audit_append :one (person_id int8?, actor text, action text, subject text, subject_id int8?, keys text[], contents text[]) -> (id int8)
SELECT audit_append($person_id, $actor, $action, $subject, $subject_id, jsonb_object($keys::text[], $contents::text[])) AS id;

-- The newest first, before a row (0: from the top), of one subject ('' = all) and one id (0 = all).
-- name: audit_list :many (before int8, subject text, subject_id int8, n int4) -> audit
SELECT id, at, person_id, actor, action, subject, subject_id, detail FROM audit
WHERE ($before::int8 = 0 OR id < $before) AND ($subject::text = '' OR subject = $subject) AND ($subject_id::int8 = 0 OR subject_id = $subject_id)
ORDER BY id DESC LIMIT $n::int4;

-- The first audit row that does not fit the chain.
-- name: audit_verify :opt () -> (id int8, why text)
SELECT id, why FROM audit_verify();

-- A row's hash in hexadecimal; of the last row where id is 0.
-- name: audit_hash_of :opt (id int8) -> (id int8, hash text)
SELECT id, encode(hash, 'hex') AS hash FROM audit WHERE $id::int8 IN (0, id) ORDER BY id DESC LIMIT 1;

-- name: setting_list :many () -> (name text, value text, about text, version int4)
SELECT name, value, about, version FROM desk_setting ORDER BY name;

-- name: setting_get :opt (name text) -> (value text)
SELECT value FROM desk_setting WHERE name = $name;

-- name: setting_set :opt (name text, value text, version int4) -> (version int4)
UPDATE desk_setting SET value = $value, version = version + 1, changed = now() WHERE name = $name AND version = $version RETURNING version;

-- name: kept_edit_add :one (subject text, subject_id int8, seen_version int4, keys text[], contents text[], person_id int8) -> (id int8)
INSERT INTO kept_edit (subject, subject_id, seen_version, content, person_id)
VALUES ($subject, $subject_id, $seen_version, jsonb_object($keys::text[], $contents::text[]), $person_id) RETURNING id;

-- name: kept_edit_list :many (subject text, subject_id int8) -> (id int8, seen_version int4, content jsonb, person text, at timestamptz)
SELECT k.id, k.seen_version, k.content, p.name AS person, k.at FROM kept_edit k JOIN person p ON p.id = k.person_id
WHERE k.subject = $subject AND k.subject_id = $subject_id ORDER BY k.id DESC LIMIT 20;

-- name: migration_lock :none ()
SELECT pg_advisory_lock(7267000);

-- name: migration_list :many () -> (version int4, name text, sha256 text)
SELECT version, name, sha256 FROM schema_migration ORDER BY version;

-- name: migration_add :none (version int4, name text, sha256 text)
INSERT INTO schema_migration (version, name, sha256) VALUES ($version, $name, $sha256);

-- name: migration_hash :one (content text) -> (sha256 text)
SELECT encode(sha256(convert_to($content, 'UTF8')), 'hex') AS sha256;

-- name: schema_version :one () -> (version int4)
SELECT coalesce(max(version), 0) AS version FROM schema_migration;
