-- :stories stories of 4 articles, 40 claims and 160 appearances each, and the grids as the worker
-- leaves them. Sentences are generated, from a few words and the numbers of their rows.
SET synchronous_commit = off;
INSERT INTO story (title, first_day, last_day, n_articles, n_claims, n_disagreements)
SELECT 'Storm number ' || s || ' closes ports along the coast', date '2026-01-01' + s % 300, date '2026-01-03' + s % 300, 4, 40, 6 FROM generate_series(1, :stories) s ORDER BY s;

INSERT INTO article (url, source_id, story_id, title, byline, published, n_claims)
SELECT 'https://outlet' || c || '.example/storm/' || s, c, s, 'Ports closed as storm ' || s || ' comes in, outlet ' || c || ' reports', ARRAY['A. Writer'],
  timestamptz '2026-01-01 06:00Z' + s * interval '3 minutes' + c * interval '1 hour', 40
FROM generate_series(1, :stories) s, generate_series(1, 4) c ORDER BY s, c;

INSERT INTO revision (article_id, n, title, text, block_kinds, text_sha256)
SELECT id, 1, title, 'About ' || id || ' ships wait outside the harbour, the port authority said. ' || repeat('The storm goes on. ', 20), ARRAY['p'], sha256(convert_to(url, 'UTF8'))
FROM article ORDER BY id;

INSERT INTO claim (wording, story_id, state, rating_label, n_appearances, n_sources, n_disagreements, priority, priority_reasons)
SELECT 'Ships of kind ' || k || ' that wait outside harbour ' || s % 97 || ': about ' || 40 + (s * 7 + k * 13) % 900, s,
  CASE WHEN k % 8 = 3 THEN 'flagged' ELSE 'unreviewed' END, '', 4, 4, (k % 7 = 0)::int, (s * 31 + k * 17) % 100, ARRAY['4 sources', 'a number']
FROM generate_series(1, :stories) s, generate_series(1, 40) k ORDER BY s, k;

INSERT INTO appearance (claim_id, revision_id, article_id, source_id, story_id, start_at, end_at, sentence_start, sentence_end, quote, sentence, prefix, suffix, speaker, score, kinds, reasons)
SELECT cl.id, r.id, a.id, a.source_id, a.story_id, 0, 40 + (cl.id % 7)::int, 0, 66, 'About ' || cl.id % 900 || ' ships wait outside the harbour', 'About ' || cl.id % 900 || ' ships wait outside the harbour, the port authority said.', '', '',
  'the port authority', 0.8, ARRAY['quantity'], ARRAY['a number']
FROM claim cl JOIN article a ON a.story_id = cl.story_id JOIN revision r ON r.article_id = a.id ORDER BY a.story_id, cl.id, a.id;

INSERT INTO grid_column (story_id, pos, source_id, source_name, article_id, title, published)
SELECT a.story_id, row_number() OVER (PARTITION BY a.story_id ORDER BY a.published)::int - 1, a.source_id, s.name, a.id, a.title, a.published
FROM article a JOIN source s ON s.id = a.source_id ORDER BY a.story_id, a.published;

INSERT INTO grid_row (story_id, pos, claim_id, slot, wording, state, rating_label, disagreement, why, cell_column, cell_appearance, cell_value, cell_text, cell_sign, cell_why, cell_via)
SELECT c.story_id, row_number() OVER (PARTITION BY c.story_id ORDER BY c.n_disagreements DESC, c.id)::int - 1, c.id, split_part(c.wording, ':', 1), c.wording, c.state, c.rating_label, c.n_disagreements,
  CASE WHEN c.n_disagreements > 0 THEN 'about ' || c.id % 900 || ' ends below over ' || 950 ELSE '' END, x.col, x.app, x.val, x.txt, x.sign, x.why, x.via
FROM claim c JOIN (
  SELECT p.claim_id, array_agg((p.n - 1)::int ORDER BY p.n) AS col, array_agg(p.id ORDER BY p.n) AS app, array_agg('about ' || (p.claim_id * 3 + p.n) % 900 ORDER BY p.n) AS val,
    array_agg('<ships> wait outside the harbour'::text ORDER BY p.n) AS txt, array_agg((ARRAY['agrees', 'differs', 'carried', 'alone'])[1 + (p.claim_id + p.n)::int % 4] ORDER BY p.n) AS sign,
    array_agg('about ' || p.claim_id % 900 || ' and roughly ' || p.claim_id % 900 + 3 || ' overlap' ORDER BY p.n) AS why, array_agg(CASE WHEN p.n = 3 THEN 'the BBC' ELSE '' END ORDER BY p.n) AS via
  FROM (SELECT id, claim_id, row_number() OVER (PARTITION BY claim_id ORDER BY id) AS n FROM appearance) p GROUP BY p.claim_id) x ON x.claim_id = c.id
ORDER BY c.story_id, 2;
VACUUM ANALYZE;
