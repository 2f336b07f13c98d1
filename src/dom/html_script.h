#ifndef DOM_HTML_SCRIPT_H
#define DOM_HTML_SCRIPT_H
/* The end of a script's text: "</script" does not end it inside "<!-- <script" (13.2.5.15 to 13.2.5.31). */
#include "base/sv.h"

/* Where the end tag `name` of the script whose text starts at p stands; `end` when the page ends inside. */
const char *html_script_end(const char *p, const char *end, struct sv name);
#endif
