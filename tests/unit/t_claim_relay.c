/* The relay set: 300 sentences of our own (tests/data/relay.jsonl), of which the rules may only be tuned on half. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "claim/attribution.h"
#include "json/json.h"
#include "../lib/suite.h"

struct tally {
	size_t found, right, wanted;
};

/* Names match when one holds the other: "Bloomberg News" and "Bloomberg". */
static bool is_same(struct sv want, struct sv got)
{
	return sv_find_icase(got, want, 0) < got.n || sv_find_icase(want, got, 0) < want.n;
}

static void judge(struct sv line, struct tally *tune, struct tally *held)
{
	AUTO_JSON row = NULL;
	AUTO_ARENA a = arena_new(MIB(4));
	struct speech_context context = { 0 };
	struct attribution said;
	ck_assert_int_eq(json_read(line, &row), 0);
	struct sv text = json_get_sv(row, "text"), want = json_get_sv(row, "via");
	struct tally *t = sv_eq(json_get_sv(row, "half"), SV("held")) ? held : tune;
	attribution_find(a, text, (struct span){ 0, text.n }, &context, &said);
	bool is_right = want.p && said.via.p && is_same(want, said.via);
	t->found += said.via.p != NULL;
	t->wanted += want.p != NULL;
	t->right += is_right;
	/* Only the tuning half is shown: the other is to stay unseen by whoever changes the rules. */
	if (t == tune && (want.p || said.via.p) && !is_right)
		fprintf(stderr, "want " SV_FMT ", got " SV_FMT ": " SV_FMT "\n", SV_ARG(want), SV_ARG(said.via), SV_ARG(text));
}

static void expect(const char *half, const struct tally *t)
{
	double p = (double)t->right / (double)(t->found ? t->found : 1), r = (double)t->right / (double)t->wanted;
	fprintf(stderr, "%s: precision %.3f recall %.3f (%zu wanted, %zu found, %zu right)\n", half, p, r, t->wanted, t->found, t->right);
	ck_assert_double_ge(p, 0.95);
	ck_assert_double_ge(r, 0.85);
}

START_TEST(outlets_and_documents_are_found)
{
	const char *top = getenv("top_srcdir");
	char path[4096], *line = NULL;
	size_t room = 0;
	ssize_t n;
	struct tally tune = { 0 }, held = { 0 };
	snprintf(path, sizeof(path), "%s/tests/data/relay.jsonl", top ? top : ".");
	FILE *f = fopen(path, "r");
	ck_assert_ptr_nonnull(f);
	while ((n = getline(&line, &room, f)) > 0)
		judge(sv_trim((struct sv){ line, (size_t)n }), &tune, &held);
	free(line);
	fclose(f);
	expect("tuning half", &tune);
	expect("other half", &held);
}
END_TEST

int main(void)
{
	TCase *tc = tcase_create("relay");
	tcase_add_test(tc, outlets_and_documents_are_found);
	Suite *s = suite_create("claim_relay");
	suite_add_tcase(s, tc);
	return suite_run(s);
}
