-- row: article (id int8, url text, source_id int8, source_name text, story_id int8?, story_title text, title text, byline text[], published timestamptz?,
--   modified timestamptz?, lang text, agency text, state text, reason text, n_claims int4, version int4, created timestamptz)
-- row: article_line (id int8, url text, source_id int8, source_name text, story_id int8?, title text, published timestamptz?, state text, n_claims int4, created timestamptz)
-- row: article_version (id int8, version int4, is_corrected bool, state text)

-- name: article_by_id :opt (id int8) -> article
SELECT a.id, a.url, a.source_id, s.name AS source_name, a.story_id, coalesce(t.title, '') AS story_title, a.title, a.byline, a.published, a.modified, a.lang,
  a.agency, a.state, a.reason, a.n_claims, a.version, a.created
FROM article a JOIN source s ON s.id = a.source_id LEFT JOIN story t ON t.id = a.story_id WHERE a.id = $id;

-- name: article_by_url :opt (url text) -> article_version
SELECT a.id, a.version, a.is_corrected, a.state FROM article_url u JOIN article a ON a.id = u.article_id WHERE u.url = $url;

-- name: article_recent :many (n int4, skip int4) -> article_line
SELECT a.id, a.url, a.source_id, s.name AS source_name, a.story_id, a.title, a.published, a.state, a.n_claims, a.created
FROM article a JOIN source s ON s.id = a.source_id ORDER BY a.created DESC, a.id DESC LIMIT $n::int4 OFFSET $skip::int4;

-- name: article_of_source :many (source_id int8, n int4, skip int4) -> article_line
SELECT a.id, a.url, a.source_id, s.name AS source_name, a.story_id, a.title, a.published, a.state, a.n_claims, a.created
FROM article a JOIN source s ON s.id = a.source_id WHERE a.source_id = $source_id ORDER BY a.published DESC NULLS LAST, a.id DESC LIMIT $n::int4 OFFSET $skip::int4;

-- name: article_of_story :many (story_id int8) -> article_line
SELECT a.id, a.url, a.source_id, s.name AS source_name, a.story_id, a.title, a.published, a.state, a.n_claims, a.created
FROM article a JOIN source s ON s.id = a.source_id WHERE a.story_id = $story_id::int8 ORDER BY a.published NULLS LAST, a.id LIMIT 2000;

-- name: article_add :opt (url text, source_id int8, title text, byline text[], published timestamptz?, modified timestamptz?, lang text, agency text) -> (id int8)
INSERT INTO article (url, source_id, title, byline, published, modified, lang, agency)
VALUES ($url, $source_id, $title, $byline, $published, $modified, $lang, $agency) ON CONFLICT (url) DO NOTHING RETURNING id;

-- A later reading: what a person corrected stays.
-- name: article_reread :none (id int8, source_id int8, title text, byline text[], published timestamptz?, modified timestamptz?, lang text, agency text)
UPDATE article SET title = CASE WHEN is_corrected THEN title ELSE $title END, source_id = CASE WHEN is_corrected THEN source_id ELSE $source_id END,
  published = CASE WHEN is_corrected THEN published ELSE coalesce($published, published) END, byline = $byline, modified = $modified, lang = $lang, agency = $agency
WHERE id = $id AND state = 'ok';

-- name: article_url_add :none (url text, article_id int8, why text)
INSERT INTO article_url (url, article_id, why) VALUES ($url, $article_id, $why) ON CONFLICT (url) DO NOTHING;

-- name: article_correct :opt (id int8, version int4, title text, published timestamptz?, source_id int8) -> (version int4)
UPDATE article SET title = $title, published = $published, source_id = $source_id, is_corrected = true, version = version + 1
WHERE id = $id AND version = $version AND state = 'ok' RETURNING version;

-- name: article_appearances_source :none (id int8, source_id int8)
UPDATE appearance SET source_id = $source_id WHERE article_id = $id;

-- name: article_take_down :opt (id int8, version int4, reason text) -> (version int4, story_id int8?)
UPDATE article SET state = 'taken_down', reason = $reason, version = version + 1 WHERE id = $id AND version = $version AND state = 'ok' RETURNING version, story_id;

-- Its text goes; the hash of it stays.
-- name: revision_clear :none (article_id int8)
UPDATE revision SET text = '', title = '', block_kinds = '{}' WHERE article_id = $article_id;

-- name: appearance_clear :none (article_id int8)
UPDATE appearance SET quote = '', sentence = '', prefix = '', suffix = '' WHERE article_id = $article_id;

-- name: article_set_story :none (id int8, story_id int8?)
UPDATE article SET story_id = $story_id WHERE id = $id;

-- name: article_count_claims :none (id int8)
UPDATE article SET n_claims = (SELECT count(*) FROM appearance p WHERE p.article_id = $id
  AND p.revision_id = (SELECT r.id FROM revision r WHERE r.article_id = $id ORDER BY r.n DESC LIMIT 1)) WHERE id = $id;

-- name: body_add :none (sha256 bytea, size int8, zstd bytea)
INSERT INTO body (sha256, size, zstd) VALUES ($sha256, $size, $zstd) ON CONFLICT (sha256) DO NOTHING;

-- name: body_get :opt (sha256 bytea) -> (size int8, zstd bytea)
SELECT size, zstd FROM body WHERE sha256 = $sha256;

-- name: snapshot_add :opt (job_id int8, url text, request_head text, status int4, response_head text, content_type text, body_sha256 bytea?, address text,
--   started timestamptz, ended timestamptz) -> (id int8)
INSERT INTO snapshot (job_id, url, request_head, status, response_head, content_type, body_sha256, address, started, ended)
VALUES ($job_id, $url, $request_head, $status, $response_head, $content_type, $body_sha256, $address, $started, $ended)
ON CONFLICT (job_id, url) DO NOTHING RETURNING id;

-- name: snapshot_set_article :none (id int8, article_id int8)
UPDATE snapshot SET article_id = $article_id WHERE id = $id;

-- name: snapshot_list :many (article_id int8) -> (id int8, url text, status int4, content_type text, body_sha256 bytea?, size int8, address text, started timestamptz)
SELECT s.id, s.url, s.status, s.content_type, s.body_sha256, coalesce(b.size, 0) AS size, s.address, s.started
FROM snapshot s LEFT JOIN body b ON b.sha256 = s.body_sha256 WHERE s.article_id = $article_id::int8 ORDER BY s.id DESC LIMIT 100;

-- Articles near in time whose words could be about the same event, for the worker to compare.
-- name: article_near :many (id int8, from_at timestamptz, to_at timestamptz, n int4) -> (id int8, story_id int8?, title text, content text)
SELECT a.id, a.story_id, a.title, r.text AS content FROM article a
JOIN LATERAL (SELECT v.text FROM revision v WHERE v.article_id = a.id ORDER BY v.n DESC LIMIT 1) r ON true
WHERE a.id <> $id AND a.state = 'ok' AND coalesce(a.published, a.created) BETWEEN $from_at AND $to_at ORDER BY a.id DESC LIMIT $n::int4;
