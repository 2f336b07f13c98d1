#include "wire/claims_json.h"

#include <math.h>

#include "base/err.h"
#include "base/vec.h"
#include "text/utf8.h"

static void put_span(struct json_out *j, struct utf8_ruler *r, struct span s, const char *start, const char *end)
{
	json_out_key(j, start);
	json_out_i64(j, (int64_t)utf8_ruler_at(r, s.start));
	json_out_key(j, end);
	json_out_i64(j, (int64_t)utf8_ruler_at(r, s.end));
}

static void put_sv(struct json_out *j, const char *key, struct sv s)
{
	json_out_key(j, key);
	json_out_sv_or_null(j, s);
}

static void put_bool(struct json_out *j, const char *key, bool v)
{
	json_out_key(j, key);
	json_out_bool(j, v);
}

static void put_f64(struct json_out *j, const char *key, double v)
{
	json_out_key(j, key);
	json_out_f64(j, v);
}

static void put_day(struct json_out *j, const char *key, int32_t day)
{
	json_out_key(j, key);
	if (day == DAY_NONE) {
		json_out_null(j);
		return;
	}
	struct civil c = civil_from_day(day);
	char iso[24];
	(void)snprintf(iso, sizeof(iso), "%04d-%02d-%02d", c.year, c.month, c.day);
	json_out_sv(j, sv_cstr(iso));
}

static void put_quantity(struct json_out *j, struct utf8_ruler *r, const struct quantity *q)
{
	static const struct sv changes[CHANGE_N] = { SV_INIT("none"), SV_INIT("up"), SV_INIT("down") };
	json_out_object(j);
	put_sv(j, "text", q->text);
	put_span(j, r, q->at, "start", "end");
	put_f64(j, "lo", q->lo);
	put_f64(j, "hi", q->hi);
	put_bool(j, "lo_open", q->lo_open);
	put_bool(j, "hi_open", q->hi_open);
	put_bool(j, "approx", q->approx);
	put_bool(j, "below", q->below);
	put_bool(j, "above", q->above);
	put_bool(j, "negated", q->negated);
	json_out_key(j, "digits");
	json_out_i64(j, q->digits);
	put_sv(j, "dimension", dimension_name(q->dimension));
	put_sv(j, "unit", q->unit);
	put_f64(j, "to_base", q->to_base);
	put_sv(j, "role", quantity_role_name(q->role));
	put_sv(j, "change", changes[q->change]);
	put_sv(j, "of", q->of);
	put_sv(j, "place", q->place);
	put_sv(j, "group", q->group);
	put_day(j, "as_of_lo", q->as_of_lo);
	put_day(j, "as_of_hi", q->as_of_hi);
	json_out_object_end(j);
}

static void put_date(struct json_out *j, struct utf8_ruler *r, const struct date_ref *d)
{
	json_out_object(j);
	put_sv(j, "text", d->text);
	put_span(j, r, d->at, "start", "end");
	put_day(j, "lo", d->lo);
	put_day(j, "hi", d->hi);
	put_sv(j, "op", date_op_name(d->op));
	put_sv(j, "timex", d->timex);
	put_sv(j, "timex_type", d->timex_type);
	json_out_object_end(j);
}

static void put_quantities(struct json_out *j, struct utf8_ruler *r, const struct claim *c)
{
	json_out_array(j);
	for (size_t i = 0; i < c->n_quantities; i++)
		put_quantity(j, r, &c->quantities[i]);
	json_out_array_end(j);
}

static void put_dates(struct json_out *j, struct utf8_ruler *r, const struct claim *c)
{
	json_out_array(j);
	for (size_t i = 0; i < c->n_dates; i++)
		put_date(j, r, &c->dates[i]);
	json_out_array_end(j);
}

static void put_kinds(struct json_out *j, unsigned kinds)
{
	json_out_key(j, "kinds");
	json_out_array(j);
	for (size_t k = 0; k < CLAIM_KIND_N; k++)
		if (kinds & 1u << k)
			json_out_sv(j, claim_kind_name((enum claim_kind)k));
	json_out_array_end(j);
}

