#!/bin/bash
# The schema from nothing; migrating again changes nothing; every statement is what its declaration says.
set -eu
. "$top_srcdir/tests/lib/cluster.sh"
cluster_up
cluster_database statements
"$top_builddir/crosscheck" migrate --db "$CONNINFO" --dir "$top_srcdir/sql" | grep -qx 'the schema is version [0-9]*' || { echo "migrating again did something"; exit 1; }
"$top_builddir/tests/db/t_statements"
