#!/bin/sh
# Replays the kept inputs of each fuzz target, whole and cut short; a target ends with an error at the first broken promise.
set -eu
for target in dom; do
  "$top_builddir/tests/fuzz/f_$target" "$top_srcdir/tests/fuzz/corpus/$target"/*
  echo "$target: $(ls "$top_srcdir/tests/fuzz/corpus/$target" | wc -l) inputs replayed"
done
