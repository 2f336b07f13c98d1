#include "claim/outlet_way.h"

#include "claim/outlet.h"
#include "claim/speech.h"

/* A name as a range of words. */
struct range {
	size_t first, end;
};

enum { REACH = 9 }; /* words looked at on either side */

static bool is_in(const struct words *w, size_t i, const char *const *list)
{
	for (; *list; list++)
		if (word_is(w, i, sv_cstr(*list)))
			return true;
	return false;
}

/* Verbs an outlet is the subject of when it passes something on. */
static const char *const reports[] = { "reported", "reports", "reporting", "said", "says", "wrote", "writes", "claimed", "claims",
	"quoted", "quotes", "cited", "revealed", "reveals", "learned", "understands", "obtained", "disclosed", "noted",
	"showed", "shows", "found", "announced", "broadcast", "published", "aired", NULL };
static const char *const kinds[] = { "newspaper", "paper", "daily", "weekly", "broadcaster", "channel", "station", "magazine",
	"agency", "website", "site", "portal", "tabloid", "outlet", "network", "podcast", "wire", "service", "journal", NULL };
static const char *const studies[] = { "investigation", "analysis", "report", "poll", "survey", "study", "tally", "count", "review",
	"documentary", "interview", "database", "data", "figures", "statistics", "article", "piece", "story", "op-ed", "essay",
	"column", "editorial", "paper", "inquiry", "census", NULL };

static bool is_sentence_mark(const struct words *w, size_t i)
{
	static const char *const marks[] = { ",", ";", ":", "(", ")", "\"", "“", "”", NULL };
	return word_at(w, i)->is_mark && is_in(w, i, marks);
}

/* "has learned", "was the first to report", "first reported", ", citing two officials, said" behind a name at i. */
static bool reports_at(const struct words *w, size_t i)
{
	static const char *const between[] = { "news", "also", "first", "has", "have", "was", "the", "to", "later", "agency", "newspaper",
		"magazine", "channel", "then", "previously", NULL };
	static const char *const last[] = { "report", NULL };
	size_t at = i, limit = i + 6;
	if (word_is(w, at, SV(",")) && is_in(w, at + 1, (const char *const[]){ "citing", "quoting", NULL })) {
		for (at += 2; at < w->n && !word_is(w, at, SV(",")); at++)
			continue;
		at++;
		limit = at + 6;
	}
	while (at < limit && is_in(w, at, between))
		at++;
	return is_in(w, at, reports) || (at > i + 2 && is_in(w, at, last));
}

/* Is the name at r the object of one of these: "told", "according to", "interview with", "obtained by"? */
static bool follows_way(const struct words *w, struct range r)
{
	static const struct {
		const char *preposition; /* right before the name, a description of it apart; "" = the word itself stands there */
		const char *before[12];  /* one of them within reach before the preposition */
	} ways[] = {
		{ "", { "told", "telling", "tells", "citing", "quoting", NULL } },
		{ "to", { "according", "remarks", "comments", "spoke", "speaking", "confirmed", "statement", "interview", "said", "talking", NULL } },
		{ "with", { "interview", "conversation", "spoke", "talk", NULL } },
		{ "on", { "appearing", "speaking", "interview", "said", "appeared", "told", NULL } },
		{ "in", { "op-ed", "essay", "article", "report", "column", "published", "piece", "study", "paper", "editorial", "interview", "wrote" } },
		{ "for", { "op-ed", "essay", "article", "column", "poll", "survey", "piece", NULL } },
		{ "by", { "seen", "obtained", "published", "reported", "broadcast", "aired", "reviewed", "cited", "quoted", "investigation", "analysis", "interview" } },
		{ "by", { "poll", "survey", "study", "report", "tally", "compiled", "released", NULL } },
		{ "from", { "data", "figures", "report", "numbers", "statistics", NULL } },
	};
	for (size_t k = 0; k < sizeof(ways) / sizeof(*ways); k++) {
		size_t at = r.first;
		if (ways[k].preposition[0] && (at == 0 || !word_is(w, --at, sv_cstr(ways[k].preposition))))
			continue;
		for (size_t back = 1; back <= at && back <= REACH && !is_sentence_mark(w, at - back); back++)
			for (size_t b = 0; b < 12 && ways[k].before[b]; b++)
				if (word_is(w, at - back, sv_cstr(ways[k].before[b])))
					return true;
	}
	return false;
}

