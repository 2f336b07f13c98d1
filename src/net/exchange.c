#include "net/exchange.h"

#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/limits.h"
#include "base/num.h"
#include "net/address.h"

static const struct sv page_types[] = {
	SV_INIT("text/html"), SV_INIT("application/xhtml+xml"), SV_INIT("text/plain"), SV_INIT("application/xml"), SV_INIT("text/xml"), { NULL, 0 },
};
static const struct sv feed_types[] = {
	SV_INIT("application/rss+xml"), SV_INIT("application/atom+xml"), SV_INIT("application/rdf+xml"), SV_INIT("application/feed+json"), SV_INIT("application/json"),
	SV_INIT("application/xml"), SV_INIT("text/xml"), SV_INIT("text/html"), SV_INIT("text/plain"), { NULL, 0 },
};

/* What differs by purpose. An answer that names no type is looked at all the same. */
static const struct purpose {
	const struct sv *types; /* NULL: any */
	const char *accept;
	size_t most;
	bool is_cut; /* what is over `most` is left away and no fault */
} purposes[PURPOSE_N] = {
	[PURPOSE_PAGE] = { page_types, "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.5", LIMIT_FETCH_BODY, false },
	[PURPOSE_ROBOTS] = { NULL, "Accept: text/plain,*/*;q=0.5", LIMIT_ROBOTS, true },
	[PURPOSE_FEED] = { feed_types, "Accept: application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5", LIMIT_FETCH_BODY, false },
};

static void stop(struct exchange *x, enum fetch_outcome why)
{
	if (x->stopped)
		return;
	x->stopped = true;
	x->why = why;
}

