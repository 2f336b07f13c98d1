#include "base/limits.h"
#include "http/http.h"

static struct sv param(const struct http_pairs *params, const char *name)
{
	struct sv v = http_pairs_get(params, sv_cstr(name));
	return v.p ? v : SV("");
}

static enum http_method method_of(struct sv name, bool *ret_is_head)
{
	*ret_is_head = sv_eq(name, SV("HEAD"));
	if (*ret_is_head || sv_eq(name, SV("GET")))
		return HTTP_GET;
	return sv_eq(name, SV("POST")) ? HTTP_POST : HTTP_OTHER;
}

static bool read_form(struct http_request *req)
{
	if (req->method != HTTP_POST || req->body.n == 0)
		return true;
	if (sv_starts_icase(req->content_type, SV("application/x-www-form-urlencoded")))
		return http_form_urlencoded(req->a, req->body, &req->form);
	if (sv_starts_icase(req->content_type, SV("multipart/form-data")))
		return http_form_multipart(req->a, req->content_type, req->body, &req->form);
	return true;
}

int http_request_read(struct arena *a, const struct http_pairs *params, struct sv body, struct http_request *ret)
{
	struct http_request req = { .a = a, .body = body };
	if (body.n > LIMIT_REQUEST_BODY)
		return HTTP_TOO_LARGE;
	req.method = method_of(param(params, "REQUEST_METHOD"), &req.is_head);
	struct sv target = param(params, "REQUEST_URI");
	size_t mark = sv_find_char(target, '?', 0);
	req.query_text = sv_sub(target, mark + 1, target.n);
	req.address = param(params, "REMOTE_ADDR");
	req.is_https = sv_eq(param(params, "HTTPS"), SV("on"));
	req.host = param(params, "HTTP_HOST");
	req.origin = param(params, "HTTP_ORIGIN");
	req.fetch_site = param(params, "HTTP_SEC_FETCH_SITE");
	req.if_none_match = param(params, "HTTP_IF_NONE_MATCH");
	req.content_type = param(params, "CONTENT_TYPE");
	http_cookies(a, param(params, "HTTP_COOKIE"), &req.cookies);
	if (!http_unescape(a, sv_sub(target, 0, mark), false, &req.path) || !sv_starts(req.path, SV("/")) ||
	    !http_form_urlencoded(a, req.query_text, &req.query) || !read_form(&req))
		return HTTP_MALFORMED;
	*ret = req;
	return 0;
}
