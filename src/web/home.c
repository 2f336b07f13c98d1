#include "web/home.h"

#include "base/limits.h"
#include "web/tmpl.h"

const struct home_sign home_signs[] = {
#define SIGN(css, word, meaning) { SV_INIT(css), SV_INIT(word), SV_INIT(meaning) },
#include "web/signs.def"
#undef SIGN
};
const size_t home_signs_n = COUNT(home_signs);

int home_how(struct web *w)
{
	web_title(w, ROUTE_home_how, SV("How it works"));
	tmpl_how(web_out(w), w);
	return 0;
}

int home_show(struct web *w)
{
	web_title(w, ROUTE_home_show, SV("Front page"));
	tmpl_home(web_out(w), w);
	return 0;
}
