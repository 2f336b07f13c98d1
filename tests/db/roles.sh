#!/bin/bash
# Each role is refused what it must not do, the audit chain shows a change made behind its back, a changed migration is refused.
set -eu
. "$top_srcdir/tests/lib/cluster.sh"
cluster_up
cluster_database roles
passed=0 failed=0
count() { if [ "$1" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$2"; fi; }
sql() { "$pg/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$CLUSTER" -U "$1" roles -c "$2" 2>&1; }
allowed() { sql "$1" "$2" >/dev/null && r=0 || r=1; count $r "$1 may not: $2"; }
refused() {
  out=$(sql "$1" "$2") && r=1 || r=0
  case $out in *"permission denied"* | *"append-only"* | *"must be owner"* | *"must be superuser"* | *"read-only"*) ;; *) r=1 ;; esac
  count $r "$1 was not refused: $2 ($out)"
}
sql owner "SELECT audit_append(NULL, 'test', 'test.first', 'test', 1, '{}'), audit_append(NULL, 'test', 'test.second', 'test', 2, '{\"a\": \"b\"}')" >/dev/null

while read -r role statement; do refused "$role" "$statement"; done <<'END'
web UPDATE audit SET action = 'other' WHERE id = 1
web DELETE FROM audit WHERE id = 1
web TRUNCATE audit
web INSERT INTO audit SELECT * FROM audit
web INSERT INTO snapshot OVERRIDING SYSTEM VALUE SELECT * FROM snapshot
web UPDATE snapshot SET status = 200 WHERE id = 1
web UPDATE body SET zstd = '' WHERE size = 0
web DELETE FROM revision WHERE id = 1
web UPDATE verdict SET rating = 'supported' WHERE id = 1
web DELETE FROM verdict WHERE id = 1
web DELETE FROM claim WHERE id = 1
web DELETE FROM person WHERE id = 1
web DELETE FROM note WHERE id = 1
web UPDATE evidence SET url = 'x' WHERE id = 1
web UPDATE job SET url = 'https://x.example' WHERE id = 1
web UPDATE job SET article_id = 1 WHERE id = 1
web UPDATE kept_edit SET content = '{}' WHERE id = 1
web INSERT INTO schema_migration VALUES (99, 'x', 'x')
web CREATE TABLE mine (id int)
web DROP TABLE note
web ALTER TABLE note DISABLE TRIGGER ALL
web CREATE TEMP TABLE mine (id int)
web SELECT pg_terminate_backend(1)
web SELECT pg_read_file('/etc/passwd')
web COPY person TO '/tmp/x'
worker SELECT email FROM person
worker SELECT csrf FROM session
worker INSERT INTO session SELECT * FROM session
worker SELECT reason FROM verdict
worker INSERT INTO verdict OVERRIDING SYSTEM VALUE SELECT * FROM verdict
worker UPDATE claim SET state = 'reviewed' WHERE id = 1
worker UPDATE claim SET rating = 'supported' WHERE id = 1
worker UPDATE claim SET wording = 'x' WHERE id = 1
worker SELECT detail FROM audit
worker DELETE FROM article WHERE id = 1
worker DELETE FROM snapshot WHERE id = 1
worker UPDATE desk_setting SET value = 'yes' WHERE name = 'public_full_text'
worker INSERT INTO flag OVERRIDING SYSTEM VALUE SELECT * FROM flag
reader SELECT password_hash FROM person
reader SELECT token_hash FROM session
reader SELECT zstd FROM body
reader INSERT INTO note (claim_id, text, person_id) VALUES (1, 'x', 1)
reader SELECT audit_append(NULL, 'x', 'x.y', 'x', 1, '{}')
owner UPDATE audit SET action = 'other' WHERE id = 1
owner DELETE FROM audit WHERE id = 1
owner TRUNCATE audit
END
while read -r role statement; do allowed "$role" "$statement"; done <<'END'
web SELECT audit_append(NULL, 'x', 'x.y', 'x', 1, '{}')
worker SELECT audit_append(NULL, 'x', 'x.y', 'x', 1, '{}')
reader SELECT wording FROM claim
web SELECT wording FROM claim
worker SELECT wording FROM claim
END
verify() { sql owner "SELECT id FROM audit_verify()"; }
[ -z "$(verify)" ] && r=0 || r=1
count $r "the chain does not verify"
# A superuser can go round the triggers; the chain tells.
sql owner "SET session_replication_role = replica; UPDATE audit SET detail = '{\"a\": \"c\"}' WHERE id = 2" >/dev/null
[ "$(verify)" = 2 ] && r=0 || r=1
count $r "a changed row is not seen"
sql owner "SET session_replication_role = replica; UPDATE audit SET detail = '{\"a\": \"b\"}' WHERE id = 2" >/dev/null
[ -z "$(verify)" ] && r=0 || r=1
count $r "the row changed back does not verify"
sql owner "SET session_replication_role = replica; DELETE FROM audit WHERE id = 2" >/dev/null
[ "$(verify)" = 3 ] && r=0 || r=1
count $r "a missing row is not seen"
# Migrations: a changed applied file and a newer database are refused.
cp -r "$top_srcdir/sql" "$CLUSTER/sql"
echo '-- changed' >>"$CLUSTER/sql/migrations/0001_people.sql"
"$top_builddir/crosscheck" migrate --db "$CONNINFO" --dir "$CLUSTER/sql" 2>"$CLUSTER/out" && r=1 || r=0
grep -q 'was changed after it was applied' "$CLUSTER/out" || r=1
count $r "a changed migration is not refused"
cp "$top_srcdir/sql/migrations/0001_people.sql" "$CLUSTER/sql/migrations/"
sql owner "INSERT INTO schema_migration VALUES (99, 'x', 'x')" >/dev/null
"$top_builddir/crosscheck" migrate --db "$CONNINFO" --dir "$CLUSTER/sql" 2>"$CLUSTER/out" && r=1 || r=0
grep -q 'newer' "$CLUSTER/out" || r=1
count $r "a newer database is not refused"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
