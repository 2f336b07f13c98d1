#ifndef CMD_PROBE_H
#define CMD_PROBE_H
/*
 * The operations of `crosscheck probe`, listed in cmd/probe.def: single functions of the product, reached by JSON lines so
 * that public suites and hostile cases can be run against them. A row's "op" names the operation; bad input never ends it.
 */
#include "cmd/rows.h"

#define PROBE(op) int probe_##op(struct arena *a, const struct json *row, struct json_out *j);
#include "cmd/probe.def"
#undef PROBE
#endif
