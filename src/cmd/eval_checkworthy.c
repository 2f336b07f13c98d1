#include "claim/worth.h"
#include "cmd/eval.h"

/* {"id","text"} -> "score", above 0.5 = worth checking */
int eval_checkworthy(struct arena *a, const struct json *row, struct json_out *j)
{
	struct sv text = json_get_sv(row, "text");
	json_out_key(j, "score");
	json_out_f64(j, worth_score(a, text, (struct span){ 0, text.n }));
	return 0;
}
