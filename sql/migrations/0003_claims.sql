-- Claims, where they appear, how they compare, and the desk's work on them.
CREATE TABLE scale (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  version int4 NOT NULL,
  is_current bool NOT NULL,
  created timestamptz NOT NULL DEFAULT now(),
  UNIQUE (name, version)
);
CREATE UNIQUE INDEX scale_one_current ON scale (is_current) WHERE is_current;
CREATE TABLE scale_rating (
  scale_id int8 NOT NULL REFERENCES scale,
  rating text NOT NULL CHECK (rating ~ '^[a-z_]{1,40}$'),
  label text NOT NULL,
  about text NOT NULL,
  pos int4 NOT NULL,
  PRIMARY KEY (scale_id, rating),
  UNIQUE (scale_id, pos)
);
INSERT INTO scale (name, version, is_current) VALUES ('desk', 1, true);
INSERT INTO scale_rating (scale_id, rating, label, about, pos)
SELECT s.id, r.* FROM scale s, (VALUES
  ('supported', 'Supported', 'The evidence at hand supports it as worded.', 1),
  ('mostly_supported', 'Mostly supported', 'It holds but for a detail, which the reason names.', 2),
  ('disputed', 'Disputed', 'Sources with first-hand knowledge disagree, and the evidence does not settle it.', 3),
  ('unsupported', 'Unsupported', 'The evidence at hand speaks against it.', 4),
  ('cannot_be_verified', 'Cannot be verified', 'No evidence within reach decides it.', 5)) r (rating, label, about, pos);

CREATE TABLE claim (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  wording text NOT NULL CHECK (length(wording) BETWEEN 1 AND 4000),
  story_id int8 REFERENCES story,
  state text NOT NULL DEFAULT 'unreviewed' CHECK (state IN ('unreviewed', 'flagged', 'reviewed', 'reopened')),
  added_by int8 REFERENCES person,
  verdict_id int8,
  rating text NOT NULL DEFAULT '',
  rating_label text NOT NULL DEFAULT '',
  n_appearances int4 NOT NULL DEFAULT 0,
  n_sources int4 NOT NULL DEFAULT 0,
  n_disagreements int4 NOT NULL DEFAULT 0,
  score float8 NOT NULL DEFAULT 0,
  priority float8 NOT NULL DEFAULT 0,
  priority_reasons text[] NOT NULL DEFAULT '{}',
  version int4 NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  changed timestamptz NOT NULL DEFAULT now(),
  words tsvector GENERATED ALWAYS AS (to_tsvector('english', wording)) STORED
);
COMMENT ON COLUMN claim.added_by IS 'NULL: read by the machine';
CREATE INDEX ON claim (story_id);
CREATE INDEX claim_queue ON claim (priority DESC, id) WHERE state IN ('unreviewed', 'flagged', 'reopened');
CREATE INDEX ON claim (created DESC);
CREATE INDEX ON claim (rating, changed DESC) WHERE rating <> '';
CREATE INDEX claim_words ON claim USING gin (words);

-- Offsets are code points into the revision's text. story_id, source_id, article_id are kept here for the pages' sake.
CREATE TABLE appearance (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim_id int8 NOT NULL REFERENCES claim,
  revision_id int8 NOT NULL REFERENCES revision ON DELETE CASCADE,
  article_id int8 NOT NULL REFERENCES article ON DELETE CASCADE,
  source_id int8 NOT NULL REFERENCES source,
  story_id int8 REFERENCES story,
  start_at int4 NOT NULL,
  end_at int4 NOT NULL,
  sentence_start int4 NOT NULL,
  sentence_end int4 NOT NULL,
  quote text NOT NULL,
  sentence text NOT NULL,
  prefix text NOT NULL,
  suffix text NOT NULL,
  speaker text NOT NULL DEFAULT '',
  via text NOT NULL DEFAULT '',
  via_source_id int8 REFERENCES source,
  hedge text NOT NULL DEFAULT '',
  is_negated bool NOT NULL DEFAULT false,
  score float8 NOT NULL DEFAULT 0 CHECK (score BETWEEN 0 AND 1),
  kinds text[] NOT NULL DEFAULT '{}',
  reasons text[] NOT NULL DEFAULT '{}',
  quantities jsonb NOT NULL DEFAULT '[]',
  dates jsonb NOT NULL DEFAULT '[]',
  added_by int8 REFERENCES person,
  created timestamptz NOT NULL DEFAULT now(),
  CHECK (0 <= sentence_start AND sentence_start <= start_at AND start_at < end_at AND end_at <= sentence_end),
  CONSTRAINT appearance_once UNIQUE (revision_id, start_at, end_at, claim_id)
);
CREATE INDEX ON appearance (claim_id, id);
CREATE INDEX ON appearance (article_id, start_at);
CREATE INDEX ON appearance (story_id);
CREATE INDEX ON appearance (source_id);
CREATE INDEX ON appearance (via_source_id) WHERE via_source_id IS NOT NULL;

