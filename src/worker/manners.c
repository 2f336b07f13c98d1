#include "worker/manners.h"

#include "base/err.h"
#include "base/log.h"
#include "text/robots.h"
#include "text/url.h"

#define REST_SECONDS 1.0
#define FRESH_SECONDS 86400
/* An unreachable robots.txt is asked for again after this, or after what its site says. */
#define UNREACHABLE_SECONDS 300

static struct sv path_of(struct arena *a, const struct url *u)
{
	return u->query.p == NULL ? u->path : arena_printf(a, SV_FMT "?" SV_FMT, SV_ARG(u->path), SV_ARG(u->query));
}

/* What the file's text says about the path, and how long to wait between two fetches. */
static void obey(struct arena *a, struct sv content, const struct url *u, struct manners *ret)
{
	struct robots_says says;
	robots_read(a, content, SV(MANNERS_AGENT), path_of(a, u), &says);
	if (says.delay > ROBOTS_DELAY_MAX)
		log_event(LOG_INFO, "robots.delay_capped", KV_SV("origin", ret->origin), KV_I64("asked", (int64_t)says.delay), KV_I64("kept", ROBOTS_DELAY_MAX));
	double delay = says.delay > ROBOTS_DELAY_MAX ? ROBOTS_DELAY_MAX : says.delay;
	ret->rest = delay > REST_SECONDS ? delay : REST_SECONDS;
	ret->verdict = says.is_allowed ? MANNERS_GO : MANNERS_REFUSED;
}

int manners_look(struct db *db, struct arena *a, struct sv url, struct manners *ret)
{
	struct url u;
	struct q_robots_get known;
	*ret = (struct manners){ .verdict = MANNERS_GO, .rest = REST_SECONDS };
	if (!url_parse(a, url, NULL, &u))
		return 0;
	enum url_verdict policy = url_policy(&u);
	if (policy != URL_ALLOWED && policy != URL_PORT && policy != URL_LOCAL_NAME)
		return 0;
	struct url origin = { .scheme = u.scheme, .host = u.host, .host_kind = u.host_kind, .port = u.port, .path = SV("/robots.txt") };
	ret->host = u.host;
	ret->robots_url = url_href(a, &origin);
	ret->origin = sv_sub(ret->robots_url, 0, ret->robots_url.n - origin.path.n);
	int r = q_robots_get(db, a, &(struct q_robots_get_in){ .origin = ret->origin, .host = u.host }, &known);
	if (r != 0)
		return ERR_MUST(r);
	if (known.is_ignored)
		return 0;
	if (!known.is_fresh)
		ret->verdict = MANNERS_ASK;
	else if (sv_eq(known.state, SV("unreachable")))
		ret->verdict = MANNERS_UNREACHABLE;
	else
		obey(a, known.content, &u, ret);
	return 0;
}

/* What the end of a fetch of robots.txt means; outcomes that are not listed make the site unreachable. */
static const struct lesson {
	enum fetch_outcome outcome;
	const char *state; /* NULL: hopeless */
} lessons[] = {
	{ FETCH_OK, "rules" }, { FETCH_EMPTY, "none" }, { FETCH_NOT_FOUND, "none" }, { FETCH_GONE, "none" }, { FETCH_LOGIN, "none" }, { FETCH_PAYMENT, "none" },
	{ FETCH_FORBIDDEN, "none" }, { FETCH_LEGAL, "none" }, { FETCH_REFUSED, "none" }, { FETCH_TOO_MANY_REDIRECTS, "none" }, { FETCH_BAD_REDIRECT, "none" },
	{ FETCH_BAD_URL, NULL }, { FETCH_BLOCKED_ADDRESS, NULL }, { FETCH_DNS, NULL }, { FETCH_CONNECT, NULL }, { FETCH_TLS, NULL },
};

int manners_learn(struct db *db, const struct manners *m, const struct fetch *robots, bool *ret_hopeless)
{
	const char *state = "unreachable";
	*ret_hopeless = false;
	for (size_t i = 0; i < sizeof(lessons) / sizeof(*lessons); i++)
		if (lessons[i].outcome == robots->outcome)
			state = lessons[i].state;
	/* Of a redirect into the dark only the target is out of reach. */
	if (state == NULL && robots->n_hops > 1)
		state = "unreachable";
	if (state == NULL) {
		*ret_hopeless = true;
		return 0;
	}
	bool is_read = sv_eq(sv_cstr(state), SV("rules")), is_out = sv_eq(sv_cstr(state), SV("unreachable"));
	int again = robots->retry_after > 0 ? robots->retry_after : UNREACHABLE_SECONDS;
	log_event(LOG_INFO, "robots.read", KV_SV("origin", m->origin), KV_SV("state", sv_cstr(state)), KV_SV("outcome", fetch_outcome_code(robots->outcome)));
	int r = q_robots_set(db, &(struct q_robots_set_in){ .origin = m->origin, .state = sv_cstr(state), .content = is_read ? sv_sub(robots->body, 0, ROBOTS_READ) : SV(""),
	    .seconds = is_out ? again : FRESH_SECONDS });
	return r == 0 ? 0 : ERR_MUST(r);
}

int manners_rest(struct db *db, const struct manners *m, int retry_after)
{
	if (m->host.n == 0)
		return 0;
	int r = q_host_rest(db, &(struct q_host_rest_in){ .host = m->host, .seconds = retry_after > m->rest ? retry_after : m->rest });
	return r == 0 ? 0 : ERR_MUST(r);
}
