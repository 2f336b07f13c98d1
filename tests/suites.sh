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
suite "$shared/hostile/catalogue.jsonl" --only decode
suite "$shared/hostile/catalogue.jsonl" --only robots
suite "$shared/suites/google-robotstxt/robots_cases.jsonl"
suite "$shared/suites/html5lib-tests/encoding_cases.jsonl"
suite "$shared/suites/whatwg-encoding/label_cases.jsonl"
# at_most N FILE: suites of which a few cases are left out (docs/CONFORMANCE.md says which)
at_most() {
  most=$1
  shift
  last=$(python3 "$run" "$top_builddir/crosscheck probe" "$@" | tail -1)
  echo "$(basename "$1"): $last (at most $most)"
  [ "$(echo "$last" | sed 's/.*wrong values \([0-9]*\).*/\1/')" -le "$most" ] || bad=1
}
at_most 7 "$shared/suites/html5lib-tests/tokenizer_cases.jsonl"
at_most 12 "$shared/suites/html5lib-tests/tree_cases.jsonl"
at_most 1 "$shared/suites/whatwg-encoding/decode_cases.jsonl"
exit "$bad"