CREATE TABLE story_relation (
  story_id int8 NOT NULL REFERENCES story ON DELETE CASCADE,
  a_id int8 NOT NULL REFERENCES appearance ON DELETE CASCADE,
  b_id int8 NOT NULL REFERENCES appearance ON DELETE CASCADE,
  relation text NOT NULL CHECK (relation IN ('equal', 'rounding', 'overlap', 'implied', 'differ', 'contradict', 'not comparable')),
  why text NOT NULL,
  PRIMARY KEY (a_id, b_id),
  CHECK (a_id < b_id)
);
CREATE INDEX ON story_relation (story_id);
CREATE INDEX ON story_relation (b_id);

-- The grid as its page shows it, rebuilt whole by the worker: one row an assertion, its cells as arrays of equal length.
CREATE TABLE grid_column (
  story_id int8 NOT NULL REFERENCES story ON DELETE CASCADE,
  pos int4 NOT NULL,
  source_id int8 NOT NULL REFERENCES source,
  source_name text NOT NULL,
  article_id int8 NOT NULL REFERENCES article ON DELETE CASCADE,
  title text NOT NULL,
  published timestamptz,
  PRIMARY KEY (story_id, pos)
);
CREATE TABLE grid_row (
  story_id int8 NOT NULL REFERENCES story ON DELETE CASCADE,
  pos int4 NOT NULL,
  claim_id int8 NOT NULL REFERENCES claim,
  slot text NOT NULL,
  wording text NOT NULL,
  state text NOT NULL,
  rating_label text NOT NULL,
  disagreement int4 NOT NULL,
  why text NOT NULL,
  cell_column int4[] NOT NULL,
  cell_appearance int8[] NOT NULL,
  cell_value text[] NOT NULL,
  cell_text text[] NOT NULL,
  cell_sign text[] NOT NULL,
  cell_why text[] NOT NULL,
  cell_via text[] NOT NULL,
  PRIMARY KEY (story_id, pos),
  CHECK (cardinality(cell_column) = cardinality(cell_appearance) AND cardinality(cell_column) = cardinality(cell_value)
    AND cardinality(cell_column) = cardinality(cell_text) AND cardinality(cell_column) = cardinality(cell_sign)
    AND cardinality(cell_column) = cardinality(cell_why) AND cardinality(cell_column) = cardinality(cell_via)),
  CHECK (cell_sign <@ ARRAY['agrees', 'differs', 'silent', 'carried', 'alone'])
);
CREATE INDEX ON grid_row (claim_id);

CREATE TABLE verdict (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim_id int8 NOT NULL REFERENCES claim,
  claim_version int4 NOT NULL,
  wording text NOT NULL,
  scale_id int8 NOT NULL,
  rating text NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 10000),
  person_id int8 NOT NULL REFERENCES person,
  at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (scale_id, rating) REFERENCES scale_rating
);
CREATE INDEX ON verdict (claim_id, id DESC);
ALTER TABLE claim ADD FOREIGN KEY (verdict_id) REFERENCES verdict;

CREATE TABLE evidence (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim_id int8 NOT NULL REFERENCES claim,
  url text NOT NULL CHECK (length(url) BETWEEN 1 AND 4096),
  shows text NOT NULL CHECK (length(shows) BETWEEN 1 AND 10000),
  stance text NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  person_id int8 NOT NULL REFERENCES person,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON evidence (claim_id, id);
CREATE TABLE note (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim_id int8 NOT NULL REFERENCES claim,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
  person_id int8 NOT NULL REFERENCES person,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON note (claim_id, id);

CREATE TABLE flag (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim_id int8 NOT NULL REFERENCES claim,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 10000),
  raised_by int8 NOT NULL REFERENCES person,
  assignee_id int8 REFERENCES person,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered')),
  answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 10000),
  answered_by int8 REFERENCES person,
  version int4 NOT NULL DEFAULT 1,
  at timestamptz NOT NULL DEFAULT now(),
  answered timestamptz,
  CHECK (state = 'open' OR (answer <> '' AND answered_by IS NOT NULL))
);
CREATE INDEX ON flag (claim_id, id);
CREATE INDEX ON flag (assignee_id) WHERE state = 'open';

-- What a stale save would have written: kept for its author.
CREATE TABLE kept_edit (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject text NOT NULL CHECK (subject IN ('claim', 'verdict', 'flag', 'article', 'source', 'setting')),
  subject_id int8 NOT NULL,
  seen_version int4 NOT NULL,
  content jsonb NOT NULL,
  person_id int8 NOT NULL REFERENCES person,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON kept_edit (subject, subject_id, id);

CREATE TABLE machine_correction (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  appearance_id int8 NOT NULL REFERENCES appearance ON DELETE CASCADE,
  part text NOT NULL CHECK (part IN ('claim', 'quantity', 'date', 'speaker', 'via', 'relation', 'other')),
  said text NOT NULL CHECK (length(said) BETWEEN 1 AND 10000),
  person_id int8 NOT NULL REFERENCES person,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON machine_correction (appearance_id);
