#include "store.h"

static struct job_request request(const char *name)
{
	struct sv url = arena_printf(arena, "https://%s.example/page", name);
	return (struct job_request){ url, url, arena_printf(arena, "%s.example", name) };
}

/* Takes jobs until one of this host comes; others taken on the way are ended. */
static struct q_job_lease take(struct sv host)
{
	for (int i = 0; i < 50; i++) {
		struct q_job_lease_list got;
		struct q_job_failed row;
		OK(q_job_claim(worker, arena, &(struct q_job_claim_in){ 1, JOB_LEASE_SECONDS, { NULL, 0 } }, &got));
		ck_assert_uint_eq(got.n, 1);
		if (sv_eq(got.v[0].host, host))
			return got.v[0];
		OK(q_job_failed(worker, arena, &(struct q_job_failed_in){ got.v[0].id, got.v[0].lease_token, SV("test"), SV("not this one") }, &row));
	}
	ck_abort_msg("no job of the host");
}

START_TEST(the_same_page_submitted_twice_is_one_job_then_its_article)
{
	struct actor sue = fixture_person("sue", "submitter");
	struct job_request in = request("twice");
	struct job_place first, second;
	struct q_job_done done;
	bool woken = false;
	OK(db_listen(worker, JOB_CHANNEL));
	OK(job_submit(web, arena, &sue, &in, &first));
	OK(job_submit(web, arena, &sue, &in, &second));
	ck_assert(first.is_new && !second.is_new && first.job_id == second.job_id && second.article_id == DB_NULL);
	OK(db_wait(worker, 2000, &woken));
	ck_assert(woken);
	struct q_job_lease lease = take(in.host);
	ck_assert_int_eq(lease.submitted_by, sue.person_id);
	struct article_place place = fixture_article("twice", SV("Three bridges are closed."), NULL);
	OK(q_article_url_add(worker, &(struct q_article_url_add_in){ in.key, place.article_id, SV("submitted") }));
	OK(q_job_done(worker, arena, &(struct q_job_done_in){ lease.id, lease.lease_token, place.article_id }, &done));
	OK(job_submit(web, arena, &sue, &in, &second));
	ck_assert(second.job_id == DB_NULL && second.article_id == place.article_id && !second.is_new);
}
END_TEST

START_TEST(a_lapsed_lease_is_taken_again_and_fences_the_first_holder)
{
	struct actor sue = fixture_person("sue2", "submitter");
	struct job_request in = request("lapse");
	struct job_place place;
	struct q_job_lease_list got;
	struct q_job_reading row;
	OK(job_submit(web, arena, &sue, &in, &place));
	struct q_job_lease first = take(in.host);
	/* Another job of the host waits while the lease holds. */
	struct job_request other = { SV("https://lapse.example/other"), SV("https://lapse.example/other"), in.host };
	OK(job_submit(web, arena, &sue, &other, &place));
	OK(q_job_claim(worker, arena, &(struct q_job_claim_in){ 5, JOB_LEASE_SECONDS, { NULL, 0 } }, &got));
	ck_assert_uint_eq(got.n, 0);
	struct q_job_extend extended;
	OK(q_job_extend(worker, arena, &(struct q_job_extend_in){ first.id, first.lease_token, -1 }, &extended));
	struct q_job_lease second = take(in.host);
	ck_assert(second.id == first.id && second.lease_token == first.lease_token + 1 && second.attempts == 2);
	ck_assert_int_eq(q_job_reading(worker, arena, &(struct q_job_reading_in){ first.id, first.lease_token }, &row), DB_NONE);
	ck_assert_int_eq(job_fail(worker, arena, &machine, &first, &(struct job_fault){ SV("timeout"), SV("It took too long."), false, 0 }), STORE_MISSING);
	OK(q_job_reading(worker, arena, &(struct q_job_reading_in){ second.id, second.lease_token }, &row));
}
END_TEST

