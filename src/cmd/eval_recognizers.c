#include "claim/amount.h"
#include "claim/bound.h"
#include "claim/date.h"
#include "cmd/eval.h"
#include "text/utf8.h"

/* What a model of the measurement asks for, by the start of its name. */
enum recognizer { RECOGNIZE_NUMBER, RECOGNIZE_RANGE, RECOGNIZE_PERCENT, RECOGNIZE_CURRENCY, RECOGNIZE_DIMENSION, RECOGNIZE_AGE,
	RECOGNIZE_TEMPERATURE, RECOGNIZE_DATE, RECOGNIZE_N };

static const struct sv model_names[RECOGNIZE_N] = { [RECOGNIZE_NUMBER] = SV_INIT("NumberModel"), [RECOGNIZE_RANGE] = SV_INIT("NumberRange"),
	[RECOGNIZE_PERCENT] = SV_INIT("Percent"), [RECOGNIZE_CURRENCY] = SV_INIT("Currency"), [RECOGNIZE_DIMENSION] = SV_INIT("Dimension"),
	[RECOGNIZE_AGE] = SV_INIT("Age"), [RECOGNIZE_TEMPERATURE] = SV_INIT("Temperature"), [RECOGNIZE_DATE] = SV_INIT("DateTime") };

/* The measurement's names of units that are not ours with a capital letter. */
static const struct {
	struct sv ours, theirs;
} unit_names[] = { { SV_INIT("united states dollar"), SV_INIT("United States dollar") }, { SV_INIT("pound sterling"), SV_INIT("Pound") },
	{ SV_INIT("pound-mass"), SV_INIT("Pound") }, { SV_INIT("celsius"), SV_INIT("C") }, { SV_INIT("fahrenheit"), SV_INIT("F") },
	{ SV_INIT("tonne"), SV_INIT("Ton") }, { SV_INIT("indian rupee"), SV_INIT("Rupee") }, { SV_INIT("british pound"), SV_INIT("British pound") },
	{ SV_INIT("french franc"), SV_INIT("Franc") }, { SV_INIT("new zealand dollar"), SV_INIT("New Zealand dollar") },
	{ SV_INIT("hong kong dollar"), SV_INIT("Hong Kong dollar") } };

struct answer {
	struct arena *arena;
	struct number_tokens tokens;
	struct utf8_ruler offsets;
	struct json_out *out;
};

static struct sv unit_word(struct arena *a, struct sv name)
{
	for (size_t i = 0; i < sizeof(unit_names) / sizeof(*unit_names); i++)
		if (sv_eq(name, unit_names[i].ours))
			return unit_names[i].theirs;
	size_t r = 0; /* "metre", "litre": American spelling */
	while (r + 2 < name.n && !(name.p[r] == 't' && name.p[r + 1] == 'r' && name.p[r + 2] == 'e' && (r + 3 == name.n || name.p[r + 3] == ' ')))
		r++;
	if (r + 2 < name.n)
		name = arena_printf(a, SV_FMT "er" SV_FMT, SV_ARG(sv_sub(name, 0, r + 1)), SV_ARG(sv_sub(name, r + 3, name.n)));
	return name.n == 0 ? name : arena_printf(a, "%c" SV_FMT, ascii_upper(name.p[0]), SV_ARG(sv_sub(name, 1, name.n)));
}

static void write_found(struct answer *w, size_t first, size_t end, struct sv value, struct sv unit)
{
	size_t from = number_token_at(&w->tokens, first)->at.start, to = number_token_at(&w->tokens, end - 1)->at.end;
	json_out_object(w->out);
	json_out_key(w->out, "Start");
	json_out_i64(w->out, (int64_t)utf8_ruler_at(&w->offsets, from));
	json_out_key(w->out, "End");
	json_out_i64(w->out, (int64_t)utf8_ruler_at(&w->offsets, to) - 1);
	json_out_key(w->out, "Text");
	json_out_sv(w->out, sv_sub(w->offsets.text, from, to));
	json_out_key(w->out, "value");
	json_out_sv(w->out, value);
	if (unit.n > 0) {
		json_out_key(w->out, "unit");
		json_out_sv(w->out, unit);
	}
	json_out_object_end(w->out);
}

static struct sv plain(struct arena *a, double v)
{
	return arena_printf(a, "%.15G", v);
}

static bool is_pronoun(const struct number_tokens *t, const struct amount *am)
{
	return am->number_end == am->number_first + 1 && number_token_is(t, am->number_first, SV("one")) &&
	       number_token_in(t, am->number_first - 1, " the this that which no any every each another last next previous ");
}

static bool has_glued_unit(const struct number_tokens *t, const struct amount *am)
{
	return am->end > am->number_end && number_token_at(t, am->number_end)->is_glued && number_token_at(t, am->number_end)->class == NUMBER_WORD;
}

