#include "web/fault.h"

#include <errno.h>

#include "web/account.h"
#include "web/tmpl.h"

static const struct {
	int outcome;
	struct fault fault;
} faults[] = {
	{ WEB_NOT_FOUND, { 404, SV_INIT("There is no such page"), SV_INIT("The address may be mistyped, or what stood here is gone. Search for it, or begin at the front page.") } },
	{ WEB_DENIED, { 403, SV_INIT("Your account may not do this"), SV_INIT("An administrator can give your account a higher role.") } },
	{ WEB_BAD_FORM, { 403, SV_INIT("This form could not be taken"), SV_INIT("It was opened before your present session began, or it came from another site. Nothing was changed.") } },
	{ WEB_SLOW_DOWN, { 429, SV_INIT("Too fast"), SV_INIT("There were too many tries. Wait a little, then try again.") } },
	{ WEB_GONE, { 410, SV_INIT("This has been taken down"), SV_INIT("The record that it was here stays; its text is gone.") } },
	{ WEB_TOO_LARGE, { 413, SV_INIT("That was too much at once"), SV_INIT("A form may hold 256 KiB. Go back and send it in parts; your browser keeps what you typed.") } },
	{ WEB_MALFORMED, { 400, SV_INIT("This request can't be read"), SV_INIT("It holds broken escapes or characters that are no text. Go back and try again; your browser keeps what you typed.") } },
};
static const struct fault failed = { 500, SV_INIT("Something failed on our side"),
	SV_INIT("It has been logged. What was saved before is safe; try again in a moment.") };
static const struct fault away = { 503, SV_INIT("The database can't be reached"),
	SV_INIT("Nothing was changed. Try again in a minute; your browser keeps what you typed.") };

static const struct fault *fault_of(const struct web *w, int outcome)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		if (faults[i].outcome == outcome)
			return &faults[i].fault;
	return w->route && !w->db ? &away : &failed;
}

void fault_page(struct web *w, int outcome)
{
	int status = w->res->status == 405 ? 405 : 0;
	buf_clear(&w->res->body);
	w->res->location = SV_NONE;
	if (outcome == WEB_SIGN_IN) {
		account_ask_to_sign_in(w);
		return;
	}
	if (outcome == WEB_BAD_FORM && w->req->method == HTTP_POST && web_is_signed_in(w)) {
		account_ask_again(w);
		return;
	}
	struct fault f = *fault_of(w, outcome);
	w->res->status = status ? status : f.status;
	w->title = f.heading;
	tmpl_fault(web_out(w), w, &f);
}
