#include "base/err.h"
#include "claim/date.h"
#include "cmd/eval.h"
#include "text/segment.h"
#include "text/utf8.h"

static void write_refs(const struct date_refs *refs, struct utf8_ruler *offsets, struct json_out *j)
{
	for (size_t i = 0; i < refs->n; i++) {
		const struct date_ref *r = &refs->v[i];
		json_out_object(j);
		json_out_key(j, "start");
		json_out_i64(j, (int64_t)utf8_ruler_at(offsets, r->when.start));
		json_out_key(j, "end");
		json_out_i64(j, (int64_t)utf8_ruler_at(offsets, r->when.end));
		json_out_key(j, "type");
		json_out_sv(j, r->timex_type);
		json_out_key(j, "value");
		json_out_sv(j, r->timex);
		json_out_object_end(j);
	}
}

/* {"id","dct","text"} -> "timex":[{"start","end","type","value"}] */
int eval_timex(struct arena *a, const struct json *row, struct json_out *j)
{
	struct sv text = json_get_sv(row, "text");
	struct utf8_ruler offsets = { .text = text };
	struct date_context context = { .published = DAY_NONE, .split_ranges = true };
	struct segments sentences;
	(void)day_parse(sv_sub(json_get_sv(row, "dct"), 0, 10), &context.published);
	int r = segment_sentences(a, text, SV("en"), &sentences);
	if (r < 0)
		return ERR_PASS(r);
	json_out_key(j, "timex");
	json_out_array(j);
	for (size_t i = 0; i < sentences.n; i++) {
		struct date_refs refs;
		date_find(a, text, (struct span){ sentences.v[i].start, sentences.v[i].end }, &context, &refs);
		write_refs(&refs, &offsets, j);
	}
	json_out_array_end(j);
	return 0;
}