/* Steps left over "the", "the Danish broadcaster", "local station", "Turkey's": words that describe the name behind them. */
static size_t description_start(const struct words *w, size_t first)
{
	size_t at = first;
	if (at > 0 && is_in(w, at - 1, kinds))
		at--;
	if (at < first || (at > 0 && is_in(w, at - 1, (const char *const[]){ "news", "state", NULL })))
		while (at > 0 && first - at < 4 && !word_at(w, at - 1)->is_mark && !speech_is_boundary(word_at(w, at - 1)->lower) &&
		       !speech_is_verb(word_at(w, at - 1)->lower) && !speech_is_determiner(word_at(w, at - 1)->lower))
			at--;
	return at > 0 && is_in(w, at - 1, (const char *const[]){ "the", "a", "an", NULL }) ? at - 1 : at;
}

/* "(Reuters) -", "LISBON (AP) —": the agency's credit before the text. */
static bool is_credit(const struct words *w, struct range r)
{
	static const char *const dashes[] = { "-", "–", "—", "_", NULL };
	return r.first > 0 && r.first <= 6 && word_is(w, r.first - 1, SV("(")) && word_is(w, r.end, SV(")")) && is_in(w, r.end + 1, dashes);
}

/* "A Guardian investigation found", "a BBC interview": the name stands before what it made. */
static bool names_study(const struct words *w, struct range r)
{
	return r.first > 0 && speech_is_determiner(word_at(w, r.first - 1)->lower) && is_in(w, r.end, studies);
}

/* Does an outlet named at r carry the sentence? */
static bool is_way(const struct words *w, struct range r)
{
	static const char *const of_it[] = { "of", "for", "at", "with", "by", "from", "to", "in", "on", "and", NULL };
	struct range whole = { description_start(w, r.first), r.end };
	if (is_credit(w, r) || names_study(w, r) || follows_way(w, whole))
		return true;
	if (word_is(w, whole.first, SV("a")) || word_is(w, whole.first, SV("an")))
		return false;
	bool is_part = whole.first > 0 && is_in(w, whole.first - 1, of_it);
	size_t after = r.end + (is_in(w, r.end, kinds) ? 1 : 0);
	return !is_part && reports_at(w, after);
}

static void set(struct sv text, const struct words *w, struct range r, struct sv name, struct outlet_way *ret)
{
	ret->name = name.p ? name : word_span(text, w, r.first, r.end);
	ret->at = (struct span){ w->v[r.first].at.start, w->v[r.end - 1].at.end };
}

static bool find_outlet(struct sv text, const struct words *w, struct outlet_way *ret)
{
	for (size_t i = 0; i < w->n; i++) {
		struct sv name = SV_NONE;
		size_t n = outlet_at(text, w, i, &name);
		if (n == 0)
			continue;
		size_t the = word_is(w, i, SV("the"));
		if (is_way(w, (struct range){ i + the, i + n })) {
			set(text, w, (struct range){ i, i + n }, name, ret);
			return true;
		}
		i += n - 1;
	}
	return false;
}

/* The run of capitalised words at i. */
static struct range name_at(const struct words *w, size_t i)
{
	size_t end = i;
	while (end < w->n && end - i < 5 && word_at(w, end)->is_capital && !word_at(w, end)->is_mark && !speech_is_weekday(word_at(w, end)->lower))
		end++;
	return (struct range){ i, end };
}

static bool is_all_capitals(struct sv s)
{
	static const struct sv bodies[] = { SV_INIT("NATO"), SV_INIT("FBI"), SV_INIT("MPs"), SV_INIT("UN"), SV_INIT("EU"), SV_INIT("UNESCO"), SV_INIT("NASA"),
		SV_INIT("UNICEF"), SV_INIT("OPEC") };
	for (size_t k = 0; k < sizeof(bodies) / sizeof(*bodies); k++)
		if (sv_eq(s, bodies[k]))
			return false;
	return s.n >= 2 && s.n <= 6 && !ascii_is_lower(s.p[s.n - 1]) && !ascii_is_lower(s.p[1]) && !sv_has(s, SV("."));
}

