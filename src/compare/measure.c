#include "compare/measure.h"

#include <stdlib.h>

/* Figures published further apart than this are an update, not a conflict; a toll grows by the day. */
#define UPDATE_DAYS 7
#define TOLL_UPDATE_DAYS 1

static void set_of(struct arena *a, struct sv text, struct terms *ret)
{
	struct terms all;
	term_list(a, text, &all);
	term_set(a, &all, ret);
}

static enum moment moment_of(const struct claim *claim, const struct quantity *q)
{
	bool planned = (claim->kinds & (1U << CLAIM_PLAN)) != 0 || claim->hedge == HEDGE_PLANNED || claim->hedge == HEDGE_EXPECTED;
	switch (q->role) {
	case ROLE_CHANGE:
		return MOMENT_CHANGE;
	case ROLE_FROM:
		return planned ? MOMENT_NOW : MOMENT_EARLIER;
	case ROLE_TO:
		return planned ? MOMENT_TARGET : MOMENT_NOW;
	case ROLE_LEVEL:
	case ROLE_SHARE:
	case ROLE_RANK:
	case ROLE_TOTAL:
	case ROLE_PART:
	case ROLE_N:
	default:
		return MOMENT_NOW;
	}
}

/* The head is the last word of the phrase before "of", "in", "who" ...; names and other words before it qualify. */
static void read_of(struct arena *a, struct sv of, struct measure *m)
{
	struct terms all;
	term_list(a, of, &all);
	struct term *names = ARENA_ARRAY(a, struct term, all.n), *traits = ARENA_ARRAY(a, struct term, all.n);
	size_t n = 0, n_names = 0, n_traits = 0;
	while (n < all.n && !(all.v[n].is_stop && n > 0))
		n++;
	for (size_t i = 0; i + 1 < n; i++) {
		const struct term *t = &all.v[i];
		if (t->is_stop || t->is_number)
			continue;
		if (ascii_is_upper(t->text.p[0]))
			names[n_names++] = *t;
		else
			traits[n_traits++] = *t;
	}
	m->head = n > 0 ? all.v[n - 1].hash : 0;
	term_set(a, &(struct terms){ names, n_names }, &m->names);
	term_set(a, &(struct terms){ traits, n_traits }, &m->traits);
}

void measure_of(struct arena *a, const struct claim *claim, const struct quantity *q, int32_t published, struct measure *ret)
{
	*ret = (struct measure){ .q = q, .claim = claim, .published = published, .moment = moment_of(claim, q) };
	read_of(a, q->of, ret);
	set_of(a, q->place, &ret->place);
	set_of(a, q->group, &ret->group);
}

static bool are_apart(const struct terms *x, const struct terms *y) { return x->n > 0 && y->n > 0 && term_common(x, y) == 0; }

static bool is_unit_apart(const struct quantity *x, const struct quantity *y)
{
	if (x->dimension != y->dimension)
		return true;
	if (x->dimension == DIM_CURRENCY || x->dimension == DIM_OTHER)
		return !sv_eq_icase(x->unit, y->unit);
	return false;
}

static struct alignment apart(struct sv why) { return (struct alignment){ ALIGN_APART, why }; }

static bool is_toll(uint32_t head) { return head == term_hash(SV("killed")) || head == term_hash(SV("injured")); }

static struct sv moment_words(enum moment m)
{
	static const struct sv words[] = { SV_INIT("a level today"), SV_INIT("an earlier level"), SV_INIT("a target"), SV_INIT("a change") };
	return words[m];
}

static struct alignment align_moment(struct arena *a, const struct measure *x, const struct measure *y)
{
	if (x->moment != y->moment) {
		const struct measure *first = x->moment < y->moment ? x : y, *second = first == x ? y : x;
		return apart(arena_printf(a, SV_FMT " against " SV_FMT ": no conflict", SV_ARG(moment_words(first->moment)),
		    SV_ARG(moment_words(second->moment))));
	}
	if (x->q->role == ROLE_RANK || y->q->role == ROLE_RANK)
		return x->q->role == y->q->role ? (struct alignment){ ALIGN_SAME, SV_NONE } : apart(SV("a rank against an amount"));
	if (x->q->role == ROLE_PART && y->q->role != ROLE_PART)
		return (struct alignment){ ALIGN_PART, SV("a part against the whole") };
	if (y->q->role == ROLE_PART && x->q->role != ROLE_PART)
		return (struct alignment){ ALIGN_PART, SV("a part against the whole") };
	return (struct alignment){ ALIGN_SAME, SV_NONE };
}

