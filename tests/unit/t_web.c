/* The way of a request through web/, with people made up here instead of auth/'s database. */
#include <check.h>

#include "base/limits.h"
#include "web/web.h"
#include "../lib/suite.h"

#define READER "RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR"
#define VISITOR "VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVV"

static struct arena *a;
static struct http_request req;
static struct http_response res;

/* What auth/ would say. */
bool auth_is_token(struct sv s)
{
	return s.n == 43;
}
int auth_session(struct db *db, struct arena *arena, struct sv token, struct session *ret)
{
	(void)db, (void)arena;
	if (!sv_eq(token, SV(READER)))
		return AUTH_NOBODY;
	*ret = (struct session){ .person_id = 2, .role = ROLE_READER, .name = SV("Ada <b>"), .email = SV("ada@desk.example"), .token = token };
	return 0;
}
struct sv auth_form_token(struct arena *arena, struct sv cookie)
{
	return arena_printf(arena, "form-" SV_FMT, SV_ARG(cookie));
}
bool auth_form_token_is(struct arena *arena, struct sv cookie, struct sv token)
{
	return cookie.n > 0 && sv_eq(auth_form_token(arena, cookie), token);
}
struct sv auth_visitor(struct arena *arena)
{
	(void)arena;
	return SV(VISITOR);
}
int auth_login(struct db *db, struct arena *arena, const struct auth_try *try, struct session *ret, int64_t *ret_wait)
{
	*ret_wait = 32;
	if (sv_eq(try->email, SV("slow@desk.example")))
		return AUTH_SLOW_DOWN;
	return sv_eq(try->password, SV("right")) ? auth_session(db, arena, SV(READER), ret) : AUTH_WRONG;
}
int auth_logout(struct db *db, struct arena *arena, const struct session *s)
{
	(void)db, (void)arena, (void)s;
	return 0;
}
int auth_end_sessions(struct db *db, int64_t person, struct sv keep)
{
	(void)db, (void)person, (void)keep;
	return -5;
}
int auth_sessions(struct db *db, struct arena *arena, const struct session *s, struct auth_session_row **ret, size_t *ret_n)
{
	(void)db, (void)s;
	*ret = ARENA_NEW(arena, struct auth_session_row);
	**ret = (struct auth_session_row){ 0, CLOCK_DAY, SV("127.0.0.1") };
	*ret_n = 1;
	return 0;
}
int auth_link(struct db *db, struct arena *arena, struct sv token, struct invitation *ret)
{
	(void)db, (void)arena;
	*ret = (struct invitation){ SV("new@desk.example"), SV("Bo"), ROLE_REVIEWER };
	return sv_eq(token, SV("good")) ? 0 : AUTH_NOBODY;
}
int auth_accept(struct db *db, struct arena *arena, struct sv token, struct sv password)
{
	(void)db, (void)arena, (void)token;
	return password.n < 12 ? AUTH_WEAK : 0;
}
int auth_invite(struct db *db, struct arena *arena, const struct session *by, const struct invitation *in, struct sv *ret_token)
{
	(void)db, (void)arena, (void)by, (void)in, (void)ret_token;
	return AUTH_TAKEN;
}
int auth_reset_start(struct db *db, struct arena *arena, const struct session *by, int64_t person, struct sv *ret_token)
{
	(void)db, (void)arena, (void)by, (void)person, (void)ret_token;
	return AUTH_NOBODY;
}
int auth_change_password(struct db *db, struct arena *arena, const struct session *s, struct sv old, struct sv new)
{
	(void)db, (void)arena, (void)s, (void)new;
	return sv_eq(old, SV("right")) ? 0 : AUTH_WRONG;
}

static int connect_to_nothing(void *context, struct db **ret)
{
	*ret = context;
	return 0;
}

static int connect_fails(void *context, struct db **ret)
{
	(void)context, (void)ret;
	return -5;
}

static void begin(void)
{
	a = arena_new(LIMIT_REQUEST_ARENA);
}