START_TEST(a_passing_fault_is_tried_three_times)
{
	struct actor sue = fixture_person("sue3", "submitter");
	struct job_request in = request("fault");
	struct job_place place;
	struct q_job job;
	OK(job_submit(web, arena, &sue, &in, &place));
	struct q_job_lease lease = take(in.host);
	OK(job_fail(worker, arena, &machine, &lease, &(struct job_fault){ SV("timeout"), SV("It took too long."), true, 0 }));
	OK(q_job_by_id(web, arena, &(struct q_job_by_id_in){ lease.id }, &job));
	ck_assert(sv_eq(job.state, SV("queued")) && job.run_at > clock_now() + 40 * CLOCK_SECOND && job.run_at < clock_now() + 80 * CLOCK_SECOND);
	ck_assert_int_eq(job_retry(web, arena, &sue, lease.id), STORE_DENIED);
	lease.attempts = JOB_TRIES;
	ck_assert_int_eq(job_fail(worker, arena, &machine, &lease, &(struct job_fault){ SV("timeout"), SV("It took too long."), true, 0 }), STORE_MISSING); /* queued, not held */
	struct job_request last = request("last-fault");
	OK(job_submit(web, arena, &sue, &last, &place));
	lease = take(last.host);
	lease.attempts = JOB_TRIES;
	OK(job_fail(worker, arena, &machine, &lease, &(struct job_fault){ SV("timeout"), SV("It took too long."), true, 0 }));
	OK(q_job_by_id(web, arena, &(struct q_job_by_id_in){ lease.id }, &job));
	ck_assert(sv_eq(job.state, SV("failed")) && sv_eq(job.reason, SV("It took too long.")) && job.ended_at != INSTANT_NONE);
	OK(job_retry(web, arena, &sue, lease.id));
	OK(q_job_by_id(web, arena, &(struct q_job_by_id_in){ lease.id }, &job));
	ck_assert(sv_eq(job.state, SV("queued")) && job.attempts == 0);
}
END_TEST

START_TEST(a_site_is_left_alone_as_long_as_it_asks)
{
	struct actor sue = fixture_person("sue5", "submitter");
	struct job_request in = request("slow");
	struct job_place place;
	struct q_job job;
	struct q_job_lease_list got;
	OK(job_submit(web, arena, &sue, &in, &place));
	struct q_job_lease lease = take(in.host);
	OK(job_fail(worker, arena, &machine, &lease, &(struct job_fault){ SV("busy"), SV("It asks to come back later."), true, 3600 }));
	OK(q_job_by_id(web, arena, &(struct q_job_by_id_in){ lease.id }, &job));
	ck_assert(job.run_at >= clock_now() + 3590 * CLOCK_SECOND && job.run_at < clock_now() + 4400 * CLOCK_SECOND);
	/* Another job of the host waits too, and a shorter rest does not shorten it; a free host does not wait. */
	struct job_request other = { SV("https://slow.example/other"), SV("https://slow.example/other"), in.host };
	OK(q_host_rest(worker, &(struct q_host_rest_in){ in.host, 3600 }));
	OK(q_host_rest(worker, &(struct q_host_rest_in){ in.host, 0.01 }));
	OK(job_submit(web, arena, &sue, &other, &place));
	OK(q_job_claim(worker, arena, &(struct q_job_claim_in){ 5, JOB_LEASE_SECONDS, { NULL, 0 } }, &got));
	ck_assert_uint_eq(got.n, 0);
	OK(q_job_claim(worker, arena, &(struct q_job_claim_in){ 5, JOB_LEASE_SECONDS, { &in.host, 1 } }, &got));
	ck_assert(got.n == 1 && got.v[0].id == place.job_id);
}
END_TEST

