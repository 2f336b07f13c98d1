-- How sites want to be treated: what their robots.txt said, and until when a host is left alone.
CREATE TABLE robots_file (
  origin text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('rules', 'none', 'unreachable')),
  content bytea NOT NULL DEFAULT '',
  fetched timestamptz NOT NULL DEFAULT now(),
  fresh_until timestamptz NOT NULL
);
COMMENT ON COLUMN robots_file.state IS 'none: the site has no such file; unreachable: nothing may be fetched meanwhile (RFC 9309 2.3.1.4)';
CREATE TABLE host_rest (
  host text PRIMARY KEY,
  rests_until timestamptz NOT NULL
);
ALTER TABLE source ADD COLUMN ignores_robots bool NOT NULL DEFAULT false;
ALTER TABLE source ADD COLUMN ignores_why text NOT NULL DEFAULT '' CHECK (length(ignores_why) <= 10000);
ALTER TABLE source ADD CHECK (NOT ignores_robots OR ignores_why <> '');
COMMENT ON COLUMN source.ignores_robots IS 'the desk has leave to fetch its pages whatever robots.txt says';