static bool is_wanted(enum recognizer what, enum dimension d)
{
	switch (what) {
	case RECOGNIZE_PERCENT: return d == DIM_PERCENT;
	case RECOGNIZE_CURRENCY: return d == DIM_CURRENCY;
	case RECOGNIZE_AGE: return d == DIM_AGE;
	case RECOGNIZE_TEMPERATURE: return d == DIM_TEMPERATURE;
	case RECOGNIZE_DIMENSION: return (d >= DIM_LENGTH && d <= DIM_SPEED) || d == DIM_DATA;
	case RECOGNIZE_NUMBER:
	case RECOGNIZE_RANGE:
	case RECOGNIZE_DATE:
	case RECOGNIZE_N:
	default: return false;
	}
}

/* A number inside a name or an address ("SCP-173m", "?q=30%25"). */
static bool is_inside(const struct number_tokens *t, const struct amount *am)
{
	enum number_class before = number_token_at(t, am->first - 1)->class;
	return am->first > 0 && number_token_at(t, am->first)->is_glued && (before == NUMBER_WORD || before == NUMBER_DIGITS ||
	       number_token_in(t, am->first - 1, " % = & / - "));
}

static void write_amount(struct answer *w, enum recognizer what, const struct amount *am)
{
	struct arena *a = w->arena;
	struct sv value = plain(a, am->number.lo);
	if (what != RECOGNIZE_NUMBER && is_inside(&w->tokens, am))
		return;
	bool is_signed = am->number.lo < 0 && !am->has_money_before;
	if (what == RECOGNIZE_NUMBER && !is_pronoun(&w->tokens, am) && !has_glued_unit(&w->tokens, am))
		write_found(w, is_signed ? am->first : am->number_first, am->number_end, value, SV_NONE);
	else if (what == RECOGNIZE_PERCENT && is_wanted(what, am->unit.dimension))
		write_found(w, am->first, am->end, arena_printf(a, SV_FMT "%%", SV_ARG(value)), SV_NONE);
	else if (what == RECOGNIZE_DIMENSION && am->unit.dimension == DIM_SPEED)
		write_found(w, am->first, am->end, value, unit_word(a, am->unit.name));
	else if (what != RECOGNIZE_NUMBER && is_wanted(what, am->plain.dimension))
		write_found(w, am->first, am->plain_end, value, unit_word(a, am->plain.name));
}

/* The words that close an interval behind the bound `b`, in the measurement's writing. */
static struct sv interval_of(struct arena *a, enum bound b, double v)
{
	struct sv n = plain(a, v);
	switch (b) {
	case BOUND_LEAST: return arena_printf(a, "[" SV_FMT ",)", SV_ARG(n));
	case BOUND_OVER: return arena_printf(a, "(" SV_FMT ",)", SV_ARG(n));
	case BOUND_MOST: return arena_printf(a, "(," SV_FMT "]", SV_ARG(n));
	case BOUND_UNDER: return arena_printf(a, "(," SV_FMT ")", SV_ARG(n));
	case BOUND_NONE:
	case BOUND_EXACT:
	case BOUND_APPROX:
	case BOUND_NEARLY:
	case BOUND_JUST_OVER:
	case BOUND_TOTAL:
	default: return SV_NONE;
	}
}

/* "[3,7)" of a lower and an upper bound, in either order; empty when they are none. */
static struct sv between(struct arena *a, enum bound b, double x, enum bound other, double y)
{
	bool is_lower = b == BOUND_LEAST || b == BOUND_OVER;
	enum bound lower = is_lower ? b : other, upper = is_lower ? other : b;
	double low = is_lower ? x : y, high = is_lower ? y : x;
	if ((lower != BOUND_LEAST && lower != BOUND_OVER) || (upper != BOUND_MOST && upper != BOUND_UNDER) || high < low)
		return SV_NONE;
	return arena_printf(a, "%c" SV_FMT "," SV_FMT "%c", lower == BOUND_OVER ? '(' : '[', SV_ARG(plain(a, low)), SV_ARG(plain(a, high)),
	    upper == BOUND_UNDER ? ')' : ']');
}

/* A lower and an upper bound said one after the other: "more than 10 and less than 40"; the token to go on from, 0 for none. */
static size_t write_two_bounds(struct answer *w, const struct amount *x, size_t n_before, enum bound b)
{
	enum { REACH = 9 };
	const struct number_tokens *t = &w->tokens;
	struct amount y;
	enum bound other = BOUND_NONE;
	if (n_before == 0 || !number_token_in(t, x->number_end, " and but "))
		return 0;
	for (size_t k = x->number_end + 2; k < x->number_end + REACH; k++) {
		if (bound_before(t, k, &other) != k - x->number_end - 1 || !amount_read(w->arena, t, k, &y))
			continue;
		struct sv value = between(w->arena, b, x->number.lo, other, y.number.lo);
		if (value.n > 0)
			write_found(w, x->number_first - n_before, y.number_end, value, SV_NONE);
		return value.n > 0 ? y.number_end : 0;
	}
	return 0;
}

