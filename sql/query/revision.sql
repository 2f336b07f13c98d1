-- row: change (id int8, claim_id int8, wording text, claim_state text, article_id int8, article_title text, source_name text, revision_id int8, n int4, notice text,
--   state text, parts text[], why text, before text, after text, was_reviewed bool, at timestamptz)

-- The text's number is the next; none where the newest has this very title and text.
-- name: revision_add :opt (article_id int8, title text, content text, block_kinds text[], text_sha256 bytea, snapshot_id int8?, notice text) -> (id int8, n int4)
INSERT INTO revision (article_id, n, title, text, block_kinds, text_sha256, snapshot_id, notice)
SELECT $article_id::int8, coalesce(max(r.n), 0) + 1, $title::text, $content, $block_kinds, $text_sha256::bytea, $snapshot_id, $notice FROM revision r WHERE r.article_id = $article_id::int8
HAVING NOT EXISTS (SELECT FROM (SELECT l.title, l.text_sha256 FROM revision l WHERE l.article_id = $article_id::int8 ORDER BY l.n DESC LIMIT 1) k
  WHERE k.title = $title::text AND k.text_sha256 = $text_sha256::bytea)
RETURNING id, n;

-- The newest text of an article.
-- name: revision_latest :opt (article_id int8) -> (id int8, n int4, title text, content text, block_kinds text[], text_sha256 bytea, created timestamptz)
SELECT id, n, title, text AS content, block_kinds, text_sha256, created FROM revision WHERE article_id = $article_id ORDER BY n DESC LIMIT 1;

-- One text of an article by its number, and the exchange it came from.
-- name: revision_by_n :opt (article_id int8, n int4) -> (id int8, n int4, title text, content text, notice text, snapshot_id int8?, created timestamptz)
SELECT id, n, title, text AS content, notice, snapshot_id, created FROM revision WHERE article_id = $article_id AND n = $n;

-- With how many of the claims of the text before it stayed, moved, were edited or are gone.
-- name: revision_list :many (article_id int8) -> (id int8, n int4, title text, notice text, n_chars int4, created timestamptz, n_intact int8, n_moved int8, n_edited int8, n_gone int8)
SELECT r.id, r.n, r.title, r.notice, length(r.text) AS n_chars, r.created, count(c.id) FILTER (WHERE c.state = 'intact') AS n_intact, count(c.id) FILTER (WHERE c.state = 'moved') AS n_moved,
  count(c.id) FILTER (WHERE c.state = 'edited') AS n_edited, count(c.id) FILTER (WHERE c.state = 'gone') AS n_gone
FROM revision r LEFT JOIN appearance_change c ON c.revision_id = r.id WHERE r.article_id = $article_id GROUP BY r.id ORDER BY r.n DESC LIMIT 100;

-- name: change_add :opt (claim_id int8, article_id int8, revision_id int8, before_id int8, after_id int8?, state text, parts text[], why text, sentence text) -> (id int8)
INSERT INTO appearance_change (claim_id, article_id, revision_id, before_id, after_id, state, parts, why, sentence)
VALUES ($claim_id, $article_id, $revision_id, $before_id, $after_id, $state, $parts, $why, $sentence) ON CONFLICT (before_id, revision_id) DO NOTHING RETURNING id;

-- What became of the claims in the texts of an article after `from_n`, up to `to_n`; what stayed in its place is left out.
-- name: change_of_article :many (article_id int8, from_n int4, to_n int4) -> change
SELECT c.id, c.claim_id, k.wording, k.state AS claim_state, c.article_id, a.title AS article_title, s.name AS source_name, c.revision_id, r.n, r.notice, c.state, c.parts, c.why,
  p.sentence AS before, c.sentence AS after, c.was_reviewed, c.at
FROM appearance_change c JOIN claim k ON k.id = c.claim_id JOIN article a ON a.id = c.article_id JOIN source s ON s.id = a.source_id JOIN revision r ON r.id = c.revision_id
JOIN appearance p ON p.id = c.before_id WHERE c.article_id = $article_id AND r.n > $from_n AND r.n <= $to_n AND c.state <> 'intact' ORDER BY c.id DESC LIMIT 500;

-- What sources did to the sentences of a claim.
-- name: change_of_claim :many (claim_id int8) -> change
SELECT c.id, c.claim_id, k.wording, k.state AS claim_state, c.article_id, a.title AS article_title, s.name AS source_name, c.revision_id, r.n, r.notice, c.state, c.parts, c.why,
  p.sentence AS before, c.sentence AS after, c.was_reviewed, c.at
FROM appearance_change c JOIN claim k ON k.id = c.claim_id JOIN article a ON a.id = c.article_id JOIN source s ON s.id = a.source_id JOIN revision r ON r.id = c.revision_id
JOIN appearance p ON p.id = c.before_id WHERE c.claim_id = $claim_id AND c.state IN ('edited', 'gone') ORDER BY c.id DESC LIMIT 100;

-- Edits to what somebody had reviewed, newest first.
-- name: change_alerts :many (n int4, skip int4) -> change
SELECT c.id, c.claim_id, k.wording, k.state AS claim_state, c.article_id, a.title AS article_title, s.name AS source_name, c.revision_id, r.n, r.notice, c.state, c.parts, c.why,
  p.sentence AS before, c.sentence AS after, c.was_reviewed, c.at
FROM appearance_change c JOIN claim k ON k.id = c.claim_id JOIN article a ON a.id = c.article_id JOIN source s ON s.id = a.source_id JOIN revision r ON r.id = c.revision_id
JOIN appearance p ON p.id = c.before_id WHERE c.was_reviewed AND c.state IN ('edited', 'gone') ORDER BY c.id DESC LIMIT $n::int4 OFFSET $skip::int4;

-- An article that is taken down takes the quotes in its history with it.
-- name: change_clear :none (article_id int8)
UPDATE appearance_change SET sentence = '', why = '' WHERE article_id = $article_id;

-- Articles to be looked at again, held until the transaction ends.
-- name: article_due :many (n int4) -> (id int8, url text, published timestamptz?, created timestamptz, is_pinned bool)
SELECT id, url, published, created, is_pinned FROM article WHERE state = 'ok' AND check_at <= now() ORDER BY check_at LIMIT $n::int4 FOR UPDATE SKIP LOCKED;

-- name: article_set_check :none (id int8, check_at timestamptz?)
UPDATE article SET check_at = $check_at WHERE id = $id;

-- name: article_checked :none (id int8)
UPDATE article SET checked = now() WHERE id = $id;

-- name: article_watch :opt (id int8) -> (checked timestamptz?, check_at timestamptz?, is_pinned bool)
SELECT checked, check_at, is_pinned FROM article WHERE id = $id;

-- name: article_pin :opt (id int8, version int4, is_pinned bool) -> (version int4)
UPDATE article SET is_pinned = $is_pinned, check_at = CASE WHEN $is_pinned THEN now() ELSE check_at END, version = version + 1
WHERE id = $id AND version = $version AND state = 'ok' RETURNING version;

-- The newest whole answer kept of an article, whose marks the next fetch is asked with.
-- name: snapshot_newest :opt (article_id int8) -> (id int8, url text, response_head text, body_sha256 bytea?)
SELECT id, url, response_head, body_sha256 FROM snapshot WHERE article_id = $article_id::int8 AND status = 200 ORDER BY id DESC LIMIT 1;
