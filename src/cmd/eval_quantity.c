#include <math.h>

#include "base/err.h"
#include "claim/change.h"
#include "claim/unit.h"
#include "claim/quantity.h"
#include "cmd/eval.h"
#include "text/segment.h"

/* "a 3% drop", "4% lower": the measurement calls only what a verb moves a change. */
static bool is_named_change(struct arena *a, struct sv text, const struct quantity *q)
{
	enum { REACH = 24 };
	struct number_tokens behind;
	size_t end = q->at.end + REACH < text.n ? q->at.end + REACH : text.n;
	while (end < text.n && ((unsigned char)text.p[end] & 0xC0) == 0x80)
		end++;
	number_token_list(a, text, (struct span){ q->at.end, end }, &behind);
	return change_word_at(&behind, 0).kind != CHANGE_KIND_NONE;
}

static const char *change_sign(struct arena *a, struct sv text, const struct quantity *q)
{
	bool is_moved = q->role == ROLE_CHANGE && q->dimension != DIM_COUNT && q->change != CHANGE_NONE;
	bool is_about = q->approx && !q->below;
	if (is_moved && !is_about && !isinf(q->lo) && !isinf(q->hi) && !is_named_change(a, text, q))
		return q->change == CHANGE_UP ? "up" : "down";
	if (q->approx)
		return "~";
	if (isinf(q->lo))
		return "<";
	return isinf(q->hi) ? ">" : "=";
}

static const char *direction(enum change c)
{
	return c == CHANGE_UP ? "up" : c == CHANGE_DOWN ? "down" : "=";
}

static void write_value(const struct quantity *q, struct json_out *j)
{
	bool is_interval = q->lo != q->hi && !isinf(q->lo) && !isinf(q->hi);
	if (is_interval)
		json_out_array(j);
	if (is_interval || isinf(q->hi))
		json_out_f64(j, q->lo);
	if (!(isinf(q->hi)))
		json_out_f64(j, q->hi);
	if (is_interval)
		json_out_array_end(j);
}

/* A noun phrase with its last word in the singular, by the regular endings. */
static struct sv singular(struct arena *a, struct sv phrase)
{
	static const struct {
		struct sv plural, single;
	} endings[] = { { SV_INIT("men"), SV_INIT("man") }, { SV_INIT("children"), SV_INIT("child") }, { SV_INIT("people"), SV_INIT("people") },
		{ SV_INIT("ies"), SV_INIT("y") }, { SV_INIT("sses"), SV_INIT("ss") }, { SV_INIT("ches"), SV_INIT("ch") }, { SV_INIT("shes"), SV_INIT("sh") },
		{ SV_INIT("ss"), SV_INIT("ss") }, { SV_INIT("s"), SV_INIT("") } };
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (sv_ends(phrase, endings[i].plural))
			return arena_printf(a, SV_FMT SV_FMT, SV_ARG(sv_sub(phrase, 0, phrase.n - endings[i].plural.n)), SV_ARG(endings[i].single));
	return phrase;
}

/* The unit in the measurement's words: a long name, "year of age", or what is counted; "-" for nothing. */
static struct sv unit_words(struct arena *a, const struct quantity *q)
{
	struct sv of = q->of.n > 0 ? singular(a, q->of) : SV("-");
	if (q->dimension == DIM_RATIO)
		return arena_printf(a, "%% " SV_FMT, SV_ARG(of));
	if (q->dimension == DIM_AGE)
		return arena_printf(a, SV_FMT " of age", SV_ARG(unit_name(a, q->unit)));
	return q->unit.n > 0 ? unit_name(a, q->unit) : of;
}

static void write_quantities(struct arena *a, struct sv text, const struct quantities *found, struct json_out *j)
{
	for (size_t i = 0; i < found->n; i++) {
		const struct quantity *q = &found->v[i];
		if (q->dimension == DIM_ORDINAL || q->number.end == 0)
			continue;
		bool is_movement = i + 1 < found->n && q->role == ROLE_FROM && q[1].role == ROLE_TO && q->change != CHANGE_NONE;
		json_out_object(j);
		json_out_key(j, "value");
		if (is_movement) {
			/* the measurement's form has both ends of a movement in one value */
			struct quantity both = { .lo = q->lo, .hi = q[1].lo };
			write_value(&both, j);
			i++;
		} else {
			write_value(q, j);
		}
		json_out_key(j, "unit");
		json_out_sv(j, unit_words(a, q));
		json_out_key(j, "change");
		json_out_sv(j, sv_cstr(is_movement ? direction(q->change) : change_sign(a, text, q)));
		json_out_object_end(j);
	}
}

/* {"id","text"} -> "quantities":[{"value","unit","change"}] */
int eval_quantity(struct arena *a, const struct json *row, struct json_out *j)
{
	struct sv text = json_get_sv(row, "text");
	struct segments sentences;
	struct place_context places = { 0 };
	struct date_context context = { .published = DAY_NONE };
	int r = segment_sentences(a, text, SV("en"), &sentences);
	if (r < 0)
		return ERR_PASS(r);
	json_out_key(j, "quantities");
	json_out_array(j);
	for (size_t i = 0; i < sentences.n; i++) {
		struct span sentence = { sentences.v[i].start, sentences.v[i].end };
		struct date_refs dates;
		struct quantities found;
		date_find(a, text, sentence, &context, &dates);
		quantity_find(a, text, sentence, &dates, &places, &found);
		write_quantities(a, text, &found, j);
	}
	json_out_array_end(j);
	return 0;
}
