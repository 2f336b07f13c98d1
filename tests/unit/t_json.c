#include <check.h>
#include <math.h>

#include "base/err.h"
#include "json/json.h"
#include "json/json_out.h"
#include "../lib/suite.h"

START_TEST(a_document_is_read_by_path_and_type)
{
	AUTO_JSON doc = NULL;
	int64_t i = 0;
	double d = 0;
	ck_assert_int_eq(json_read(SV("{\"a\":[1,2.5,\"x\\u0000y\",true,null],\"b\":{\"c\":\"é\"}}"), &doc), 0);
	const struct json *a = json_get(doc, "a");
	ck_assert_uint_eq(json_count(a), 5);
	ck_assert(json_i64(json_item(a, 0), 0, 9, &i) && i == 1);
	ck_assert(!json_i64(json_item(a, 0), 2, 9, &i) && !json_i64(json_item(a, 1), 0, 9, &i));
	ck_assert(json_f64(json_item(a, 1), &d) && fabs(d - 2.5) < 1e-12);
	ck_assert(sv_eq(json_sv(json_item(a, 2)), SV("x\0y")));
	ck_assert(json_bool(json_item(a, 3), false) && json_bool(json_item(a, 4), true));
	ck_assert_int_eq(json_kind(json_item(a, 4)), JSON_IS_NULL);
	ck_assert_int_eq(json_kind(json_item(a, 5)), JSON_ABSENT);
	ck_assert(sv_eq(json_get_sv(json_get(doc, "b"), "c"), SV("é")));
	ck_assert_ptr_null(json_get_sv(json_get(json_get(doc, "no"), "such"), "path").p);
}
END_TEST

START_TEST(members_are_walked)
{
	AUTO_JSON doc = NULL;
	struct sv key;
	const struct json *value;
	size_t n = 0;
	ck_assert_int_eq(json_read(SV("{\"x\":1,\"y\":2}"), &doc), 0);
	for (void *at = NULL; json_next(doc, &at, &key, &value); n++)
		ck_assert(sv_eq(key, n == 0 ? SV("x") : SV("y")));
	ck_assert_uint_eq(n, 2);
}
END_TEST

START_TEST(bad_documents_are_refused_with_a_place)
{
	const char *const bad[] = { "", "{", "[1,]", "{\"a\":1,\"a\":2}", "1 2", "'x'", "[\"\xff\"]", "nul", "[1e999]" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		AUTO_JSON doc = NULL;
		ck_assert_msg(json_read(sv_cstr(bad[i]), &doc) == JSON_MALFORMED, "%s", bad[i]);
		ck_assert(sv_starts(err_text(), SV("line ")));
	}
	AUTO_JSON doc = NULL;
	ck_assert_int_eq(json_read_loose(SV("{\"a\":1,\"a\":2}"), &doc), 0);
}
END_TEST

START_TEST(what_is_written_reads_back)
{
	AUTO_BUF b = BUF_INIT(4096);
	struct json_out j = { .out = &b };
	json_out_object(&j);
	json_out_key(&j, "s");
	json_out_sv(&j, SV("a\"b\\c\n\x01 é\u2028 – "));
	json_out_key(&j, "n");
	json_out_array(&j);
	json_out_i64(&j, -7);
	json_out_f64(&j, 0.1);
	json_out_f64(&j, 5200);
	json_out_f64(&j, (double)INFINITY);
	json_out_bool(&j, true);
	json_out_sv_or_null(&j, SV_NONE);
	json_out_object(&j);
	json_out_object_end(&j);
	json_out_array_end(&j);
	json_out_object_end(&j);
	ck_assert(sv_eq(buf_sv(&b), SV("{\"s\":\"a\\\"b\\\\c\\n\\u0001 é\\u2028 – \",\"n\":[-7,0.1,5200,null,true,null,{}]}")));
	AUTO_JSON doc = NULL;
	ck_assert_int_eq(json_read(buf_sv(&b), &doc), 0);
	ck_assert(sv_eq(json_get_sv(doc, "s"), SV("a\"b\\c\n\x01 é\u2028 – ")));
}
END_TEST

int main(void)
{
	Suite *s = suite_create("json");
	TCase *t = tcase_create("json");
	tcase_add_test(t, a_document_is_read_by_path_and_type);
	tcase_add_test(t, members_are_walked);
	tcase_add_test(t, bad_documents_are_refused_with_a_place);
	tcase_add_test(t, what_is_written_reads_back);
	suite_add_tcase(s, t);
	return suite_run(s);
}
