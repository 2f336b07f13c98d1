-- Full text search; what matched stands between chr(2) and chr(3) in `shown`.
-- name: search_claims :many (query text, n int4, skip int4) -> (id int8, shown text, story_id int8?, state text, rating_label text, n_sources int4, total int8)
SELECT f.id, ts_headline('english', f.wording, f.q, 'HighlightAll=true, StartSel=' || chr(2) || ', StopSel=' || chr(3)) AS shown, f.story_id, f.state, f.rating_label, f.n_sources, f.total
FROM (SELECT c.*, q.q, count(*) OVER () AS total FROM claim c, websearch_to_tsquery('english', $query) q (q) WHERE c.words @@ q.q AND c.n_appearances > 0
  ORDER BY ts_rank(c.words, q.q) DESC, c.id DESC LIMIT $n::int4 OFFSET $skip::int4) f;

-- The newest text of each article; a snippet, not the whole.
-- name: search_articles :many (query text, n int4, skip int4) -> (id int8, title text, source_name text, published timestamptz?, shown text, total int8)
SELECT f.id, f.title, f.source_name, f.published,
  ts_headline('english', left(f.text, 100000), f.q, 'MaxFragments=2, MaxWords=18, MinWords=6, StartSel=' || chr(2) || ', StopSel=' || chr(3)) AS shown, f.total
FROM (SELECT a.id, a.title, s.name AS source_name, a.published, r.text, q.q, count(*) OVER () AS total
  FROM revision r JOIN article a ON a.id = r.article_id JOIN source s ON s.id = a.source_id, websearch_to_tsquery('english', $query) q (q)
  WHERE r.words @@ q.q AND a.state = 'ok' AND NOT EXISTS (SELECT FROM revision l WHERE l.article_id = r.article_id AND l.n > r.n)
  ORDER BY ts_rank(r.words, q.q) DESC, a.id DESC LIMIT $n::int4 OFFSET $skip::int4) f;