static void put_said(struct json_out *j, struct utf8_ruler *r, const struct attribution *said)
{
	put_sv(j, "speaker", said->speaker);
	put_sv(j, "via", said->via);
	put_bool(j, "is_anonymous", said->is_anonymous);
	put_bool(j, "is_direct", said->is_direct);
	put_span(j, r, said->source, "source_start", "source_end");
	put_span(j, r, said->cue, "cue_start", "cue_end");
	put_span(j, r, said->content, "content_start", "content_end");
	put_span(j, r, said->via_at, "via_start", "via_end");
}

static void put_claim(struct json_out *j, struct utf8_ruler *r, const struct claim *c)
{
	json_out_object(j);
	put_sv(j, "quote", c->quote);
	put_sv(j, "wording", c->wording.n > 0 ? c->wording : c->quote);
	put_span(j, r, c->at, "start", "end");
	put_span(j, r, c->sentence, "sentence_start", "sentence_end");
	json_out_key(j, "line");
	json_out_i64(j, (int64_t)c->line);
	put_sv(j, "block", block_kind_name(c->block));
	put_f64(j, "score", c->score);
	put_kinds(j, c->kinds);
	json_out_key(j, "reasons");
	json_out_array(j);
	for (size_t i = 0; i < c->n_reasons; i++)
		json_out_sv(j, sv_cstr(c->reasons[i]));
	json_out_array_end(j);
	put_said(j, r, &c->said);
	put_sv(j, "hedge", hedge_kind_name(c->hedge));
	put_bool(j, "negated", c->negated);
	json_out_key(j, "quantities");
	put_quantities(j, r, c);
	json_out_key(j, "dates");
	put_dates(j, r, c);
	json_out_object_end(j);
}

void claims_json_write(struct json_out *j, struct sv text, int32_t published, const struct claim_list *claims)
{
	struct utf8_ruler r = { .text = text };
	json_out_object(j);
	json_out_key(j, "claims");
	json_out_array(j);
	for (size_t i = 0; i < claims->n; i++)
		put_claim(j, &r, &claims->v[i]);
	json_out_array_end(j);
	put_bool(j, "was_read", claims->was_read);
	put_bool(j, "was_cut", claims->was_cut);
	put_day(j, "published", published);
	json_out_object_end(j);
}

void claims_json_write_quantities(struct json_out *j, struct utf8_ruler *text, const struct claim *claim)
{
	put_quantities(j, text, claim);
}

void claims_json_write_dates(struct json_out *j, struct utf8_ruler *text, const struct claim *claim)
{
	put_dates(j, text, claim);
}

/* Reading. `ok` turns false at the first thing that is not as it must be. */
struct claims_reader {
	struct arena *a;
	struct sv text; /* p == NULL: spans stay code points */
	bool ok;
};

static void expect(struct claims_reader *r, bool so, const char *what)
{
	if (!so && r->ok)
		(void)ERR_NEW(-1, "claims: %s", what);
	r->ok = r->ok && so;
}

static struct sv get_text(struct claims_reader *r, const struct json *o, const char *key)
{
	struct sv s = json_get_sv(o, key);
	enum json_kind kind = json_kind(json_get(o, key));
	expect(r, kind == JSON_IS_STRING || kind == JSON_IS_NULL || kind == JSON_ABSENT, key);
	expect(r, s.n <= 100000, key);
	return s.p == NULL ? SV_NONE : arena_sv(r->a, s);
}

static double get_bound(struct claims_reader *r, const struct json *o, const char *key, double open)
{
	double v = open;
	if (json_kind(json_get(o, key)) != JSON_IS_NULL)
		expect(r, json_f64(json_get(o, key), &v), key);
	return v;
}

