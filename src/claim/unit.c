#include "claim/unit.h"

enum { WORDS_MOST = 4, ALIAS_ROOM = 48 };

struct unit_row {
	struct unit unit;
	struct sv words, symbols;
};

static const struct unit_row rows[] = {
#define UNIT(dimension, factor, symbol, name, words, symbols) \
	{ { DIM_##dimension, factor, SV_INIT(symbol), SV_INIT(name) }, SV_INIT(words), SV_INIT(symbols) },
#define CENT(code, factor, name, words, symbols) \
	{ { DIM_CURRENCY, factor, SV_INIT(code), SV_INIT(name) }, SV_INIT(words), SV_INIT(symbols) },
#define MONEY(code, name, words, symbols) CENT(code, 1, name, words, symbols)
#include "claim/unit.def"
#undef MONEY
#undef CENT
#undef UNIT
};

/* Long enough for any case, and no article before a sign ("a $5 note"). */
static bool is_code(struct sv s)
{
	return s.n >= 3 && !(s.p[0] == 'a' && s.p[1] == ' ');
}

/* Is `alias` one of the parts of `list` between '|'? Codes of money ("usd", "us$") count in any case. */
static bool is_listed(struct sv list, struct sv alias, bool is_money)
{
	struct sv part;
	while (sv_split(&list, '|', &part))
		if (part.n > 0 && (sv_eq(part, alias) || (is_money && is_code(alias) && sv_eq_icase(part, alias))))
			return true;
	return false;
}

static const struct unit_row *find(struct sv alias, bool is_symbol)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (is_listed(is_symbol ? rows[i].symbols : rows[i].words, alias, is_symbol && rows[i].unit.dimension == DIM_CURRENCY))
			return &rows[i];
	return NULL;
}

/* Tokens [first, first + n) as they stand, a blank where there is space; empty when too long for any alias. */
static struct sv join(char out[ALIAS_ROOM], const struct number_tokens *t, size_t first, size_t n, bool lower)
{
	size_t len = 0;
	for (size_t i = first; i < first + n; i++) {
		const struct number_token *token = number_token_at(t, i);
		struct sv s = lower ? token->lower : token->text;
		bool blank = i > first && !token->is_glued;
		if (s.n == 0 || len + blank + s.n > ALIAS_ROOM)
			return SV_NONE;
		if (blank)
			out[len++] = ' ';
		for (size_t k = 0; k < s.n; k++)
			out[len++] = s.p[k];
	}
	return (struct sv){ out, len };
}

/* One unit without "per", the longest first. */
static size_t simple(const struct number_tokens *t, size_t i, struct unit *ret)
{
	char room[ALIAS_ROOM];
	for (size_t n = WORDS_MOST; n > 0; n--) {
		const struct unit_row *row = find(join(room, t, i, n, true), false);
		if (row == NULL)
			row = find(join(room, t, i, n, false), true);
		if (row == NULL)
			continue;
		*ret = row->unit;
		return n;
	}
	return 0;
}

/* "per", "/", "an" before a unit of time: what stands between the two halves of a compound unit; 0 if nothing. */
static size_t divider(const struct number_tokens *t, size_t i)
{
	if (number_token_is(t, i, SV("per")) || number_token_in(t, i, " a an ") ||
	    (number_token_is_mark(t, i, '/') && number_token_at(t, i)->is_glued))
		return 1;
	return 0;
}

static enum dimension divided(const struct unit *top, const struct unit *bottom)
{
	bool is_speed = top->dimension == DIM_LENGTH && bottom->dimension == DIM_TIME;
	return is_speed ? DIM_SPEED : top->dimension == DIM_CURRENCY || top->dimension == DIM_PERCENT ? top->dimension : DIM_OTHER;
}

/* "per share", "a head": counted things that prices and rates are given for. */
static size_t counted(const struct number_tokens *t, size_t i, struct unit *ret)
{
	if (!number_token_in(t, i, " share person head capita household passenger unit ticket pupil student vote game "))
		return 0;
	*ret = (struct unit){ DIM_COUNT, 1, number_token_at(t, i)->lower, number_token_at(t, i)->lower };
	return 1;
}

size_t unit_rate(struct arena *a, const struct number_tokens *t, size_t i, struct unit *inout)
{
	struct unit per;
	size_t by = divider(t, i);
	if (by == 0)
		return 0;
	size_t n = simple(t, i + by, &per);
	bool is_article = number_token_in(t, i, " a an ");
	if (n > 0 && is_article && per.dimension != DIM_TIME && inout->dimension != DIM_CURRENCY)
		return 0;
	if (n == 0)
		n = counted(t, i + by, &per);
	if (n == 0 || per.to_base == 0)
		return 0;
	inout->dimension = divided(inout, &per);
	inout->symbol = arena_printf(a, SV_FMT "/" SV_FMT, SV_ARG(inout->symbol), SV_ARG(per.symbol));
	inout->name = arena_printf(a, SV_FMT " per " SV_FMT, SV_ARG(inout->name), SV_ARG(per.name));
	inout->to_base = per.dimension == DIM_COUNT ? inout->to_base : inout->to_base / per.to_base;
	return by + n;
}

/* May the lone letter before token i be a unit: "1 m x 2 m", "3 m tall"? */
static bool stands_apart(const struct number_tokens *t, size_t i)
{
	return number_token_in(t, i, " x by tall long high wide deep away ") || number_token_is_mark(t, i, 0xD7);
}

/* "20 (kg)": the unit in brackets at token i; tokens taken or 0. */
static size_t bracketed(const struct number_tokens *t, size_t i, struct unit *ret)
{
	struct unit m;
	size_t n = number_token_is_mark(t, i, '(') && number_token_at(t, i + 1)->is_glued ? simple(t, i + 1, &m) : 0;
	if (n == 0 || !number_token_is_mark(t, i + 1 + n, ')'))
		return 0;
	*ret = m;
	return n + 2;
}

/*
 * A lone letter counts only where it stands right behind the number ("5m", not "5 m" of a name) and no digit stands behind it, or
 * where what follows says that it measures.
 */
static bool is_letter_unit(const struct number_tokens *t, size_t i)
{
	const struct number_token *next = number_token_at(t, i + 1);
	if (!number_token_at(t, i)->is_glued)
		return stands_apart(t, i + 1);
	return next->class != NUMBER_DIGITS || !next->is_glued;
}

size_t unit_after(const struct number_tokens *t, size_t i, struct unit *ret)
{
	const struct number_token *first = number_token_at(t, i);
	bool is_hyphen = number_token_is_dash(t, i) && first->is_glued && number_token_at(t, i + 1)->is_glued;
	size_t skip = is_hyphen ? 1 : 0;
	struct unit m = { 0 };
	size_t n = simple(t, i + skip, &m);
	bool is_letter = n == 1 && !is_hyphen && first->text.n == 1 && first->class == NUMBER_WORD;
	if (n == 0)
		return bracketed(t, i, ret);
	if (is_letter && !is_letter_unit(t, i))
		return 0;
	*ret = m;
	return n + skip;
}

size_t unit_before(const struct number_tokens *t, size_t i, struct unit *ret)
{
	char room[ALIAS_ROOM];
	for (size_t n = i < 3 ? i : 3; n > 0; n--) {
		const struct number_token *first = number_token_at(t, i - n);
		bool is_behind = number_token_at(t, i - n - 1)->class == NUMBER_DIGITS && (first->is_glued || !number_token_at(t, i)->is_glued);
		if (is_behind) /* "10 $ 30 $": it is the number's before it */
			continue;
		const struct unit_row *row = find(join(room, t, i - n, n, false), true);
		if (row == NULL || row->unit.dimension != DIM_CURRENCY || row->unit.to_base != 1)
			continue;
		*ret = row->unit;
		return n;
	}
	return 0;
}

static struct sv name_of(struct sv symbol)
{
	struct sv found = symbol;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (sv_eq(rows[i].unit.symbol, symbol) && rows[i].unit.to_base != 0)
			found = found.p == symbol.p || rows[i].unit.dimension == DIM_CURRENCY ? rows[i].unit.name : found;
	return found;
}

struct sv unit_name(struct arena *a, struct sv symbol)
{
	size_t slash = sv_find_char(symbol, '/', 0);
	struct sv whole = name_of(symbol);
	if (whole.p != symbol.p || slash == symbol.n)
		return whole;
	return arena_printf(a, SV_FMT " per " SV_FMT, SV_ARG(name_of(sv_sub(symbol, 0, slash))), SV_ARG(name_of(sv_sub(symbol, slash + 1, symbol.n))));
}

bool unit_find(struct sv symbol, struct unit *ret)
{
	bool is_found = false;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (!sv_eq(rows[i].unit.symbol, symbol) || (is_found && rows[i].unit.dimension != DIM_CURRENCY))
			continue;
		*ret = rows[i].unit;
		is_found = true;
	}
	return is_found;
}
