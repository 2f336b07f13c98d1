-- row: flag (id int8, claim_id int8, wording text, reason text, raised_by text, assignee_id int8?, assignee text, state text, answer text, answered_by text, version int4,
--   at timestamptz, answered timestamptz?)

-- The desk's current scale.
-- name: scale_current :many () -> (scale_id int8, rating text, label text, about text)
SELECT r.scale_id, r.rating, r.label, r.about FROM scale s JOIN scale_rating r ON r.scale_id = s.id WHERE s.is_current ORDER BY r.pos;

-- name: rating_label :opt (rating text) -> (scale_id int8, label text)
SELECT r.scale_id, r.label FROM scale s JOIN scale_rating r ON r.scale_id = s.id WHERE s.is_current AND r.rating = $rating;

-- name: verdict_add :one (claim_id int8, claim_version int4, wording text, scale_id int8, rating text, reason text, person_id int8) -> (id int8)
INSERT INTO verdict (claim_id, claim_version, wording, scale_id, rating, reason, person_id)
VALUES ($claim_id, $claim_version, $wording, $scale_id, $rating, $reason, $person_id) RETURNING id;

-- All verdicts there were, newest first.
-- name: verdict_list :many (claim_id int8) -> (id int8, wording text, rating text, label text, reason text, person text, at timestamptz)
SELECT v.id, v.wording, v.rating, r.label, v.reason, p.name AS person, v.at FROM verdict v JOIN scale_rating r ON r.scale_id = v.scale_id AND r.rating = v.rating
JOIN person p ON p.id = v.person_id WHERE v.claim_id = $claim_id ORDER BY v.id DESC LIMIT 50;

-- name: evidence_add :one (claim_id int8, url text, shows text, stance text, person_id int8) -> (id int8)
INSERT INTO evidence (claim_id, url, shows, stance, person_id) VALUES ($claim_id, $url, $shows, $stance, $person_id) RETURNING id;

-- name: evidence_list :many (claim_id int8) -> (id int8, url text, shows text, stance text, person text, at timestamptz)
SELECT e.id, e.url, e.shows, e.stance, p.name AS person, e.at FROM evidence e JOIN person p ON p.id = e.person_id WHERE e.claim_id = $claim_id ORDER BY e.id LIMIT 200;

-- name: note_add :one (claim_id int8, content text, person_id int8) -> (id int8)
INSERT INTO note (claim_id, text, person_id) VALUES ($claim_id, $content, $person_id) RETURNING id;

-- name: note_list :many (claim_id int8) -> (id int8, content text, person text, at timestamptz)
SELECT n.id, n.text AS content, p.name AS person, n.at FROM note n JOIN person p ON p.id = n.person_id WHERE n.claim_id = $claim_id ORDER BY n.id LIMIT 200;

-- name: flag_add :one (claim_id int8, reason text, raised_by int8, assignee_id int8?) -> (id int8)
INSERT INTO flag (claim_id, reason, raised_by, assignee_id) VALUES ($claim_id, $reason, $raised_by, $assignee_id) RETURNING id;

-- name: flag_answer :opt (id int8, version int4, answer text, answered_by int8) -> (claim_id int8, version int4)
UPDATE flag SET state = 'answered', answer = $answer, answered_by = $answered_by, answered = now(), version = version + 1
WHERE id = $id AND version = $version AND state = 'open' RETURNING claim_id, version;

-- name: flag_exists :opt (id int8) -> (claim_id int8)
SELECT claim_id FROM flag WHERE id = $id;

-- name: flag_open_count :one (claim_id int8) -> (n int8)
SELECT count(*) AS n FROM flag WHERE claim_id = $claim_id AND state = 'open';

-- name: flag_list :many (claim_id int8) -> flag
SELECT f.id, f.claim_id, c.wording, f.reason, p.name AS raised_by, f.assignee_id, coalesce(g.name, '') AS assignee, f.state, f.answer, coalesce(w.name, '') AS answered_by,
  f.version, f.at, f.answered
FROM flag f JOIN claim c ON c.id = f.claim_id JOIN person p ON p.id = f.raised_by LEFT JOIN person g ON g.id = f.assignee_id LEFT JOIN person w ON w.id = f.answered_by
WHERE f.claim_id = $claim_id ORDER BY f.id LIMIT 200;

-- Open flags that wait for a person's answer.
-- name: flag_of_person :many (person_id int8) -> flag
SELECT f.id, f.claim_id, c.wording, f.reason, p.name AS raised_by, f.assignee_id, coalesce(g.name, '') AS assignee, f.state, f.answer, ''::text AS answered_by,
  f.version, f.at, f.answered
FROM flag f JOIN claim c ON c.id = f.claim_id JOIN person p ON p.id = f.raised_by LEFT JOIN person g ON g.id = f.assignee_id
WHERE f.state = 'open' AND f.assignee_id = $person_id::int8 ORDER BY f.id LIMIT 200;

-- name: correction_add :one (appearance_id int8, part text, said text, person_id int8) -> (id int8)
INSERT INTO machine_correction (appearance_id, part, said, person_id) VALUES ($appearance_id, $part, $said, $person_id) RETURNING id;

-- name: correction_of_claim :many (claim_id int8) -> (appearance_id int8, part text, said text, person text, at timestamptz)
SELECT m.appearance_id, m.part, m.said, p.name AS person, m.at FROM machine_correction m JOIN appearance a ON a.id = m.appearance_id JOIN person p ON p.id = m.person_id
WHERE a.claim_id = $claim_id ORDER BY m.id LIMIT 200;
