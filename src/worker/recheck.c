#include "worker/recheck.h"

#include "base/err.h"
#include "text/url.h"

#define AT_ONCE 50
#define MINUTES(n) ((n) * 60 * CLOCK_SECOND)

/* Up to which age, how long until the next look. */
static const struct {
	int64_t age, pause;
} steps[] = {
	{ MINUTES(60), MINUTES(10) },
	{ CLOCK_DAY, MINUTES(60) },
	{ 14 * CLOCK_DAY, CLOCK_DAY },
	{ 365 * CLOCK_DAY, 7 * CLOCK_DAY },
};

int64_t recheck_next(int64_t since, int64_t now, bool is_pinned)
{
	if (is_pinned)
		return now + MINUTES(60);
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (now - since < steps[i].age)
			return now + steps[i].pause;
	return INSTANT_NONE;
}

int recheck_plan(struct db *db, int64_t article_id, int64_t published, int64_t now)
{
	int64_t since = published == INSTANT_NONE || published > now ? now : published;
	int r = q_article_set_check(db, &(struct q_article_set_check_in){ .id = article_id, .check_at = recheck_next(since, now, false) });
	return r == 0 ? 0 : ERR_MUST(r);
}

static int queue_one(struct db *db, struct arena *a, const struct q_article_due *article, int64_t now)
{
	struct url u;
	struct q_job_add added;
	int64_t since = article->published == INSTANT_NONE || article->published > article->created ? article->created : article->published;
	int r = q_article_set_check(db, &(struct q_article_set_check_in){ .id = article->id, .check_at = recheck_next(since, now, article->is_pinned) });
	if (r != 0 || !url_parse(a, article->url, NULL, &u))
		return r;
	r = q_job_add(db, a, &(struct q_job_add_in){ .kind = SV("recheck"), .url = article->url, .key = article->url, .host = u.host, .submitted_by = DB_NULL }, &added);
	return r == DB_NONE ? 0 : r;
}

int recheck_queue(struct db *db, struct arena *a, size_t *ret_n)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_article_due_list due = { 0 };
	int64_t now = clock_now();
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_article_due(db, a, &(struct q_article_due_in){ .n = AT_ONCE }, &due);
	for (size_t i = 0; r == 0 && i < due.n; i++)
		r = queue_one(db, a, &due.v[i], now);
	*ret_n = r == 0 ? due.n : 0;
	return store_end(&t, r);
}
