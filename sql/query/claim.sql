-- row: claim_line (id int8, wording text, story_id int8?, story_title text, state text, rating text, rating_label text, n_appearances int4, n_sources int4,
--   n_disagreements int4, score float8, priority float8, priority_reasons text[], is_machine bool, version int4, changed timestamptz)
-- row: appearance (id int8, claim_id int8, article_id int8, revision_id int8, source_id int8, source_name text, article_title text, article_state text,
--   published timestamptz?, start_at int4, end_at int4, sentence_start int4, sentence_end int4, quote text, sentence text, prefix text, suffix text, speaker text,
--   via text, via_source_id int8?, hedge text, is_negated bool, score float8, kinds text[], reasons text[], quantities jsonb, dates jsonb, is_machine bool, added_by int8?)

-- name: claim_by_id :opt (id int8) -> claim_line
SELECT c.id, c.wording, c.story_id, coalesce(t.title, '') AS story_title, c.state, c.rating, c.rating_label, c.n_appearances, c.n_sources, c.n_disagreements,
  c.score, c.priority, c.priority_reasons, c.added_by IS NULL AS is_machine, c.version, c.changed
FROM claim c LEFT JOIN story t ON t.id = c.story_id WHERE c.id = $id;

-- What is most worth checking, of one state ('' = every open one).
-- name: claim_queue :many (state text, n int4, skip int4) -> claim_line
SELECT c.id, c.wording, c.story_id, coalesce(t.title, '') AS story_title, c.state, c.rating, c.rating_label, c.n_appearances, c.n_sources, c.n_disagreements,
  c.score, c.priority, c.priority_reasons, c.added_by IS NULL AS is_machine, c.version, c.changed
FROM claim c LEFT JOIN story t ON t.id = c.story_id
WHERE c.state IN ('unreviewed', 'flagged', 'reopened') AND ($state::text = '' OR c.state = $state) AND c.n_appearances > 0
ORDER BY c.priority DESC, c.id LIMIT $n::int4 OFFSET $skip::int4;

-- name: claim_queue_count :one (state text) -> (n int8)
SELECT count(*) AS n FROM claim WHERE state IN ('unreviewed', 'flagged', 'reopened') AND ($state::text = '' OR state = $state) AND n_appearances > 0;

-- Where sources contradict each other, newest first.
-- name: claim_contradicted :many (n int4) -> claim_line
SELECT c.id, c.wording, c.story_id, coalesce(t.title, '') AS story_title, c.state, c.rating, c.rating_label, c.n_appearances, c.n_sources, c.n_disagreements,
  c.score, c.priority, c.priority_reasons, c.added_by IS NULL AS is_machine, c.version, c.changed
FROM claim c LEFT JOIN story t ON t.id = c.story_id WHERE c.n_disagreements > 0 ORDER BY c.changed DESC, c.id DESC LIMIT $n::int4;

-- What the desk rated, newest first; one rating ('' = any).
-- name: claim_rated :many (rating text, n int4) -> claim_line
SELECT c.id, c.wording, c.story_id, coalesce(t.title, '') AS story_title, c.state, c.rating, c.rating_label, c.n_appearances, c.n_sources, c.n_disagreements,
  c.score, c.priority, c.priority_reasons, c.added_by IS NULL AS is_machine, c.version, c.changed
FROM claim c LEFT JOIN story t ON t.id = c.story_id WHERE c.rating <> '' AND ($rating::text = '' OR c.rating = $rating) ORDER BY c.changed DESC, c.id DESC LIMIT $n::int4;

-- name: claim_add :one (wording text, story_id int8?, added_by int8?, score float8) -> (id int8)
INSERT INTO claim (wording, story_id, added_by, score) VALUES ($wording, $story_id, $added_by, $score) RETURNING id;

-- A verdict on the old wording no longer stands.
-- name: claim_reword :opt (id int8, version int4, wording text) -> (version int4)
UPDATE claim SET wording = $wording, state = CASE WHEN state = 'reviewed' THEN 'reopened' ELSE state END, version = version + 1, changed = now()
WHERE id = $id AND version = $version RETURNING version;

-- name: claim_count :none (ids int8[])
UPDATE claim c SET n_appearances = k.n, n_sources = k.sources, changed = now()
FROM (SELECT i.id, count(p.id)::int4 AS n, count(DISTINCT p.source_id)::int4 AS sources FROM unnest($ids::int8[]) AS i (id) LEFT JOIN appearance p ON p.claim_id = i.id
    AND p.revision_id = (SELECT r.id FROM revision r WHERE r.article_id = p.article_id ORDER BY r.n DESC LIMIT 1) GROUP BY i.id) k
WHERE c.id = k.id;

-- name: claim_set_priority :none (id int8, n_disagreements int4, priority float8, reasons text[])
UPDATE claim SET n_disagreements = $n_disagreements, priority = $priority, priority_reasons = $reasons WHERE id = $id;

-- name: claim_set_story :none (ids int8[], story_id int8?)
UPDATE claim SET story_id = $story_id WHERE id = ANY ($ids::int8[]);

-- The same moment's version, locked until the transaction ends.
-- name: claim_lock :opt (id int8) -> (version int4, wording text, state text, story_id int8?)
SELECT version, wording, state, story_id FROM claim WHERE id = $id FOR UPDATE;