/* The address that is about to be connected to, after name resolution: the one place where it is judged. */
static curl_socket_t on_open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *to)
{
	struct exchange *x = context;
	struct sockaddr_in v4 = { 0 };
	struct sockaddr_in6 v6 = { 0 };
	bool is_v6 = to->family == AF_INET6, fine = false;
	(void)purpose;
	if (to->family == AF_INET && to->addrlen >= sizeof(v4)) {
		memcpy(&v4, &to->addr, sizeof(v4));
		const uint8_t *address = (const uint8_t *)&v4.sin_addr;
		fine = address_is_listed(x->config->allow, address, false, ntohs(v4.sin_port)) || (!x->must_be_listed && address_is_public_v4(address));
	} else if (is_v6 && to->addrlen >= sizeof(v6)) {
		memcpy(&v6, &to->addr, sizeof(v6));
		const uint8_t *address = (const uint8_t *)&v6.sin6_addr;
		fine = address_is_listed(x->config->allow, address, true, ntohs(v6.sin6_port)) || (!x->must_be_listed && address_is_public_v6(address));
	}
	if (!fine) {
		x->was_blocked = true;
		return CURL_SOCKET_BAD;
	}
	x->was_tried = true;
	return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

static bool is_wanted(const struct purpose *purpose, struct sv type)
{
	type = sv_trim(sv_sub(type, 0, sv_find_char(type, ';', 0)));
	for (const struct sv *t = purpose->types; t != NULL && t->n > 0; t++)
		if (sv_eq_icase(type, *t))
			return true;
	return type.n == 0 || purpose->types == NULL;
}

/* A length that is no number means that nobody knows where the answer ends. */
static bool is_length_sound(const struct exchange *x)
{
	struct sv length = exchange_header(x, SV("content-length"));
	for (size_t i = 0; i < length.n; i++)
		if (!ascii_is_digit(length.p[i]))
			return false;
	return length.p == NULL || length.n > 0;
}

/* The empty line after a head. */
static void on_head_end(struct exchange *x)
{
	int status = exchange_status(x);
	if (!is_length_sound(x))
		stop(x, FETCH_MALFORMED);
	else if (status == 200 && !is_wanted(&purposes[x->request->purpose], exchange_header(x, SV("content-type"))))
		stop(x, FETCH_NOT_ARTICLE);
}

/* libcurl gives whole lines, of the head and of trailers. */
static size_t on_header(char *p, size_t size, size_t n, void *context)
{
	struct exchange *x = context;
	struct sv line = { p, size * n };
	x->head_bytes += line.n;
	x->head_lines++;
	if (x->head_bytes > LIMIT_FETCH_HEAD || x->head_lines > LIMIT_HEADER_LINES) {
		stop(x, FETCH_HEAD_TOO_LARGE);
		return 0;
	}
	if (x->body.n > 0)
		return line.n; /* a trailer: counted, not kept */
	if (sv_starts(line, SV("HTTP/")))
		buf_clear(&x->head);
	buf_add(&x->head, line);
	if (sv_trim(line).n == 0)
		on_head_end(x);
	return x->stopped ? 0 : line.n;
}

static size_t on_body(char *p, size_t size, size_t n, void *context)
{
	struct exchange *x = context;
	buf_add(&x->body, (struct sv){ p, size * n });
	if (x->body.failed)
		stop(x, purposes[x->request->purpose].is_cut ? FETCH_OK : FETCH_TOO_LARGE);
	return x->stopped ? 0 : size * n;
}

static int on_debug(CURL *curl, curl_infotype type, char *p, size_t n, void *context)
{
	struct exchange *x = context;
	(void)curl;
	if (type == CURLINFO_HEADER_OUT)
		buf_add(&x->sent, (struct sv){ p, n });
	return 0;
}

static int on_progress(void *context, curl_off_t down_total, curl_off_t down, curl_off_t up_total, curl_off_t up)
{
	struct exchange *x = context;
	(void)down_total, (void)down, (void)up_total, (void)up;
	int64_t most = x->config->first_byte_us > 0 ? x->config->first_byte_us : 10 * CLOCK_SECOND;
	if (x->sent.n > 0 && x->head.n == 0 && clock_ticks() - x->began > most)
		stop(x, FETCH_TIMEOUT);
	return x->stopped;
}

/* Sets an option or remembers that one was refused: every one of them is needed. */
#define SET(curl, option, value) (r |= (int)curl_easy_setopt((curl), (option), (value)))

static int set_guards(CURL *c)
{
	int r = 0;
	SET(c, CURLOPT_PROTOCOLS_STR, "http,https");
	SET(c, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
	SET(c, CURLOPT_FOLLOWLOCATION, 0L);
	SET(c, CURLOPT_PROXY, "");
	SET(c, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	SET(c, CURLOPT_COOKIEFILE, ""); /* cookies in memory, for this fetch alone */
	SET(c, CURLOPT_HTTP09_ALLOWED, 0L);
	SET(c, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	SET(c, CURLOPT_UNRESTRICTED_AUTH, 0L);
	SET(c, CURLOPT_SSL_VERIFYPEER, 1L);
	SET(c, CURLOPT_SSL_VERIFYHOST, 2L);
	SET(c, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	SET(c, CURLOPT_NOSIGNAL, 1L);
	SET(c, CURLOPT_PATH_AS_IS, 1L);
	SET(c, CURLOPT_FRESH_CONNECT, 1L);
	SET(c, CURLOPT_FORBID_REUSE, 1L);
	SET(c, CURLOPT_LOW_SPEED_LIMIT, 100L);
	SET(c, CURLOPT_LOW_SPEED_TIME, 10L);
	return r;
}

static int add_header(struct exchange *x, const char *line)
{
	struct curl_slist *more = curl_slist_append(x->headers, line);
	if (more != NULL)
		x->headers = more;
	return more == NULL ? -1 : 0;
}

/* A header whose value came from a site; none where it is empty. */
static int add_told(struct exchange *x, const char *name, struct sv value)
{
	AUTO_BUF line = BUF_INIT(LIMIT_FETCH_HEAD);
	if (value.n == 0 || sv_find_char(value, '\r', 0) < value.n || sv_find_char(value, '\n', 0) < value.n || sv_find_char(value, '\0', 0) < value.n)
		return 0;
	buf_addf(&line, "%s: " SV_FMT, name, SV_ARG(value));
	buf_add_char(&line, '\0');
	return line.failed ? -1 : add_header(x, line.p);
}

static int set_headers(struct exchange *x)
{
	int r = 0;
	curl_slist_free_all(x->headers);
	x->headers = NULL;
	if (add_header(x, purposes[x->request->purpose].accept) != 0 || add_header(x, x->is_plain ? "Accept-Encoding: identity" : "Accept-Encoding: gzip, deflate") != 0 ||
	    add_header(x, "Accept-Language: en, *;q=0.5") != 0 || add_told(x, "If-None-Match", x->request->etag) != 0 ||
	    add_told(x, "If-Modified-Since", x->request->last_modified) != 0)
		return -1;
	SET(x->curl, CURLOPT_HTTPHEADER, x->headers);
	return r;
}

static int set_callbacks(CURL *c, struct exchange *x)
{
	int r = 0;
	SET(c, CURLOPT_OPENSOCKETFUNCTION, on_open_socket);
	SET(c, CURLOPT_OPENSOCKETDATA, x);
	SET(c, CURLOPT_HEADERFUNCTION, on_header);
	SET(c, CURLOPT_HEADERDATA, x);
	SET(c, CURLOPT_WRITEFUNCTION, on_body);
	SET(c, CURLOPT_WRITEDATA, x);
	SET(c, CURLOPT_VERBOSE, 1L);
	SET(c, CURLOPT_DEBUGFUNCTION, on_debug);
	SET(c, CURLOPT_DEBUGDATA, x);
	SET(c, CURLOPT_NOPROGRESS, 0L);
	SET(c, CURLOPT_XFERINFOFUNCTION, on_progress);
	SET(c, CURLOPT_XFERINFODATA, x);
	return r;
}

int exchange_open(struct exchange *x, const struct fetch_config *config, const struct fetch_request *request)
{
	int r = 0;
	const struct purpose *purpose = &purposes[request->purpose];
	*x = (struct exchange){ .config = config, .request = request, .sent = BUF_INIT(LIMIT_FETCH_HEAD), .head = BUF_INIT(LIMIT_FETCH_HEAD + 1), .body = BUF_INIT(purpose->most) };
	x->curl = curl_easy_init();
	if (x->curl == NULL)
		return ERR_NEW(-ENOMEM, "no memory for a fetch");
	SET(x->curl, CURLOPT_MAXFILESIZE_LARGE, purpose->is_cut ? (curl_off_t)0 : (curl_off_t)purpose->most);
	if (r != 0 || set_guards(x->curl) != 0 || set_callbacks(x->curl, x) != 0)
		return ERR_NEW(-ENOTSUP, "libcurl refuses an option that the fetcher needs");
	return 0;
}

void exchange_close(struct exchange *x)
{
	if (x->curl != NULL)
		curl_easy_cleanup(x->curl);
	curl_slist_free_all(x->headers);
	buf_release(&x->sent);
	buf_release(&x->head);
	buf_release(&x->body);
	*x = (struct exchange){ 0 };
}

int exchange_prepare(struct exchange *x, const char *url, int64_t us)
{
	int r = 0;
	int64_t connect = x->config->connect_us > 0 ? x->config->connect_us : 10 * CLOCK_SECOND;
	char agent[256] = "";
	if (x->config->user_agent.n < sizeof(agent) && x->config->user_agent.n > 0)
		memcpy(agent, x->config->user_agent.p, x->config->user_agent.n);
	buf_clear(&x->sent);
	buf_clear(&x->head);
	buf_clear(&x->body);
	x->was_blocked = x->was_tried = x->stopped = false;
	x->began = clock_ticks();
	SET(x->curl, CURLOPT_URL, url);
	SET(x->curl, CURLOPT_USERAGENT, agent);
	SET(x->curl, CURLOPT_TIMEOUT_MS, (long)(us / 1000 > 0 ? us / 1000 : 1));
	SET(x->curl, CURLOPT_CONNECTTIMEOUT_MS, (long)(connect / 1000));
	return r == 0 && set_headers(x) == 0 ? 0 : ERR_NEW(-ENOTSUP, "libcurl refuses an option that the fetcher needs");
}

/* What libcurl's own codes mean; everything else is FETCH_FAILED. */
static const struct code_rule {
	CURLcode code;
	enum fetch_outcome is;
} code_rules[] = {
	{ CURLE_OK, FETCH_OK },
	{ CURLE_UNSUPPORTED_PROTOCOL, FETCH_MALFORMED }, /* an answer without a head (HTTP/0.9) */
	{ CURLE_URL_MALFORMAT, FETCH_BAD_URL },
	{ CURLE_COULDNT_RESOLVE_HOST, FETCH_DNS },
	{ CURLE_COULDNT_CONNECT, FETCH_CONNECT },
	{ CURLE_WEIRD_SERVER_REPLY, FETCH_MALFORMED },
	{ CURLE_PARTIAL_FILE, FETCH_TRUNCATED },
	{ CURLE_RECV_ERROR, FETCH_TRUNCATED },
	{ CURLE_SEND_ERROR, FETCH_TRUNCATED },
	{ CURLE_GOT_NOTHING, FETCH_TRUNCATED },
	{ CURLE_OUT_OF_MEMORY, FETCH_HEAD_TOO_LARGE }, /* 7.88 says so of a header line over 100 KB */
	{ CURLE_OPERATION_TIMEDOUT, FETCH_TIMEOUT },
	{ CURLE_FILESIZE_EXCEEDED, FETCH_TOO_LARGE },
	{ CURLE_SSL_CONNECT_ERROR, FETCH_TLS },
	{ CURLE_PEER_FAILED_VERIFICATION, FETCH_TLS },
	{ CURLE_SSL_CERTPROBLEM, FETCH_TLS },
	{ CURLE_SSL_CIPHER, FETCH_TLS },
	{ CURLE_SSL_INVALIDCERTSTATUS, FETCH_TLS },
	{ CURLE_BAD_CONTENT_ENCODING, FETCH_MALFORMED },
};

enum fetch_outcome exchange_outcome(const struct exchange *x, CURLcode rc)
{
	if (x->stopped)
		return x->why;
	if (x->was_blocked && !x->was_tried && rc != CURLE_OK)
		return FETCH_BLOCKED_ADDRESS;
	for (size_t i = 0; i < sizeof(code_rules) / sizeof(*code_rules); i++)
		if (code_rules[i].code == rc)
			return code_rules[i].is;
	return FETCH_FAILED;
}

struct sv exchange_header(const struct exchange *x, struct sv name)
{
	return fetch_header(buf_sv(&x->head), name);
}

int exchange_status(const struct exchange *x)
{
	/* "HTTP/1.1 200 OK" */
	struct sv head = buf_sv(&x->head);
	size_t space = sv_find_char(head, ' ', 0);
	int64_t status;
	return num_i64(sv_sub(head, space + 1, space + 4), 100, 999, &status) ? (int)status : 0;
}
