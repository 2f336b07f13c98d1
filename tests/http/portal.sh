#!/bin/bash
# The portal whole: real nginx, real crosscheck-web, real PostgreSQL, asked with curl as a browser without JavaScript would.
set -u
. "$top_srcdir/tests/lib/cluster.sh"
. "$top_srcdir/tests/lib/portal.sh"
for need in curl tidy; do command -v $need >/dev/null || { echo "$need is not installed"; exit 77; }; done
[ -x /usr/sbin/nginx ] || { echo "nginx is not installed"; exit 77; }
cluster_up
cluster_database portal
portal_place
portal_nginx
portal_web
dir=$PORTAL base=$BASE
failed=0 checks=0

db() { portal_sql "$1"; }
# What pages may change only by a POST: everything but when somebody was last seen.
state() { "$pg/pg_dump" -d "$CONNINFO" --data-only -T session -T person -T login_attempt 2>/dev/null | grep -v '^--\|restrict ' >"$dir/state.$1"; }

check() { # WHAT CONDITION...: counts, and names what fails
  what=$1
  shift
  checks=$((checks + 1))
  "$@" || { echo "FAILED: $what"; failed=$((failed + 1)); }
}
is() { [ "$1" = "$2" ] || { echo "  got '$1', not '$2'"; return 1; }; }
shows() { grep -qF -- "$1" "$dir/page" || { echo "  the page does not show: $1"; return 1; }; }
hides() { ! grep -qF -- "$1" "$dir/page" || { echo "  the page shows: $1"; return 1; }; }

# get WHO PATH, post WHO PATH field=value...: the status in $status, the page in $dir/page, the head in $dir/head; WHO has its own cookies
get() { status=$(curl -s -D "$dir/head" -o "$dir/page" -w '%{http_code}' -b "$dir/$1.jar" -c "$dir/$1.jar" "$base$2"); }
post() {
  who=$1 path=$2
  shift 2
  args=()
  for f; do args+=(--data-urlencode "$f"); done
  status=$(curl -s -D "$dir/head" -o "$dir/page" -w '%{http_code}' -b "$dir/$who.jar" -c "$dir/$who.jar" "${args[@]}" "$base$path")
}
token_on_page() { grep -o 'name="token" value="[^"]*"' "$dir/page" | head -n 1 | cut -d'"' -f4; }
# token WHO: the session's form token
token() { get "$1" /account; token_on_page; }
sign_in() { # WHO EMAIL PASSWORD
  get "$1" /login
  post "$1" /login "token=$(token_on_page)" "email=$2" "password=$3" "next=/account"
}
location() { tr -d '\r' <"$dir/head" | sed -n 's/^Location: //p'; }

setup_people() {
  password=$(portal_person Admin@Desk.example 'Ada <Admin>' admin)
  "$pg/psql" -X -q -v ON_ERROR_STOP=1 -d "$CONNINFO" -f "$top_srcdir/tests/http/seed.sql" || exit 1
  sign_in admin admin@desk.example "$password"
  check "the administrator signs in" is "$status" 303
  for role in reader submitter reviewer editor; do
    t=$(token admin)
    post admin /admin/invitations "token=$t" "email=$role@desk.example" "name=The $role" "role=$role"
    check "an invitation for the $role" is "$status" 200
    link=$(grep -o '/invitation/[A-Za-z0-9_-]*' "$dir/page" | head -n 1)
    get "$role" "$link"
    check "the invitation says for whom" shows "$role@desk.example"
    t=$(token_on_page)
    post "$role" "$link" "token=$t" "password=short"
    check "a short password is refused" is "$status" 422
    post "$role" "$link" "token=$t" "password=a long password of $role"
    check "the $role joins" is "$status" 303
    post "$role" "$link" "token=$t" "password=another long password"
    check "an invitation works once" is "$status" 404
    sign_in "$role" "$role@desk.example" "a long password of $role"
    check "the $role signs in" is "$status" 303
  done
}

# Every row of the route table, its places filled with what there is.
rows() { sed -n 's/^ROUTE(\([A-Z]*\), *"\([^"]*\)", *\([a-z_]*\), *\([A-Z]*\),.*/\1 \2 \3 \4/p' "$top_srcdir/src/web/routes.def" | sed 's/:id/1/; s/:other/1/; s/:token/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/'; }

