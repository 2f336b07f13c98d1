/* probe op robots: may a program of that name ask for that URL? */
#include "cmd/probe.h"
#include "text/robots.h"

/* Path and query of a URL as it stands there: what a site's log would show. */
static struct sv path_of(struct arena *a, struct sv url)
{
	size_t at = sv_find(url, SV("//"), 0);
	url = sv_sub(url, 0, sv_find_char(url, '#', 0));
	for (at = at < url.n ? at + 2 : 0; at < url.n && url.p[at] != '/' && url.p[at] != '?' && url.p[at] != ';';)
		at++;
	struct sv path = sv_sub(url, at, url.n);
	return sv_starts(path, SV("/")) ? path : arena_printf(a, "/" SV_FMT, SV_ARG(path));
}

int probe_robots(struct arena *a, const struct json *row, struct json_out *j)
{
	struct robots_says says;
	robots_read(a, json_get_sv(row, "robots"), json_get_sv(row, "agent"), path_of(a, json_get_sv(row, "url")), &says);
	json_out_key(j, "allowed");
	json_out_bool(j, says.is_allowed);
	json_out_key(j, "rule");
	json_out_sv_or_null(j, says.rule);
	return 0;
}
