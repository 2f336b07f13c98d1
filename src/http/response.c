#include "http/http.h"

static const struct {
	int status;
	const char *reason;
} reasons[] = {
	{ 200, "OK" }, { 302, "Found" }, { 303, "See Other" }, { 304, "Not Modified" }, { 400, "Bad Request" }, { 401, "Unauthorized" },
	{ 403, "Forbidden" }, { 404, "Not Found" }, { 405, "Method Not Allowed" }, { 409, "Conflict" }, { 410, "Gone" },
	{ 413, "Content Too Large" }, { 422, "Unprocessable Content" }, { 429, "Too Many Requests" },
	{ 500, "Internal Server Error" }, { 503, "Service Unavailable" },
};

/* What every answer carries; nginx sends the same for static files (nginx/headers.conf). */
static const struct {
	const char *name, *value;
} fixed[] = {
	{ "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
				     "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'" },
	{ "X-Content-Type-Options", "nosniff" },
	{ "X-Frame-Options", "DENY" },
	{ "Referrer-Policy", "no-referrer" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
	{ "Vary", "Cookie" },
};

const char *http_reason(int status)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Unknown";
}

struct sv http_cookie_name(struct arena *a, struct sv name, bool secure)
{
	return arena_printf(a, "%s" SV_FMT, secure ? "__Host-" : "", SV_ARG(name));
}

struct sv http_cookie(struct arena *a, struct sv name, struct sv value, int64_t max_age, bool secure)
{
	struct sv sent = http_cookie_name(a, name, secure);
	return arena_printf(a, SV_FMT "=" SV_FMT "; Path=/; Max-Age=%lld; HttpOnly; SameSite=Lax%s", SV_ARG(sent), SV_ARG(value),
	    (long long)max_age, secure ? "; Secure" : "");
}

static void header(struct buf *out, struct sv name, struct sv value)
{
	size_t n = 0;
	while (n < value.n && value.p[n] != '\r' && value.p[n] != '\n')
		n++;
	if (n == 0)
		return;
	buf_add(out, name);
	buf_add(out, SV(": "));
	buf_add(out, sv_sub(value, 0, n));
	buf_add(out, SV("\r\n"));
}

static void write_head(const struct http_response *r, const struct http_request *req, struct buf *out)
{
	buf_addf(out, "Status: %d %s\r\n", r->status, http_reason(r->status));
	header(out, SV("Content-Type"), r->content_type.n ? r->content_type : SV("text/html; charset=utf-8"));
	header(out, SV("Location"), r->location);
	header(out, SV("Allow"), r->allow);
	header(out, SV("ETag"), r->etag);
	header(out, SV("Content-Disposition"), r->disposition);
	header(out, SV("Cache-Control"), r->may_cache ? SV("no-cache") : SV("no-store"));
	/* For nginx alone: it keeps what carries this for as long and drops the header. */
	if (r->may_cache && r->cookies.n == 0)
		header(out, SV("X-Accel-Expires"), SV("1"));
	if (r->retry_after > 0)
		buf_addf(out, "Retry-After: %lld\r\n", (long long)r->retry_after);
	if (r->clear_site_data)
		header(out, SV("Clear-Site-Data"), SV("\"cache\", \"storage\""));
	for (size_t i = 0; i < r->cookies.n; i++)
		header(out, SV("Set-Cookie"), r->cookies.v[i]);
	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		header(out, sv_cstr(fixed[i].name), sv_cstr(fixed[i].value));
	if (req->is_https)
		header(out, SV("Strict-Transport-Security"), SV("max-age=31536000; includeSubDomains"));
	buf_addf(out, "Content-Length: %zu\r\n\r\n", r->body.n);
}

void http_response_write(const struct http_response *r, const struct http_request *req, struct buf *out)
{
	write_head(r, req, out);
	if (!req->is_head && r->body.n > 0)
		buf_add(out, buf_sv(&r->body));
}
