-- Who may do what; run by `crosscheck migrate` after the migrations, as often as wanted. `owner` owns everything and is used
-- by migrate and the command line only. Services sign in as web or worker; reader is for reports.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['web', 'worker', 'reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', r);
    END IF;
  END LOOP;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO web, worker, reader', current_database());
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, web, worker, reader;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append TO web, worker;
GRANT EXECUTE ON FUNCTION audit_verify, audit_hash TO web, reader;
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_terminate_backend(int, int8), pg_catalog.pg_cancel_backend(int) FROM PUBLIC;

-- The pages: read everything, write people's and reviewers' work; never a snapshot, a revision, a job's result or the audit.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO web;
GRANT INSERT, UPDATE ON person, session, desk_setting, claim, flag, source TO web;
GRANT INSERT ON invitation, login_attempt, job, appearance, verdict, evidence, note, kept_edit, machine_correction, source_alias, source_domain TO web;
GRANT UPDATE (used) ON invitation TO web;
GRANT DELETE ON session, source_alias, source_domain TO web;
GRANT UPDATE (title, byline, published, source_id, story_id, state, reason, is_corrected, n_claims, version, check_at, is_pinned) ON article TO web;
GRANT UPDATE (text, title, block_kinds) ON revision TO web;
GRANT UPDATE (source_id, quote, sentence, prefix, suffix) ON appearance TO web;
GRANT UPDATE (sentence, why) ON appearance_change TO web;
GRANT UPDATE (state, run_at, attempts, reason, reason_code, ended_at, lease_until) ON job TO web;
GRANT UPDATE (title, state, version, changed, n_claims) ON story TO web;
GRANT UPDATE (wording, state, rating_label, cell_value, cell_text, cell_sign, cell_why, cell_via) ON grid_row TO web;

-- The worker: what it fetched and read; no people, sessions, verdicts.
GRANT SELECT, INSERT, UPDATE ON source, story, article, article_url, job, body, snapshot, revision, claim, appearance TO worker;
GRANT SELECT, INSERT ON source_alias, source_domain TO worker;
GRANT SELECT, INSERT, DELETE ON story_relation, grid_column, grid_row TO worker;
GRANT SELECT ON schema_migration, desk_setting TO worker;
GRANT SELECT, INSERT, UPDATE ON robots_file, host_rest TO worker;
GRANT SELECT, INSERT ON appearance_change TO worker;
REVOKE UPDATE ON source FROM worker;
REVOKE UPDATE ON claim FROM worker;
GRANT UPDATE (story_id, n_appearances, n_sources, n_disagreements, score, priority, priority_reasons, changed) ON claim TO worker;

GRANT SELECT ON appearance_change, source, source_alias, source_domain, story, article, article_url, revision, claim, appearance, story_relation, grid_column, grid_row,
  verdict, evidence, scale, scale_rating, audit TO reader;

ALTER ROLE web SET statement_timeout = '5s';
ALTER ROLE web SET lock_timeout = '2s';
ALTER ROLE web SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE worker SET statement_timeout = '30s';
ALTER ROLE worker SET lock_timeout = '2s';
ALTER ROLE worker SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE reader SET default_transaction_read_only = on;
ALTER ROLE reader SET statement_timeout = '30s';
