-- row: person (id int8, email text, name text, role text, is_active bool, has_password bool, version int4, created timestamptz, last_seen timestamptz?)
-- row: visitor (person_id int8, email text, name text, role text, csrf text, created timestamptz, seen timestamptz, expires timestamptz)

-- name: person_by_id :opt (id int8) -> person
SELECT id, email, name, role, is_active, password_hash IS NOT NULL AS has_password, version, created, last_seen FROM person WHERE id = $id;

-- name: person_by_email :opt (email text) -> person
SELECT id, email, name, role, is_active, password_hash IS NOT NULL AS has_password, version, created, last_seen FROM person WHERE email = lower($email);

-- name: person_list :many () -> person
SELECT id, email, name, role, is_active, password_hash IS NOT NULL AS has_password, version, created, last_seen FROM person ORDER BY name, id LIMIT 500;

-- Who can be given a flag to answer.
-- name: person_reviewers :many () -> (id int8, name text)
SELECT id, name FROM person WHERE is_active AND role IN ('reviewer', 'editor', 'admin') ORDER BY name, id LIMIT 500;

-- The hash to check a password against; only of an active person.
-- name: person_password :opt (email text) -> (id int8, password_hash text?)
SELECT id, password_hash FROM person WHERE email = lower($email) AND is_active;

-- name: person_add :opt (email text, name text, role text) -> (id int8)
INSERT INTO person (email, name, role) VALUES (lower($email), $name, $role) ON CONFLICT (email) DO NOTHING RETURNING id;

-- name: person_edit :opt (id int8, version int4, name text, role text, is_active bool) -> (version int4)
UPDATE person SET name = $name, role = $role, is_active = $is_active, version = version + 1 WHERE id = $id AND version = $version RETURNING version;

-- name: person_set_password :opt (id int8, password_hash text) -> (version int4)
UPDATE person SET password_hash = $password_hash, version = version + 1 WHERE id = $id RETURNING version;

-- name: invitation_add :none (token_hash bytea, kind text, person_id int8, created_by int8?, expires timestamptz)
INSERT INTO invitation (token_hash, kind, person_id, created_by, expires) VALUES ($token_hash, $kind, $person_id, $created_by, $expires);

-- name: invitation_look :opt (token_hash bytea) -> (person_id int8, kind text, email text, name text)
SELECT i.person_id, i.kind, p.email, p.name FROM invitation i JOIN person p ON p.id = i.person_id
WHERE i.token_hash = $token_hash AND i.used IS NULL AND i.expires > now() AND p.is_active;

-- name: invitation_take :opt (token_hash bytea) -> (person_id int8, kind text)
UPDATE invitation SET used = now() WHERE token_hash = $token_hash AND used IS NULL AND expires > now() RETURNING person_id, kind;

-- name: session_add :none (token_hash bytea, person_id int8, csrf text, expires timestamptz, address text, agent text)
INSERT INTO session (token_hash, person_id, csrf, expires, address, agent) VALUES ($token_hash, $person_id, $csrf, $expires, $address, left($agent, 300));

-- name: session_find :opt (token_hash bytea, idle_since timestamptz) -> visitor
SELECT s.person_id, p.email, p.name, p.role, s.csrf, s.created, s.seen, s.expires FROM session s JOIN person p ON p.id = s.person_id
WHERE s.token_hash = $token_hash AND s.expires > now() AND s.seen > $idle_since AND p.is_active;

-- name: session_touch :none (token_hash bytea)
UPDATE session SET seen = now() WHERE token_hash = $token_hash;

-- name: session_end :none (token_hash bytea)
DELETE FROM session WHERE token_hash = $token_hash;

-- All of a person's sessions but one (an empty hash: all).
-- name: session_end_others :none (person_id int8, token_hash bytea)
DELETE FROM session WHERE person_id = $person_id AND token_hash <> $token_hash;

-- Keeps the newest `keep` sessions of a person and drops expired ones.
-- name: session_trim :none (person_id int8, keep int4)
DELETE FROM session s WHERE s.person_id = $person_id AND (s.expires < now() OR s.token_hash NOT IN
  (SELECT t.token_hash FROM session t WHERE t.person_id = $person_id ORDER BY t.seen DESC LIMIT $keep::int4));

-- name: session_list :many (person_id int8) -> (created timestamptz, seen timestamptz, address text, agent text)
SELECT created, seen, address, agent FROM session WHERE person_id = $person_id AND expires > now() ORDER BY seen DESC LIMIT 50;

-- name: person_seen :none (id int8)
UPDATE person SET last_seen = now() WHERE id = $id;

-- name: login_note :none (email text, address text, is_good bool)
INSERT INTO login_attempt (email, address, is_good) VALUES (lower($email), $address, $is_good);

-- Failures since the last success, within a window, and when the last one was.
-- name: login_failures :one (email text, since timestamptz) -> (n int8, last_at timestamptz?)
SELECT count(*) AS n, max(l.at) AS last_at FROM login_attempt l WHERE l.email = lower($email) AND NOT l.is_good AND l.at > $since
  AND l.at > coalesce((SELECT max(g.at) FROM login_attempt g WHERE g.email = lower($email) AND g.is_good), '-infinity');
