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
# as_user NAME COMMAND...: directly when that is who we are
as_user() {
  who=$1
  shift
  if [ "$(id -un)" = "$who" ]; then "$@"; else setpriv --reuid="$who" --regid="$who" --init-groups --reset-env env PATH="$PATH" "$@"; fi
}

# Debian packages, one a line with its reason, in tools/packages/NAME.
packages() { sed 's/#.*//' "$@" | tr -s ' \t' '\n\n' | grep . ; }

missing_packages() {
  for p in $(packages "$@"); do
    dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null | grep -qx installed || printf '%s ' "$p"
  done
}

# Installs what is missing, without starting any system service and without making a system cluster.
install_packages() {
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  step "Installing Debian packages: $missing"
  is_root || command -v sudo >/dev/null || fail "these Debian packages are missing and there is no sudo: $missing" "ask an administrator to install them, then run this again"
  guard=
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    guard=/usr/sbin/policy-rc.d
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$guard" >/dev/null
    as_root chmod +x "$guard"
  fi
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    as_root mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  log=$(mktemp)
  status=0
  # shellcheck disable=SC2086 # a list of names
  { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
      -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold $missing; } >"$log" 2>&1 || status=$?
  [ -z "$guard" ] || as_root rm -f "$guard"
  if [ "$status" != 0 ]; then
    tail -n 15 "$log" >&2
    fail "installing packages (apt-get ended with $status; all of it is in $log)" "check the network and the package sources, then run this again"
  fi
  rm -f "$log"
}

# quietly LOG COMMAND...: its output goes to LOG; its end is shown only if it fails
quietly() {
  log=$1
  shift
  "$@" >>"$log" 2>&1 || {
    tail -n 25 "$log" >&2
    return 1
  }
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
cluster_stop() { cluster_is_up "$1" "$2" && as_user "$2" "$(pg_bin)/pg_ctl" -D "$1/data" -m fast -w stop >/dev/null; }
