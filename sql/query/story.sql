-- row: story (id int8, title text, first_day date?, last_day date?, state text, n_articles int4, n_claims int4, n_disagreements int4, version int4, changed timestamptz)

-- name: story_by_id :opt (id int8) -> story
SELECT id, title, first_day, last_day, state, n_articles, n_claims, n_disagreements, version, changed FROM story WHERE id = $id;

-- name: story_recent :many (n int4, skip int4) -> story
SELECT id, title, first_day, last_day, state, n_articles, n_claims, n_disagreements, version, changed FROM story WHERE n_articles > 0
ORDER BY changed DESC, id DESC LIMIT $n::int4 OFFSET $skip::int4;

-- name: story_disagreeing :many (n int4) -> story
SELECT id, title, first_day, last_day, state, n_articles, n_claims, n_disagreements, version, changed FROM story WHERE n_disagreements > 0
ORDER BY changed DESC, id DESC LIMIT $n::int4;

-- name: story_add :one (title text, first_day date?, last_day date?) -> (id int8)
INSERT INTO story (title, first_day, last_day) VALUES ($title, $first_day, $last_day) RETURNING id;

-- name: story_lock :opt (id int8) -> (id int8, title text)
SELECT id, title FROM story WHERE id = $id FOR UPDATE;

-- name: story_rename :opt (id int8, version int4, title text) -> (version int4)
UPDATE story SET title = $title, version = version + 1, changed = now() WHERE id = $id AND version = $version RETURNING version;

-- Counts and days again, from the articles.
-- name: story_count :none (id int8, n_disagreements int4)
UPDATE story SET n_articles = k.n, first_day = k.first_day, last_day = k.last_day, n_disagreements = $n_disagreements, changed = now(),
  n_claims = (SELECT count(DISTINCT p.claim_id) FROM appearance p WHERE p.story_id = $id::int8)
FROM (SELECT count(*)::int4 AS n, min((coalesce(a.published, a.created) AT TIME ZONE 'UTC')::date) AS first_day, max((coalesce(a.published, a.created) AT TIME ZONE 'UTC')::date) AS last_day
  FROM article a WHERE a.story_id = $id::int8 AND a.state = 'ok') k WHERE story.id = $id::int8;

-- name: relation_drop :none (story_id int8)
DELETE FROM story_relation WHERE story_id = $story_id;

-- Every pair at once: arrays of equal length.
-- name: relation_add :none (story_id int8, a_ids int8[], b_ids int8[], relations text[], whys text[])
INSERT INTO story_relation (story_id, a_id, b_id, relation, why)
SELECT $story_id::int8, x.* FROM unnest($a_ids::int8[], $b_ids::int8[], $relations::text[], $whys::text[]) x ON CONFLICT (a_id, b_id) DO NOTHING;

-- name: relation_of_claim :many (claim_id int8) -> (a_id int8, b_id int8, relation text, why text)
SELECT r.a_id, r.b_id, r.relation, r.why FROM story_relation r JOIN appearance p ON p.id = r.a_id JOIN appearance q ON q.id = r.b_id
WHERE p.claim_id = $claim_id OR q.claim_id = $claim_id
ORDER BY r.relation = 'contradict' DESC, r.relation = 'differ' DESC, r.a_id, r.b_id LIMIT 200;

-- name: grid_drop_columns :none (story_id int8)
DELETE FROM grid_column WHERE story_id = $story_id;

-- name: grid_drop_rows :none (story_id int8)
DELETE FROM grid_row WHERE story_id = $story_id;

-- name: grid_add_column :none (story_id int8, pos int4, article_id int8)
INSERT INTO grid_column (story_id, pos, source_id, source_name, article_id, title, published)
SELECT $story_id::int8, $pos, a.source_id, s.name, a.id, a.title, a.published FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = $article_id;

-- name: grid_add_row :none (story_id int8, pos int4, claim_id int8, slot text, disagreement int4, why text, cell_column int4[], cell_appearance int8[],
--   cell_value text[], cell_text text[], cell_sign text[], cell_why text[], cell_via text[])
INSERT INTO grid_row (story_id, pos, claim_id, slot, wording, state, rating_label, disagreement, why, cell_column, cell_appearance, cell_value, cell_text, cell_sign, cell_why, cell_via)
SELECT $story_id::int8, $pos, c.id, $slot, c.wording, c.state, c.rating_label, $disagreement, $why, $cell_column, $cell_appearance, $cell_value, $cell_text, $cell_sign, $cell_why, $cell_via
FROM claim c WHERE c.id = $claim_id;

-- The grid page's two queries.
-- name: grid_columns :many (story_id int8) -> (pos int4, source_id int8, source_name text, article_id int8, title text, published timestamptz?)
SELECT pos, source_id, source_name, article_id, title, published FROM grid_column WHERE story_id = $story_id ORDER BY pos;

-- name: grid_rows :many (story_id int8, n int4, skip int4) -> (pos int4, claim_id int8, slot text, wording text, state text, rating_label text, disagreement int4,
--   why text, cell_column int4[], cell_appearance int8[], cell_value text[], cell_text text[], cell_sign text[], cell_why text[], cell_via text[])
SELECT pos, claim_id, slot, wording, state, rating_label, disagreement, why, cell_column, cell_appearance, cell_value, cell_text, cell_sign, cell_why, cell_via
FROM grid_row WHERE story_id = $story_id AND pos >= $skip::int4 AND pos < $skip::int4 + $n::int4 ORDER BY pos;

-- Empties an article's cells; its column stays, so that one sees that it was there.
-- name: grid_clear_article :none (story_id int8, article_id int8)
UPDATE grid_row SET cell_value = x.v, cell_text = x.t, cell_sign = x.s, cell_why = x.w, cell_via = x.a
FROM (SELECT h.pos, array_agg(CASE WHEN u.col = c.pos THEN '' ELSE u.v END ORDER BY u.o) AS v, array_agg(CASE WHEN u.col = c.pos THEN '' ELSE u.t END ORDER BY u.o) AS t,
    array_agg(CASE WHEN u.col = c.pos THEN 'silent' ELSE u.s END ORDER BY u.o) AS s, array_agg(CASE WHEN u.col = c.pos THEN 'the article was taken down' ELSE u.w END ORDER BY u.o) AS w,
    array_agg(CASE WHEN u.col = c.pos THEN '' ELSE u.a END ORDER BY u.o) AS a
  FROM grid_row h JOIN grid_column c ON c.story_id = h.story_id AND c.article_id = $article_id,
    unnest(h.cell_column, h.cell_value, h.cell_text, h.cell_sign, h.cell_why, h.cell_via) WITH ORDINALITY u (col, v, t, s, w, a, o)
  WHERE h.story_id = $story_id::int8 AND c.pos = ANY (h.cell_column) GROUP BY h.pos) x
WHERE grid_row.story_id = $story_id::int8 AND grid_row.pos = x.pos;
