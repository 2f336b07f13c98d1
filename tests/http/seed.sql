-- A small story of invented outlets for the tests of the pages.
INSERT INTO source (name, owner, kind, is_confirmed) VALUES ('Elbe Courier', 'Elbe Press', 'newspaper', true), ('Harbour Radio', '', 'broadcaster', false);
CREATE TEMP TABLE outlet AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM source WHERE name IN ('Elbe Courier', 'Harbour Radio');
INSERT INTO story (title, first_day, last_day, n_articles, n_claims, n_disagreements) VALUES ('Bridge <closes> for repairs', '2026-03-01', '2026-03-03', 2, 1, 1);
INSERT INTO article (url, source_id, story_id, title, byline, published, n_claims)
  SELECT 'https://outlet' || n || '.example/bridge', id, 1, 'Bridge closes & lorries go round', ARRAY['R. "Quill" Writer'], '2026-03-01 10:00Z', 1 FROM outlet ORDER BY n;
INSERT INTO revision (article_id, n, title, text, block_kinds, text_sha256)
  SELECT id, 1, title, E'The bridge – déjà vu\nAbout 600 lorries a day will go round, <b>the mayor</b> said. It costs 12 million.\nThe work ends in autumn.', ARRAY['h2', 'p', 'p'], sha256(convert_to(url, 'UTF8'))
  FROM article ORDER BY id;
INSERT INTO claim (wording, story_id, n_appearances, n_sources, n_disagreements, priority, priority_reasons)
  VALUES ('Lorries a day that go round: about 600', 1, 2, 2, 1, 92, ARRAY['2 sources contradict']);
INSERT INTO appearance (claim_id, revision_id, article_id, source_id, story_id, start_at, end_at, sentence_start, sentence_end, quote, sentence, prefix, suffix, speaker, via, via_source_id, reasons)
  SELECT 1, r.id, r.article_id, a.source_id, 1, 21, 44, 21, 82, substr(r.text, 22, 23), substr(r.text, 22, 61), '', '', 'the mayor', 'the BBC', 1, ARRAY['a number', 'an official']
  FROM revision r JOIN article a ON a.id = r.article_id ORDER BY r.id;
INSERT INTO story_relation VALUES (1, 1, 2, 'contradict', 'about 600 ends below over 700');
INSERT INTO grid_column SELECT 1, (row_number() OVER (ORDER BY a.id))::int - 1, a.source_id, s.name, a.id, a.title, a.published FROM article a JOIN source s ON s.id = a.source_id;
INSERT INTO grid_row VALUES (1, 0, 1, 'Lorries a day that go round', 'w', 'unreviewed', '', 2, 'two figures', ARRAY[0, 1], ARRAY[1, 2], ARRAY['about 600', 'over 700'],
  ARRAY['lorries a day', 'lorries'], ARRAY['differs', 'carried'], ARRAY['why & how', ''], ARRAY['', 'the BBC']);
INSERT INTO job (url, key, host, state, reason, submitted_by, attempts) VALUES ('https://a.example/y', 'a2', 'a.example', 'failed', 'there is no such page (404)', 1, 3);