static int32_t get_day(struct claims_reader *r, const struct json *o, const char *key)
{
	int32_t day = DAY_NONE;
	struct sv s = json_get_sv(o, key);
	if (s.p != NULL)
		expect(r, day_parse(s, &day), key);
	return day;
}

static struct span get_span(struct claims_reader *r, const struct json *o, const char *start, const char *end)
{
	int64_t from = 0, to = 0;
	if (json_get(o, start) == NULL)
		return (struct span){ 0, 0 };
	bool good = json_i64(json_get(o, start), 0, INT32_MAX, &from) && json_i64(json_get(o, end), from, INT32_MAX, &to);
	expect(r, good, start);
	struct span s = { (size_t)from, (size_t)to };
	if (r->text.p != NULL && r->ok) {
		s = (struct span){ utf8_byte_of(r->text, s.start), utf8_byte_of(r->text, s.end) };
		expect(r, s.end <= r->text.n, start);
	}
	return s;
}

static enum change parse_change(struct sv s)
{
	return sv_eq(s, SV("up")) ? CHANGE_UP : sv_eq(s, SV("down")) ? CHANGE_DOWN : CHANGE_NONE;
}

static void get_quantity(struct claims_reader *r, const struct json *o, struct quantity *q)
{
	int64_t digits = 0;
	q->text = get_text(r, o, "text");
	q->at = get_span(r, o, "start", "end");
	q->lo = get_bound(r, o, "lo", (double)-INFINITY);
	q->hi = get_bound(r, o, "hi", (double)INFINITY);
	expect(r, q->lo <= q->hi, "lo is over hi");
	q->lo_open = json_bool(json_get(o, "lo_open"), false);
	q->hi_open = json_bool(json_get(o, "hi_open"), false);
	q->approx = json_bool(json_get(o, "approx"), false);
	q->below = json_bool(json_get(o, "below"), false);
	q->above = json_bool(json_get(o, "above"), false);
	q->negated = json_bool(json_get(o, "negated"), false);
	(void)json_i64(json_get(o, "digits"), 0, 40, &digits);
	q->digits = (int)digits;
	if (json_get(o, "dimension") != NULL)
		expect(r, dimension_parse(json_get_sv(o, "dimension"), &q->dimension), "dimension");
	if (json_get(o, "role") != NULL)
		expect(r, quantity_role_parse(json_get_sv(o, "role"), &q->role), "role");
	q->unit = get_text(r, o, "unit");
	q->to_base = 1;
	if (json_get(o, "to_base") != NULL)
		expect(r, json_f64(json_get(o, "to_base"), &q->to_base) && q->to_base > 0, "to_base");
	q->change = parse_change(json_get_sv(o, "change"));
	q->of = get_text(r, o, "of");
	q->place = get_text(r, o, "place");
	q->group = get_text(r, o, "group");
	q->as_of_lo = get_day(r, o, "as_of_lo");
	q->as_of_hi = get_day(r, o, "as_of_hi");
}

static void get_date(struct claims_reader *r, const struct json *o, struct date_ref *d)
{
	d->text = get_text(r, o, "text");
	d->at = get_span(r, o, "start", "end");
	d->lo = get_day(r, o, "lo");
	d->hi = get_day(r, o, "hi");
	if (json_get(o, "op") != NULL)
		expect(r, date_op_parse(json_get_sv(o, "op"), &d->op), "op");
	d->timex = get_text(r, o, "timex");
	d->timex_type = get_text(r, o, "timex_type");
}

static void get_said(struct claims_reader *r, const struct json *o, struct attribution *said)
{
	said->speaker = get_text(r, o, "speaker");
	said->via = get_text(r, o, "via");
	said->is_anonymous = json_bool(json_get(o, "is_anonymous"), false);
	said->is_direct = json_bool(json_get(o, "is_direct"), false);
	said->source = get_span(r, o, "source_start", "source_end");
	said->cue = get_span(r, o, "cue_start", "cue_end");
	said->content = get_span(r, o, "content_start", "content_end");
	said->via_at = get_span(r, o, "via_start", "via_end");
}

