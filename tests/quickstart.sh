#!/bin/bash
# ./quickstart as a person runs it, in a place of its own and with the tree that is built already: start, again, status, stop,
# start, reset.
set -u
[ -x /usr/sbin/nginx ] || { echo "nginx is not installed"; exit 77; }
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { echo "PostgreSQL's server programs are not installed"; exit 77; }
cd "$top_srcdir" || exit 1
. tools/house.sh
[ -z "$(missing_packages tools/packages/run)" ] || { echo "some of tools/packages/run are not installed"; exit 77; }
place=$(mktemp -d /tmp/ccquick.XXXXXX)
chmod 755 "$place"
quick() { ./quickstart --at "$place/portal" --build "$top_builddir" "$@"; }
trap 'quick reset -y >/dev/null 2>&1; rm -rf "$place"' EXIT
passed=0 failed=0
check() { # WHAT COMMAND...
  what=$1
  shift
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $what"; fi
}
says() { case $out in *"$1"*) ;; *) echo "  it says: $out"; return 1 ;; esac; }
hides() { case $out in *"$1"*) echo "  it says: $out"; return 1 ;; esac; }
is() { [ "$1" = "$2" ] || { echo "  got '$1', not '$2'"; return 1; }; }
run() { out=$(quick "$@" 2>&1 </dev/null) && status=0 || status=$?; }
sql() { "$(pg_bin)/psql" -X -A -t -q -d "host=$place/portal/db/run user=owner dbname=crosscheck" -c "$1"; }
count_rows() { sql "SELECT (SELECT count(*) FROM article) || ' ' || (SELECT count(*) FROM person) || ' ' || (SELECT count(*) FROM audit)"; }
processes() { cat "$place/portal/pid"/*; }

run nonsense
check "a word it does not know" is "$status" 2
check "tells the words it knows" says "./quickstart stop"
run status
check "status before the start" is "$status" 3
check "says that nothing runs" says "web: does not run"

run
check "the start" is "$status" 0
check "reads all four samples" says "read: weekend-ledger.localhost"
check "shows the password" says "password: "
check "names the address" says "Crosscheck runs at http://127.0.0.1:"
[ "$status" = 0 ] || { echo "$out"; echo "$passed passed, $failed failed"; exit 1; }
address=$(printf '%s\n' "$out" | sed -n 's/^Crosscheck runs at //p')
check "four articles in one story" is "$(sql "SELECT count(*) || ' ' || count(DISTINCT story_id) FROM article")" "4 1"
if command -v curl >/dev/null; then
  check "the front page shows them" grep -q "US to pull 2,200 troops" <(curl -s "$address")
fi
rows=$(count_rows) pids=$(processes)

run
check "the start again" is "$status" 0
check "makes no other account" hides "password"
check "reads no sample again" hides "read:"
check "changes no row" is "$(count_rows)" "$rows"
check "and leaves the services as they are" is "$(processes)" "$pids"
run status
check "status while it runs" is "$status" 0
check "says where the database is" says "$place/portal/db"

run stop
check "stop" is "$status" 0
# One that ended may stay a zombie where nobody waits for orphans (a container); it has no command line.
check "ends every process" is "$(for p in $pids; do ! grep -qs . "/proc/$p/cmdline" || echo "$p"; done)" ""
run status
check "status after it" is "$status" 3
run
check "the start after it" is "$status" 0
check "has everything still" is "$(count_rows)" "$rows"

run reset
check "reset without a yes" is "$status" 1
check "changes nothing" is "$(count_rows)" "$rows"
run reset -y
check "reset -y" is "$status" 0
check "leaves nothing" is "$(ls -A "$place")" ""
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
