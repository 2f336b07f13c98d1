-- row: job (id int8, url text, state text, reason_code text, reason text, attempts int4, run_at timestamptz, created timestamptz, fetching_at timestamptz?,
--   reading_at timestamptz?, ended_at timestamptz?, submitted_by int8?, article_id int8?, article_title text)
-- row: job_lease (id int8, kind text, url text, host text, attempts int4, lease_token int8, submitted_by int8?, article_id int8?)

-- An open job with the same key is given back instead (is_new false).
-- name: job_add :opt (kind text, url text, key text, host text, submitted_by int8?) -> (id int8)
INSERT INTO job (kind, url, key, host, submitted_by) VALUES ($kind, $url, $key, $host, $submitted_by)
ON CONFLICT (key) WHERE state IN ('queued', 'fetching', 'reading') DO NOTHING RETURNING id;

-- name: job_open_by_key :opt (key text) -> (id int8)
SELECT id FROM job WHERE key = $key AND state IN ('queued', 'fetching', 'reading');

-- Wakes the worker; sent in the transaction that adds the job.
-- name: job_notify :none ()
SELECT pg_notify('job', '');

-- Held until the transaction ends: two workers that take jobs at one moment would not see each other's hosts.
-- name: job_claim_turn :none ()
SELECT pg_advisory_xact_lock(7267002);

-- Takes up to n due jobs: at most one a host, none of a host that another lease is at or that rests; a lapsed lease counts as due.
-- The rules of hosts do not hold for those in `free_hosts` ('localhost' frees its subdomains too).
-- name: job_claim :many (n int4, lease_seconds int4, free_hosts text[]) -> job_lease
UPDATE job j SET state = 'fetching', attempts = j.attempts + 1, lease_token = j.lease_token + 1, lease_until = now() + make_interval(secs => $lease_seconds::int4),
  fetching_at = now(), reading_at = NULL
FROM (SELECT d.id FROM (SELECT i.id, i.is_free, row_number() OVER (PARTITION BY i.host ORDER BY i.run_at, i.id) AS place FROM (
    SELECT c.id, c.host, c.run_at, f.is_free FROM job c, LATERAL (SELECT regexp_replace(c.host, '^.*\.localhost$', 'localhost') = ANY ($free_hosts::text[]) AS is_free) f
    WHERE c.state IN ('queued', 'fetching', 'reading') AND c.run_at <= now() AND (c.lease_until IS NULL OR c.lease_until < now())
      AND (f.is_free OR NOT EXISTS (SELECT FROM job o WHERE o.host = c.host AND o.id <> c.id AND o.state IN ('fetching', 'reading') AND o.lease_until >= now())
        AND NOT EXISTS (SELECT FROM host_rest h WHERE h.host = c.host AND h.rests_until > now()))
    ORDER BY c.run_at, c.id LIMIT 500 FOR UPDATE OF c SKIP LOCKED) i) d WHERE d.place = 1 OR d.is_free ORDER BY d.id LIMIT $n::int4) due
WHERE j.id = due.id
RETURNING j.id, j.kind, j.url, j.host, j.attempts, j.lease_token, j.submitted_by, j.article_id;

-- Leaves a host alone for so long; a longer rest that was set before stays.
-- name: host_rest :none (host text, seconds float8)
INSERT INTO host_rest (host, rests_until) VALUES ($host, clock_timestamp() + make_interval(secs => $seconds::float8))
ON CONFLICT (host) DO UPDATE SET rests_until = greatest(host_rest.rests_until, EXCLUDED.rests_until);

-- What is known of an origin's robots.txt ('' = nothing), and whether the desk has leave to fetch from the host's source anyway.
-- name: robots_get :one (origin text, host text) -> (state text, content bytea, is_fresh bool, is_ignored bool)
SELECT coalesce(r.state, '') AS state, coalesce(r.content, '') AS content, coalesce(r.fresh_until > now(), false) AS is_fresh,
  coalesce((SELECT s.ignores_robots FROM source_domain d JOIN source s ON s.id = d.source_id
    WHERE d.domain = $host::text OR ($host::text) LIKE '%.' || d.domain ORDER BY length(d.domain) DESC LIMIT 1), false) AS is_ignored
FROM (SELECT $origin::text AS origin) o LEFT JOIN robots_file r ON r.origin = o.origin;

