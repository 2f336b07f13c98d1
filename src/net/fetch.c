#include "net/fetch.h"

#include <curl/curl.h>
#include <errno.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/num.h"
#include "net/exchange.h"
#include "net/unpack.h"
#include "text/http_date.h"
#include "text/url.h"

#define RETRY_AFTER_MAX 86400
#define WAIT_FDS 16

/* One fetch under way or ended. */
struct slot {
	struct slot *next;
	struct arena *a;
	struct fetch_request request;
	struct fetch is;
	struct exchange x;
	struct url at; /* the hop's URL */
	struct sv hops[LIMIT_REDIRECTS + 1];
	int64_t began; /* clock_ticks */
	bool is_on_multi;
};

struct fetcher {
	const struct fetch_config *config;
	CURLM *multi;
	struct arena *arena; /* holds the slots' structs, which are used again */
	struct slot *running, *ended, *spare;
	size_t n_running;
};

int fetcher_new(const struct fetch_config *config, struct fetcher **ret)
{
	struct arena *a = arena_new(LIMIT_REQUEST_ARENA);
	struct fetcher *f = ARENA_NEW(a, struct fetcher);
	*f = (struct fetcher){ .config = config, .arena = a };
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || (f->multi = curl_multi_init()) == NULL) {
		arena_free(a);
		return ERR_NEW(-ENOMEM, "libcurl does not start");
	}
	*ret = f;
	return 0;
}

static void slot_push(struct slot **list, struct slot *s)
{
	s->next = *list;
	*list = s;
}

static void slot_unlink(struct slot **list, struct slot *s)
{
	while (*list != NULL && *list != s)
		list = &(*list)->next;
	if (*list == s)
		*list = s->next;
}

/* Off the multi handle and into the list of those that ended. */
static void finish(struct fetcher *f, struct slot *s, enum fetch_outcome outcome)
{
	if (s->is_on_multi)
		(void)curl_multi_remove_handle(f->multi, s->x.curl);
	s->is_on_multi = false;
	slot_unlink(&f->running, s);
	f->n_running--;
	s->is.outcome = outcome;
	if (s->is.why.n == 0)
		s->is.why = fetch_outcome_words(outcome);
	s->is.ended = clock_now();
	exchange_close(&s->x);
	slot_push(&f->ended, s);
}

/*
 * May the URL be asked? A port or local name that is otherwise refused passes where the allow list has anything at all, and
 * then only addresses on that list are connected to.
 */
static bool is_fetchable(struct fetcher *f, struct slot *s, enum url_verdict *ret)
{
	*ret = url_policy(&s->at);
	s->x.must_be_listed = *ret == URL_PORT || *ret == URL_LOCAL_NAME;
	return *ret == URL_ALLOWED || (s->x.must_be_listed && f->config->allow.n > 0);
}

static int begin_hop(struct fetcher *f, struct slot *s)
{
	enum url_verdict verdict;
	bool is_first = s->is.n_hops == s->request.n_hops;
	int64_t total = f->config->total_us > 0 ? f->config->total_us : 30 * CLOCK_SECOND, left = total - (clock_ticks() - s->began);
	if (!is_fetchable(f, s, &verdict)) {
		s->is.why = is_first ? url_verdict_words(verdict) : SV_NONE;
		bool is_local = verdict == URL_LOCAL_NAME;
		finish(f, s, is_local ? FETCH_BLOCKED_ADDRESS : is_first ? FETCH_BAD_URL : FETCH_BLOCKED_REDIRECT);
		return 0;
	}
	if (left <= 0) {
		finish(f, s, FETCH_TIMEOUT);
		return 0;
	}
	s->at.fragment = SV_NONE;
	s->is.final_url = s->hops[s->is.n_hops++] = url_href(s->a, &s->at);
	int r = exchange_prepare(&s->x, arena_cstr(s->a, s->is.final_url), left);
	if (r < 0)
		return ERR_PASS(r);
	if (curl_multi_add_handle(f->multi, s->x.curl) != CURLM_OK)
		return ERR_NEW(-EIO, "libcurl does not take one more transfer");
	s->is_on_multi = true;
	return 0;
}

static void copy_request(struct slot *s, const struct fetch_request *in)
{
	s->request = *in;
	s->request.url = s->is.url = arena_sv(s->a, in->url);
	s->request.etag = arena_sv(s->a, in->etag);
	s->request.last_modified = arena_sv(s->a, in->last_modified);
	s->request.n_hops = in->n_hops < LIMIT_REDIRECTS + 1 ? in->n_hops : LIMIT_REDIRECTS + 1;
	for (size_t i = 0; i < s->request.n_hops; i++)
		s->hops[s->is.n_hops++] = arena_sv(s->a, in->hops[i]);
	s->request.hops = s->hops;
	s->is.tag = in->tag;
}