static void get_kinds_and_reasons(struct claims_reader *r, const struct json *o, struct claim *c)
{
	const struct json *kinds = json_get(o, "kinds"), *reasons = json_get(o, "reasons");
	const char **v = ARENA_ARRAY(r->a, const char *, json_count(reasons));
	for (size_t i = 0; i < json_count(kinds); i++) {
		enum claim_kind kind = CLAIM_QUANTITY;
		expect(r, claim_kind_parse(json_sv(json_item(kinds, i)), &kind), "kinds");
		c->kinds |= 1u << kind;
	}
	for (size_t i = 0; i < json_count(reasons); i++)
		v[i] = arena_cstr(r->a, json_sv(json_item(reasons, i)));
	c->reasons = v;
	c->n_reasons = json_count(reasons);
}

static void get_claim(struct claims_reader *r, const struct json *o, struct claim *c)
{
	const struct json *quantities = json_get(o, "quantities"), *dates = json_get(o, "dates");
	int64_t line = 0;
	expect(r, json_kind(o) == JSON_IS_OBJECT, "a claim is no object");
	c->quote = get_text(r, o, "quote");
	expect(r, c->quote.n > 0, "quote");
	c->wording = get_text(r, o, "wording");
	c->wording = c->wording.n > 0 ? c->wording : c->quote;
	c->at = get_span(r, o, "start", "end");
	c->sentence = json_get(o, "sentence_start") == NULL ? c->at : get_span(r, o, "sentence_start", "sentence_end");
	if (r->text.p != NULL && r->ok)
		expect(r, sv_eq(sv_sub(r->text, c->at.start, c->at.end), c->quote), "quote is not what stands there");
	(void)json_i64(json_get(o, "line"), 0, INT32_MAX, &line);
	c->line = (size_t)line;
	if (json_get(o, "block") != NULL)
		expect(r, block_kind_parse(json_get_sv(o, "block"), &c->block), "block");
	expect(r, json_f64(json_get(o, "score"), &c->score) && c->score >= 0 && c->score <= 1, "score");
	get_kinds_and_reasons(r, o, c);
	get_said(r, o, &c->said);
	if (json_get(o, "hedge") != NULL)
		expect(r, hedge_kind_parse(json_get_sv(o, "hedge"), &c->hedge), "hedge");
	c->negated = json_bool(json_get(o, "negated"), false);
	c->is_claim = true;
	struct quantity *q = ARENA_ARRAY(r->a, struct quantity, json_count(quantities));
	struct date_ref *d = ARENA_ARRAY(r->a, struct date_ref, json_count(dates));
	for (size_t i = 0; i < json_count(quantities) && r->ok; i++)
		get_quantity(r, json_item(quantities, i), &q[i]);
	for (size_t i = 0; i < json_count(dates) && r->ok; i++)
		get_date(r, json_item(dates, i), &d[i]);
	c->quantities = q;
	c->n_quantities = json_count(quantities);
	c->dates = d;
	c->n_dates = json_count(dates);
}

int claims_json_read(struct arena *a, const struct json *object, struct sv text, struct claims_file *ret)
{
	struct claims_reader r = { .a = a, .text = text, .ok = true };
	const struct json *claims = json_get(object, "claims");
	size_t n = json_count(claims);
	expect(&r, json_kind(claims) == JSON_IS_ARRAY && n <= 20000, "no array of claims");
	struct claim *v = ARENA_ARRAY(a, struct claim, r.ok ? n : 0);
	for (size_t i = 0; r.ok && i < n; i++)
		get_claim(&r, json_item(claims, i), &v[i]);
	*ret = (struct claims_file){ { v, n, json_bool(json_get(object, "was_read"), true), json_bool(json_get(object, "was_cut"), false) },
		get_day(&r, object, "published") };
	return r.ok ? 0 : CLAIMS_JSON_MALFORMED;
}