test_rows() {
  state before
  while read -r method path handler needs; do
    if [ "$method" = GET ]; then
      get nobody "$path"
      [ "$needs" = ANYONE ] || check "$path asks to sign in" is "$status" 401
      get admin "$path"
      case $path in *AAAA*) want=404 ;; /go | /login) want=303 ;; *) want=200 ;; esac
      check "GET $path ($handler)" is "$status" $want
      grep -qi '^content-type: text/html' "$dir/head" && [ "$want" != 303 ] \
        && check "valid HTML at $path" is "$(tidy -e -q --drop-empty-elements no "$dir/page" 2>&1 | grep -vE 'attribute "(aria-[a-z]*|minlength)"' | head -n 3)" ""
    else
      post admin "$path" "note=typed words" "token=wrong"
      check "POST $path without its token ($handler)" is "$status" 403
      [ "$needs" = ANYONE ] && continue
      post nobody "$path" "note=typed words"
      check "POST $path without a session" is "$status" 401
      check "POST $path without a session keeps the text" shows "typed words"
      [ "$needs" = READER ] && continue
      t=$(token reader)
      post reader "$path" "token=$t" "note=typed words"
      check "POST $path as a reader" is "$status" 403
    fi
  done < <(rows)
  state after
  check "none of this changed anything" cmp "$dir/state.before" "$dir/state.after"
}

test_bad_requests() {
  for path in /claim/2 /story/9 /article/9 /source/999999 /claim/x /claim/0 /nothing /.git/config /static/ /static/desk.css; do
    get nobody "$path"
    check "no page at $path" is "$status" 404
  done
  get nobody '/search?q=%ff'
  check "broken text in an address" is "$status" 400
  status=$(curl -s -o /dev/null -w '%{http_code}' -X TRACE "$base/")
  check "TRACE" is "$status" 405
  status=$(head -c 300000 /dev/zero | curl -s -o /dev/null -w '%{http_code}' --data-binary @- "$base/login")
  check "a body of 300 kB" is "$status" 413
  status=$(curl -s -o "$dir/page" -w '%{http_code}' -H 'Sec-Fetch-Site: cross-site' -b "$dir/reviewer.jar" -d "token=$(token reviewer)&note=x" "$base/claim/1/note")
  check "a form from another site" is "$status" 403
  status=$(curl -s -o "$dir/page" -w '%{http_code}' -H 'Origin: null' -b "$dir/reviewer.jar" -d "token=$(token reviewer)&note=" "$base/claim/1/note")
  check "a form from nowhere" is "$status" 403
  status=$(curl -s -o "$dir/page" -w '%{http_code}' -H 'Origin: null' -H 'Sec-Fetch-Site: same-origin' -b "$dir/reviewer.jar" -d "token=$(token reviewer)&note=" "$base/claim/1/note")
  check "a browser's form from a page without referrer" is "$status" 422
}

test_review() {
  t=$(token reviewer)
  get reviewer /claim/1
  v=$(grep -o 'name="version" value="[0-9]*"' "$dir/page" | head -n 1 | cut -d'"' -f4)
  post reviewer /claim/1/verdict "token=$t" "version=$v" "rating=disputed" "reason=First & <reason>"
  check "a verdict is saved" is "$status" 303
  get nobody "$(location)"
  check "it is shown, escaped" shows "First &amp; &lt;reason&gt;"
  t=$(token editor)
  post editor /claim/1/verdict "token=$t" "version=$v" "rating=supported" "reason=The second text"
  check "a stale verdict is refused" is "$status" 409
  check "its text is shown again" shows "The second text"
  check "beside the one that was saved" shows "First &amp; &lt;reason&gt;"
  check "and kept" is "$(db "SELECT count(*) FROM kept_edit WHERE content::text LIKE '%The second text%'")" 1
  long=$(printf 'x%.0s' $(seq 10050))
  post editor /claim/1/note "token=$t" "note=$long"
  check "a note that is too long" is "$status" 422
  check "is kept" shows "$long"
  check "and the problem is said" shows "The note is too long: 50 characters more"
  post editor /claim/1/evidence "token=$t" "url=javascript:alert(1)" "shows=s" "stance=supports"
  check "evidence at no web address" is "$status" 422
  post editor /claim/1/evidence "token=$t" "url=https://proof.example/?a=1&b=2" "shows=It shows it" "stance=refutes"
  check "evidence" is "$status" 303
  post editor /claim/1/note "token=$t" "note=$(printf 'two\r\nlines')"
  check "a note" is "$status" 303
  post editor /claim/1/wrong "token=$t" "appearance=1" "part=quantity" "said=It is 650"
  check "wrong?" is "$status" 303
  get nobody /claim/1
  for text in 'href="https://proof.example/?a=1&amp;b=2"' 'It shows it' 'It is 650'; do check "the claim's page" shows "$text"; done
  get nobody '/'
  sleep 1.1
  get nobody '/'
  check "the front page lists what is disputed" shows "Disputed"
}

