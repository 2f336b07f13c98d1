#!/bin/bash
# The whole way of a page, with nothing stood in for: nginx on 127.0.0.1, crosscheck-worker and its sandboxed reader, a private
# PostgreSQL. The four sample articles must become one story with a disagreement; pages that cannot be read say why.
set -eu
. "$top_srcdir/tests/lib/cluster.sh"
[ -x /usr/sbin/nginx ] || { echo "nginx is not installed"; exit 77; }
cluster_up
cluster_database worker
WORKER_DB="host=$CLUSTER user=worker dbname=worker"
web=$(mktemp -d /tmp/ccweb.XXXXXX)
trap 'kill $(cat "$web/nginx.pid" 2>/dev/null) $worker 2>/dev/null; rm -rf "$web"; cluster_down' EXIT
worker=
failures=0
complain() { echo "FAILED: $*"; failures=$((failures + 1)); }
sql() { "$pg/psql" -X -A -t -q -d "$CONNINFO" -c "$1"; }
expect() { got=$(sql "$2"); [ "$got" = "$3" ] || complain "$1: want '$3', got '$got'"; }

chmod 755 "$web"
mkdir -p "$web/bad" "$web/tmp"
# One article alone contradicts nobody, whatever it denies and whichever figures it gives.
cat >"$web/bad/alone.html" <<'END'
<!DOCTYPE html><html lang="en"><head><title>Ferry strike in Ostvik goes on</title><meta property="article:published_time" content="2021-05-04T09:00:00Z"></head>
<body><article><h1>Ferry strike in Ostvik goes on</h1><p>The strike of 340 sailors in Ostvik went into its second week on Tuesday, the union said.</p>
<p>The company said it would not pay the 4 percent that the sailors ask for, and no talks were planned this week.</p>
<p>The number of passengers in Ostvik fell from 9,000 to 2,000 a day. On Monday the port counted 2,600 passengers in Ostvik.</p>
<p>The mayor denied that the town had promised 12 million crowns to the company.</p></article></body></html>
END
printf 'x' >"$web/bad/paper.pdf"
: >"$web/bad/empty.html"
printf '<!DOCTYPE html><title>Menu</title><nav><a href=/>Home</a></nav>' >"$web/bad/menu.html"
head -c 52428800 /dev/zero >"$web/bad/huge.html"
chmod -R a+rX "$web"
names="northern-wire harbour-gazette delta-post weekend-ledger"
port=
for try in 18181 18182 18183 28181 28182; do
  if ! (exec 3<>"/dev/tcp/127.0.0.1/$try") 2>/dev/null; then port=$try; break; fi
done
{
  echo "worker_processes 1; pid $web/nginx.pid; error_log $web/error.log; events { } http { types { text/html html; application/pdf pdf; } access_log off;"
  for d in client_body proxy fastcgi uwsgi scgi; do echo "${d}_temp_path $web/tmp/$d;"; done
  for n in $names; do
    echo "server { listen 127.0.0.1:$port; server_name $n.localhost; root $(cd "$top_srcdir" && pwd)/samples/$n; charset utf-8; }"
  done
  echo "server { listen 127.0.0.1:$port; server_name bad.localhost; root $web/bad; location /moved { return 301 /empty.html; } location /inside { return 302 http://10.0.0.5/; }"
  echo "  location /on { return 302 http://closed.localhost:$port/menu.html; } }"
  echo "server { listen 127.0.0.1:$port; server_name closed.localhost; root $web/bad; location = /robots.txt { return 200 'User-agent: crosscheck\nDisallow: /menu\n'; } }"
  echo "server { listen 127.0.0.1:$port; server_name edited.localhost; root $web/edited; }"
  echo "server { listen 127.0.0.1:$port; server_name ill.localhost; root $web/bad; location = /robots.txt { return 503; } }"
  echo "}"
} >"$web/nginx.conf"
# Checkouts may lie where nginx's own user cannot enter: it stays what this script is.
[ "$(id -u)" != 0 ] || sed -i '1s/^/user root; /' "$web/nginx.conf"
/usr/sbin/nginx -p "$web" -c "$web/nginx.conf" -e "$web/error.log"

CROSSCHECK_DB=$WORKER_DB CROSSCHECK_ALLOW=127.0.0.1:$port CROSSCHECK_PARSE=$top_builddir/crosscheck-parse "$top_builddir/crosscheck-worker" 2>"$web/worker.log" &
worker=$!
submit() { "$top_builddir/crosscheck" submit --db "$WORKER_DB" --wait "$@"; }