static bool is_other_as_of(const struct quantity *x, const struct quantity *y)
{
	bool before = x->as_of_hi != DAY_NONE && y->as_of_lo != DAY_NONE && x->as_of_hi < y->as_of_lo;
	bool after = y->as_of_hi != DAY_NONE && x->as_of_lo != DAY_NONE && y->as_of_hi < x->as_of_lo;
	return before || after;
}

static struct alignment align_time(struct arena *a, const struct measure *x, const struct measure *y)
{
	if (is_other_as_of(x->q, y->q))
		return (struct alignment){ ALIGN_OTHER_TIME, SV("they speak of different times; both can be right") };
	if (x->published == DAY_NONE || y->published == DAY_NONE)
		return (struct alignment){ ALIGN_SAME, SV_NONE };
	int days = abs(x->published - y->published);
	if (days > (is_toll(x->head) ? TOLL_UPDATE_DAYS - 1 : UPDATE_DAYS))
		return (struct alignment){ ALIGN_OTHER_TIME,
			arena_printf(a, "published %d day%s apart: an older figure and an update", days, days == 1 ? "" : "s") };
	return (struct alignment){ ALIGN_SAME, SV_NONE };
}

/* Without a word for the place on one side, the rest of the two sentences must speak of the same thing. */
static bool is_unsure(struct arena *a, const struct measure *x, const struct measure *y)
{
	struct terms sx, sy;
	if (x->head == 0 || y->head == 0)
		return true;
	if (x->place.n > 0 && y->place.n > 0)
		return false;
	set_of(a, x->claim->quote, &sx);
	set_of(a, y->claim->quote, &sy);
	size_t least = sx.n < sy.n ? sx.n : sy.n;
	return least == 0 || (double)term_common(&sx, &sy) < 0.3 * (double)least;
}

static bool is_part(const struct measure *x, const struct measure *y)
{
	return (x->group.n == 0) != (y->group.n == 0) || (x->traits.n == 0) != (y->traits.n == 0)
	    || (x->names.n == 0) != (y->names.n == 0);
}

struct alignment measure_align(struct arena *a, const struct measure *x, const struct measure *y)
{
	if (x->head != y->head || is_unit_apart(x->q, y->q))
		return (struct alignment){ ALIGN_UNRELATED, SV_NONE };
	if (are_apart(&x->place, &y->place))
		return apart(arena_printf(a, SV_FMT " against " SV_FMT ": different places", SV_ARG(x->q->place), SV_ARG(y->q->place)));
	if (are_apart(&x->names, &y->names) || are_apart(&x->traits, &y->traits))
		return apart(arena_printf(a, SV_FMT " against " SV_FMT ": different things counted", SV_ARG(x->q->of), SV_ARG(y->q->of)));
	if (are_apart(&x->group, &y->group))
		return apart(arena_printf(a, SV_FMT " against " SV_FMT ": different groups", SV_ARG(x->q->group), SV_ARG(y->q->group)));
	struct alignment moment = align_moment(a, x, y);
	if (moment.kind == ALIGN_APART)
		return moment;
	struct alignment time = align_time(a, x, y);
	if (time.kind != ALIGN_SAME)
		return time;
	if (moment.kind == ALIGN_PART)
		return moment;
	if (is_unsure(a, x, y))
		return (struct alignment){ ALIGN_UNSURE, SV_NONE };
	if (is_part(x, y))
		return (struct alignment){ ALIGN_PART, SV("one may be a part of the other; both can be right") };
	return (struct alignment){ ALIGN_SAME, SV_NONE };
}

bool measure_is_one_series(const struct measure *x, const struct measure *y)
{
	return x->head != 0 && x->head == y->head && !is_unit_apart(x->q, y->q) && !are_apart(&x->place, &y->place)
	    && !are_apart(&x->names, &y->names) && !are_apart(&x->traits, &y->traits) && !are_apart(&x->group, &y->group);
}
