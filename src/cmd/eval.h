#ifndef CMD_EVAL_H
#define CMD_EVAL_H
/*
 * The measurements of `crosscheck eval NAME`, listed in cmd/eval.def: JSON lines on stdin, one answer a line on stdout, in
 * order, with the row's id. Gold fields of a row are not looked at; what is computed is what the portal shows.
 */
#include "cmd/rows.h"

/* Each writes its members of the answer's object, after "id". <0 is fatal. */
#define EVAL(name) int eval_##name(struct arena *a, const struct json *row, struct json_out *j);
#include "cmd/eval.def"
#undef EVAL

/* Byte offsets turned into code points, cheaply where they grow. */
struct eval_offsets {
	struct sv text;
	size_t byte, cp;
};
size_t cmd_eval_cp(struct eval_offsets *o, size_t byte);
#endif
