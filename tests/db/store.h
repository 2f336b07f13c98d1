#ifndef DB_STORE_H
#define DB_STORE_H
/* What the database tests share: one connection a role to the database of $CONNINFO_WEB and $CONNINFO_WORKER, and some rows. */
#include <check.h>

#include "base/err.h"
#include "base/limits.h"
#include "store/article.h"
#include "store/job.h"
#include "store/person.h"
#include "store/review.h"
#include "store/setting.h"
#include "store/source.h"
#include "store/story.h"

/* 0, else the test fails with the error trace. */
#define OK(call)                                                                                                   \
	do {                                                                                                       \
		int ok_r = (call);                                                                                 \
		ck_assert_msg(ok_r == 0, "%s gives %d: " SV_FMT, #call, ok_r, SV_ARG(err_text()));                 \
	} while (0)

extern struct db *web, *worker;
extern struct arena *arena;
extern const struct actor machine;

void fixture_open(void);
void fixture_close(void);
/* 32 bytes that differ by name, as a hash would. */
struct sv fixture_hash(const char *name);
/* A person of a role with a name of their own. */
struct actor fixture_person(const char *name, const char *role);
/* An article of one text, in a source of its own; *ret_claim (may be NULL) is a claim that appears in its first line. */
struct article_place fixture_article(const char *name, struct sv text, int64_t *ret_claim);

Suite *store_people(void);
Suite *store_articles(void);
Suite *store_reviews(void);
#endif