test_flags() {
  t=$(token editor)
  get editor /claim/1
  v=$(grep -o 'name="version" value="[0-9]*"' "$dir/page" | head -n 1 | cut -d'"' -f4)
  who=$(db "SELECT id FROM person WHERE email = 'reviewer@desk.example'")
  post editor /claim/1/flag "token=$t" "version=$v" "flag_reason=Look at the figure" "assignee=$who"
  check "a flag" is "$status" 303
  get reviewer /queue
  check "its assignee sees it" shows "Look at the figure"
  get reader /queue
  check "others do not" hides "Look at the figure"
  t=$(token reviewer)
  post reviewer /claim/1/flag/1 "token=$t" "version=1" "answer=It is right"
  check "the answer" is "$status" 303
  post reviewer /claim/1/flag/1 "token=$t" "version=1" "answer=Twice"
  check "an answer to an answered flag" is "$status" 409
  check "keeps its text" shows "Twice"
}

test_article() {
  get nobody /article/1
  check "the public sees the sentence" shows "About 600 lorries a day will go round, &lt;b&gt;the mayor&lt;/b&gt; said."
  check "not the text" hides "The work ends in autumn"
  get reader /article/1
  check "who is signed in sees the text" shows "The work ends in autumn"
  check "with the claim marked" shows 'href="/claim/1">About 600 lorries a day</a> will go round'
  t=$(token reviewer)
  get reviewer /article/1
  rev=$(grep -o 'name="revision" value="[0-9]*"' "$dir/page" | cut -d'"' -f4)
  post reviewer /article/1/claim "token=$t" "revision=$rev" "quote=not in it" "wording="
  check "a passage that is not there" is "$status" 422
  check "is kept" shows "not in it"
  post reviewer /article/1/claim "token=$t" "revision=$rev" "quote=It costs 12 million." "wording=Cost: 12 million"
  check "a missed claim" is "$status" 303
  get reviewer "$(location)"
  check "has its page" shows "Cost: 12 million"
  get reviewer /article/1
  v=$(grep -o 'name="version" value="[0-9]*"' "$dir/page" | head -n 1 | cut -d'"' -f4)
  src=$(db "SELECT source_id FROM article WHERE id = 1")
  post reviewer /article/1/correct "token=$t" "version=$v" "title=A better title" "day=2026-03-02" "source=$src"
  check "a correction" is "$status" 303
  post reviewer /article/1/correct "token=$t" "version=$v" "title=A stale title" "day=2026-03-02" "source=$src"
  check "a stale correction" is "$status" 409
  check "is shown again" shows "A stale title"
  get editor /article/2
  v=$(grep -o 'name="version" value="[0-9]*"' "$dir/page" | head -n 1 | cut -d'"' -f4)
  post editor /article/2/down "token=$(token editor)" "version=$v" "reason=By request of the author"
  check "taking down" is "$status" 303
  get admin /article/2
  check "its text is gone" is "$status" 410
  check "its reason stands" shows "By request of the author"
}

