#include "claim/date_rule.h"

enum name_kind { NAME_FIXED, NAME_NTH, NAME_EASTER, NAME_ONCE };

struct name {
	struct sv words;
	enum name_kind kind;
	int month, day, nth, add, year; /* day: of the month, or the weekday */
};

static const struct name names[] = {
#define FIXED(words, month, day) { SV_INIT(words), NAME_FIXED, month, day, 0, 0, 0 },
#define NTH(words, month, weekday, nth, add) { SV_INIT(words), NAME_NTH, month, weekday, nth, add, 0 },
#define EASTER(words, add) { SV_INIT(words), NAME_EASTER, 0, 0, 0, add, 0 },
#define ONCE(words, year, month, day) { SV_INIT(words), NAME_ONCE, month, day, 0, 0, year },
#include "claim/date_names.def"
#undef FIXED
#undef NTH
#undef EASTER
#undef ONCE
};

static const struct civil elections[] = {
#define ELECTION(year, month, day) { year, month, day },
#include "claim/date_elections.def"
#undef ELECTION
};

/* The tokens the name's words take at i, each with its possessive or full stop; 0 if they do not stand there. */
static size_t match_words(const struct date_tokens *t, size_t i, struct sv words)
{
	struct sv word;
	size_t at = i;
	while (sv_split(&words, ' ', &word)) {
		if (!date_token_is(t, at, word))
			return 0;
		at++;
		if (words.p && date_token_is_apostrophe(t, at))
			at += 1 + date_token_is(t, at + 1, SV("s"));
		if (words.p && date_token_is_mark(t, at, '.'))
			at++;
	}
	return at - i;
}

static void name_in_year(const void *what, int year, struct when *ret)
{
	const struct name *n = what;
	int32_t day = n->kind == NAME_EASTER ? when_easter(year)
	            : n->kind == NAME_NTH ? when_nth_weekday(year, n->month, n->day, n->nth)
	                                  : day_from_civil((struct civil){ n->year ? n->year : year, n->month, n->day });
	when_day(day + n->add, ret);
}

static const struct name *find_name(const struct date_tokens *t, size_t i, size_t *ret_n)
{
	const struct name *best = NULL;
	const struct date_token *k = date_token_at(t, i);
	*ret_n = 0;
	if (k->word.n == 0 || !ascii_is_upper(k->word.p[0]))
		return NULL;
	for (size_t j = 0; j < sizeof(names) / sizeof(*names); j++) {
		size_t n = match_words(t, i, names[j].words);
		if (n > *ret_n) {
			*ret_n = n;
			best = &names[j];
		}
	}
	return best;
}

static size_t rule_named_day(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	size_t n, rel = date_token_at(t, i)->class == TOK_REL;
	int year = 0;
	const struct name *name = find_name(t, i + rel, &n);
	if (!name)
		return 0;
	size_t at = i + rel + n + date_token_is_mark(t, i + rel + n, ',');
	size_t y = date_year_number(t, at, &year);
	if (name->kind == NAME_ONCE) {
		name_in_year(name, name->year, ret);
		return rel + n;
	}
	if (y > 0) {
		name_in_year(name, year, ret);
		return at + y - i;
	}
	if (!rel || s->published == DAY_NONE) {
		date_choose_year(s, i, name_in_year, name, ret);
		return rel + n;
	}
	int want = date_token_at(t, i)->value, from = civil_from_day(s->published).year;
	name_in_year(name, from, ret);
	if (want < 0 && ret->lo >= s->published)
		name_in_year(name, from - 1, ret);
	if (want > 0 && ret->lo <= s->published)
		name_in_year(name, from + 1, ret);
	return rel + n;
}

/* The one known election of that month; DAY_NONE if there is none or more than one. */
static int32_t election_in(int year, int month)
{
	int32_t found = month == 11 && year % 2 == 0 ? when_nth_weekday(year, 11, 0, 1) + 1 : DAY_NONE;
	for (size_t k = 0; k < sizeof(elections) / sizeof(*elections); k++) {
		if (elections[k].year != year || elections[k].month != month)
			continue;
		if (found != DAY_NONE)
			return DAY_NONE;
		found = day_from_civil(elections[k]);
	}
	return found;
}

/* "November presidential election", "June 2017 general election": the month is read as any month, then looked up. */
static size_t rule_election(const struct date_scan *s, size_t i, struct when *ret)
{
	static const char *const kinds[] = { "presidential", "general", "midterm", "mid", "term", "parliamentary",
		"congressional", "federal", "legislative", "national", "snap", "US", "U", "S", "American", "UK", NULL };
	static const char *const nouns[] = { "election", "elections", "midterms", "referendum", "vote", NULL };
	const struct date_tokens *t = &s->tokens;
	enum { MOST_KINDS = 8 };
	if (date_token_at(t, i)->class != TOK_MONTH)
		return 0;
	size_t n = date_absolute(s, i, ret);
	if (n == 0 || ret->grain != GRAIN_MONTH || ret->lo == DAY_NONE)
		return 0;
	size_t at = i + n, stop = at + MOST_KINDS;
	while (at < stop && (date_token_in(t, at, kinds) || date_token_is_mark(t, at, '-') || date_token_is_mark(t, at, '.')))
		at++;
	if (!date_token_in(t, at, nouns))
		return 0;
	struct civil c = civil_from_day(ret->lo);
	int32_t day = election_in(c.year, c.month);
	if (day == DAY_NONE)
		return 0;
	when_day(day, ret);
	return at + 1 - i;
}

size_t date_name(const struct date_scan *s, size_t i, struct when *ret)
{
	size_t n = rule_election(s, i, ret);
	return n > 0 ? n : rule_named_day(s, i, ret);
}
