/* The second half of compare/toll.h: which of the counts read is the event's. */
#include <math.h>


#include "compare/toll.h"

/* Candidates beyond the small counts are those that some article gives. */
#define SMALL_COUNTS 4
#define MAX_CANDIDATES 16

/* What stands for a candidate count k, as shares of the articles unless it says otherwise; some for each role. */
enum feature {
	F_title, /* a title gives k */
	F_any = F_title + TOLL_ROLE_N,    /* k stands anywhere */
	F_most = F_any + TOLL_ROLE_N,     /* k is the article's highest count */
	F_ever = F_most + TOLL_ROLE_N,    /* k is the highest count of any article: 0 or 1 */
	F_lead = F_ever + TOLL_ROLE_N,
	F_first, F_pooled, F_named, F_struck_rest, F_struck_only, F_last_most, F_exceeded, F_unsaid, F_other_role,
	F_is_0, F_is_1, F_is_2, F_is_3, F_is_more, F_sole,
	F_words,                                         /* the words of title, lead and body, where anybody counts at all */
	F_words_more = F_words + TOLL_WHERE_N * TOLL_PERSON, /* the same anywhere, where several count */
	F_END = F_words_more + TOLL_PERSON
};
_Static_assert(F_END <= TOLL_FEATURES, "the header's count of features");

static const double weights[2][TOLL_FEATURES] = {
#define TOLL_PAIR_WEIGHT(at, weight)
#define TOLL_WEIGHT(at, killed, injured) [0][at] = killed, [1][at] = injured,
#include "compare/toll_weights.def"
#undef TOLL_WEIGHT
#undef TOLL_PAIR_WEIGHT
};
enum pair_feature { P_none, P_killed_only, P_both, P_same, P_struck, P_struck_title, P_named, P_people, P_END };
_Static_assert(P_END == TOLL_PAIR_FEATURES, "the header's count of features");

static const double pair_weights[TOLL_PAIR_FEATURES] = {
#define TOLL_WEIGHT(at, killed, injured)
#define TOLL_PAIR_WEIGHT(at, weight) [at] = weight,
#include "compare/toll_weights.def"
#undef TOLL_PAIR_WEIGHT
#undef TOLL_WEIGHT
};

static int most_of(const struct toll_reading *r, enum toll_role role)
{
	int most = 0;
	for (size_t i = 0; i < r->n; i++)
		if (r->mentions[i].role == role && r->mentions[i].count > most)
			most = r->mentions[i].count;
	return most;
}

static int first_of(const struct toll_reading *r, enum toll_role role)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->mentions[i].role == role)
			return r->mentions[i].count;
	return 0;
}

static bool gives(const struct toll_reading *r, enum toll_role role, int count, enum toll_where until)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->mentions[i].role == role && r->mentions[i].count == count && r->mentions[i].where <= until)
			return true;
	return false;
}

static void count_roles(const struct toll_reading *r, int k, double part, double *f)
{
	for (enum toll_role role = 0; role < TOLL_ROLE_N; role++) {
		f[F_title + role] += gives(r, role, k, TOLL_TITLE) ? part : 0;
		f[F_any + role] += gives(r, role, k, TOLL_BODY) ? part : 0;
		f[F_most + role] += most_of(r, role) == k ? part : 0;
		if (most_of(r, role) == k)
			f[F_ever + role] = 1;
	}
}

static void count_words(const struct toll_reading *r, int k, double part, double *f)
{
	for (size_t c = 0; c < TOLL_PERSON; c++) {
		bool any = false;
		for (size_t w = 0; w < TOLL_WHERE_N; w++) {
			f[F_words + w * TOLL_PERSON + c] += r->has[w][c] ? part : 0;
			any |= r->has[w][c];
		}
		f[F_words_more + c] += any && k > 1 ? part : 0;
	}
}

static void count_article(const struct toll_reading *r, enum toll_role role, int k, double part, double *f)
{
	enum toll_role other = role == TOLL_KILLED ? TOLL_INJURED : TOLL_KILLED;
	int most = most_of(r, role), struck = most_of(r, TOLL_STRUCK_AT), others = most_of(r, other);
	f[F_lead] += gives(r, role, k, TOLL_LEAD) ? part : 0;
	f[F_struck_rest] += struck > 0 && struck - others == k ? part : 0;
	f[F_exceeded] += most > k ? part : 0;
	if (k == 0) {
		f[F_unsaid] += most == 0 ? part : 0;
		return;
	}
	f[F_first] += first_of(r, role) == k ? part : 0;
	f[F_named] += r->n_named == k ? part : 0;
	f[F_struck_only] += struck == k && others == 0 ? part : 0;
	f[F_other_role] += others > 0 ? part : 0;
	count_roles(r, k, part, f);
	count_words(r, k, part, f);
}