static bool has_kind(const struct words *w, struct range r)
{
	bool is_news_agency = word_is(w, r.end, SV("news")) && word_is(w, r.end + 1, SV("agency"));
	return is_news_agency || is_in(w, r.end, (const char *const[]){ "newspaper", "agency", NULL }) ||
	       (r.first > 0 && is_in(w, r.first - 1, kinds));
}

/* ", An-Nahar reported." closes a sentence. */
static bool closes_with_report(const struct words *w, struct range r)
{
	static const char *const when[] = { "on", "in", "late", NULL };
	size_t the = r.first > 0 && word_is(w, r.first - 1, SV("the"));
	if (r.first <= the || !word_is(w, r.first - 1 - the, SV(",")) || !is_in(w, r.end, (const char *const[]){ "reported", "reports", NULL }))
		return false;
	return word_at(w, r.end + 1)->is_mark || is_in(w, r.end + 1, when);
}

/* A name that is in no table but stands where only an outlet does: behind "broadcaster", or reporting. */
static bool is_unknown_outlet(const struct words *w, struct range r)
{
	if (has_kind(w, r))
		return is_way(w, r);
	bool is_told = r.first > 0 && is_in(w, r.first - 1, (const char *const[]){ "told", "telling", NULL });
	if (is_told && r.end - r.first == 1 && is_all_capitals(word_at(w, r.first)->text))
		return true;
	return closes_with_report(w, r);
}

static bool find_unknown_outlet(struct sv text, const struct words *w, struct outlet_way *ret)
{
	for (size_t i = 0; i < w->n; i++) {
		struct range r = name_at(w, i);
		if (r.first == r.end)
			continue;
		size_t the = word_is(w, i, SV("the")) && r.end > r.first + 1;
		r.first += the;
		if (is_unknown_outlet(w, r)) {
			set(text, w, r, SV_NONE, ret);
			return true;
		}
		i = r.end - 1;
	}
	return false;
}

/* "on Twitter", "on Facebook" behind a word of writing. */
static bool find_platform(struct sv text, const struct words *w, struct outlet_way *ret)
{
	static const char *const platforms[] = { "twitter", "facebook", "instagram", "x", "telegram", "tiktok", "youtube", "weibo", "reddit",
		"linkedin", "truth", "snapchat", "threads", "mastodon", NULL };
	static const char *const writing[] = { "wrote", "posted", "post", "said", "tweet", "message", "video", "statement", "announced",
		"shared", "published", "tweeted", NULL };
	for (size_t i = 1; i < w->n; i++) {
		if (!word_at(w, i)->is_capital || !is_in(w, i, platforms))
			continue;
		bool is_named_post = is_in(w, i + 1, writing) && speech_is_determiner(word_at(w, i - 1)->lower);
		bool found = is_named_post;
		for (size_t back = 2; word_is(w, i - 1, SV("on")) && back <= i && back < REACH && !found; back++)
			found = is_in(w, i - back, writing);
		if (found) {
			set(text, w, (struct range){ i, i + 1 + (word_is(w, i, SV("truth")) && word_is(w, i + 1, SV("social"))) }, SV_NONE, ret);
			return true;
		}
	}
	return false;
}

static const char *const documents[] = { "statement", "statements", "release", "report", "letter", "email", "e-mail", "memo", "filing",
	"filings", "documents", "records", "study", "survey", "paper", "indictment", "affidavit", "communique", "communiqué",
	"lawsuit", "complaint", "transcript", "tweet", "blog", "diary", "leaflet", NULL };

/* The document noun of the phrase at i ("its annual report"): the word behind it, or 0. */
static size_t document_end(const struct words *w, size_t i)
{
	for (size_t at = i; at < w->n && at < i + 5; at++) {
		const struct word *x = word_at(w, at);
		if (is_in(w, at, documents))
			return at + 1;
		if (x->is_mark || speech_is_boundary(x->lower))
			return 0;
	}
	return 0;
}

static bool has_speech(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (speech_is_verb(word_at(w, i)->lower))
			return true;
	return false;
}

