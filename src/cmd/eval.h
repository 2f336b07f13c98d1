#ifndef CMD_EVAL_H
#define CMD_EVAL_H
/*
 * The measurements of `crosscheck eval NAME`, listed in cmd/eval.def: JSON lines on stdin, one answer a line on stdout, in
 * order, with the row's id. Gold fields of a row are not looked at; what is computed is what the portal shows.
 */
#include "cmd/rows.h"

/* Each writes its members of the answer's object, after "id". <0 is fatal. */
#define EVAL_SET(name)
#define EVAL(name) int eval_##name(struct arena *a, const struct json *row, struct json_out *j);
#include "cmd/eval.def"
#undef EVAL
#undef EVAL_SET
/* Those that need all rows at once get the words after their name and give the exit status. */
#define EVAL(name)
#define EVAL_SET(name) int eval_##name(int argc, char **argv);
#include "cmd/eval.def"
#undef EVAL
#undef EVAL_SET
#endif
