#ifndef HTTP_SERVE_H
#define HTTP_SERVE_H
/*
 * The FastCGI accept loop of one worker process, through libfcgi. One request a connection; the socket is made by the
 * supervisor. Leaves cleanly on SIGTERM between two requests: SIGTERM is blocked but for the wait (docs/adr/0001-shape.md).
 */
#include "http/http.h"

/* Answers one request: fills `ret`, whose body is ready to be written to. Never fails: what goes wrong is a page too. */
typedef void http_handler(void *context, struct http_request *req, struct http_response *ret);

struct http_server {
	int listen_fd; /* unix socket, listening */
	http_handler *handle;
	/* For requests that could not be read: status 400 or 413. */
	http_handler *refuse;
	/* After the answer has been sent. May be NULL. */
	void (*after)(void *context);
	void *context;
	int64_t most_requests; /* leave after so many, 0: never */
};

/* Serves until SIGTERM or most_requests; 0 then, negative if the socket fails. */
int http_serve(const struct http_server *server) __attribute__((warn_unused_result));
#endif
