#include "web/route.h"

#include "base/num.h"

const struct route route_table[ROUTE_N] = {
#define ROUTE(method, pattern, handler, needs, csrf, rate, summary) \
	[ROUTE_##handler] = { HTTP_##method, pattern, #handler, handler, ROLE_##needs, ROUTE_CSRF_##csrf, ROUTE_RATE_##rate, summary },
#include "web/routes.def"
#undef ROUTE
};

static bool is_token(struct sv s)
{
	size_t n = 0;
	while (n < s.n && (ascii_is_alnum(s.p[n]) || s.p[n] == '-' || s.p[n] == '_'))
		n++;
	return n > 0 && n == s.n && n <= 64;
}

/* One segment of the path against one of the pattern. */
static bool match_segment(struct sv pattern, struct sv segment, struct route_args *args)
{
	if (sv_eq(pattern, SV(":id")))
		return num_i64(segment, 1, INT64_MAX, &args->id);
	if (sv_eq(pattern, SV(":other")))
		return num_i64(segment, 1, INT64_MAX, &args->other);
	if (sv_eq(pattern, SV(":token"))) {
		args->token = segment;
		return is_token(segment);
	}
	return sv_eq(pattern, segment);
}

static bool match(struct sv pattern, struct sv path, struct route_args *ret)
{
	struct route_args args = { 0 };
	struct sv want, have;
	while (sv_split(&pattern, '/', &want))
		if (!sv_split(&path, '/', &have) || !match_segment(want, have, &args))
			return false;
	if (path.p != NULL)
		return false;
	*ret = args;
	return true;
}

int route_match(enum http_method method, struct sv path, const struct route **ret, struct route_args *ret_args, struct sv *ret_allow)
{
	struct sv allow = SV_NONE;
	struct route_args args;
	for (size_t i = 0; i < ROUTE_N; i++) {
		const struct route *r = &route_table[i];
		if (!match(sv_cstr(r->pattern), path, &args))
			continue;
		if (r->method == method) {
			*ret = r;
			*ret_args = args;
			return 0;
		}
		allow = allow.n ? SV("GET, POST") : r->method == HTTP_GET ? SV("GET") : SV("POST");
	}
	*ret_allow = allow;
	return allow.n ? ROUTE_WRONG_METHOD : ROUTE_UNKNOWN;
}

static void add_segment(struct link *l, struct sv s)
{
	size_t n = strlen(l->path);
	(void)snprintf(l->path + n, sizeof(l->path) - n, "/" SV_FMT, SV_ARG(s));
}

struct link route_link(enum route_id route, const struct route_args *args)
{
	struct link l = { "" };
	struct sv pattern = sv_cstr(route_table[route].pattern), part;
	char number[24];
	(void)sv_split(&pattern, '/', &part);
	while (sv_split(&pattern, '/', &part)) {
		if (sv_eq(part, SV(":token"))) {
			part = args->token;
		} else if (sv_starts(part, SV(":"))) {
			int64_t id = sv_eq(part, SV(":id")) ? args->id : args->other;
			(void)snprintf(number, sizeof(number), "%lld", (long long)id);
			part = sv_cstr(number);
		}
		add_segment(&l, part);
	}
	return l;
}
