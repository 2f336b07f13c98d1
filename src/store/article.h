#ifndef STORE_ARTICLE_H
#define STORE_ARTICLE_H
/*
 * Articles, what was fetched for them and their texts. Reading: q_article_by_id, q_article_by_url, q_article_recent,
 * q_revision_latest, q_revision_list, q_revision_by_n, q_change_of_article, q_snapshot_list, q_body_get.
 */
#include "store/store.h"

struct article_snapshot {
	int64_t job_id;
	struct sv url, request_head, response_head, content_type, address;
	int32_t status;
	struct sv body_sha256; /* p == NULL: no body was kept (a redirect) */
	int64_t body_size;
	struct sv body_zstd;
	int64_t started, ended;
};
/* Keeps one HTTP exchange; the same bytes are stored once. Once a job and URL: *ret_id is DB_NULL where it is there already. */
int article_keep_snapshot(struct db *db, struct arena *a, const struct article_snapshot *in, int64_t *ret_id);

struct article_reading {
	struct sv url; /* its identity */
	const struct sv *aliases; /* other URLs that led to it */
	const char *const *alias_whys; /* submitted, redirect, canonical, fetched */
	size_t n_aliases;
	int64_t source_id;
	struct sv title, lang, agency;
	struct db_texts byline;
	int64_t published, modified; /* INSTANT_NONE: unknown */
	struct sv text;              /* a line a block */
	struct db_texts block_kinds; /* one a line */
	struct sv text_sha256;
	int64_t snapshot_id;         /* DB_NULL: none */
	struct sv notice;            /* the line by which the site owns up to a change; empty: none */
	bool says_the_same;          /* as the newest text: no revision is made of it */
};
struct article_place {
	int64_t article_id;
	int64_t revision_id; /* of the text that was read; also where it is not new */
	bool is_new, is_new_text;
};
/*
 * Stores what was read: a new article, or a later reading of a known one (what a person corrected stays; the newest text
 * once more makes no revision). STORE_DENIED: it was taken down.
 */
int article_save(struct db *db, struct arena *a, const struct actor *who, const struct article_reading *in, struct article_place *ret);

struct article_correction {
	int64_t id;
	int32_t version;
	struct sv title;
	int64_t published, source_id;
};
/* A person's word on title, date and source, which a later reading keeps. STORE_MISSING, STORE_STALE (kept), STORE_DENIED. */
int article_correct(struct db *db, struct arena *a, const struct actor *who, const struct article_correction *in);
/* Looked at every hour from now on, or again as its age says. STORE_MISSING, STORE_STALE, STORE_DENIED (it is down). */
int article_pin(struct db *db, struct arena *a, const struct actor *who, int64_t id, int32_t version, bool is_pinned);
/* Text, quotes and grid cells go, the record and the reason stay. STORE_MISSING, STORE_STALE, STORE_DENIED (it is down already). */
int article_take_down(struct db *db, struct arena *a, const struct actor *who, int64_t id, int32_t version, struct sv reason);
#endif