/* "between 10 and 15", "20 through 100", "20~100": the token to go on from, 0 for no pair. */
static size_t write_pair(struct answer *w, const struct amount *x)
{
	const struct number_tokens *t = &w->tokens;
	struct amount y;
	bool is_between = number_token_is(t, x->first - 1, SV("between")), is_from = number_token_is(t, x->first - 1, SV("from"));
	bool is_link = number_token_in(t, x->number_end, is_between ? " and " : " to through till ~ ") || (number_token_is_dash(t, x->number_end) && !is_between);
	if (!is_link || !amount_read_from(w->arena, t, x->number_end + 1, &y) || y.number.lo <= x->number.lo)
		return 0;
	if (number_token_is_dash(t, y.number_end) || (number_token_is_mark(t, x->first - 1, '+') && number_token_at(t, x->first)->is_glued))
		return 0; /* a telephone number */
	struct sv value = arena_printf(w->arena, "[" SV_FMT "," SV_FMT ")", SV_ARG(plain(w->arena, x->number.lo)), SV_ARG(plain(w->arena, y.number.lo)));
	write_found(w, x->first - (is_between || is_from ? 1 : 0), y.number_end, value, SV_NONE);
	return y.number_end;
}

static size_t write_range(struct answer *w, const struct amount *am)
{
	enum bound before = BOUND_NONE, after = BOUND_NONE;
	size_t n_before = bound_before(&w->tokens, am->number_first, &before), n_after = bound_after(&w->tokens, am->number_end, &after);
	size_t end = write_pair(w, am);
	if (end == 0 && n_after == 0)
		end = write_two_bounds(w, am, n_before, before);
	if (end > 0)
		return end;
	struct sv value = interval_of(w->arena, n_after > 0 ? after : before, am->number.lo);
	if (value.n == 0)
		return am->number_end;
	if (n_after > 0)
		n_before = 0;
	write_found(w, am->number_first - n_before, am->number_end + n_after, value, SV_NONE);
	return am->number_end + n_after;
}

static void write_numbers(struct answer *w, enum recognizer what)
{
	struct amount am;
	for (size_t i = 0; i < w->tokens.n;) {
		if (!amount_read(w->arena, &w->tokens, i, &am) || am.number.is_vague) {
			i++;
		} else if (what == RECOGNIZE_RANGE) {
			i = write_range(w, &am);
		} else {
			write_amount(w, what, &am);
			i = what == RECOGNIZE_NUMBER || am.end < am.number_end ? am.number_end : am.end;
		}
	}
}

static void write_dates(struct answer *w, int32_t published)
{
	struct date_refs dates;
	date_find(w->arena, w->offsets.text, (struct span){ 0, w->offsets.text.n }, &(struct date_context){ .published = published }, &dates);
	for (size_t i = 0; i < dates.n; i++) {
		const struct date_ref *d = &dates.v[i];
		json_out_object(w->out);
		json_out_key(w->out, "Start");
		json_out_i64(w->out, (int64_t)utf8_ruler_at(&w->offsets, d->when.start));
		json_out_key(w->out, "End");
		json_out_i64(w->out, (int64_t)utf8_ruler_at(&w->offsets, d->when.end) - 1);
		json_out_key(w->out, "Text");
		json_out_sv(w->out, sv_sub(w->offsets.text, d->when.start, d->when.end));
		json_out_key(w->out, "values");
		json_out_array(w->out);
		json_out_sv(w->out, d->timex);
		json_out_array_end(w->out);
		json_out_object_end(w->out);
	}
}

/* {"id","model","text","ref"} -> "results":[{"Start","End","Text","value"[,"unit"]} or with "values" for dates] */
int eval_recognizers(struct arena *a, const struct json *row, struct json_out *j)
{
	struct answer w = { .arena = a, .out = j, .offsets = { .text = json_get_sv(row, "text") } };
	struct sv model = json_get_sv(row, "model");
	int32_t published = DAY_NONE;
	enum recognizer what = RECOGNIZE_NUMBER;
	while (what < RECOGNIZE_N && !sv_starts(model, model_names[what]))
		what++;
	(void)day_parse(sv_sub(json_get_sv(row, "ref"), 0, 10), &published);
	json_out_key(j, "results");
	json_out_array(j);
	if (what == RECOGNIZE_DATE)
		write_dates(&w, published);
	else if (what != RECOGNIZE_N) {
		number_token_list(a, w.offsets.text, (struct span){ 0, w.offsets.text.n }, &w.tokens);
		write_numbers(&w, what);
	}
	json_out_array_end(j);
	return 0;
}
