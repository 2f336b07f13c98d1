-- Sources, the jobs that fetch, what was fetched (snapshots), and the articles read from it.
CREATE TABLE source (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  owner text NOT NULL DEFAULT '',
  kind text NOT NULL DEFAULT 'newspaper' CHECK (kind IN ('agency', 'broadcaster', 'newspaper', 'magazine', 'online', 'government', 'organisation', 'other')),
  country text NOT NULL DEFAULT '',
  is_confirmed bool NOT NULL DEFAULT false,
  version int4 NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT source_name_once UNIQUE (name)
);
COMMENT ON COLUMN source.owner IS 'publisher family';
COMMENT ON COLUMN source.is_confirmed IS 'false: made by the worker from a site it did not know';
CREATE TABLE source_alias (
  alias text PRIMARY KEY CHECK (alias = lower(alias)),
  source_id int8 NOT NULL REFERENCES source ON DELETE CASCADE
);
CREATE INDEX ON source_alias (source_id);
CREATE TABLE source_domain (
  domain text PRIMARY KEY CHECK (domain = lower(domain)),
  source_id int8 NOT NULL REFERENCES source ON DELETE CASCADE
);
CREATE INDEX ON source_domain (source_id);

CREATE TABLE story (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  first_day date,
  last_day date,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  n_articles int4 NOT NULL DEFAULT 0,
  n_claims int4 NOT NULL DEFAULT 0,
  n_disagreements int4 NOT NULL DEFAULT 0,
  version int4 NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  changed timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON story (changed DESC);
CREATE INDEX ON story (last_day);

CREATE TABLE article (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  url text NOT NULL CHECK (length(url) <= 4096),
  source_id int8 NOT NULL REFERENCES source,
  story_id int8 REFERENCES story,
  title text NOT NULL DEFAULT '',
  byline text[] NOT NULL DEFAULT '{}',
  published timestamptz,
  modified timestamptz,
  lang text NOT NULL DEFAULT '',
  agency text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'ok' CHECK (state IN ('ok', 'taken_down')),
  reason text NOT NULL DEFAULT '',
  is_corrected bool NOT NULL DEFAULT false,
  n_claims int4 NOT NULL DEFAULT 0,
  version int4 NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT article_url_once UNIQUE (url),
  CHECK (state = 'ok' OR reason <> '')
);
COMMENT ON COLUMN article.is_corrected IS 'a person set title, date or source: a later reading does not overwrite them';
CREATE INDEX ON article (story_id);
CREATE INDEX ON article (source_id, published DESC);
CREATE INDEX ON article (created DESC);
CREATE TABLE article_url (
  url text PRIMARY KEY,
  article_id int8 NOT NULL REFERENCES article ON DELETE CASCADE,
  why text NOT NULL CHECK (why IN ('submitted', 'redirect', 'canonical', 'fetched'))
);
CREATE INDEX ON article_url (article_id);

CREATE TABLE job (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL DEFAULT 'read' CHECK (kind IN ('read', 'recheck')),
  url text NOT NULL CHECK (length(url) <= 4096),
  key text NOT NULL,
  host text NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'fetching', 'reading', 'done', 'failed')),
  reason_code text NOT NULL DEFAULT '',
  reason text NOT NULL DEFAULT '',
  attempts int4 NOT NULL DEFAULT 0,
  run_at timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz,
  lease_token int8 NOT NULL DEFAULT 0,
  submitted_by int8 REFERENCES person,
  article_id int8 REFERENCES article,
  created timestamptz NOT NULL DEFAULT now(),
  fetching_at timestamptz,
  reading_at timestamptz,
  ended_at timestamptz,
  CHECK (state <> 'failed' OR reason <> '')
);
CREATE UNIQUE INDEX job_key_once_open ON job (key) WHERE state IN ('queued', 'fetching', 'reading');
CREATE INDEX job_due ON job (run_at) WHERE state IN ('queued', 'fetching', 'reading');
CREATE INDEX ON job (submitted_by, id DESC);
CREATE INDEX ON job (state, id DESC);
CREATE INDEX ON job (article_id);

CREATE TABLE body (
  sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
  size int8 NOT NULL CHECK (size >= 0),
  zstd bytea NOT NULL,
  created timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE snapshot (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id int8 NOT NULL REFERENCES job,
  article_id int8 REFERENCES article,
  url text NOT NULL,
  request_head text NOT NULL,
  status int4 NOT NULL CHECK (status BETWEEN 100 AND 999),
  response_head text NOT NULL,
  content_type text NOT NULL DEFAULT '',
  body_sha256 bytea REFERENCES body,
  address text NOT NULL,
  started timestamptz NOT NULL,
  ended timestamptz NOT NULL,
  CONSTRAINT snapshot_job_once UNIQUE (job_id, url)
);
CREATE INDEX ON snapshot (article_id, id);
CREATE TRIGGER snapshot_is_immutable BEFORE DELETE ON snapshot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_keeps_content BEFORE UPDATE OF url, request_head, status, response_head, body_sha256, address, started, ended ON snapshot
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One block a line; block_kinds[i] is the kind of line i.
CREATE TABLE revision (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article_id int8 NOT NULL REFERENCES article ON DELETE CASCADE,
  n int4 NOT NULL CHECK (n >= 1),
  title text NOT NULL,
  text text NOT NULL,
  block_kinds text[] NOT NULL,
  text_sha256 bytea NOT NULL CHECK (length(text_sha256) = 32),
  snapshot_id int8 REFERENCES snapshot,
  created timestamptz NOT NULL DEFAULT now(),
  words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', title), 'A') || to_tsvector('english', left(text, 500000))) STORED,
  CONSTRAINT revision_n_once UNIQUE (article_id, n),
  CONSTRAINT revision_text_once UNIQUE (article_id, text_sha256)
);
CREATE INDEX revision_words ON revision USING gin (words);
