-- What later readings of an article changed, and when it is looked at again.
ALTER TABLE revision DROP CONSTRAINT revision_text_once;
ALTER TABLE revision ADD COLUMN notice text NOT NULL DEFAULT '';
COMMENT ON COLUMN revision.notice IS 'the line by which the site owns up to the change; empty: it says nothing';
ALTER TABLE article ADD COLUMN checked timestamptz, ADD COLUMN check_at timestamptz, ADD COLUMN is_pinned bool NOT NULL DEFAULT false;
COMMENT ON COLUMN article.check_at IS 'when it is fetched again; NULL: no more';
COMMENT ON COLUMN article.is_pinned IS 'the desk wants it looked at every hour, however old it is';
CREATE INDEX article_due ON article (check_at) WHERE state = 'ok' AND check_at IS NOT NULL;

-- Where a claim that stood in an article's earlier text stands in the later one.
CREATE TABLE appearance_change (
  id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim_id int8 NOT NULL REFERENCES claim,
  article_id int8 NOT NULL REFERENCES article ON DELETE CASCADE,
  revision_id int8 NOT NULL REFERENCES revision ON DELETE CASCADE,
  before_id int8 NOT NULL REFERENCES appearance ON DELETE CASCADE,
  after_id int8 REFERENCES appearance ON DELETE SET NULL,
  state text NOT NULL CHECK (state IN ('intact', 'moved', 'edited', 'gone')),
  parts text[] NOT NULL DEFAULT '{}' CHECK (parts <@ ARRAY['number', 'date', 'name', 'attribution', 'hedge', 'negation', 'wording']),
  why text NOT NULL DEFAULT '',
  sentence text NOT NULL DEFAULT '',
  was_reviewed bool NOT NULL DEFAULT false,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT appearance_change_once UNIQUE (before_id, revision_id),
  CHECK (state <> 'edited' OR parts <> '{}')
);
COMMENT ON COLUMN appearance_change.revision_id IS 'the later text';
COMMENT ON COLUMN appearance_change.sentence IS 'as it reads there';
CREATE INDEX ON appearance_change (revision_id);
CREATE INDEX ON appearance_change (claim_id, id);
CREATE INDEX appearance_change_alert ON appearance_change (id DESC) WHERE was_reviewed AND state IN ('edited', 'gone');

-- The worker records what it saw and may not touch reviews: their state follows from it here.
CREATE FUNCTION claim_reopen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  NEW.was_reviewed := EXISTS (SELECT FROM verdict v WHERE v.claim_id = NEW.claim_id);
  IF NEW.state NOT IN ('edited', 'gone') THEN
    RETURN NEW;
  END IF;
  UPDATE claim SET state = 'reopened', version = version + 1, changed = now() WHERE id = NEW.claim_id AND state = 'reviewed';
  IF FOUND THEN
    UPDATE grid_row SET state = 'reopened' WHERE claim_id = NEW.claim_id;
    PERFORM audit_append(NULL, 'worker', 'claim.reopen', 'claim', NEW.claim_id,
      jsonb_build_object('article', NEW.article_id, 'state', NEW.state, 'why', NEW.why));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appearance_change_reopens BEFORE INSERT ON appearance_change FOR EACH ROW EXECUTE FUNCTION claim_reopen();
UPDATE article SET check_at = now() + interval '1 hour' WHERE state = 'ok' AND created > now() - interval '1 year';
