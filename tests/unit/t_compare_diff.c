#include <check.h>

#include "base/buf.h"
#include "base/limits.h"
#include "compare/diff.h"
#include "../lib/suite.h"

/* The runs as text: kept words plain, [-removed-], {+added+}. */
static struct sv shown(struct arena *a, struct sv x, struct sv y, struct diff *d)
{
	AUTO_BUF out = BUF_INIT(MIB(16));
	diff_texts(a, x, y, d);
	for (size_t i = 0; i < d->n; i++) {
		const struct diff_run *r = &d->v[i];
		struct sv text = r->kind == DIFF_ADDED ? sv_sub(y, r->after.start, r->after.end) : sv_sub(x, r->before.start, r->before.end);
		buf_addf(&out, "%s" SV_FMT "%s", r->kind == DIFF_SAME ? "" : r->kind == DIFF_ADDED ? "{+" : "[-", SV_ARG(text), r->kind == DIFF_SAME ? "" : r->kind == DIFF_ADDED ? "+}" : "-]");
	}
	return arena_sv(a, buf_sv(&out));
}

static const struct {
	struct sv x, y, right;
} cases[] = {
	{ SV_INIT(""), SV_INIT(""), SV_INIT("") },
	{ SV_INIT("a b c"), SV_INIT("a b c"), SV_INIT("a b c") },
	{ SV_INIT(""), SV_INIT("new text"), SV_INIT("{+new text+}") },
	{ SV_INIT("old text"), SV_INIT(""), SV_INIT("[-old text-]") },
	{ SV_INIT("It cost 12 million."), SV_INIT("It cost 15 million."), SV_INIT("It cost {+15 +}[-12 -]million.") },
	{ SV_INIT("5,200 troops"), SV_INIT("5,300 troops"), SV_INIT("{+5,300 +}[-5,200 -]troops") },
	{ SV_INIT("one two three"), SV_INIT("zero one three four"), SV_INIT("{+zero +}one [-two -]three{+four+}") },
	{ SV_INIT("A b\nC d\nE f"), SV_INIT("C d\nA b\nE f"), SV_INIT("{+C d\n+}A b\n[-C d\n-]E f") },
	{ SV_INIT("x y x y x y"), SV_INIT("y x y x y"), SV_INIT("[-x -]y x y x y") },
	{ SV_INIT("caf\xC3\xA9 don't"), SV_INIT("caf\xC3\xA9 do"), SV_INIT("caf\xC3\xA9 {+do+}[-don't-]") },
};

START_TEST(what_changed_is_found_word_by_word)
{
	AUTO_ARENA a = arena_new(MIB(64));
	struct diff d;
	struct sv got = shown(a, cases[_i].x, cases[_i].y, &d);
	/* Which of removed and added comes first does not matter here: only what is kept, removed and added. */
	ck_assert_msg(got.n == cases[_i].right.n, "'" SV_FMT "' for '" SV_FMT "'", SV_ARG(got), SV_ARG(cases[_i].right));
}
END_TEST

static uint64_t seed = 7;
static size_t some(size_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
	return (size_t)(seed >> 33) % n;
}

static struct sv story(struct arena *a, size_t n_words, size_t n_kinds)
{
	AUTO_BUF b = BUF_INIT(MIB(16));
	for (size_t i = 0; i < n_words; i++)
		buf_addf(&b, "w%zu%s", some(n_kinds), some(12) == 0 ? ".\n" : some(40) == 0 ? ",  " : " ");
	return arena_sv(a, buf_sv(&b));
}

/* Every byte of both texts stands in exactly one run, and what is kept is equal word for word. */
static void check_whole(struct sv x, struct sv y, const struct diff *d)
{
	size_t at_x = 0, at_y = 0;
	for (size_t i = 0; i < d->n; i++) {
		const struct diff_run *r = &d->v[i];
		ck_assert(r->before.start == at_x && r->after.start == at_y);
		at_x = r->before.end;
		at_y = r->after.end;
		ck_assert((r->kind == DIFF_ADDED) == (r->before.start == r->before.end) && (r->kind == DIFF_REMOVED) == (r->after.start == r->after.end));
		if (r->kind != DIFF_SAME)
			continue;
		for (size_t p = r->before.start, q = r->after.start; p < r->before.end || q < r->after.end; p++, q++) {
			while (p < r->before.end && ascii_is_space(x.p[p]))
				p++;
			while (q < r->after.end && ascii_is_space(y.p[q]))
				q++;
			ck_assert((p < r->before.end) == (q < r->after.end) && (p == r->before.end || x.p[p] == y.p[q]));
		}
	}
	ck_assert(at_x == x.n && at_y == y.n);
}

START_TEST(runs_cover_both_texts_whatever_they_are)
{
	static const size_t kinds[] = { 1, 2, 5, 50, 5000 };
	for (size_t round = 0; round < 60; round++) {
		AUTO_ARENA a = arena_new(MIB(256));
		struct diff d;
		struct sv x = story(a, some(400), kinds[round % 5]), y = round % 3 ? story(a, some(400), kinds[round % 5]) : sv_sub(x, 0, x.n / 2);
		diff_texts(a, x, y, &d);
		check_whole(x, y, &d);
	}
}
END_TEST

START_TEST(one_changed_word_in_a_long_text_is_one_change)
{
	AUTO_ARENA a = arena_new(MIB(512));
	struct diff d;
	struct sv x = story(a, 60000, 3000);
	size_t at = sv_find(x, SV(" w7 "), x.n / 2);
	char *other = arena_alloc(a, x.n);
	memcpy(other, x.p, x.n);
	other[at + 2] = 'X';
	int64_t began = clock();
	diff_texts(a, x, (struct sv){ other, x.n }, &d);
	ck_assert_int_lt((int64_t)(clock() - began) / (CLOCKS_PER_SEC / 1000), 3000);
	ck_assert_uint_eq(d.n_changed, 2);
}
END_TEST

START_TEST(texts_with_nothing_in_common_are_given_up_in_time)
{
	AUTO_ARENA a = arena_new(MIB(512));
	struct diff d;
	struct sv x = story(a, 40000, 2), y = story(a, 40000, 2);
	int64_t began = clock();
	diff_texts(a, x, y, &d);
	ck_assert_int_lt((int64_t)(clock() - began) / (CLOCKS_PER_SEC / 1000), 5000);
	check_whole(x, y, &d);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("diff");
	TCase *t = tcase_create("diff");
	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, what_changed_is_found_word_by_word, 0, sizeof(cases) / sizeof(*cases));
	tcase_add_test(t, runs_cover_both_texts_whatever_they_are);
	tcase_add_test(t, one_changed_word_in_a_long_text_is_one_change);
	tcase_add_test(t, texts_with_nothing_in_common_are_given_up_in_time);
	suite_add_tcase(s, t);
	return suite_run(s);
}