int fetcher_start(struct fetcher *f, struct arena *a, const struct fetch_request *request)
{
	struct slot *s = f->spare;
	if (s == NULL)
		s = ARENA_NEW(f->arena, struct slot);
	else
		f->spare = s->next;
	*s = (struct slot){ .a = a, .is = { .started = clock_now() }, .began = clock_ticks() };
	copy_request(s, request);
	slot_push(&f->running, s);
	f->n_running++;
	if (s->is.url.n > LIMIT_URL || !url_parse(a, s->is.url, NULL, &s->at)) {
		s->is.why = s->is.url.n > LIMIT_URL ? SV("the address is longer than 4,096 characters") : SV_NONE;
		finish(f, s, FETCH_BAD_URL);
		return 0;
	}
	if (s->is.n_hops > LIMIT_REDIRECTS) {
		finish(f, s, FETCH_TOO_MANY_REDIRECTS);
		return 0;
	}
	int r = exchange_open(&s->x, f->config, &s->request);
	if (r >= 0)
		r = begin_hop(f, s);
	if (r < 0) {
		finish(f, s, FETCH_FAILED);
		return ERR_PASS(r);
	}
	return 0;
}

/* Seconds or a date (RFC 9110 section 10.2.3); 0 for anything else. */
static int retry_after(struct sv value)
{
	int64_t seconds, until;
	if (!num_i64(value, 0, INT64_MAX, &seconds)) {
		if (!http_date_parse(value, &until))
			return 0;
		seconds = (until - clock_now() + CLOCK_SECOND - 1) / CLOCK_SECOND;
	}
	return (int)(seconds < 0 ? 0 : seconds > RETRY_AFTER_MAX ? RETRY_AFTER_MAX : seconds);
}

/* Copies what the exchange brought into the caller's arena. */
static void keep_answer(struct slot *s)
{
	const char *ip = NULL;
	s->is.status = exchange_status(&s->x);
	s->is.request_head = arena_sv(s->a, buf_sv(&s->x.sent));
	s->is.response_head = arena_sv(s->a, buf_sv(&s->x.head));
	s->is.content_type = arena_sv(s->a, exchange_header(&s->x, SV("content-type")));
	s->is.etag = arena_sv(s->a, exchange_header(&s->x, SV("etag")));
	s->is.last_modified = arena_sv(s->a, exchange_header(&s->x, SV("last-modified")));
	s->is.retry_after = retry_after(exchange_header(&s->x, SV("retry-after")));
	s->is.wire_body = arena_sv(s->a, buf_sv(&s->x.body));
	if (curl_easy_getinfo(s->x.curl, CURLINFO_PRIMARY_IP, &ip) == CURLE_OK)
		s->is.address = arena_sv(s->a, sv_cstr(ip));
}

static enum fetch_outcome decode_body(struct slot *s)
{
	static const enum fetch_outcome of[] = {
		[0] = FETCH_OK, [UNPACK_UNKNOWN] = FETCH_ENCODING, [UNPACK_MALFORMED] = FETCH_ENCODING,
		[UNPACK_TRUNCATED] = FETCH_TRUNCATED, [UNPACK_TOO_LARGE] = FETCH_TOO_LARGE,
	};
	AUTO_BUF out = BUF_INIT(LIMIT_FETCH_BODY);
	struct sv encoding = exchange_header(&s->x, SV("content-encoding"));
	int r = s->is.wire_body.n == 0 ? 0 : unpack(encoding, s->is.wire_body, &out);
	if (r < 0)
		return FETCH_FAILED;
	if (r == UNPACK_TRUNCATED && s->x.stopped)
		r = 0; /* cut by ourselves */
	s->is.body = arena_sv(s->a, buf_sv(&out));
	return r == 0 && sv_trim(s->is.body).n == 0 ? FETCH_EMPTY : of[r];
}

