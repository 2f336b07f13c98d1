#ifndef WEB_FAULT_H
#define WEB_FAULT_H
/*
 * The pages for what can't be answered: not found, not allowed, sign in first, failed. Each says what happened and what to do
 * next; what was typed into a form that could not be taken stays in the page.
 */
#include "web/web.h"

struct fault {
	int status;
	struct sv heading, text;
};

/* Replaces whatever was written by the page for an outcome of web/web.h, or of a failure (negative). */
void fault_page(struct web *w, int outcome);
#endif
