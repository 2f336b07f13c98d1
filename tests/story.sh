#!/bin/sh
# The story of ../shared, read by the built program, against what a careful reader takes from it. Skipped where it is absent.
set -eu
shared=${CROSSCHECK_SHARED:-$top_srcdir/../shared}
[ -e "$shared/story/check_story.py" ] || { echo "no story under $shared"; echo "skipped"; exit 77; }
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
"$top_builddir/crosscheck" claims --published 2020-09-09 <"$shared/story/troops.txt" >"$t/claims.json"
"$top_builddir/crosscheck" compare "$t/claims.json" >"$t/relations.json"
python3 "$shared/story/check_story.py" "$t/claims.json" "$shared/story/troops.gold.json" "$t/relations.json"
