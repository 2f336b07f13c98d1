#include "claim/quantity.h"
#include "cmd/eval.h"
#include "compare/entail.h"

static struct entail_side read_side(struct arena *a, struct sv text)
{
	struct quantities q;
	struct place_context places = { 0 };
	struct date_refs none = { 0 };
	quantity_find(a, text, (struct span){ 0, text.n }, &none, &places, &q);
	return (struct entail_side){ text, q.v, q.n };
}

/* {"id","premise","hypothesis"} -> "label", and the features that tools/train-entail learns from */
int eval_nli(struct arena *a, const struct json *row, struct json_out *j)
{
	struct entail_side premise = read_side(a, json_get_sv(row, "premise")), hypothesis = read_side(a, json_get_sv(row, "hypothesis"));
	struct entail_verdict verdict;
	entail_judge(a, &premise, &hypothesis, &verdict);
	json_out_key(j, "label");
	json_out_sv(j, entail_name(verdict.is));
	json_out_key(j, "by_numbers");
	json_out_bool(j, verdict.by_numbers);
	json_out_key(j, "features");
	json_out_array(j);
	for (size_t i = 0; i < ENTAIL_FEATURES; i++)
		json_out_f64(j, verdict.features[i]);
	json_out_array_end(j);
	return 0;
}
