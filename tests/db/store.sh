#!/bin/bash
# What the store promises, with the web's functions run as role web and the worker's as role worker.
set -eu
. "$top_srcdir/tests/lib/cluster.sh"
cluster_up
cluster_database store
export CONNINFO_WEB="host=$CLUSTER user=web dbname=store" CONNINFO_WORKER="host=$CLUSTER user=worker dbname=store"
"$top_builddir/tests/db/t_store"
