#include <check.h>

#include "base/clock.h"
#include "base/limits.h"
#include "http/field.h"
#include "../lib/suite.h"

static struct arena *a;

static void begin(void)
{
	a = arena_new(MIB(4));
}

static void end(void)
{
	arena_free(a);
}

/* A request from name=value lines. */
static int read_request(const char *const *params, struct sv body, struct http_request *ret)
{
	struct http_pairs pairs = { 0 };
	for (; *params; params += 2)
		http_pairs_add(a, &pairs, sv_cstr(params[0]), sv_cstr(params[1]));
	return http_request_read(a, &pairs, body, ret);
}

#define PARAMS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define FORM "application/x-www-form-urlencoded"

START_TEST(a_request_is_decoded_once)
{
	struct http_request r;
	ck_assert_int_eq(read_request(PARAMS("REQUEST_METHOD", "GET", "REQUEST_URI", "/story/%2541?q=a+b%26c&x=", "HTTP_COOKIE", "cc=1; theme=x; bare"), SV(""), &r), 0);
	ck_assert_int_eq(r.method, HTTP_GET);
	ck_assert(sv_eq(r.path, SV("/story/%41")));
	ck_assert(sv_eq(http_pairs_get(&r.query, SV("q")), SV("a b&c")));
	ck_assert(sv_eq(http_pairs_get(&r.query, SV("x")), SV("")));
	ck_assert_ptr_nonnull(http_pairs_get(&r.query, SV("x")).p);
	ck_assert_ptr_null(http_pairs_get(&r.query, SV("y")).p);
	ck_assert_uint_eq(r.cookies.n, 2);
	ck_assert(sv_eq(http_pairs_get(&r.cookies, SV("theme")), SV("x")));
}
END_TEST

START_TEST(methods)
{
	struct http_request r;
	ck_assert_int_eq(read_request(PARAMS("REQUEST_METHOD", "HEAD", "REQUEST_URI", "/"), SV(""), &r), 0);
	ck_assert(r.method == HTTP_GET && r.is_head);
	ck_assert_int_eq(read_request(PARAMS("REQUEST_METHOD", "TRACE", "REQUEST_URI", "/"), SV(""), &r), 0);
	ck_assert_int_eq(r.method, HTTP_OTHER);
}
END_TEST

START_TEST(the_first_of_two_parameters_counts)
{
	struct http_request r;
	ck_assert_int_eq(read_request(PARAMS("REQUEST_METHOD", "GET", "REQUEST_URI", "/a", "REQUEST_URI", "/evil"), SV(""), &r), 0);
	ck_assert(sv_eq(r.path, SV("/a")));
}
END_TEST

static const char *const malformed[] = { "/%", "/%4", "/%zz", "/a%00b", "/%ff", "no-slash", "", "/?q=%", "/?q=%c3", "/?q=%00", "/?%c3%28=1" };

START_TEST(malformed_requests_are_refused)
{
	struct http_request r;
	ck_assert_int_eq(read_request(PARAMS("REQUEST_METHOD", "GET", "REQUEST_URI", malformed[_i]), SV(""), &r), HTTP_MALFORMED);
}
END_TEST

START_TEST(forms_are_read)
{
	struct http_request r;
	ck_assert_int_eq(read_request(PARAMS("REQUEST_METHOD", "POST", "REQUEST_URI", "/x", "CONTENT_TYPE", FORM "; charset=utf-8"),
			     SV("a=1&a=2&note=%E2%80%9Cso%E2%80%9D&&b"), &r), 0);
	ck_assert_uint_eq(http_pairs_count(&r.form, SV("a")), 2);
	ck_assert(sv_eq(http_pairs_get(&r.form, SV("note")), SV("\xE2\x80\x9Cso\xE2\x80\x9D")));
	ck_assert_uint_eq(r.form.n, 4);
}
END_TEST

START_TEST(too_many_fields_are_refused)
{
	AUTO_BUF body = BUF_INIT(KIB(64));
	struct http_request r;
	for (int i = 0; i <= LIMIT_FIELDS; i++)
		buf_addf(&body, "f%d=1&", i);
	ck_assert_int_eq(read_request(PARAMS("REQUEST_METHOD", "POST", "REQUEST_URI", "/x", "CONTENT_TYPE", FORM), buf_sv(&body), &r), HTTP_MALFORMED);
}
END_TEST

START_TEST(too_large_bodies_are_refused)
{
	struct http_request r;
	char *p = arena_alloc(a, LIMIT_REQUEST_BODY + 1);
	ck_assert_int_eq(read_request(PARAMS("REQUEST_METHOD", "POST", "REQUEST_URI", "/x"), (struct sv){ p, LIMIT_REQUEST_BODY + 1 }, &r), HTTP_TOO_LARGE);
}
END_TEST