test_revisions() {
  db "INSERT INTO revision (article_id, n, title, text, block_kinds, text_sha256, notice) SELECT article_id, 2, 'Bridge closes & lorries stop', replace(text, '12 million', '15 million'), block_kinds, sha256('x'), 'Correction: the <cost>.' FROM revision WHERE article_id = 1 AND n = 1;
      INSERT INTO appearance_change (claim_id, article_id, revision_id, before_id, state, parts, why, sentence) SELECT 1, 1, id, 1, 'edited', ARRAY['number'], 'number: 12 to 15', 'It costs 15 million.' FROM revision WHERE article_id = 1 AND n = 2"
  get nobody /article/1/revisions
  check "both texts are listed" shows "2: Bridge closes &amp; lorries stop"
  check "with what became of the claims" shows "0 kept, 0 moved, 1 edited, 0 gone"
  check "and the site's notice" shows "Correction: the &lt;cost&gt;."
  get nobody "/article/1/changes?from=1&to=2"
  check "the public sees which claims changed" shows "edited: number"
  check "not the texts" hides "The work ends in autumn"
  check "the new headline is marked" shows "new headline"
  get reader "/article/1/changes?from=1&to=2"
  check "who is signed in sees the words" shows "<del>12 </del><ins>15 </ins>million"
  get reader "/article/1/changes?view=side"
  check "side by side too" shows "<td>"
  for q in "from=2&to=1" "from=1&to=9" "view=upside"; do
    get reader "/article/1/changes?$q"
    check "no comparison for $q" is "$status" 404
  done
  get reviewer /article/1/revisions
  v=$(grep -o 'name="version" value="[0-9]*"' "$dir/page" | head -n 1 | cut -d'"' -f4)
  post reviewer /article/1/pin "token=$(token reviewer)" "version=$v" "pinned=yes"
  check "pinning" is "$status" 303
  post reviewer /article/1/pin "token=$(token reviewer)" "version=$v"
  check "a stale pin" is "$status" 409
  get nobody /edits
  check "an edit after a verdict is listed" shows "was reviewed"
  get nobody /article/2/revisions
  check "nothing of what was taken down" is "$status" 410
}

test_source() {
  id=$(db "SELECT id FROM source WHERE name = 'Elbe Courier'")
  get editor "/source/$id"
  v=$(grep -o 'name="version" value="[0-9]*"' "$dir/page" | head -n 1 | cut -d'"' -f4)
  t=$(token editor)
  post editor "/source/$id/robots" "token=$t" "version=$v" "ignores=yes" "why="
  check "leave without a reason" is "$status" 422
  post editor "/source/$id/robots" "token=$t" "version=$v" "ignores=yes" "why=Their chief editor, by letter"
  check "leave with one" is "$status" 303
  post editor "/source/$id/robots" "token=$t" "version=$v" "why=Typed too late"
  check "a stale one" is "$status" 409
  check "is kept" shows "Typed too late"
  get nobody "/source/$id"
  check "the reason stands on the page" shows "Their chief editor, by letter"
  check "and in the audit chain" is "$(db "SELECT detail ->> 'reason' FROM audit WHERE action = 'source.ignore_robots'")" "Their chief editor, by letter"
}

test_submit() {
  t=$(token submitter)
  post submitter /submit "token=$t" "urls=$(printf 'https://one.example/a\n\nhttps://two.example/b?utm_source=x\nnot an address\nftp://three.example/')"
  check "two of four can't be taken" is "$status" 422
  check "and stand there with the reason" shows "not an address</span>: this is no web address"
  check "the others are queued" is "$(db "SELECT count(*) FROM job WHERE state = 'queued'")" 2
  post submitter /submit "token=$t" "urls=https://two.example/b"
  check "the same article again" is "$status" 303
  check "joins the first" is "$(db "SELECT count(*) FROM job WHERE state = 'queued'")" 2
  get submitter "$(location)"
  check "and is followed" shows "https://two.example/b"
  ids=$(location | sed 's/.*jobs=//')
  get submitter "/submit/state.json?jobs=$ids"
  check "the script's answer" shows '"state":"queued","words":"queued","final":false'
  get submitter "/go?q=https%3A%2F%2Ffour.example%2F"
  check "an address in the box" is "$(location | sed 's|^http://[^/]*||')" "/submit?urls=https%3A%2F%2Ffour.example%2F"
  id=$(db "SELECT id FROM job WHERE state = 'failed'")
  post admin "/admin/job/$id/retry" "token=$(token admin)"
  check "a failed job again" is "$status" 303
}