START_TEST(robots_are_known_for_a_while_and_leave_is_the_desks)
{
	struct actor ed = fixture_person("ed5", "editor");
	struct sv host = SV("www.leave.example"), domain = SV("leave.example"), origin = SV("https://www.leave.example");
	struct q_robots_get is;
	struct q_source source;
	int64_t id = 0;
	OK(source_for_host(worker, arena, &machine, host, domain, SV(""), &id));
	OK(q_robots_get(worker, arena, &(struct q_robots_get_in){ origin, host }, &is));
	ck_assert(is.state.n == 0 && !is.is_fresh && !is.is_ignored);
	OK(q_robots_set(worker, &(struct q_robots_set_in){ origin, SV("rules"), SV("User-agent: *\nDisallow: /\xff"), 60 }));
	OK(q_robots_get(worker, arena, &(struct q_robots_get_in){ origin, host }, &is));
	ck_assert(sv_eq(is.state, SV("rules")) && is.is_fresh && sv_ends(is.content, SV("\xff")));
	OK(q_robots_set(worker, &(struct q_robots_set_in){ origin, SV("none"), SV(""), -1 }));
	OK(q_robots_get(worker, arena, &(struct q_robots_get_in){ origin, host }, &is));
	ck_assert(sv_eq(is.state, SV("none")) && !is.is_fresh);
	OK(q_source_by_id(web, arena, &(struct q_source_by_id_in){ id }, &source));
	ck_assert_int_eq(source_ignore_robots(web, arena, &ed, id, source.version, true, SV("")), STORE_DENIED);
	OK(source_ignore_robots(web, arena, &ed, id, source.version, true, SV("Their editor wrote that we may.")));
	ck_assert_int_eq(source_ignore_robots(web, arena, &ed, id, source.version, false, SV("")), STORE_STALE);
	OK(q_robots_get(worker, arena, &(struct q_robots_get_in){ origin, host }, &is));
	ck_assert(is.is_ignored);
	OK(source_ignore_robots(web, arena, &ed, id, source.version + 1, false, SV("")));
	ck_assert_int_eq(source_ignore_robots(web, arena, &ed, 999999, 1, false, SV("")), STORE_MISSING);
}
END_TEST

START_TEST(bytes_are_kept_once_and_an_exchange_never_changes)
{
	struct actor sue = fixture_person("sue4", "submitter");
	struct job_request in = request("bytes");
	struct job_place job;
	struct q_body_get body;
	int64_t id = 0, again = 0;
	OK(job_submit(web, arena, &sue, &in, &job));
	struct article_snapshot s = { .job_id = job.job_id, .url = in.url, .request_head = SV("GET / HTTP/1.1"), .response_head = SV("HTTP/1.1 200 OK"), .content_type = SV("text/html"),
		.address = SV("192.0.2.1"), .status = 200, .body_sha256 = fixture_hash("bytes"), .body_size = 5, .body_zstd = SV("\x00\x01\xff\x00z"),
		.started = clock_now(), .ended = clock_now() };
	OK(article_keep_snapshot(worker, arena, &s, &id));
	OK(article_keep_snapshot(worker, arena, &s, &again));
	ck_assert(id > 0 && again == DB_NULL);
	OK(q_body_get(web, arena, &(struct q_body_get_in){ fixture_hash("bytes") }, &body));
	ck_assert(body.size == 5 && sv_eq(body.zstd, SV("\x00\x01\xff\x00z")));
}
END_TEST

START_TEST(a_later_reading_makes_a_revision_only_of_another_text)
{
	struct article_place first = fixture_article("later", SV("A first text."), NULL), same = fixture_article("later", SV("A first text."), NULL);
	ck_assert(first.is_new && first.is_new_text && !same.is_new && !same.is_new_text && same.revision_id == first.revision_id);
	struct q_article article;
	OK(q_article_by_id(web, arena, &(struct q_article_by_id_in){ first.article_id }, &article));
	struct actor ed = fixture_person("ed", "editor");
	int64_t day = INT64_C(1600000000) * CLOCK_SECOND;
	struct article_correction fix = { first.article_id, article.version, SV("The right title"), day, article.source_id };
	OK(article_correct(web, arena, &ed, &fix));
	ck_assert_int_eq(article_correct(web, arena, &ed, &fix), STORE_STALE);
	(void)fixture_article("later", SV("A first text."), NULL);
	OK(q_article_by_id(web, arena, &(struct q_article_by_id_in){ first.article_id }, &article));
	ck_assert(sv_eq(article.title, SV("The right title")) && article.published == day);
	struct q_kept_edit_list_list kept;
	OK(q_kept_edit_list(web, arena, &(struct q_kept_edit_list_in){ SV("article"), first.article_id }, &kept));
	ck_assert(kept.n == 1 && sv_has(kept.v[0].content, SV("The right title")));
}
END_TEST