/* Is the word at i what a document does: "show", "says"? Up to there only a complement may stand ("of the accident"). */
static bool shows_at(const struct words *w, size_t i)
{
	static const char *const shows[] = { "show", "shows", "showed", "says", "said", "found", "finds", "suggests", "suggested", "reveals",
		"revealed", "states", "stated", "indicate", "indicates", NULL };
	for (size_t at = i; at < w->n && at < i + 6 && !word_at(w, at)->is_mark; at++)
		if (is_in(w, at, shows))
			return true;
	return false;
}

/* Where a document may be named: behind "in a", behind "according to", or as the subject; SIZE_MAX where it may not. */
static size_t document_start(const struct words *w, size_t i, bool speaks, bool *is_subject)
{
	*is_subject = false;
	if (word_is(w, i, SV("in")) && speech_is_determiner(word_at(w, i + 1)->lower))
		return speaks ? i + 1 : SIZE_MAX;
	if (word_is(w, i, SV("according")) && word_is(w, i + 1, SV("to")))
		return i + 2;
	*is_subject = i == 0 || word_is(w, i - 1, SV(","));
	return *is_subject ? i : SIZE_MAX;
}

/* "said in a statement", "according to court filings", "Court documents show" */
static bool find_document(struct sv text, const struct words *w, struct outlet_way *ret)
{
	bool speaks = has_speech(w), is_subject;
	for (size_t i = 0; i < w->n; i++) {
		size_t first = document_start(w, i, speaks, &is_subject);
		size_t end = first != SIZE_MAX ? document_end(w, first) : 0;
		if (end == 0 || (is_subject && !shows_at(w, end)))
			continue;
		first += speech_is_determiner(word_at(w, first)->lower) && end > first + 1;
		set(text, w, (struct range){ first, end }, SV_NONE, ret);
		return true;
	}
	return false;
}

static const char *const made[] = { "data", "figures", "statistics", "study", "survey", "poll", "report", "paper", "analysis", NULL };

/* "data from Eurostat showed", "published by the Bank of England": the name behind the preposition at i, else empty. */
static struct range maker_at(const struct words *w, size_t i)
{
	struct range none = { i, i };
	if (!is_in(w, i, (const char *const[]){ "from", "by", NULL }) ||
	    !(is_in(w, i - 1, made) || is_in(w, i - 1, (const char *const[]){ "published", "released", NULL })))
		return none;
	struct range r = name_at(w, i + 1 + word_is(w, i + 1, SV("the")));
	while (r.end > r.first && is_in(w, r.end, (const char *const[]){ "for", "of", NULL }) && word_at(w, r.end + 1)->is_capital)
		r.end = name_at(w, r.end + 1).end;
	return shows_at(w, r.end) ? r : none;
}

/* "a Gallup poll found", "data from Eurostat showed", "published in Nature": a name that made what is cited. */
static bool find_maker(struct sv text, const struct words *w, struct outlet_way *ret)
{
	for (size_t i = 1; i < w->n; i++) {
		struct range named = name_at(w, i), r = maker_at(w, i);
		if (r.end == r.first && word_is(w, i - 1, SV("published")) && word_is(w, i, SV("in")))
			r = name_at(w, i + 1);
		bool is_named = speech_is_determiner(word_at(w, i - 1)->lower) && is_in(w, named.end, made) && shows_at(w, named.end + 1);
		if (r.end == r.first && is_named)
			r = named;
		if (r.end > r.first) {
			set(text, w, r, SV_NONE, ret);
			return true;
		}
	}
	return false;
}

bool outlet_way_is_document(struct sv via)
{
	for (const char *const *d = documents; *d; d++)
		if (sv_ends_icase(via, sv_cstr(*d)))
			return true;
	return false;
}

void outlet_way_find(struct sv text, const struct words *w, struct outlet_way *ret)
{
	static bool (*const finders[])(struct sv, const struct words *, struct outlet_way *) = { find_outlet, find_unknown_outlet,
		find_platform, find_maker, find_document };
	*ret = (struct outlet_way){ 0 };
	for (size_t k = 0; k < sizeof(finders) / sizeof(*finders); k++)
		if (finders[k](text, w, ret))
			return;
}
