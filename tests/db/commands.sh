#!/bin/bash
# The command line on a database: sources, accounts, the audit log's chain; and that no service runs on another schema.
set -eu
. "$top_srcdir/tests/lib/cluster.sh"
cluster_up
cluster_database commands
passed=0 failed=0
sql() { "$pg/psql" -X -q -A -t -d "$CONNINFO" -c "$1"; }
# gives WHAT STATUS WORDS COMMAND...: ends with that status and says these words
gives() {
  what=$1 status=$2 words=$3 got=0
  shift 3
  out=$("$@" 2>&1) || got=$?
  case $out in *"$words"*) [ "$got" = "$status" ] && passed=$((passed + 1)) && return ;; esac
  failed=$((failed + 1))
  echo "FAILED: $what: want $status and '$words', got $got and '$out'"
}
crosscheck() { CROSSCHECK_DB=$CONNINFO "$top_builddir/crosscheck" "$@"; }

gives "no database is named" 2 "usage: crosscheck source" env -u CROSSCHECK_DB "$top_builddir/crosscheck" source list
gives "an unknown option" 2 "usage: crosscheck source" crosscheck source list --colour red
gives "an option without its value" 2 "usage: crosscheck source" crosscheck source list --db
gives "a database that is not there" 1 "crosscheck source:" "$top_builddir/crosscheck" source --db "host=$CLUSTER dbname=nothing user=owner" list

gives "the outlets that come with the program" 0 "Associated Press	agency" crosscheck source list associated
gives "a new source" 0 "saved" crosscheck source add "Ostvik Post" --owner "Ostvik Media" --country SE --domains "ostvik-post.example, op.example" --aliases "The Post,OP"
gives "is listed" 0 "Ostvik Post	newspaper	Ostvik Media	SE	op.example,ostvik-post.example	op,the post	0" crosscheck source list ostvik
gives "the same again" 1 "another source's" crosscheck source add "Ostvik Post"
gives "a kind that is none" 1 "kind" crosscheck source add "Ostvik News" --kind blog
gives "one more name" 0 "saved" crosscheck source alias "Ostvik Post" "Ostvik's Post"
gives "and one more domain" 0 "saved" crosscheck source domain "Ostvik Post" post.example
gives "beside the others" 0 "op.example,ostvik-post.example,post.example	op,ostvik's post,the post" crosscheck source list post.example
gives "a domain of another source" 1 "another source's" crosscheck source domain "Ostvik Post" bbc.co.uk
gives "a source that is not there" 1 "no source of this name" crosscheck source alias "Westvik Post" WP
gives "who did it is in the log" 0 "command line" sql "SELECT actor FROM audit WHERE action = 'source.save' LIMIT 1"

gives "an account" 0 "password: " crosscheck user add Ada@desk.example --role editor --name Ada
gives "the same again" 1 "there is an account" crosscheck user add ada@desk.example
gives "a role that is none" 2 "usage" crosscheck user add eve@desk.example --role owner
before=$(sql "SELECT password_hash FROM person WHERE email = 'ada@desk.example'")
gives "a new password" 0 "(editor)" crosscheck user reset ada@desk.example
gives "is another" 0 t sql "SELECT password_hash <> '$before' FROM person WHERE email = 'ada@desk.example'"
gives "of nobody" 1 "no account" crosscheck user reset eve@desk.example

gives "the chain is whole" 0 "the chain is whole" crosscheck audit verify
end=$(crosscheck audit verify | tail -n 1)
crosscheck source alias "Ostvik Post" "Daily Post" >/dev/null
gives "and grows from the row that was noted" 0 "the chain is whole" crosscheck audit verify "$end"
gives "what was noted must have the form" 1 "is no ROW:HASH" crosscheck audit verify 12
gives "another hash" 1 "has another hash" crosscheck audit verify "1:$(printf '0%.0s' $(seq 64))"
last=$(sql "SELECT max(id) FROM audit")
tail=$(crosscheck audit verify | tail -n 1)
sql "SET session_replication_role = replica; DELETE FROM audit WHERE id = $last"
gives "a chain cut at its end is whole" 0 "the chain is whole" crosscheck audit verify
gives "but not the one that was noted" 1 "is gone" crosscheck audit verify "$tail"
sql "SET session_replication_role = replica; UPDATE audit SET actor = 'somebody else' WHERE id = 1"
gives "a changed row is named" 1 "broken at row 1" crosscheck audit verify

sql "INSERT INTO schema_migration VALUES (99, '0099_later.sql', 'x')"
gives "migrate refuses a newer database" 1 "newer" crosscheck migrate --dir "$top_srcdir/sql"
gives "crosscheck-web does not run on it" 1 "run \`crosscheck migrate\`" env "CROSSCHECK_DB=host=$CLUSTER user=web dbname=commands" "CROSSCHECK_SOCKET=$CLUSTER/web.sock" timeout 20 "$top_builddir/crosscheck-web"
gives "nor crosscheck-worker" 1 "run \`crosscheck migrate\`" env "CROSSCHECK_DB=host=$CLUSTER user=worker dbname=commands" timeout 20 "$top_builddir/crosscheck-worker"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