/* Reviewed, then edited by its source: open again, and everybody can see why. */
START_TEST(an_edit_to_what_was_reviewed_reopens_it)
{
	int64_t claim = 0;
	struct actor rev = fixture_person("rev6", "reviewer");
	struct article_place first = fixture_article("edited", SV("It costs 12 million.\nA second line."), &claim), second;
	struct q_claim_line line;
	struct q_change_add change;
	struct q_appearance_list old;
	struct q_change_list changes;
	OK(review_verdict(web, arena, &rev, (struct review_seen){ claim, 1 }, SV("supported"), SV("The budget says so.")));
	OK(q_appearance_of_article(worker, arena, &(struct q_appearance_of_article_in){ first.article_id }, &old));
	ck_assert_uint_eq(old.n, 1);
	struct sv kinds[] = { SV("paragraph"), SV("paragraph") };
	struct article_reading reading = { .url = SV("https://edited.example/a"), .source_id = old.v[0].source_id, .title = SV("edited"), .lang = SV("en"), .agency = SV(""),
		.published = INSTANT_NONE, .modified = INSTANT_NONE, .text = SV("It costs 15 million.\nA second line."), .block_kinds = { kinds, 2 }, .text_sha256 = fixture_hash("edited2"),
		.snapshot_id = DB_NULL, .notice = SV("Correction: the cost.") };
	OK(article_save(worker, arena, &machine, &reading, &second));
	ck_assert(second.is_new_text && !second.is_new && second.revision_id != first.revision_id);
	struct sv parts[] = { SV("number") };
	struct q_change_add_in in = { claim, first.article_id, second.revision_id, old.v[0].id, DB_NULL, SV("edited"), { parts, 1 }, SV("number: 12 to 15 million"), SV("It costs 15 million.") };
	OK(q_change_add(worker, arena, &in, &change));
	ck_assert_int_eq(q_change_add(worker, arena, &in, &change), DB_NONE);
	OK(q_claim_by_id(web, arena, &(struct q_claim_by_id_in){ claim }, &line));
	ck_assert(sv_eq(line.state, SV("reopened")) && line.version == 3);
	OK(q_change_alerts(web, arena, &(struct q_change_alerts_in){ 10, 0 }, &changes));
	ck_assert(changes.n == 1 && changes.v[0].was_reviewed && sv_eq(changes.v[0].before, SV("It costs 12 million.")) && sv_eq(changes.v[0].notice, SV("Correction: the cost.")));
	/* Back to the first text: a third revision, as it is what readers see now. */
	reading.text = SV("It costs 12 million.\nA second line.");
	reading.text_sha256 = fixture_hash("edited");
	OK(article_save(worker, arena, &machine, &reading, &second));
	ck_assert(second.is_new_text);
	reading.says_the_same = true;
	reading.text_sha256 = fixture_hash("edited3");
	struct article_place third;
	OK(article_save(worker, arena, &machine, &reading, &third));
	ck_assert(!third.is_new_text && third.revision_id == second.revision_id);
	OK(q_appearance_of_claim(web, arena, &(struct q_appearance_of_claim_in){ claim }, &old));
	ck_assert_uint_eq(old.n, 0); /* it stands in no newest text */
	OK(article_pin(web, arena, &rev, first.article_id, 1, true));
	ck_assert_int_eq(article_pin(web, arena, &rev, first.article_id, 1, false), STORE_STALE);
	struct q_article_due_list due;
	OK(q_article_due(worker, arena, &(struct q_article_due_in){ 100 }, &due));
	ck_assert(due.n == 1 && due.v[0].id == first.article_id && due.v[0].is_pinned);
	struct actor ed = fixture_person("ed6", "editor");
	OK(article_take_down(web, arena, &ed, first.article_id, 2, SV("The publisher asked.")));
	OK(q_change_of_claim(web, arena, &(struct q_change_of_claim_in){ claim }, &changes));
	ck_assert(changes.n == 1 && changes.v[0].before.n == 0 && changes.v[0].after.n == 0 && changes.v[0].why.n == 0);
}
END_TEST