START_TEST(multipart_is_read)
{
	struct http_pairs f = { 0 };
	ck_assert(http_form_multipart(a, SV("multipart/form-data; boundary=\"b x\""),
	    SV("--b x\r\nContent-Disposition: form-data; name=\"one\"\r\n\r\nfirst\r\nline\r\n--b x\r\n"
	       "Content-Disposition: form-data; filename=\"name.txt\"; name=two\r\nContent-Type: text/plain\r\n\r\n\r\n--b x--\r\n"), &f));
	ck_assert_uint_eq(f.n, 2);
	ck_assert(sv_eq(http_pairs_get(&f, SV("one")), SV("first\r\nline")));
	ck_assert(sv_eq(http_pairs_get(&f, SV("two")), SV("")));
}
END_TEST

static const char *const bad_multipart[] = { "", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nno end",
	"--b\r\nno head\r\n--b--", "--c\r\n\r\n--c--", "--b\r\nContent-Disposition: form-data\r\n\r\nnameless\r\n--b--" };

START_TEST(bad_multipart_is_refused)
{
	struct http_pairs f = { 0 };
	ck_assert(!http_form_multipart(a, SV("multipart/form-data; boundary=b"), sv_cstr(bad_multipart[_i]), &f));
}
END_TEST

static struct sv written(const struct http_response *res, bool head, bool https)
{
	struct http_request req = { .is_head = head, .is_https = https };
	struct buf out = BUF_INIT(KIB(64));
	http_response_write(res, &req, &out);
	struct sv copy = arena_sv(a, buf_sv(&out));
	buf_release(&out);
	return copy;
}

START_TEST(answers_carry_the_security_headers)
{
	struct http_response res = { .status = 200, .body = BUF_INIT(100) };
	buf_add(&res.body, SV("hello"));
	struct sv s = written(&res, false, true);
	ck_assert(sv_starts(s, SV("Status: 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n")));
	ck_assert(sv_has(s, SV("\r\nContent-Security-Policy: default-src 'none'; ")));
	ck_assert(sv_has(s, SV("\r\nX-Content-Type-Options: nosniff\r\n")));
	ck_assert(sv_has(s, SV("\r\nCache-Control: no-store\r\n")));
	ck_assert(sv_has(s, SV("\r\nStrict-Transport-Security: ")));
	ck_assert(sv_ends(s, SV("Content-Length: 5\r\n\r\nhello")));
	ck_assert(sv_ends(written(&res, true, false), SV("Content-Length: 5\r\n\r\n")));
	ck_assert(!sv_has(written(&res, true, false), SV("Strict-Transport")));
	buf_release(&res.body);
}
END_TEST

START_TEST(a_header_can_not_be_split)
{
	struct http_response res = { .status = 303, .location = SV("/a\r\nSet-Cookie: cc=evil") };
	struct sv s = written(&res, false, false);
	ck_assert(sv_has(s, SV("\r\nLocation: /a\r\n")));
	ck_assert(!sv_has(s, SV("evil")));
}
END_TEST

START_TEST(only_cookieless_answers_are_kept_by_nginx)
{
	struct http_response res = { .status = 200, .may_cache = true };
	ck_assert(sv_has(written(&res, false, false), SV("X-Accel-Expires: 1")));
	*VEC_PUSH(a, &res.cookies) = http_cookie(a, SV("cc"), SV("v"), 60, true);
	struct sv s = written(&res, false, false);
	ck_assert(!sv_has(s, SV("X-Accel-Expires")));
	ck_assert(sv_has(s, SV("\r\nSet-Cookie: __Host-cc=v; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure\r\n")));
	ck_assert(sv_eq(http_cookie(a, SV("cc"), SV(""), 0, false), SV("cc=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")));
}
END_TEST

struct in {
	struct sv wording, note, url;
	int64_t claim, version;
	int32_t day;
	int stance;
	bool urgent;
};

static const char *const stances[] = { "supports", "refutes", NULL };
static const struct http_field fields[] = {
	HTTP_FIELD(struct in, wording, HTTP_LINE, .label = "The wording", .max = 10, .required = true),
	HTTP_FIELD(struct in, note, HTTP_LINES, .label = "The note", .max = 100),
	HTTP_FIELD(struct in, url, HTTP_ADDRESS, .label = "The address", .max = 100),
	HTTP_FIELD(struct in, claim, HTTP_ID, .label = "The claim"),
	HTTP_FIELD(struct in, version, HTTP_COUNT, .label = "The version"),
	HTTP_FIELD(struct in, day, HTTP_DAY, .label = "The day"),
	HTTP_FIELD(struct in, stance, HTTP_CHOICE, .label = "The stance", .choices = stances),
	HTTP_FIELD(struct in, urgent, HTTP_FLAG, .label = "Urgent"),
};
#define FIELDS_N (sizeof(fields) / sizeof(*fields))