-- name: robots_set :none (origin text, state text, content bytea, seconds int4)
INSERT INTO robots_file (origin, state, content, fresh_until) VALUES ($origin, $state, $content, now() + make_interval(secs => $seconds::int4))
ON CONFLICT (origin) DO UPDATE SET state = EXCLUDED.state, content = EXCLUDED.content, fetched = now(), fresh_until = EXCLUDED.fresh_until;

-- name: job_extend :opt (id int8, lease_token int8, lease_seconds int4) -> (id int8)
UPDATE job SET lease_until = now() + make_interval(secs => $lease_seconds::int4) WHERE id = $id AND lease_token = $lease_token AND state IN ('fetching', 'reading') RETURNING id;

-- name: job_reading :opt (id int8, lease_token int8) -> (id int8)
UPDATE job SET state = 'reading', reading_at = now() WHERE id = $id AND lease_token = $lease_token AND state = 'fetching' RETURNING id;

-- name: job_done :opt (id int8, lease_token int8, article_id int8) -> (id int8)
UPDATE job SET state = 'done', ended_at = now(), lease_until = NULL, article_id = $article_id, reason = '', reason_code = ''
WHERE id = $id AND lease_token = $lease_token AND state IN ('fetching', 'reading') RETURNING id;

-- name: job_failed :opt (id int8, lease_token int8, reason_code text, reason text) -> (id int8)
UPDATE job SET state = 'failed', ended_at = now(), lease_until = NULL, reason_code = $reason_code, reason = $reason
WHERE id = $id AND lease_token = $lease_token AND state IN ('fetching', 'reading') RETURNING id;

-- Back to the queue after a passing fault, to be tried again in a while.
-- name: job_again :opt (id int8, lease_token int8, reason_code text, reason text, wait_seconds int4) -> (id int8)
UPDATE job SET state = 'queued', lease_until = NULL, reason_code = $reason_code, reason = $reason, run_at = now() + make_interval(secs => $wait_seconds::int4)
WHERE id = $id AND lease_token = $lease_token AND state IN ('fetching', 'reading') RETURNING id;

-- A person asks for another try of a failed job; refused while another of the same key is open.
-- name: job_retry :opt (id int8) -> (id int8)
UPDATE job SET state = 'queued', run_at = now(), attempts = 0, reason = '', reason_code = '', ended_at = NULL, lease_until = NULL
WHERE id = $id AND state = 'failed' AND NOT EXISTS (SELECT FROM job o WHERE o.key = job.key AND o.id <> job.id AND o.state IN ('queued', 'fetching', 'reading'))
RETURNING id;

-- name: job_by_id :opt (id int8) -> job
SELECT j.id, j.url, j.state, j.reason_code, j.reason, j.attempts, j.run_at, j.created, j.fetching_at, j.reading_at, j.ended_at, j.submitted_by, j.article_id,
  coalesce(a.title, '') AS article_title FROM job j LEFT JOIN article a ON a.id = j.article_id WHERE j.id = $id;

-- name: job_by_ids :many (ids int8[]) -> job
SELECT j.id, j.url, j.state, j.reason_code, j.reason, j.attempts, j.run_at, j.created, j.fetching_at, j.reading_at, j.ended_at, j.submitted_by, j.article_id,
  coalesce(a.title, '') AS article_title FROM job j LEFT JOIN article a ON a.id = j.article_id WHERE j.id = ANY ($ids::int8[]) ORDER BY j.id;

-- The newest first; of one person (0 = all), in one state ('' = all).
-- name: job_list :many (submitted_by int8, state text, n int4, skip int4) -> job
SELECT j.id, j.url, j.state, j.reason_code, j.reason, j.attempts, j.run_at, j.created, j.fetching_at, j.reading_at, j.ended_at, j.submitted_by, j.article_id,
  coalesce(a.title, '') AS article_title FROM job j LEFT JOIN article a ON a.id = j.article_id
WHERE ($submitted_by::int8 = 0 OR j.submitted_by = $submitted_by) AND ($state::text = '' OR j.state = $state) ORDER BY j.id DESC LIMIT $n::int4 OFFSET $skip::int4;

-- How many jobs a person sent in since a time (the limit of submissions).
-- name: job_count_since :one (submitted_by int8, since timestamptz) -> (n int8)
SELECT count(*) AS n FROM job WHERE submitted_by = $submitted_by AND created > $since;

-- name: job_counts :many () -> (state text, n int8)
SELECT state, count(*) AS n FROM job GROUP BY state ORDER BY state;
