#include "base/err.h"
#include "claim/speech_data.h"
#include "claim/speech_link.h"
#include "cmd/eval.h"
#include "text/segment.h"
#include "text/utf8.h"

static void write_spans(const char *role, const struct span *v, size_t n, struct utf8_ruler *offsets, struct json_out *j)
{
	json_out_key(j, role);
	json_out_array(j);
	for (size_t i = 0; i < n; i++) {
		json_out_array(j);
		json_out_i64(j, (int64_t)utf8_ruler_at(offsets, v[i].start));
		json_out_i64(j, (int64_t)utf8_ruler_at(offsets, v[i].end));
		json_out_array_end(j);
	}
	json_out_array_end(j);
}

static void write_relations(const struct speech_relations *r, struct utf8_ruler *offsets, struct json_out *j)
{
	for (size_t i = 0; i < r->n; i++) {
		json_out_object(j);
		write_spans("source", &r->v[i].source, r->v[i].source.end > r->v[i].source.start, offsets, j);
		write_spans("cue", &r->v[i].cue, 1, offsets, j);
		write_spans("content", r->v[i].content, r->v[i].n_content, offsets, j);
		json_out_object_end(j);
	}
}

/* {"id","text"} -> "attributions":[{"source":[[start,end]],"cue":[],"content":[]}] */
int eval_attribution(struct arena *a, const struct json *row, struct json_out *j)
{
	struct sv text = json_get_sv(row, "text");
	struct utf8_ruler offsets = { .text = text };
	struct segments s;
	int r = segment_sentences(a, text, SV("en"), &s);
	if (r < 0)
		return ERR_PASS(r);
	struct span *sentences = arena_array(a, sizeof(*sentences), s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		sentences[i] = (struct span){ s.v[i].start, s.v[i].end };
	json_out_key(j, "attributions");
	json_out_array(j);
	for (size_t i = 0, end; i < s.n; i = end) {
		struct speech_relations relations;
		for (end = i + 1; end < s.n && s.v[end].line == s.v[i].line;)
			end++;
		speech_link_paragraph(a, text, sentences + i, end - i, speech_data_model(), &relations);
		write_relations(&relations, &offsets, j);
	}
	json_out_array_end(j);
	return 0;
}