static void end(void)
{
	buf_release(&res.body);
	arena_free(a);
}

static void ask_with(int (*connect)(void *, struct db **), const char *method, const char *target, const char *cookie, const char *form)
{
	static int database;
	struct http_pairs params = { 0 };
	const char *const names[] = { "REQUEST_METHOD", method, "REQUEST_URI", target, "HTTP_COOKIE", cookie, "HTTP_HOST", "desk.example",
		"CONTENT_TYPE", "application/x-www-form-urlencoded", NULL };
	for (const char *const *p = names; *p; p += 2)
		http_pairs_add(a, &params, sv_cstr(p[0]), sv_cstr(p[1]));
	ck_assert_int_eq(http_request_read(a, &params, sv_cstr(form), &req), 0);
	buf_release(&res.body);
	res = (struct http_response){ .status = 200, .body = BUF_INIT(LIMIT_RESPONSE_PAGE) };
	struct web_app app = { connect, &database };
	web_handle(&app, &req, &res);
}

static void ask(const char *method, const char *target, const char *cookie, const char *form)
{
	ask_with(connect_to_nothing, method, target, cookie, form);
}

static bool shows(const char *text)
{
	return sv_has(buf_sv(&res.body), sv_cstr(text));
}

static bool sets_cookie(const char *beginning)
{
	for (size_t i = 0; i < res.cookies.n; i++)
		if (sv_starts(res.cookies.v[i], sv_cstr(beginning)))
			return true;
	return false;
}

START_TEST(every_row_is_reached_by_its_link)
{
	const struct route *route;
	struct route_args args = { .id = 41, .other = 42, .token = SV("abc-_9") }, got;
	struct sv allow;
	struct link link = route_link((enum route_id)_i, &args);
	ck_assert_int_eq(route_match(route_table[_i].method, sv_cstr(link.path), &route, &got, &allow), 0);
	ck_assert_ptr_eq(route, &route_table[_i]);
	ck_assert(got.id == 0 || got.id == 41);
	ck_assert(got.token.n == 0 || sv_eq(got.token, SV("abc-_9")));
}
END_TEST

START_TEST(every_post_needs_the_token)
{
	ck_assert(route_table[_i].method != HTTP_POST || route_table[_i].csrf == ROUTE_CSRF_TOKEN);
	ck_assert(route_table[_i].method != HTTP_GET || route_table[_i].csrf == ROUTE_CSRF_NONE);
}
END_TEST

START_TEST(no_row_is_open_without_its_role)
{
	struct link link = route_link((enum route_id)_i, &(struct route_args){ .id = 1, .other = 1, .token = SV("good") });
	bool get = route_table[_i].method == HTTP_GET;
	if (route_table[_i].needs == ROLE_ANYONE)
		return;
	ask(get ? "GET" : "POST", link.path, "", get ? "" : "x=1");
	ck_assert_int_eq(res.status, 401);
	if (route_table[_i].needs == ROLE_READER)
		return;
	ask(get ? "GET" : "POST", link.path, "cc=" READER, get ? "" : "token=form-" READER);
	ck_assert_int_eq(res.status, 403);
}
END_TEST

START_TEST(no_form_is_taken_without_its_token)
{
	struct link link = route_link((enum route_id)_i, &(struct route_args){ .id = 1, .other = 1, .token = SV("good") });
	if (route_table[_i].method != HTTP_POST || route_table[_i].needs > ROLE_READER)
		return;
	ask("POST", link.path, "cc=" READER, "token=wrong&note=kept+words");
	ck_assert_int_eq(res.status, 403);
	ck_assert(shows("kept words"));
}
END_TEST