urls=
for n in $names; do
  for page in "$top_srcdir/samples/$n"/*.html; do urls="$urls http://$n.localhost:$port/$(basename "$page")"; done
done
# shellcheck disable=SC2086 # a list
submit $urls || complain "a sample was not read"
expect "articles" "SELECT count(*) FROM article WHERE title <> '' AND published IS NOT NULL" 4
expect "sources" "SELECT count(*) FROM source s WHERE EXISTS (SELECT FROM article a WHERE a.source_id = s.id)" 4
expect "stories" "SELECT count(DISTINCT story_id) FROM article" 1
expect "columns of the grid" "SELECT count(*) FROM grid_column" 4
expect "snapshots with the bytes as received" "SELECT count(*) FROM snapshot s JOIN body b ON b.sha256 = s.body_sha256 WHERE s.status = 200 AND s.address = '127.0.0.1'" 4
expect "every article has claims" "SELECT count(*) FROM article WHERE n_claims > 0" 4
expect "every quote stands where it says" "SELECT count(*) FROM appearance p JOIN revision r ON r.id = p.revision_id WHERE substr(r.text, p.start_at + 1, p.end_at - p.start_at) <> p.quote" 0
expect "several sources in one row" "SELECT count(*) > 0 FROM grid_row WHERE cardinality(cell_column) > 1" t
expect "a disagreement is seen" "SELECT count(*) > 0 FROM grid_row WHERE 'differs' = ANY (cell_sign)" t

# shellcheck disable=SC2086 # a list
submit $urls | grep -c "known already" | grep -qx 4 || complain "a second submission is not joined with the first"
submit "http://northern-wire.localhost:$port/us-to-pull-2200-troops-out-of-iraq.html?utm_source=x#top" | grep -q "known already" || complain "a tracking parameter makes another article"

submit "http://bad.localhost:$port/alone.html" >/dev/null || complain "the article that stands alone was not read"
expect "it has claims" "SELECT n_claims > 3 FROM article WHERE title LIKE 'Ferry%'" t
expect "nobody contradicts it" "SELECT count(*) FROM grid_row r JOIN article a ON a.story_id = r.story_id WHERE a.title LIKE 'Ferry%' AND ('differs' = ANY (r.cell_sign) OR r.disagreement > 0)" 0

# url, what the person is told
while IFS='|' read -r url words; do
  told=$(submit "$url") && complain "$url: was read"
  case $told in *"$words"*) ;; *) complain "$url: want '$words', got '$told'" ;; esac
done <<EOF
http://bad.localhost:$port/missing.html|there is no such page
http://bad.localhost:$port/paper.pdf|not a web page
http://bad.localhost:$port/empty.html|the page is empty
http://bad.localhost:$port/moved|the page is empty
http://bad.localhost:$port/huge.html|larger than the 5 MB
http://bad.localhost:$port/menu.html|
http://bad.localhost:$port/inside|private network
http://closed.localhost:$port/menu.html|robots.txt asks programs not to fetch
http://closed.localhost:$port/paper.pdf|not a web page
http://bad.localhost:$port/on|robots.txt asks programs not to fetch
http://10.0.0.5/|private network
http://127.0.0.1:1/|private network
ftp://example.com/|only http and https
http://me:pw@example.com/|
nonsense|no web address
EOF
expect "nothing of those is an article" "SELECT count(*) FROM article" 5
expect "no job is left open" "SELECT count(*) FROM job WHERE state NOT IN ('done', 'failed')" 0

# What a passing fault waits for, and what robots.txt costs: one request a day.
"$top_builddir/crosscheck" submit --db "$WORKER_DB" "http://ill.localhost:$port/menu.html" >/dev/null
for _ in $(seq 50); do [ "$(sql "SELECT reason_code FROM job WHERE host = 'ill.localhost'")" = "" ] || break; sleep 0.1; done
expect "a site that does not say is asked again later" "SELECT reason_code, state, run_at > now() + interval '30 s' FROM job WHERE host = 'ill.localhost'" "robots_unreachable|queued|t"
expect "nothing was fetched from it" "SELECT count(*) FROM snapshot WHERE url LIKE '%ill.localhost%'" 0
expect "robots.txt is kept once a site" "SELECT string_agg(substr(origin, 8, 5) || ' ' || state, ', ' ORDER BY origin) FROM robots_file WHERE origin LIKE '%closed%' OR origin LIKE '%ill%' OR origin LIKE '%bad%'" "bad.l none, close rules, ill.l unreachable"
# With the desk's leave its word no longer counts.
sql "UPDATE source SET ignores_robots = true, ignores_why = 'They said so.' WHERE id = (SELECT source_id FROM source_domain WHERE domain = 'localhost')" >/dev/null
[ "$(sql "SELECT count(*) FROM source_domain WHERE 'closed.localhost' LIKE '%.' || domain")" = 0 ] && sql "INSERT INTO source (name, ignores_robots, ignores_why) VALUES ('Closed', true, 'They said so.'); INSERT INTO source_domain SELECT 'closed.localhost', id FROM source WHERE name = 'Closed'" >/dev/null
submit "http://closed.localhost:$port/menu.html" | grep -q "robots.txt" && complain "the desk's leave does not count"

# An article that is edited after a verdict: looked at again, found again, reopened. Then it says nothing new, and is asked with its marks.
sql "INSERT INTO person (email, name, role) VALUES ('r@desk.example', 'R', 'reviewer')" >/dev/null
edited=$web/edited
mkdir -p "$edited"
page() { printf '<!DOCTYPE html><html lang=en><head><title>%s</title><meta property="article:published_time" content="2026-03-01T10:00:00Z"></head><body><article><h1>%s</h1><p>The old bridge over the river will close in autumn, the mayor said on Tuesday.</p><p>The repair of the bridge costs %s million euros, according to the city council.</p><p>About 600 lorries a day will have to take the road through the town.</p><p>Residents of the town fear the noise and the dust of the detour, and have asked for a limit of 30 km an hour.</p>%s</article></body></html>' "$@" >"$edited/bridge.html"; chmod -R a+rX "$web"; }
page "The bridge closes" "The bridge closes" 12 ""
again() { # until the recheck of the article has ended
  sql "UPDATE article SET check_at = now() WHERE url LIKE '%edited.localhost%'; SELECT pg_notify('job', '')" >/dev/null
  n=$1
  for _ in $(seq 100); do [ "$(sql "SELECT count(*) FROM job WHERE kind = 'recheck' AND state = 'done'")" = "$n" ] && return; sleep 0.2; done
  complain "recheck $n does not end: $(sql "SELECT state, reason FROM job WHERE kind = 'recheck'")"
}
submit "http://edited.localhost:$port/bridge.html" >/dev/null || complain "the bridge was not read"
claim=$(sql "SELECT p.claim_id FROM appearance p WHERE p.quote LIKE '%12 million euros%' LIMIT 1")
sql "INSERT INTO verdict (claim_id, claim_version, wording, scale_id, rating, reason, person_id) SELECT id, version, wording, 1, 'supported', 'r', (SELECT id FROM person WHERE email = 'r@desk.example') FROM claim WHERE id = $claim; UPDATE claim SET state = 'reviewed' WHERE id = $claim" >/dev/null
again 1
expect "an unchanged page is answered by 304 and makes no revision" "SELECT (SELECT count(*) FROM snapshot WHERE url LIKE '%edited%' AND status = 304), (SELECT count(*) FROM revision v JOIN article a ON a.id = v.article_id WHERE a.url LIKE '%edited%')" "1|1"
sleep 1
page "The bridge closes early" "The bridge closes early" 15 "<p>Correction: an earlier version of this article gave another cost.</p>"
again 2
expect "a changed one makes a revision, with the site's notice" "SELECT n, title, notice LIKE 'Correction:%' FROM revision v WHERE article_id = (SELECT id FROM article WHERE url LIKE '%edited%') ORDER BY n DESC LIMIT 1" "2|The bridge closes early|t"
expect "the claim is found again, edited" "SELECT state, parts, was_reviewed, sentence LIKE '%15 million%' FROM appearance_change WHERE claim_id = $claim" "edited|{number}|t|t"
expect "the others are intact" "SELECT DISTINCT state FROM appearance_change WHERE claim_id <> $claim" "intact"
expect "its review is open again, and the audit chain says why" "SELECT c.state, (SELECT count(*) FROM audit WHERE action = 'claim.reopen' AND subject_id = c.id) FROM claim c WHERE c.id = $claim" "reopened|1"
expect "the claim goes on in the new text" "SELECT count(*) FROM appearance p JOIN revision v ON v.id = p.revision_id WHERE p.claim_id = $claim AND v.n = 2 AND p.quote LIKE '%15 million%'" 1
expect "no claim is counted twice" "SELECT max(n_appearances) FROM claim WHERE id = $claim" 1

kill "$worker"
wait "$worker" || complain "the worker did not end well"
worker=
[ "$failures" = 0 ] || { tail -n 20 "$web/worker.log"; sql "SELECT slot, cell_value, cell_sign FROM grid_row ORDER BY pos LIMIT 30"; exit 1; }
echo "pages go all the way"
