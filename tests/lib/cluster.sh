# shellcheck shell=bash
# A throw-away PostgreSQL for tests: reached by a unix socket in a new temp folder only, no fsync, roles mapped by trust on that
# socket. Source it; cluster_up makes and starts one and sets CLUSTER and CONNINFO (role owner, database postgres);
# cluster_down ends and deletes it (also on exit). Works as root (the server then runs as postgres) and as an ordinary user.
cluster_bin() {
  for d in /usr/lib/postgresql/*/bin; do pg=$d; done
  [ -x "$pg/initdb" ] || { echo "PostgreSQL's server programs are not installed"; exit 77; }
}
cluster_as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi; }
cluster_up() {
  cluster_bin
  CLUSTER=$(mktemp -d /tmp/ccdb.XXXXXX)
  trap cluster_down EXIT
  [ "$(id -u)" != 0 ] || chown postgres "$CLUSTER"
  chmod 755 "$CLUSTER"
  (cd / && cluster_as "$pg/initdb" -N -D "$CLUSTER/data" -U owner --auth=trust --locale=C.UTF-8 --encoding=UTF8 >"$CLUSTER/initdb.log" 2>&1) \
    || { cat "$CLUSTER/initdb.log"; exit 1; }
  (cd / && cluster_as "$pg/pg_ctl" -D "$CLUSTER/data" -s -w -t 60 -l "$CLUSTER/data/server.log" -o "-c listen_addresses='' -c unix_socket_directories=$CLUSTER \
    -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c shared_buffers=${CLUSTER_BUFFERS:-32MB} -c max_wal_size=256MB -c autovacuum=off" start) \
    || { cat "$CLUSTER/data/server.log"; exit 1; }
  CONNINFO="host=$CLUSTER user=owner dbname=postgres"
  export CLUSTER CONNINFO
}
cluster_down() {
  trap - EXIT
  [ -n "${CLUSTER:-}" ] || return 0
  (cd / && cluster_as "$pg/pg_ctl" -D "$CLUSTER/data" -s -m immediate stop) || true
  rm -rf "$CLUSTER"
  CLUSTER=
}
# cluster_database NAME: a new, migrated database (src: the checkout), CONNINFO then points to it as role owner
cluster_database() {
  "$pg/createdb" -h "$CLUSTER" -U owner "$1" || exit 1
  CONNINFO="host=$CLUSTER user=owner dbname=$1"
  "${top_builddir:-.}/crosscheck" migrate --db "$CONNINFO" --dir "${top_srcdir:-.}/sql" >"/dev/null" || exit 1
}
