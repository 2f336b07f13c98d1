-- People, their sessions, the desk's settings, and the audit chain every state change is written to.
CREATE TABLE person (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role text NOT NULL CHECK (role IN ('reader', 'submitter', 'reviewer', 'editor', 'admin')),
  password_hash text CHECK (length(password_hash) BETWEEN 20 AND 200),
  is_active bool NOT NULL DEFAULT true,
  version int4 NOT NULL DEFAULT 1,
  created timestamptz NOT NULL DEFAULT now(),
  last_seen timestamptz,
  CONSTRAINT person_email_once UNIQUE (email)
);
COMMENT ON COLUMN person.password_hash IS 'libsodium''s Argon2id string; NULL until the invitation is taken up';

-- An invitation or a password reset: only the link's hash is kept.
CREATE TABLE invitation (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  kind text NOT NULL CHECK (kind IN ('invitation', 'reset')),
  person_id int8 NOT NULL REFERENCES person ON DELETE CASCADE,
  created_by int8 REFERENCES person,
  created timestamptz NOT NULL DEFAULT now(),
  expires timestamptz NOT NULL,
  used timestamptz
);
CREATE INDEX ON invitation (person_id);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  person_id int8 NOT NULL REFERENCES person ON DELETE CASCADE,
  csrf text NOT NULL CHECK (length(csrf) BETWEEN 20 AND 100),
  created timestamptz NOT NULL DEFAULT now(),
  seen timestamptz NOT NULL DEFAULT now(),
  expires timestamptz NOT NULL,
  address text NOT NULL DEFAULT '',
  agent text NOT NULL DEFAULT ''
);
CREATE INDEX ON session (person_id);

CREATE TABLE login_attempt (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,
  address text NOT NULL,
  is_good bool NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON login_attempt (email, at);

CREATE TABLE desk_setting (
  name text PRIMARY KEY,
  value text NOT NULL,
  about text NOT NULL,
  version int4 NOT NULL DEFAULT 1,
  changed timestamptz NOT NULL DEFAULT now()
);
INSERT INTO desk_setting (name, value, about) VALUES
  ('desk_name', 'Crosscheck', 'The name at the top of every page'),
  ('public_full_text', 'no', 'Whether people who are not signed in see whole articles (yes or no); quotes with their context are always public');

-- Append-only: rows come in through audit_append alone; each holds the hash of the one before it.
CREATE TABLE audit (
  id int8 PRIMARY KEY,
  at timestamptz NOT NULL,
  person_id int8 REFERENCES person,
  actor text NOT NULL,
  action text NOT NULL CHECK (length(action) BETWEEN 3 AND 60),
  subject text NOT NULL,
  subject_id int8,
  detail jsonb NOT NULL,
  previous bytea NOT NULL,
  hash bytea NOT NULL
);
CREATE INDEX ON audit (subject, subject_id, id);
CREATE INDEX ON audit (person_id, id);

CREATE FUNCTION audit_hash(id int8, at timestamptz, person_id int8, actor text, action text, subject text, subject_id int8, detail jsonb, previous bytea)
RETURNS bytea LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array($1, extract(epoch FROM $2), $3, $4, $5, $6, $7, $8)::text, 'UTF8'))
$$;

CREATE FUNCTION audit_append(p_person int8, p_actor text, p_action text, p_subject text, p_subject_id int8, p_detail jsonb)
RETURNS int8 LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  last audit%ROWTYPE;
  now_at timestamptz := clock_timestamp();
  next_id int8;
BEGIN
  PERFORM pg_advisory_xact_lock(7267001);
  SELECT a.* INTO last FROM audit a ORDER BY a.id DESC LIMIT 1;
  next_id := coalesce(last.id, 0) + 1;
  INSERT INTO audit VALUES (next_id, now_at, p_person, p_actor, p_action, p_subject, p_subject_id, p_detail, coalesce(last.hash, '\x'::bytea),
    audit_hash(next_id, now_at, p_person, p_actor, p_action, p_subject, p_subject_id, p_detail, coalesce(last.hash, '\x'::bytea)));
  RETURN next_id;
END $$;

-- The first row whose hash or link does not fit; no row: the chain is whole.
CREATE FUNCTION audit_verify() RETURNS TABLE (id int8, why text) LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT c.id, CASE WHEN c.id <> c.place THEN 'a row is missing before it' WHEN c.previous <> c.before THEN 'it does not follow the row before it' ELSE 'its content was changed' END
  FROM (SELECT a.*, row_number() OVER w AS place, coalesce(lag(a.hash) OVER w, '\x'::bytea) AS before FROM audit a WINDOW w AS (ORDER BY a.id)) c
  WHERE c.id <> c.place OR c.previous <> c.before
    OR c.hash <> audit_hash(c.id, c.at, c.person_id, c.actor, c.action, c.subject, c.subject_id, c.detail, c.previous)
  ORDER BY c.id LIMIT 1
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
