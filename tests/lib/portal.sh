# shellcheck shell=bash
# The portal's processes for tests, all private: nginx with the shipped configuration and the four sample outlets on a free port
# of 127.0.0.1, crosscheck-web, crosscheck-worker. Source it after cluster.sh; call cluster_up and cluster_database NAME first.
# Sets PORTAL (a folder that goes with the cluster), BASE (http://127.0.0.1:PORT), PORT, and the pids nginx_pid, web_pid, worker_pid.
# portal_down ends and deletes everything, the cluster too (also on exit).
SAMPLES="northern-wire harbour-gazette delta-post weekend-ledger"

portal_place() {
  PORTAL=$CLUSTER/portal
  trap portal_down EXIT
  mkdir -p "$PORTAL/nginx"
}
portal_down() {
  for p in "${nginx_pid:-}" "${worker_pid:-}" "${web_pid:-}"; do [ -z "$p" ] || kill "$p" 2>/dev/null || true; done
  wait
  cluster_down
}
portal_db() { printf 'host=%s user=%s dbname=%s' "$CLUSTER" "$1" "${CONNINFO##*dbname=}"; }
# portal_sql STATEMENT: as the tables' owner
portal_sql() { "$pg/psql" -X -A -t -q -d "$CONNINFO" -c "$1"; }

# portal_until WHAT COMMAND...: waits for it, half a minute at most
portal_until() {
  what=$1
  shift
  for _ in $(seq 300); do
    "$@" && return 0
    sleep 0.1
  done
  echo "waited in vain: $what"
  tail -n 5 "$PORTAL"/*.log
  exit 1
}

# The shipped configuration with this test's places; limits widened, since one address asks everything here. Checkouts may lie
# where nginx's own user cannot enter: it stays what the test is.
portal_configure() {
  "$top_srcdir/nginx/fill" "$PORTAL/nginx" PORT="$PORT" RUN="$PORTAL" LOG="$PORTAL" TMP="$PORTAL/nginx" STATIC="$(cd "$top_srcdir" && pwd)/www/static" PARAMS="$PORTAL/nginx"
  sed -i 's/rate=[0-9]*r\/[sm]/rate=5000r\/s/; s/cc_address 20/cc_address 200/' "$PORTAL"/nginx/*.conf
  [ "$(id -u)" != 0 ] || sed -i '1i user root;' "$PORTAL/nginx/quickstart.conf"
  for n in $SAMPLES; do
    echo "server { listen 127.0.0.1:$PORT; server_name $n.localhost; root $(cd "$top_srcdir" && pwd)/samples/$n; charset utf-8; }"
  done >"$PORTAL/nginx/samples.conf"
  printf '%s\n' "${1:-}" | sed "s|@PORT@|$PORT|g" >>"$PORTAL/nginx/samples.conf"
}
portal_listens() { (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; }
portal_listens_or_ended() { portal_listens || ! kill -0 "$nginx_pid" 2>/dev/null; }
# portal_nginx [SERVERS]: with more servers {} beside the samples; @PORT@ in them is the port
portal_nginx() {
  for _ in $(seq 20); do
    PORT=$((10240 + RANDOM % 20000))
    portal_listens && continue
    portal_configure "${1:-}"
    /usr/sbin/nginx -p "$PORTAL/nginx/" -c quickstart.conf -e "$PORTAL/nginx-error.log" -g 'daemon off;' &
    nginx_pid=$!
    portal_until "nginx listens" portal_listens_or_ended
    BASE=http://127.0.0.1:$PORT
    kill -0 "$nginx_pid" 2>/dev/null && return 0
  done
  echo "nginx does not start"
  cat "$PORTAL/nginx-error.log"
  exit 1
}

portal_answers() { curl -sf -o /dev/null "$BASE/how-it-works"; }
portal_web() {
  CROSSCHECK_DB=$(portal_db web) CROSSCHECK_SOCKET="$PORTAL/web.sock" CROSSCHECK_WORKERS="${1:-2}" "$top_builddir/crosscheck-web" 2>>"$PORTAL/web.log" &
  web_pid=$!
  portal_until "the portal answers" portal_answers
}
portal_worker() {
  CROSSCHECK_DB=$(portal_db worker) CROSSCHECK_ALLOW=127.0.0.1:$PORT CROSSCHECK_PARSE=$top_builddir/crosscheck-parse \
    "$top_builddir/crosscheck-worker" 2>>"$PORTAL/worker.log" &
  worker_pid=$!
}
# portal_person EMAIL NAME ROLE: an account; prints its password
portal_person() { "$top_builddir/crosscheck" user --db "$CONNINFO" add "$1" --name "$2" --role "$3" | sed -n 's/^password: \([^ ]*\).*/\1/p'; }
# The addresses of the sample articles, one a line.
portal_samples() {
  for n in $SAMPLES; do
    for page in "$top_srcdir/samples/$n"/*.html; do echo "http://$n.localhost:$PORT/$(basename "$page")"; done
  done
}