-- name: claim_set_verdict :none (id int8, verdict_id int8, rating text, rating_label text)
UPDATE claim SET verdict_id = $verdict_id, rating = $rating, rating_label = $rating_label, state = 'reviewed', version = version + 1, changed = now() WHERE id = $id;

-- name: claim_set_state :none (id int8, state text)
UPDATE claim SET state = $state, version = version + 1, changed = now() WHERE id = $id;

-- name: grid_set_state :none (claim_id int8)
UPDATE grid_row g SET wording = c.wording, state = c.state, rating_label = c.rating_label FROM claim c WHERE c.id = $claim_id AND g.claim_id = c.id;

-- name: appearance_add :opt (claim_id int8, revision_id int8, article_id int8, source_id int8, story_id int8?, start_at int4, end_at int4, sentence_start int4,
--   sentence_end int4, quote text, sentence text, prefix text, suffix text, speaker text, via text, via_source_id int8?, hedge text, is_negated bool, score float8,
--   kinds text[], reasons text[], quantities jsonb, dates jsonb, added_by int8?) -> (id int8)
INSERT INTO appearance (claim_id, revision_id, article_id, source_id, story_id, start_at, end_at, sentence_start, sentence_end, quote, sentence, prefix, suffix,
  speaker, via, via_source_id, hedge, is_negated, score, kinds, reasons, quantities, dates, added_by)
VALUES ($claim_id, $revision_id, $article_id, $source_id, $story_id, $start_at, $end_at, $sentence_start, $sentence_end, $quote, $sentence, $prefix, $suffix,
  $speaker, $via, $via_source_id, $hedge, $is_negated, $score, $kinds, $reasons, $quantities, $dates, $added_by)
ON CONFLICT (revision_id, start_at, end_at, claim_id) DO NOTHING RETURNING id;

-- In the newest text of each article.
-- name: appearance_of_claim :many (claim_id int8) -> appearance
SELECT p.id, p.claim_id, p.article_id, p.revision_id, p.source_id, s.name AS source_name, a.title AS article_title, a.state AS article_state, a.published, p.start_at, p.end_at,
  p.sentence_start, p.sentence_end, p.quote, p.sentence, p.prefix, p.suffix, p.speaker, p.via, p.via_source_id, p.hedge, p.is_negated, p.score, p.kinds, p.reasons,
  p.quantities, p.dates, p.added_by IS NULL AS is_machine, p.added_by
FROM appearance p JOIN source s ON s.id = p.source_id JOIN article a ON a.id = p.article_id WHERE p.claim_id = $claim_id
  AND p.revision_id = (SELECT r.id FROM revision r WHERE r.article_id = p.article_id ORDER BY r.n DESC LIMIT 1) ORDER BY a.published NULLS LAST, p.id LIMIT 500;

-- Of an article's newest text.
-- name: appearance_of_article :many (article_id int8) -> appearance
SELECT p.id, p.claim_id, p.article_id, p.revision_id, p.source_id, s.name AS source_name, a.title AS article_title, a.state AS article_state, a.published, p.start_at, p.end_at,
  p.sentence_start, p.sentence_end, p.quote, p.sentence, p.prefix, p.suffix, p.speaker, p.via, p.via_source_id, p.hedge, p.is_negated, p.score, p.kinds, p.reasons,
  p.quantities, p.dates, p.added_by IS NULL AS is_machine, p.added_by
FROM appearance p JOIN source s ON s.id = p.source_id JOIN article a ON a.id = p.article_id
WHERE p.article_id = $article_id AND p.revision_id = (SELECT r.id FROM revision r WHERE r.article_id = $article_id ORDER BY r.n DESC LIMIT 1) ORDER BY p.start_at, p.id LIMIT 2000;

-- name: appearance_of_story :many (story_id int8) -> appearance
SELECT p.id, p.claim_id, p.article_id, p.revision_id, p.source_id, s.name AS source_name, a.title AS article_title, a.state AS article_state, a.published, p.start_at, p.end_at,
  p.sentence_start, p.sentence_end, p.quote, p.sentence, p.prefix, p.suffix, p.speaker, p.via, p.via_source_id, p.hedge, p.is_negated, p.score, p.kinds, p.reasons,
  p.quantities, p.dates, p.added_by IS NULL AS is_machine, p.added_by
FROM appearance p JOIN source s ON s.id = p.source_id JOIN article a ON a.id = p.article_id
WHERE p.story_id = $story_id::int8 AND a.state = 'ok' AND p.revision_id = (SELECT r.id FROM revision r WHERE r.article_id = p.article_id ORDER BY r.n DESC LIMIT 1)
ORDER BY p.article_id, p.start_at, p.id LIMIT 5000;

-- name: appearance_by_id :opt (id int8) -> (claim_id int8, article_id int8)
SELECT claim_id, article_id FROM appearance WHERE id = $id;

-- name: appearance_set_story :none (article_id int8, story_id int8?)
UPDATE appearance SET story_id = $story_id WHERE article_id = $article_id;

-- name: appearance_set_claim :none (ids int8[], claim_id int8)
UPDATE appearance SET claim_id = $claim_id WHERE id = ANY ($ids::int8[]);

-- The claims of an article follow it into its story.
-- name: claim_story_of_article :none (article_id int8, story_id int8?)
UPDATE claim SET story_id = $story_id WHERE id IN (SELECT p.claim_id FROM appearance p WHERE p.article_id = $article_id);
