#include "text/segment.h"

#include <errno.h>
#include <unicode/ubrk.h>

#include "base/err.h"
#include "base/vec.h"
#include "text/utf8.h"

#define AUTO_BREAKS __attribute__((cleanup(breaks_drop))) UBreakIterator *
#define AUTO_UTEXT __attribute__((cleanup(utext_drop))) UText *

static void breaks_drop(UBreakIterator **b)
{
	ubrk_close(*b);
}

static void utext_drop(UText **t)
{
	(void)utext_close(*t);
}

/* Abbreviations after which a sentence goes on: capitalised ones (titles, months, companies), and those in any case. */
static const char capital_abbreviations[] =
    " gen sen rep gov lt col capt maj sgt cpl adm cmdr brig hon rev pres supt messrs mme mlle mr mrs ms dr prof st mt ft"
    " dept univ assn bros corp inc ltd co jr sr jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri fig vol ";
static const char abbreviations[] = " incl approx est vs al pp ca cf viz ";

/* After these a dotted name may still end the sentence: "... in the U.S. The army ..." */
static const char starters[] = " the a an he she it they we i in on at but and this that these those there his her its their as for after when while if meanwhile however ";

static struct sv last_word(struct sv s)
{
	size_t from = s.n;
	while (from > 0 && !ascii_is_space(s.p[from - 1]) && s.p[from - 1] != '(' && s.p[from - 1] != '"')
		from--;
	return sv_sub(s, from, s.n);
}

static struct sv first_word(struct sv s)
{
	size_t to = 0;
	while (to < s.n && !ascii_is_space(s.p[to]) && s.p[to] != ',')
		to++;
	return sv_sub(s, 0, to);
}

/* Is the break between these two sentences of one line a false one? */
static bool is_false_break(struct sv left, struct sv right)
{
	size_t len;
	uint32_t next = utf8_at(right, 0, &len);
	struct sv word = last_word(left);
	if (utf8_is_alpha(next) && !utf8_is_upper(next))
		return true;
	if (word.n < 2 || word.p[word.n - 1] != '.')
		return false;
	word.n--;
	bool is_initial = word.n == 1 && ascii_is_upper(word.p[0]);
	bool is_dotted = word.n >= 3 && word.p[word.n - 2] == '.';
	if (is_initial || is_dotted)
		return !sv_is_listed(starters, first_word(right));
	bool is_numbered = sv_is_listed(" no nos ", word) && ascii_is_digit(right.p[0]);
	return is_numbered || sv_is_listed(abbreviations, word) || (ascii_is_upper(word.p[0]) && sv_is_listed(capital_abbreviations, word));
}

static size_t trim_start(struct sv text, size_t at, size_t end)
{
	for (size_t len; at < end && utf8_is_space(utf8_at(text, at, &len)); at += len)
		continue;
	return at;
}

static size_t trim_end(struct sv text, size_t start, size_t at)
{
	for (size_t len; at > start && utf8_is_space(utf8_before(text, at, &len)); at -= len)
		continue;
	return at;
}

static int open_breaks(struct sv text, struct sv lang, UText **text_in_icu, UBreakIterator **ret)
{
	UErrorCode status = U_ZERO_ERROR;
	char locale[32];
	(void)snprintf(locale, sizeof(locale), SV_FMT "@ss=standard", SV_ARG(lang.n == 0 || lang.n > 8 ? SV("en") : lang));
	*text_in_icu = utext_openUTF8(NULL, text.p, (int64_t)text.n, &status);
	*ret = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &status);
	if (U_SUCCESS(status))
		ubrk_setUText(*ret, *text_in_icu, &status);
	return U_FAILURE(status) ? ERR_NEW(-EIO, "sentence rules: %s", u_errorName(status)) : 0;
}

int segment_sentences(struct arena *a, struct sv text, struct sv lang, struct segments *ret)
{
	AUTO_UTEXT icu_text = NULL;
	AUTO_BREAKS breaks = NULL;
	VEC(struct segment) v = { 0 };
	*ret = (struct segments){ 0 };
	if (text.n == 0)
		return 0;
	int r = open_breaks(text, lang, &icu_text, &breaks);
	if (r < 0)
		return ERR_PASS(r);
	size_t line = 0;
	int32_t from = ubrk_first(breaks);
	for (int32_t to = ubrk_next(breaks); to != UBRK_DONE; from = to, to = ubrk_next(breaks)) {
		size_t start = trim_start(text, (size_t)from, (size_t)to), end = trim_end(text, start, (size_t)to);
		size_t line_of_start = line;
		for (size_t i = (size_t)from; i < (size_t)to; i++) {
			line += text.p[i] == '\n';
			line_of_start += text.p[i] == '\n' && i < start;
		}
		if (start == end)
			continue;
		struct segment *last = v.n == 0 ? NULL : &v.v[v.n - 1];
		if (last != NULL && last->line == line_of_start && is_false_break(sv_sub(text, last->start, last->end), sv_sub(text, start, end)))
			last->end = end;
		else
			*VEC_PUSH(a, &v) = (struct segment){ start, end, line_of_start };
	}
	*ret = (struct segments){ v.v, v.n };
	return 0;
}
