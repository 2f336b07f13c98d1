#ifndef WEB_VISIT_H
#define WEB_VISIT_H
/*
 * The visitor behind a request: the cookies, the form token and where a form came from. Over https cookies have the __Host-
 * prefix and are Secure; on http (localhost) they have plain names.
 */
#include "web/web.h"

/* Finds the session of the cookie, if there is one that lives. */
int visit_begin(struct web *w) __attribute__((warn_unused_result));
/* For pages that hold a TOKEN form while nobody is signed in (sign in, invitation, reset): gives the visitor a cookie. */
void visit_need_token(struct web *w);
/* Sets the session's cookie and takes the visitor's away. */
void visit_signed_in(struct web *w, const struct session *s);
void visit_signed_out(struct web *w);
/* The form carries this visitor's token, and the browser says it came from our own page (Origin, Sec-Fetch-Site). */
bool visit_form_is_ours(const struct web *w);
/* http(s)://host of this request, for links in letters. */
struct sv visit_origin(const struct web *w);
/* For forms in templates: true if `path` is a page of ours for that method. */
bool visit_is_our_path(enum http_method method, struct sv path);
#endif