START_TEST(unknown_addresses)
{
	static const char *const unknown[] = { "/nothing", "/story/0", "/story/x", "/story/1/", "//", "/login/", "/claim/99999999999999999999" };
	for (size_t i = 0; i < COUNT(unknown); i++) {
		ask("GET", unknown[i], "", "");
		ck_assert_msg(res.status == 404, "%s gives %d", unknown[i], res.status);
		ck_assert(shows("There is no such page"));
		ck_assert(!res.may_cache);
	}
	ask("POST", "/how-it-works", "", "");
	ck_assert_int_eq(res.status, 405);
	ck_assert(sv_eq(res.allow, SV("GET")));
	ask("TRACE", "/login", "", "");
	ck_assert_int_eq(res.status, 405);
	ck_assert(sv_eq(res.allow, SV("GET, POST")));
}
END_TEST

START_TEST(pages_for_everybody_may_be_kept)
{
	ask("GET", "/how-it-works", "", "");
	ck_assert_int_eq(res.status, 200);
	ck_assert(res.may_cache);
	ck_assert(shows("What each sign means"));
	ask("GET", "/how-it-works", "cc=" READER, "");
	ck_assert(!res.may_cache);
	ck_assert(shows("Ada &lt;b&gt;"));
	ask("GET", "/login", "", "");
	ck_assert(!res.may_cache);
	ck_assert(sets_cookie("ccl=" VISITOR "; "));
	ck_assert(shows("value=\"form-" VISITOR "\""));
}
END_TEST

START_TEST(signing_in)
{
	ask("POST", "/login", "ccl=" VISITOR, "token=form-" VISITOR "&email=ada%40desk.example&password=right&next=/account");
	ck_assert_int_eq(res.status, 303);
	ck_assert(sv_eq(res.location, SV("/account")));
	ck_assert(sets_cookie("cc=" READER "; "));
	ck_assert(sets_cookie("ccl=; "));
	ask("POST", "/login", "ccl=" VISITOR, "token=form-" VISITOR "&email=ada%40desk.example&password=wrong");
	ck_assert_int_eq(res.status, 422);
	ck_assert(shows("is wrong"));
	ck_assert(shows("value=\"ada@desk.example\""));
	ck_assert(!shows("value=\"wrong\""));
	ask("POST", "/login", "ccl=" VISITOR, "token=form-" VISITOR "&email=slow%40desk.example&password=x");
	ck_assert_int_eq(res.status, 429);
	ck_assert_int_eq(res.retry_after, 32);
}
END_TEST

START_TEST(signing_in_leads_only_to_our_own_pages)
{
	static const char *const elsewhere[] = { "https://evil.example/", "//evil.example/", "/no-such-page", "/%5Cevil", "javascript:1" };
	for (size_t i = 0; i < COUNT(elsewhere); i++) {
		ask("POST", "/login", "ccl=" VISITOR,
		    arena_printf(a, "token=form-" VISITOR "&email=ada%%40desk.example&password=right&next=%s", elsewhere[i]).p);
		ck_assert_int_eq(res.status, 303);
		ck_assert(sv_eq(res.location, SV("/")));
	}
}
END_TEST

START_TEST(what_was_typed_survives_an_ended_session)
{
	/* The form comes without a session: the sign-in page carries its fields ... */
	ask("POST", "/account/password", "cc=gone", "token=x&old=a+%22quoted%22+text&new=b");
	ck_assert_int_eq(res.status, 401);
	ck_assert(shows("name=\"kept.old\" value=\"a &quot;quoted&quot; text\""));
	ck_assert(shows("name=\"next\" value=\"/account/password\""));
	ck_assert(!shows("kept.token"));
	/* ... and after signing in they are shown with a button that sends them. */
	ask("POST", "/login", "ccl=" VISITOR,
	    "token=form-" VISITOR "&email=ada%40desk.example&password=right&next=/account/password&kept.old=a+%22quoted%22+text&kept.new=b");
	ck_assert_int_eq(res.status, 200);
	ck_assert(shows("action=\"/account/password\""));
	ck_assert(shows("name=\"old\" value=\"a &quot;quoted&quot; text\""));
	ck_assert(shows("value=\"form-" READER "\""));
}
END_TEST

