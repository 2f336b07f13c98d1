-- row: source (id int8, name text, owner text, kind text, country text, is_confirmed bool, version int4, n_articles int8, domains text[], aliases text[],
--   ignores_robots bool, ignores_why text)
-- row: source_name (id int8, name text)

-- name: source_by_id :opt (id int8) -> source
SELECT s.id, s.name, s.owner, s.kind, s.country, s.is_confirmed, s.version, (SELECT count(*) FROM article a WHERE a.source_id = s.id) AS n_articles,
  ARRAY(SELECT d.domain FROM source_domain d WHERE d.source_id = s.id ORDER BY 1) AS domains, ARRAY(SELECT l.alias FROM source_alias l WHERE l.source_id = s.id ORDER BY 1) AS aliases,
  s.ignores_robots, s.ignores_why
FROM source s WHERE s.id = $id;

-- Those with articles first; `query` is a part of the name or a domain.
-- name: source_list :many (query text, n int4, skip int4) -> source
SELECT s.id, s.name, s.owner, s.kind, s.country, s.is_confirmed, s.version, c.n AS n_articles,
  ARRAY(SELECT d.domain FROM source_domain d WHERE d.source_id = s.id ORDER BY 1) AS domains, ARRAY(SELECT l.alias FROM source_alias l WHERE l.source_id = s.id ORDER BY 1) AS aliases,
  s.ignores_robots, s.ignores_why
FROM source s, LATERAL (SELECT count(*) AS n FROM article a WHERE a.source_id = s.id) c
WHERE $query::text = '' OR position(lower($query) IN lower(s.name)) > 0 OR EXISTS (SELECT FROM source_domain d WHERE d.source_id = s.id AND position(lower($query) IN d.domain) > 0)
ORDER BY c.n DESC, s.name LIMIT $n::int4 OFFSET $skip::int4;

-- name: source_names :many () -> source_name
SELECT id, name FROM source ORDER BY name LIMIT 2000;

-- The most specific domain that is the host or a parent of it.
-- name: source_by_host :opt (host text) -> source_name
SELECT s.id, s.name FROM source_domain d JOIN source s ON s.id = d.source_id
WHERE d.domain = $host::text OR ($host::text) LIKE '%.' || d.domain ORDER BY length(d.domain) DESC LIMIT 1;

-- name: source_by_alias :opt (alias text) -> source_name
SELECT s.id, s.name FROM source_alias l JOIN source s ON s.id = l.source_id
WHERE l.alias IN (lower($alias), regexp_replace(lower($alias), '^the ', ''), 'the ' || lower($alias)) ORDER BY length(l.alias) DESC LIMIT 1;

-- name: source_add :opt (name text, owner text, kind text, country text, is_confirmed bool) -> (id int8)
INSERT INTO source (name, owner, kind, country, is_confirmed) VALUES ($name, $owner, $kind, $country, $is_confirmed) ON CONFLICT (name) DO NOTHING RETURNING id;

-- name: source_by_name :opt (name text) -> source_name
SELECT id, name FROM source WHERE name = $name;

-- name: source_edit :opt (id int8, version int4, name text, owner text, kind text, country text) -> (version int4)
UPDATE source SET name = $name, owner = $owner, kind = $kind, country = $country, is_confirmed = true, version = version + 1
WHERE id = $id AND version = $version RETURNING version;

-- name: source_ignore_robots :opt (id int8, version int4, ignores bool, why text) -> (version int4, name text)
UPDATE source SET ignores_robots = $ignores, ignores_why = $why, version = version + 1 WHERE id = $id AND version = $version RETURNING version, name;

-- name: source_domains_drop :none (id int8)
DELETE FROM source_domain WHERE source_id = $id;

-- name: source_domains_add :none (id int8, domains text[])
INSERT INTO source_domain (domain, source_id) SELECT DISTINCT lower(d), $id::int8 FROM unnest($domains::text[]) d;

-- name: source_aliases_drop :none (id int8)
DELETE FROM source_alias WHERE source_id = $id;

-- name: source_aliases_add :none (id int8, aliases text[])
INSERT INTO source_alias (alias, source_id) SELECT DISTINCT lower(d), $id::int8 FROM unnest($aliases::text[]) d;

-- Whom a source's articles say they got it from.
-- name: source_cites :many (id int8) -> (via text, via_source_id int8?, n int8)
SELECT via, min(via_source_id) AS via_source_id, count(*) AS n FROM appearance WHERE source_id = $id AND via <> '' GROUP BY via ORDER BY 3 DESC, 1 LIMIT 100;

-- Which sources cite this one.
-- name: source_cited_by :many (id int8) -> (source_id int8, name text, n int8)
SELECT a.source_id, s.name, count(*) AS n FROM appearance a JOIN source s ON s.id = a.source_id
WHERE a.via_source_id = $id::int8 AND a.source_id <> $id::int8 GROUP BY 1, 2 ORDER BY 3 DESC, 2 LIMIT 100;
