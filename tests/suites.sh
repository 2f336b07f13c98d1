#!/bin/sh
# The public suites and hostile cases that are not kept here, run against `crosscheck probe`. Skipped where they are absent.
set -eu
shared=${CROSSCHECK_SHARED:-$top_srcdir/../shared}
run=$shared/hostile/run_cases.py
[ -e "$run" ] || { echo "no suites under $shared"; echo "skipped"; exit 77; }
bad=0
# suite FILE [--only OP]
suite() {
  printf '%s %s: ' "$(basename "$1")" "${3:-}"
  python3 "$run" "$top_builddir/crosscheck probe" "$@" || bad=1
}
suite "$shared/suites/wpt-url/url_http_cases.jsonl"
suite "$shared/hostile/catalogue.jsonl" --only url
suite "$shared/hostile/catalogue.jsonl" --only url_policy
suite "$shared/hostile/catalogue.jsonl" --only addr_many
exit "$bad"