START_TEST(forms_from_other_sites_are_refused)
{
	ask("POST", "/logout", "cc=" READER, "token=form-" READER);
	ck_assert_int_eq(res.status, 303);
	ck_assert(res.clear_site_data);
	struct http_request evil = req;
	struct web_app app = { connect_to_nothing, &app };
	evil.fetch_site = SV("cross-site");
	web_handle(&app, &evil, &res);
	ck_assert_int_eq(res.status, 403);
	evil.fetch_site = SV("");
	evil.origin = SV("https://evil.example");
	web_handle(&app, &evil, &res);
	ck_assert_int_eq(res.status, 403);
	evil.origin = SV("http://desk.example");
	web_handle(&app, &evil, &res);
	ck_assert_int_eq(res.status, 303);
	/* A page without referrer: no word about where from is enough, but the browser's own is. */
	evil.origin = SV("null");
	web_handle(&app, &evil, &res);
	ck_assert_int_eq(res.status, 403);
	evil.fetch_site = SV("same-origin");
	web_handle(&app, &evil, &res);
	ck_assert_int_eq(res.status, 303);
}
END_TEST

START_TEST(problems_stand_by_their_fields)
{
	ask("POST", "/invitation/good", "ccl=" VISITOR, "token=form-" VISITOR "&password=");
	ck_assert_int_eq(res.status, 422);
	ck_assert(shows("The password is missing."));
	ask("POST", "/invitation/good", "ccl=" VISITOR, "token=form-" VISITOR "&password=short");
	ck_assert_int_eq(res.status, 422);
	ck_assert(shows("id=\"password-problem\""));
	ck_assert(shows("new@desk.example"));
	ask("POST", "/invitation/good", "ccl=" VISITOR, "token=form-" VISITOR "&password=long+enough+words");
	ck_assert_int_eq(res.status, 303);
	ck_assert(sv_eq(res.location, SV("/login?done=joined")));
	ask("GET", "/invitation/bad", "", "");
	ck_assert_int_eq(res.status, 404);
}
END_TEST

START_TEST(failures_say_nothing_of_the_inside)
{
	ask("POST", "/account/sessions/end", "cc=" READER, "token=form-" READER);
	ck_assert_int_eq(res.status, 500);
	ck_assert(shows("Something failed on our side"));
	ck_assert(!shows("-5"));
	ask_with(connect_fails, "GET", "/how-it-works", "", "");
	ck_assert_int_eq(res.status, 503);
	ck_assert(shows("can&#39;t be reached") || shows("can't be reached"));
}
END_TEST

START_TEST(notices_come_from_the_table)
{
	ask("GET", "/how-it-works?done=signed-out", "", "");
	ck_assert(shows("You are signed out."));
	ask("GET", "/how-it-works?done=%3Cscript%3E", "", "");
	ck_assert(!shows("class=\"notice\""));
	ck_assert(!shows("<script>"));
}
END_TEST

int main(void)
{
	Suite *s = suite_create("web");
	TCase *c = tcase_create("web");
	tcase_add_checked_fixture(c, begin, end);
	tcase_add_loop_test(c, every_row_is_reached_by_its_link, 0, ROUTE_N);
	tcase_add_loop_test(c, every_post_needs_the_token, 0, ROUTE_N);
	tcase_add_loop_test(c, no_row_is_open_without_its_role, 0, ROUTE_N);
	tcase_add_loop_test(c, no_form_is_taken_without_its_token, 0, ROUTE_N);
	tcase_add_test(c, unknown_addresses);
	tcase_add_test(c, pages_for_everybody_may_be_kept);
	tcase_add_test(c, signing_in);
	tcase_add_test(c, signing_in_leads_only_to_our_own_pages);
	tcase_add_test(c, what_was_typed_survives_an_ended_session);
	tcase_add_test(c, forms_from_other_sites_are_refused);
	tcase_add_test(c, problems_stand_by_their_fields);
	tcase_add_test(c, failures_say_nothing_of_the_inside);
	tcase_add_test(c, notices_come_from_the_table);
	suite_add_tcase(s, c);
	return suite_run(s);
}