START_TEST(a_text_taken_down_is_gone_and_its_record_stays)
{
	int64_t claim = 0;
	struct article_place place = fixture_article("down", SV("Zanzibarian vultures number twelve."), &claim);
	struct actor ed = fixture_person("ed2", "editor");
	struct q_article article;
	struct q_revision_latest text;
	struct q_search_articles_list found;
	struct q_appearance_list appearances;
	OK(q_search_articles(web, arena, &(struct q_search_articles_in){ SV("zanzibarian vultures"), 10, 0 }, &found));
	ck_assert(found.n == 1 && found.v[0].total == 1 && sv_has(found.v[0].shown, SV("\x02vultures\x03")));
	OK(article_take_down(web, arena, &ed, place.article_id, 1, SV("The publisher asked.")));
	ck_assert_int_eq(article_take_down(web, arena, &ed, place.article_id, 2, SV("Again.")), STORE_DENIED);
	OK(q_article_by_id(web, arena, &(struct q_article_by_id_in){ place.article_id }, &article));
	ck_assert(sv_eq(article.state, SV("taken_down")) && sv_eq(article.reason, SV("The publisher asked.")));
	OK(q_revision_latest(web, arena, &(struct q_revision_latest_in){ place.article_id }, &text));
	ck_assert_uint_eq(text.content.n, 0);
	OK(q_appearance_of_claim(web, arena, &(struct q_appearance_of_claim_in){ claim }, &appearances));
	ck_assert(appearances.n == 1 && appearances.v[0].quote.n == 0 && appearances.v[0].sentence.n == 0);
	OK(q_search_articles(web, arena, &(struct q_search_articles_in){ SV("zanzibarian vultures"), 10, 0 }, &found));
	ck_assert_uint_eq(found.n, 0);
}
END_TEST

START_TEST(a_source_is_found_by_the_longest_domain_and_by_alias)
{
	struct q_source_name source;
	OK(q_source_by_host(web, arena, &(struct q_source_by_host_in){ SV("www.bbc.co.uk") }, &source));
	ck_assert(sv_eq(source.name, SV("BBC")));
	ck_assert_int_eq(q_source_by_host(web, arena, &(struct q_source_by_host_in){ SV("notbbc.co.uk") }, &source), DB_NONE);
	OK(q_source_by_alias(web, arena, &(struct q_source_by_alias_in){ SV("the Beeb") }, &source));
	ck_assert(sv_eq(source.name, SV("BBC")));
	OK(q_source_by_alias(web, arena, &(struct q_source_by_alias_in){ SV("AFP") }, &source));
	ck_assert(sv_eq(source.name, SV("Agence France-Presse")));
	struct actor ed = fixture_person("ed3", "admin");
	int64_t id = 0, other = 0;
	struct sv domain = SV("Valley-Echo.example"), bbc = SV("bbc.com");
	struct source_change change = { .name = SV("Valley Echo"), .owner = SV("Echo Group"), .kind = SV("newspaper"), .country = SV(""), .domains = { &domain, 1 } };
	OK(source_save(web, arena, &ed, &change, &id));
	OK(source_for_host(worker, arena, &machine, SV("news.valley-echo.example"), SV("valley-echo.example"), SV("Echo"), &other));
	ck_assert_int_eq(other, id);
	change.id = id;
	change.version = 1;
	change.domains.v = &bbc;
	ck_assert_int_eq(source_save(web, arena, &ed, &change, &id), STORE_TAKEN);
	change.domains.v = &domain;
	OK(source_save(web, arena, &ed, &change, &id));
	ck_assert_int_eq(source_save(web, arena, &ed, &change, &id), STORE_STALE);
}
END_TEST