static void measure(const struct toll_reading *v, size_t n, enum toll_role role, int k, double *f)
{
	size_t mentions = 0, same = 0, last = 0;
	for (size_t i = 0; i < n; i++) {
		count_article(&v[i], role, k, 1 / (double)n, f);
		for (size_t m = 0; m < v[i].n; m++) {
			mentions += v[i].mentions[m].role == role;
			same += v[i].mentions[m].role == role && v[i].mentions[m].count == k;
		}
		if (v[i].published != DAY_NONE && (v[last].published == DAY_NONE || v[i].published >= v[last].published))
			last = i;
	}
	f[F_pooled] = mentions > 0 ? (double)same / (double)mentions : 0;
	f[F_last_most] = n > 1 && k > 0 && most_of(&v[last], role) == k;
	f[F_is_0 + (k < 4 ? k : 4)] = 1;
	f[F_sole] = n == 1 && k > 0;
}

static bool has_candidate(const struct toll_candidate *v, size_t n, int count)
{
	for (size_t i = 0; i < n; i++)
		if (v[i].count == count)
			return true;
	return false;
}

/* Some article speaks of death or harm at all. */
static bool is_harmful(const struct toll_reading *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t w = 0; w < TOLL_WHERE_N; w++)
			for (size_t c = TOLL_DIED; c <= TOLL_CARE; c++)
				if (v[i].has[w][c])
					return true;
	return false;
}

static size_t gather(const struct toll_reading *v, size_t n, struct toll_candidate *out)
{
	size_t found = 0;
	int small = is_harmful(v, n) ? SMALL_COUNTS : 0;
	for (int k = 0; k <= small; k++)
		out[found++].count = k;
	for (size_t i = 0; i < n; i++) {
		int rest = most_of(&v[i], TOLL_STRUCK_AT) - most_of(&v[i], TOLL_KILLED);
		if (rest > 0 && found < MAX_CANDIDATES && !has_candidate(out, found, rest))
			out[found++].count = rest;
		for (size_t m = 0; m < v[i].n && found < MAX_CANDIDATES; m++)
			if (!has_candidate(out, found, v[i].mentions[m].count))
				out[found++].count = v[i].mentions[m].count;
	}
	return found;
}

void toll_pair(const struct toll_reading *readings, size_t n, int killed, int injured, double *ret_features)
{
	double *f = ret_features, part = 1 / (double)n;
	int all = killed + injured;
	for (size_t i = 0; i < P_END; i++)
		f[i] = 0;
	f[P_none] = all == 0;
	f[P_killed_only] = killed > 0 && injured == 0;
	f[P_both] = killed > 0 && injured > 0;
	f[P_same] = killed > 0 && killed == injured;
	for (size_t i = 0; i < n && all > 0; i++) {
		const struct toll_reading *r = &readings[i];
		f[P_struck] += most_of(r, TOLL_STRUCK_AT) == all ? part : 0;
		f[P_struck_title] += gives(r, TOLL_STRUCK_AT, all, TOLL_TITLE) ? part : 0;
		f[P_named] += r->n_named == all ? part : 0;
		f[P_people] += gives(r, TOLL_CARED, all, TOLL_BODY) || gives(r, TOLL_STRUCK_AT, all, TOLL_BODY) ? part : 0;
	}
}

static void weigh(const struct toll_reading *readings, size_t n, enum toll_role role, struct toll_candidate *v, size_t found)
{
	for (size_t i = 0; i < found; i++) {
		measure(readings, n, role, v[i].count, v[i].features);
		for (size_t f = 0; f < TOLL_FEATURES; f++)
			v[i].score += weights[role][f] * v[i].features[f];
	}
}

void toll_choose(struct arena *a, const struct toll_reading *readings, size_t n, struct toll *ret)
{
	double best = -(double)INFINITY, pair[TOLL_PAIR_FEATURES];
	for (size_t role = 0; role < 2; role++) {
		struct toll_candidate *v = ARENA_ARRAY(a, struct toll_candidate, MAX_CANDIDATES);
		ret->n[role] = gather(readings, n, v);
		weigh(readings, n, (enum toll_role)role, v, ret->n[role]);
		ret->counts[role] = v;
	}
	for (size_t i = 0; i < ret->n[0]; i++)
		for (size_t j = 0; j < ret->n[1]; j++) {
			const struct toll_candidate *k = &ret->counts[0][i], *h = &ret->counts[1][j];
			double score = k->score + h->score;
			toll_pair(readings, n, k->count, h->count, pair);
			for (size_t f = 0; f < TOLL_PAIR_FEATURES; f++)
				score += pair_weights[f] * pair[f];
			if (score > best) {
				best = score;
				ret->killed = k->count;
				ret->injured = h->count;
			}
		}
}