test_sessions() {
  post reviewer /claim/1/note "token=$(token reviewer)" "note=Before"
  cp "$dir/reviewer.jar" "$dir/expired.jar"
  db "DELETE FROM session WHERE person_id = (SELECT id FROM person WHERE email = 'reviewer@desk.example')"
  post expired /claim/1/note "token=old" "note=Typed for an hour"
  check "an ended session" is "$status" 401
  check "keeps what was typed" shows 'name="kept.note" value="Typed for an hour"'
  post expired /login "token=$(token_on_page)" "email=reviewer@desk.example" "password=a long password of reviewer" "next=/claim/1/note" "kept.note=Typed for an hour"
  check "after signing in it is there" shows 'name="note" value="Typed for an hour"'
  post expired /claim/1/note "token=$(token_on_page)" "note=Typed for an hour"
  check "and is saved" is "$(db "SELECT count(*) FROM note WHERE text = 'Typed for an hour'")" 1
  t=$(token admin)
  id=$(db "SELECT id FROM person WHERE email = 'reader@desk.example'")
  post admin "/admin/user/$id/role" "token=$t" "version=1" "role=submitter" "is_active=1"
  check "a stale change of role" is "$status" 409
  v=$(db "SELECT version FROM person WHERE id = $id")
  post admin "/admin/user/$id/role" "token=$t" "version=$v" "role=submitter" "is_active=1"
  check "a change of role" is "$status" 303
  get reader /account
  check "ends the sessions" is "$status" 401
  post admin "/admin/user/$id/reset" "token=$t"
  link=$(grep -o '/reset/[A-Za-z0-9_-]*' "$dir/page" | head -n 1)
  get reader "$link"
  post reader "$link" "token=$(token_on_page)" "password=quite another one"
  check "a new password by link" is "$status" 303
  sign_in reader reader@desk.example "quite another one"
  check "works" is "$status" 303
  for _ in 1 2 3 4 5 6; do sign_in attacker editor@desk.example "wrong"; done
  check "six wrong passwords" is "$status" 422
  sign_in attacker editor@desk.example "a long password of editor"
  check "make the next one wait" is "$status" 429
  post editor /logout "token=$(token editor)"
  check "signing out" is "$status" 303
  get editor /account
  check "ends the session" is "$status" 401
  get admin /admin/audit
  check "the audit chain is whole" shows "the chain is whole"
}

test_heads() {
  for path in / /nothing /static/nothing "$(grep -o '/static/desk\.[0-9a-f]*\.css' "$top_builddir/src/web/asset.h")"; do
    get nobody "$path"
    for h in "Content-Security-Policy: default-src 'none'" 'X-Content-Type-Options: nosniff' 'X-Frame-Options: DENY' 'Referrer-Policy: no-referrer' \
      'Cross-Origin-Opener-Policy: same-origin' 'Permissions-Policy: camera=()'; do
      check "$path carries $h" is "$(grep -ciF "$h" "$dir/head")" 1
    done
  done
  check "style sheets are kept for ever" grep -qi 'immutable' "$dir/head"
  get admin /
  check "a signed-in page is never stored" grep -qi '^cache-control: no-store' "$dir/head"
  check "and names its reader" shows 'Ada &lt;Admin&gt;'
  get nobody /
  check "which no kept page does" hides 'Ada'
  sign_in again admin@desk.example "$password"
  check "the cookie is for scripts of nobody" grep -qi '^set-cookie: cc=.*HttpOnly; SameSite=Lax' "$dir/head"
  check "no request was logged without its path" is "$(grep -c 'event=request method="" ' "$dir/web.log")" 0
  check "no secret was logged" is "$(grep -cE '/(invitation|reset)/[A-Za-z0-9_-]{43}|a.long.password' "$dir/web.log")" 0
}

test_restart() {
  (for _ in $(seq 60); do curl -s -o /dev/null -w '%{http_code}\n' "$base/story/1?x=$RANDOM"; done >"$dir/codes") &
  asking=$!
  sleep 0.3
  kill -9 "$(pgrep -P "$web_pid" | head -n 1)"
  wait $asking
  check "a killed worker costs one request at most" [ "$(grep -vc '^200$' "$dir/codes")" -le 1 ]
  sleep 0.6
  check "and another takes its place" is "$(pgrep -P "$web_pid" | wc -l)" 2
}

setup_people
test_rows
test_bad_requests
test_review
test_flags
test_article
test_revisions
test_source
test_submit
test_sessions
test_heads
test_restart
[ "$failed" = 0 ] || tail -n 5 "$dir/web.log" "$dir/nginx-error.log"
echo "$checks checks, $failed failed"
[ "$failed" = 0 ]
