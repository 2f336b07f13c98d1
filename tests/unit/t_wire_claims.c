#include <check.h>
#include <math.h>

#include "base/err.h"
#include "wire/claims_json.h"
#include "../lib/suite.h"

#define TEXT \
	"“Ünïted” docks said: the port will cut its force from about 900 to 650 dockers in Bremen by June, according to the BBC.\n" \
	"Fewer than 40 ships were lost in Café Bay in 2019."

static void read_claims(struct arena *a, struct claim_list *ret)
{
	claim_read(a, &(struct claim_input){ .text = SV(TEXT), .published = day_from_civil((struct civil){ 2021, 3, 10 }) }, ret);
}

START_TEST(what_is_written_reads_back_the_same)
{
	AUTO_ARENA a = arena_new(1 << 24);
	AUTO_BUF out = BUF_INIT(1 << 20);
	AUTO_JSON doc = NULL;
	struct json_out j = { .out = &out };
	struct claim_list claims;
	struct claims_file back;
	read_claims(a, &claims);
	ck_assert_uint_eq(claims.n, 2);
	claims_json_write(&j, SV(TEXT), 18000, &claims);
	ck_assert_int_eq(json_read(buf_sv(&out), &doc), 0);
	ck_assert_msg(claims_json_read(a, doc, SV(TEXT), &back) == 0, SV_FMT, SV_ARG(err_text()));
	ck_assert_uint_eq(back.claims.n, 2);
	ck_assert_int_eq(back.published, 18000);
	ck_assert(back.claims.was_read && !back.claims.was_cut);
	for (size_t i = 0; i < 2; i++) {
		const struct claim *x = &claims.v[i], *y = &back.claims.v[i];
		ck_assert(sv_eq(x->quote, y->quote) && x->at.start == y->at.start && x->at.end == y->at.end);
		ck_assert(x->kinds == y->kinds && x->n_quantities == y->n_quantities && x->n_reasons == y->n_reasons);
		ck_assert(sv_eq(x->said.via, y->said.via) && sv_eq(x->said.speaker, y->said.speaker));
		for (size_t k = 0; k < x->n_quantities; k++) {
			const struct quantity *p = &x->quantities[k], *q = &y->quantities[k];
			ck_assert(p->lo == q->lo && p->hi == q->hi && p->hi_open == q->hi_open && p->role == q->role && p->digits == q->digits);
			ck_assert(sv_eq(p->of, q->of) && sv_eq(p->place, q->place) && p->at.start == q->at.start);
		}
	}
}
END_TEST

START_TEST(offsets_are_code_points)
{
	AUTO_ARENA a = arena_new(1 << 24);
	AUTO_BUF out = BUF_INIT(1 << 20);
	AUTO_JSON doc = NULL;
	struct json_out j = { .out = &out };
	struct claim_list claims;
	int64_t start = 0;
	read_claims(a, &claims);
	claims_json_write(&j, SV(TEXT), DAY_NONE, &claims);
	ck_assert_int_eq(json_read(buf_sv(&out), &doc), 0);
	const struct json *second = json_item(json_get(doc, "claims"), 1);
	ck_assert(json_i64(json_get(second, "start"), 0, 1000, &start));
	/* four characters of the first line take more than one byte, two of them three */
	ck_assert_int_eq(start, (int64_t)claims.v[1].at.start - 6);
}
END_TEST

START_TEST(hostile_answers_are_refused)
{
	static const char *const bad[] = {
		"{}",
		"{\"claims\":[1]}",
		"{\"claims\":[{\"quote\":\"\",\"score\":0.5}]}",
		"{\"claims\":[{\"quote\":\"x\",\"score\":2}]}",
		"{\"claims\":[{\"quote\":\"x\",\"score\":0.5,\"start\":0,\"end\":99999}]}",
		"{\"claims\":[{\"quote\":\"x\",\"score\":0.5,\"start\":5,\"end\":1}]}",
		"{\"claims\":[{\"quote\":\"not there\",\"score\":0.5,\"start\":0,\"end\":9}]}",
		"{\"claims\":[{\"quote\":\"“Ü\",\"score\":0.5,\"start\":0,\"end\":2,\"kinds\":[\"nonsense\"]}]}",
		"{\"claims\":[{\"quote\":\"“Ü\",\"score\":0.5,\"start\":0,\"end\":2,\"quantities\":[{\"lo\":9,\"hi\":1}]}]}",
		"{\"claims\":[{\"quote\":\"“Ü\",\"score\":0.5,\"start\":0,\"end\":2,\"speaker\":7}]}",
		"{\"claims\":[{\"quote\":\"“Ü\",\"score\":0.5,\"start\":0,\"end\":2,\"dates\":[{\"lo\":\"2021-02-30\"}]}]}",
	};
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		AUTO_ARENA a = arena_new(1 << 22);
		AUTO_JSON doc = NULL;
		struct claims_file back;
		ck_assert_int_eq(json_read(sv_cstr(bad[i]), &doc), 0);
		ck_assert_msg(claims_json_read(a, doc, SV(TEXT), &back) == CLAIMS_JSON_MALFORMED, "%s", bad[i]);
	}
}
END_TEST

int main(void)
{
	Suite *s = suite_create("wire claims");
	TCase *t = tcase_create("wire claims");
	tcase_add_test(t, what_is_written_reads_back_the_same);
	tcase_add_test(t, offsets_are_code_points);
	tcase_add_test(t, hostile_answers_are_refused);
	suite_add_tcase(s, t);
	return suite_run(s);
}