static bool is_redirect(int status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* Where a redirect leads; FETCH_OK when it can be followed. */
static enum fetch_outcome next_hop(struct slot *s)
{
	struct sv location = exchange_header(&s->x, SV("location"));
	struct url from = s->at;
	if (s->is.n_hops > LIMIT_REDIRECTS)
		return FETCH_TOO_MANY_REDIRECTS;
	if (location.p == NULL || location.n > LIMIT_URL || !url_parse(s->a, arena_sv(s->a, location), &from, &s->at))
		return FETCH_BAD_REDIRECT;
	return FETCH_OK;
}

static bool is_same_site(const struct url *a, const struct url *b)
{
	return sv_eq(a->scheme, b->scheme) && sv_eq(a->host, b->host) && a->port == b->port;
}

/* After an answer that leads on. FETCH_OK: another hop is under way. */
static enum fetch_outcome follow(struct fetcher *f, struct slot *s, int *ret_r)
{
	struct url from = s->at;
	enum fetch_outcome outcome = next_hop(s);
	*ret_r = 0;
	if (outcome != FETCH_OK)
		return outcome;
	enum url_verdict verdict;
	if (s->request.purpose == PURPOSE_PAGE && is_fetchable(f, s, &verdict) && !is_same_site(&from, &s->at)) {
		s->is.next_url = url_href(s->a, &s->at);
		return FETCH_ELSEWHERE;
	}
	*ret_r = begin_hop(f, s);
	return FETCH_OK;
}

/* A site that can't compress is asked once for the plain bytes. */
static int ask_plain(struct fetcher *f, struct slot *s)
{
	s->x.is_plain = true;
	s->is.n_hops--;
	int r = begin_hop(f, s);
	return r < 0 ? ERR_PASS(r) : 0;
}

static int on_done(struct fetcher *f, struct slot *s, CURLcode rc)
{
	enum fetch_outcome outcome = exchange_outcome(&s->x, rc);
	int status = exchange_status(&s->x), r = 0;
	(void)curl_multi_remove_handle(f->multi, s->x.curl);
	s->is_on_multi = false;
	keep_answer(s);
	if (outcome == FETCH_OK && is_redirect(status)) {
		outcome = follow(f, s, &r);
		if (outcome == FETCH_OK)
			return r < 0 ? ERR_PASS(r) : 0;
		finish(f, s, outcome);
		return 0;
	}
	if (outcome == FETCH_OK)
		outcome = fetch_outcome_of_status(status);
	if (outcome == FETCH_UNCHANGED && s->request.etag.n + s->request.last_modified.n == 0)
		outcome = FETCH_UNEXPECTED;
	if (outcome == FETCH_OK)
		outcome = decode_body(s);
	if (outcome == FETCH_ENCODING && !s->x.is_plain)
		return ask_plain(f, s);
	finish(f, s, outcome);
	return 0;
}

static struct slot *slot_of(struct fetcher *f, const CURL *curl)
{
	for (struct slot *s = f->running; s != NULL; s = s->next)
		if (s->x.curl == curl)
			return s;
	return NULL;
}

static int collect(struct fetcher *f)
{
	int left;
	for (CURLMsg *m; (m = curl_multi_info_read(f->multi, &left)) != NULL;) {
		struct slot *s = m->msg == CURLMSG_DONE ? slot_of(f, m->easy_handle) : NULL;
		int r = s == NULL ? 0 : on_done(f, s, m->data.result);
		if (r < 0)
			return ERR_PASS(r);
	}
	return 0;
}

int fetcher_wait(struct fetcher *f, int ms, const int *fds, size_t n)
{
	struct curl_waitfd extra[WAIT_FDS];
	int running;
	for (size_t i = 0; i < n && i < WAIT_FDS; i++)
		extra[i] = (struct curl_waitfd){ .fd = fds[i], .events = CURL_WAIT_POLLIN };
	if (f->ended == NULL && curl_multi_poll(f->multi, extra, (unsigned)(n < WAIT_FDS ? n : WAIT_FDS), ms, NULL) != CURLM_OK)
		return ERR_NEW(-EIO, "libcurl cannot wait");
	if (curl_multi_perform(f->multi, &running) != CURLM_OK)
		return ERR_NEW(-EIO, "libcurl cannot go on");
	int r = collect(f);
	return r < 0 ? ERR_PASS(r) : 0;
}

const struct fetch *fetcher_take(struct fetcher *f)
{
	struct slot *s = f->ended;
	if (s == NULL)
		return NULL;
	slot_unlink(&f->ended, s);
	struct fetch *is = ARENA_NEW(s->a, struct fetch);
	struct sv *hops = ARENA_ARRAY(s->a, struct sv, s->is.n_hops);
	for (size_t i = 0; i < s->is.n_hops; i++)
		hops[i] = s->hops[i];
	*is = s->is;
	is->hops = hops;
	slot_push(&f->spare, s);
	return is;
}

struct sv fetch_header(struct sv head, struct sv name)
{
	struct sv line;
	while (sv_split(&head, '\n', &line)) {
		size_t colon = sv_find_char(line, ':', 0);
		if (colon < line.n && sv_eq_icase(sv_sub(line, 0, colon), name))
			return sv_trim(sv_sub(line, colon + 1, line.n));
	}
	return SV_NONE;
}

size_t fetcher_running(const struct fetcher *f)
{
	return f->n_running;
}

void fetcher_free(struct fetcher **f)
{
	if (*f == NULL)
		return;
	while ((*f)->running != NULL)
		finish(*f, (*f)->running, FETCH_FAILED);
	(void)curl_multi_cleanup((*f)->multi);
	arena_free((*f)->arena);
	*f = NULL;
}