START_TEST(a_grid_is_replaced_whole)
{
	int64_t claim = 0, story = 0;
	struct article_place place = fixture_article("grid", SV("Some 40 boats left."), &claim);
	struct q_appearance_list appearances;
	OK(q_appearance_of_claim(web, arena, &(struct q_appearance_of_claim_in){ claim }, &appearances));
	OK(story_make(worker, arena, &machine, SV("Boats leave"), 18500, &story));
	OK(story_put_article(worker, arena, &machine, story, place.article_id));
	int32_t column = 0;
	struct sv value = SV("some 40"), text = SV("boats"), sign = SV("alone"), why = SV("no other source"), via = SV(""), reason = SV("a number");
	struct q_grid_add_row_in row = { .claim_id = claim, .slot = SV("boats"), .disagreement = 2, .why = SV("they differ"), .cell_column = { &column, 1 },
		.cell_appearance = { &appearances.v[0].id, 1 }, .cell_value = { &value, 1 }, .cell_text = { &text, 1 }, .cell_sign = { &sign, 1 }, .cell_why = { &why, 1 }, .cell_via = { &via, 1 } };
	struct story_claim priority = { claim, 2, 7.5, { &reason, 1 } };
	struct story_grid grid = { .story_id = story, .columns = &place.article_id, .n_columns = 1, .rows = &row, .n_rows = 1, .claims = &priority, .n_claims = 1, .n_disagreements = 1 };
	struct q_grid_rows_list rows;
	struct q_grid_columns_list columns;
	struct q_story is;
	for (int i = 0; i < 2; i++)
		OK(story_replace_grid(worker, arena, &grid));
	OK(q_grid_rows(web, arena, &(struct q_grid_rows_in){ story, 100, 0 }, &rows));
	OK(q_grid_columns(web, arena, &(struct q_grid_columns_in){ story }, &columns));
	ck_assert(rows.n == 1 && columns.n == 1 && rows.v[0].cell_value.n == 1 && sv_eq(rows.v[0].cell_value.v[0], value) && rows.v[0].cell_column.v[0] == 0);
	OK(q_story_by_id(web, arena, &(struct q_story_by_id_in){ story }, &is));
	ck_assert(is.n_articles == 1 && is.n_claims == 1 && is.n_disagreements == 1);
	struct q_claim_line_list queue;
	OK(q_claim_queue(web, arena, &(struct q_claim_queue_in){ SV(""), 1, 0 }, &queue));
	ck_assert(queue.n == 1 && queue.v[0].id == claim && sv_eq(queue.v[0].priority_reasons.v[0], reason) && queue.v[0].is_machine);
	struct actor ed = fixture_person("ed4", "editor");
	OK(article_take_down(web, arena, &ed, place.article_id, 1, SV("The publisher asked.")));
	OK(q_grid_rows(web, arena, &(struct q_grid_rows_in){ story, 100, 0 }, &rows));
	ck_assert(rows.n == 1 && rows.v[0].cell_value.v[0].n == 0 && sv_eq(rows.v[0].cell_sign.v[0], SV("silent")));
	sign = SV("certainly");
	ck_assert_int_eq(story_replace_grid(worker, arena, &grid), STORE_DENIED);
}
END_TEST

Suite *store_articles(void)
{
	Suite *s = suite_create("articles");
	TCase *t = tcase_create("articles");
	tcase_add_checked_fixture(t, fixture_open, fixture_close);
	tcase_add_test(t, the_same_page_submitted_twice_is_one_job_then_its_article);
	tcase_add_test(t, a_lapsed_lease_is_taken_again_and_fences_the_first_holder);
	tcase_add_test(t, a_passing_fault_is_tried_three_times);
	tcase_add_test(t, a_site_is_left_alone_as_long_as_it_asks);
	tcase_add_test(t, robots_are_known_for_a_while_and_leave_is_the_desks);
	tcase_add_test(t, bytes_are_kept_once_and_an_exchange_never_changes);
	tcase_add_test(t, a_later_reading_makes_a_revision_only_of_another_text);
	tcase_add_test(t, an_edit_to_what_was_reviewed_reopens_it);
	tcase_add_test(t, a_text_taken_down_is_gone_and_its_record_stays);
	tcase_add_test(t, a_source_is_found_by_the_longest_domain_and_by_alias);
	tcase_add_test(t, a_grid_is_replaced_whole);
	suite_add_tcase(s, t);
	return s;
}
