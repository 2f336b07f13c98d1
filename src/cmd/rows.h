#ifndef CMD_ROWS_H
#define CMD_ROWS_H
/*
 * JSON lines in, JSON lines out: one answer a row, in order, with the row's id. The measuring subcommands (eval, probe)
 * are made of this.
 */
#include "json/json.h"
#include "json/json_out.h"

#include "base/arena.h"

/* Writes its members of the answer's object, after "id". <0 is fatal. */
typedef int rows_answer(struct arena *a, const struct json *row, struct json_out *j);

/* Answers all of stdin. A line that is no JSON object ends it with <0, or is answered with {"id":null} if `tolerant`. */
int rows_run(rows_answer *answer, bool tolerant) __attribute__((warn_unused_result));
/* rows_run with its error on stderr under the subcommand's name; the exit status. */
int rows_main(const char *subcommand, rows_answer *answer, bool tolerant);
#endif