static bool read_fields(const char *text, struct in *in, struct http_problems *problems)
{
	struct http_pairs pairs = { 0 };
	ck_assert(http_form_urlencoded(a, sv_cstr(text), &pairs));
	return http_fields_read(a, &pairs, fields, FIELDS_N, in, problems);
}

START_TEST(fields_become_values)
{
	struct in in;
	struct http_problems p = { 0 };
	ck_assert(read_fields("wording=+one%0D%0Atwo+&note=a%0D%0Ab%0Dc&url=https://x.example&claim=7&version=0&day=2020-09-09&stance=refutes&urgent=on", &in, &p));
	ck_assert(sv_eq(in.wording, SV("one two")));
	ck_assert(sv_eq(in.note, SV("a\nb\nc")));
	ck_assert_int_eq(in.claim, 7);
	ck_assert_int_eq(in.version, 0);
	ck_assert_int_eq(in.day, day_from_civil((struct civil){ 2020, 9, 9 }));
	ck_assert_int_eq(in.stance, 1);
	ck_assert(in.urgent);
	ck_assert_uint_eq(p.n, 0);
}
END_TEST

START_TEST(absent_fields_are_nothing)
{
	struct in in;
	struct http_problems p = { 0 };
	ck_assert(read_fields("wording=x", &in, &p));
	ck_assert_int_eq(in.day, DAY_NONE);
	ck_assert_int_eq(in.stance, -1);
	ck_assert_int_eq(in.claim, 0);
	ck_assert(!in.urgent);
}
END_TEST

static const struct {
	const char *text, *field, *says;
} wrong[] = {
	{ "", "wording", "The wording is missing." },
	{ "wording=++", "wording", "The wording is missing." },
	{ "wording=12345678901", "wording", "The wording is too long: 1 characters more than the 10 there is room for." },
	{ "wording=x&claim=0", "claim", "The claim must be a whole number." },
	{ "wording=x&claim=1&claim=2", "claim", "The claim was given twice." },
	{ "wording=x&claim=9223372036854775808", "claim", "The claim must be a whole number." },
	{ "wording=x&version=-1", "version", "The version must be a whole number." },
	{ "wording=x&day=2020-02-30", "day", "The day must be a date like 2020-09-09." },
	{ "wording=x&stance=maybe", "stance", "The stance must be one of the choices given." },
	{ "wording=x&url=javascript:x", "url", "The address must begin with http:// or https://." },
};

START_TEST(wrong_fields_are_named)
{
	struct in in;
	struct http_problems p = { 0 };
	ck_assert(!read_fields(wrong[_i].text, &in, &p));
	ck_assert_uint_eq(p.n, 1);
	struct sv says = http_problem_of(&p, sv_cstr(wrong[_i].field));
	ck_assert_msg(sv_eq(says, sv_cstr(wrong[_i].says)), "%.*s", SV_ARG(says));
}
END_TEST

START_TEST(a_long_text_is_kept)
{
	struct in in;
	struct http_problems p = { 0 };
	ck_assert(!read_fields("wording=12345678901234", &in, &p));
	ck_assert(sv_eq(in.wording, SV("12345678901234")));
	/* Characters count, not bytes. */
	p.n = 0;
	ck_assert(read_fields("wording=%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9", &in, &p));
}
END_TEST

#define COUNT(array) (int)(sizeof(array) / sizeof(*(array)))

int main(void)
{
	Suite *s = suite_create("http");
	TCase *c = tcase_create("http");
	tcase_add_checked_fixture(c, begin, end);
	tcase_add_test(c, a_request_is_decoded_once);
	tcase_add_test(c, methods);
	tcase_add_test(c, the_first_of_two_parameters_counts);
	tcase_add_loop_test(c, malformed_requests_are_refused, 0, COUNT(malformed));
	tcase_add_test(c, forms_are_read);
	tcase_add_test(c, too_many_fields_are_refused);
	tcase_add_test(c, too_large_bodies_are_refused);
	tcase_add_test(c, multipart_is_read);
	tcase_add_loop_test(c, bad_multipart_is_refused, 0, COUNT(bad_multipart));
	tcase_add_test(c, answers_carry_the_security_headers);
	tcase_add_test(c, a_header_can_not_be_split);
	tcase_add_test(c, only_cookieless_answers_are_kept_by_nginx);
	tcase_add_test(c, fields_become_values);
	tcase_add_test(c, absent_fields_are_nothing);
	tcase_add_loop_test(c, wrong_fields_are_named, 0, COUNT(wrong));
	tcase_add_test(c, a_long_text_is_kept);
	suite_add_tcase(s, c);
	return suite_run(s);
}
