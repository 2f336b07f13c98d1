# shellcheck shell=bash
# What quickstart and check share: saying what happens, installing packages, building, and the private PostgreSQL cluster.
# Source it from the top folder of the checkout.

say() { printf '%s\n' "$*"; }
step() { printf '==> %s\n' "$*"; }
# fail WHAT WHAT-TO-DO
fail() {
  printf '\nFailed: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf 'What to do: %s\n' "$2" >&2
  exit 1
}

is_root() { [ "$(id -u)" = 0 ]; }
as_root() { if is_root; then "$@"; else sudo "$@"; fi; }
# as_user NAME COMMAND...: directly when that is who we are, else in /, since they may not enter where we stand
as_user() {
  who=$1
  shift
  if [ "$(id -un)" = "$who" ]; then "$@"; else setpriv --reuid="$who" --regid="$who" --init-groups --reset-env env -C / PATH="$PATH" "$@"; fi
}

# Debian packages, one a line with its reason, in tools/packages/NAME.
packages() { sed 's/#.*//' "$@" | tr -s ' \t' '\n\n' | grep . ; }

missing_packages() {
  for p in $(packages "$@"); do
    dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null | grep -qx installed || printf '%s ' "$p"
  done
}

# apt-get that starts no service and makes no system cluster (policy-rc.d: invoke-rc.d(8); createcluster.conf: pg_createcluster(1)).
apt_quietly() (
  policy=/usr/sbin/policy-rc.d cluster=/etc/postgresql-common/createcluster.conf
  if [ ! -e $policy ]; then
    trap 'as_root rm -f $policy' EXIT
    trap 'exit 130' INT TERM
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
    as_root chmod +x $policy
  fi
  if [ ! -e $cluster ]; then
    as_root mkdir -p "$(dirname $cluster)"
    printf "# Written by Crosscheck's quickstart, which makes a private cluster: none shall start with the system.\ncreate_main_cluster = false\n" | as_root tee $cluster >/dev/null
  fi
  as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold "$@"
)

# Installs what is missing; a web server that came in by this does not start with the system either.
install_packages() {
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  step "Installing Debian packages: $missing"
  is_root || command -v sudo >/dev/null || fail "these Debian packages are missing and there is no sudo: $missing" "ask an administrator to install them, then run this again"
  had_nginx=$(command -v /usr/sbin/nginx || true)
  log=$(mktemp /tmp/crosscheck-packages.XXXXXX)
  # shellcheck disable=SC2086 # a list of names
  quietly "$log" apt_quietly $missing || fail "installing packages (all of it is in $log)" "check the network and the package sources, then run this again"
  rm -f "$log"
  if [ -z "$had_nginx" ] && [ -x /usr/sbin/nginx ]; then
    as_root deb-systemd-helper disable nginx.service >/dev/null 2>&1 || true
    as_root update-rc.d nginx disable >/dev/null 2>&1 || true
  fi
}

# quietly LOG COMMAND...: its output goes to LOG, on a terminal its last line is shown while it runs; its end is shown if it fails
quietly() {
  log=$1
  shift
  if [ -t 1 ]; then
    "$@" >>"$log" 2>&1 &
    while kill -0 $! 2>/dev/null; do
      printf '\r\033[K    %.100s' "$(tail -n 1 "$log" | tr -d '\r')"
      sleep 0.5
    done
    printf '\r\033[K'
    wait $! && return 0
  else
    "$@" >>"$log" 2>&1 && return 0
  fi
  tail -n 25 "$log" >&2
  return 1
}

# build FOLDER CONFIGURE-WORDS...: configures once and makes
build() {
  into=$1
  shift
  mkdir -p "$into"
  [ -x configure ] && [ configure -nt configure.ac ] || quietly "$into/build.log" autoreconf -fi || fail "autoreconf" "read $into/build.log"
  if [ ! -e "$into/Makefile" ]; then
    (cd "$into" && quietly build.log ../configure "$@") || fail "configure" "read $into/build.log"
  fi
  quietly "$into/build.log" make -C "$into" -j"$(nproc)" || fail "the build" "read $into/build.log"
}

pg_bin() {
  for d in /usr/lib/postgresql/*/bin; do bin=$d; done
  [ -x "$bin/initdb" ] || fail "no PostgreSQL server programs under /usr/lib/postgresql" "install the package postgresql"
  printf '%s\n' "$bin"
}

# True when the user $1 can enter folder $2.
can_enter() { as_user "$1" test -x "$2" 2>/dev/null; }

# cluster_make FOLDER OS-USER: a new cluster, reached by a unix socket in FOLDER/run only, peer authentication with a map
# of operating system users to database roles (FOLDER/data/pg_ident.conf).
cluster_make() {
  [ -e "$1/data/PG_VERSION" ] && return 0
  rm -rf "$1/data.new"
  as_user "$2" "$(pg_bin)/initdb" -D "$1/data.new" -U owner --auth=peer --locale=C.UTF-8 --encoding=UTF8 --data-checksums >"$1/initdb.log" 2>&1 \
    || fail "making the database cluster" "read $1/initdb.log"
  as_user "$2" sh -c "cat > '$1/data.new/pg_hba.conf'" <<EOF
# Only this machine's unix socket; who may be which role stands in pg_ident.conf.
local all all peer map=desk
EOF
  as_user "$2" sh -c "cat >> '$1/data.new/postgresql.conf'" <<EOF
listen_addresses = ''
unix_socket_directories = '$1/run'
unix_socket_permissions = 0777
shared_buffers = 256MB
max_connections = 60
EOF
  mv "$1/data.new" "$1/data"
}

# cluster_map FOLDER OS-USER LINE...: "system-user role" pairs
cluster_map() {
  folder=$1
  owner=$2
  shift 2
  for pair in "$@"; do printf 'desk %s\n' "$pair"; done | as_user "$owner" sh -c "cat > '$folder/data/pg_ident.conf'"
}

cluster_is_up() { as_user "$2" "$(pg_bin)/pg_ctl" -D "$1/data" status >/dev/null 2>&1; }
cluster_start() {
  cluster_is_up "$1" "$2" && return 0
  as_user "$2" "$(pg_bin)/pg_ctl" -D "$1/data" -l "$1/log/postgresql.log" -w -t 60 start >/dev/null 2>&1 \
    || { tail -n 10 "$1/log/postgresql.log" >&2; fail "starting PostgreSQL" "read $1/log/postgresql.log"; }
}
cluster_stop() { ! cluster_is_up "$1" "$2" || as_user "$2" "$(pg_bin)/pg_ctl" -D "$1/data" -m fast -w stop >/dev/null; }
