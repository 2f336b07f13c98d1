# Unit tests: one Check program a layer, tests/unit/t_DIR.c (or several, t_DIR_topic.c). Each lists the libraries it needs,
# highest layer first.
if HAVE_CHECK
UNIT_TESTS =

UNIT_TESTS += tests/unit/t_base
tests_unit_t_base_SOURCES = tests/unit/t_base.c
tests_unit_t_base_LDADD = libbase.a $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_extract
tests_unit_t_extract_SOURCES = tests/unit/t_extract.c
tests_unit_t_extract_LDADD = libextract.a libdom.a libjson.a libtext.a libbase.a $(JANSSON_LIBS) $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_wire_article
tests_unit_t_wire_article_SOURCES = tests/unit/t_wire_article.c
tests_unit_t_wire_article_LDADD = libwire.a libextract.a libdom.a libjson.a libtext.a libbase.a $(JANSSON_LIBS) $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_text_utf8
tests_unit_t_text_utf8_SOURCES = tests/unit/t_text_utf8.c
tests_unit_t_text_utf8_LDADD = libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_text_segment
tests_unit_t_text_segment_SOURCES = tests/unit/t_text_segment.c
tests_unit_t_text_segment_LDADD = libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_text_url
tests_unit_t_text_url_SOURCES = tests/unit/t_text_url.c
tests_unit_t_text_url_LDADD = libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_text_robots
tests_unit_t_text_robots_SOURCES = tests/unit/t_text_robots.c
tests_unit_t_text_robots_LDADD = libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_text_http_date
tests_unit_t_text_http_date_SOURCES = tests/unit/t_text_http_date.c
tests_unit_t_text_http_date_LDADD = libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_net_address
tests_unit_t_net_address_SOURCES = tests/unit/t_net_address.c
tests_unit_t_net_address_LDADD = libnet.a libbase.a $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_net_fetch
tests_unit_t_net_fetch_SOURCES = tests/unit/t_net_fetch.c
tests_unit_t_net_fetch_LDADD = libnet.a libtext.a libbase.a $(NET_LIBS) $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_json
tests_unit_t_json_SOURCES = tests/unit/t_json.c
tests_unit_t_json_LDADD = libjson.a libbase.a $(JANSSON_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_text_encoding
tests_unit_t_text_encoding_SOURCES = tests/unit/t_text_encoding.c
tests_unit_t_text_encoding_LDADD = libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_dom
tests_unit_t_dom_SOURCES = tests/unit/t_dom.c
tests_unit_t_dom_LDADD = libdom.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_claim_attribution
tests_unit_t_claim_attribution_SOURCES = tests/unit/t_claim_attribution.c
tests_unit_t_claim_attribution_LDADD = libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_claim_date
tests_unit_t_claim_date_SOURCES = tests/unit/t_claim_date.c
tests_unit_t_claim_date_LDADD = libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_claim_number
tests_unit_t_claim_number_SOURCES = tests/unit/t_claim_number.c
tests_unit_t_claim_number_LDADD = libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_claim_worth
tests_unit_t_claim_worth_SOURCES = tests/unit/t_claim_worth.c
tests_unit_t_claim_worth_LDADD = libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_claim_quantity
tests_unit_t_claim_quantity_SOURCES = tests/unit/t_claim_quantity.c
tests_unit_t_claim_quantity_LDADD = libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_wire_claims
tests_unit_t_wire_claims_SOURCES = tests/unit/t_wire_claims.c
tests_unit_t_wire_claims_LDADD = libwire.a libclaim.a libjson.a libtext.a libbase.a $(JANSSON_LIBS) $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_compare
tests_unit_t_compare_SOURCES = tests/unit/t_compare.c
tests_unit_t_compare_LDADD = libcompare.a libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm
UNIT_TESTS += tests/unit/t_compare_collection
tests_unit_t_compare_collection_SOURCES = tests/unit/t_compare_collection.c
tests_unit_t_compare_collection_LDADD = libcompare.a libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm
UNIT_TESTS += tests/unit/t_compare_entail
tests_unit_t_compare_entail_SOURCES = tests/unit/t_compare_entail.c
tests_unit_t_compare_entail_LDADD = libcompare.a libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_compare_diff
tests_unit_t_compare_diff_SOURCES = tests/unit/t_compare_diff.c
tests_unit_t_compare_diff_LDADD = libcompare.a libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_compare_revision
tests_unit_t_compare_revision_SOURCES = tests/unit/t_compare_revision.c
tests_unit_t_compare_revision_LDADD = libcompare.a libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_compare_grid
tests_unit_t_compare_grid_SOURCES = tests/unit/t_compare_grid.c
tests_unit_t_compare_grid_LDADD = libcompare.a libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_compare_origin
tests_unit_t_compare_origin_SOURCES = tests/unit/t_compare_origin.c
tests_unit_t_compare_origin_LDADD = libcompare.a libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_compare_toll
tests_unit_t_compare_toll_SOURCES = tests/unit/t_compare_toll.c
tests_unit_t_compare_toll_LDADD = libcompare.a libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_claim_speech
tests_unit_t_claim_speech_SOURCES = tests/unit/t_claim_speech.c
tests_unit_t_claim_speech_LDADD = libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_claim_split
tests_unit_t_claim_split_SOURCES = tests/unit/t_claim_split.c
tests_unit_t_claim_split_LDADD = libclaim.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_wire_article_claims
tests_unit_t_wire_article_claims_SOURCES = tests/unit/t_wire_article_claims.c
tests_unit_t_wire_article_claims_LDADD = libwire.a libextract.a libclaim.a libdom.a libjson.a libtext.a libbase.a $(JANSSON_LIBS) $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_claim_relay
tests_unit_t_claim_relay_SOURCES = tests/unit/t_claim_relay.c
tests_unit_t_claim_relay_LDADD = libclaim.a libjson.a libtext.a libbase.a $(JANSSON_LIBS) $(TEXT_LIBS) $(CHECK_LIBS) -lm
EXTRA_DIST += tests/data/relay.jsonl

check_PROGRAMS += $(UNIT_TESTS)
TESTS += $(UNIT_TESTS)
SANITIZED_TESTS = $(UNIT_TESTS)
endif

if HAVE_CHECK
UNIT_TESTS += tests/unit/t_page
tests_unit_t_page_SOURCES = tests/unit/t_page.c
tests_unit_t_page_LDADD = libpage.a libbase.a $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_http
tests_unit_t_http_SOURCES = tests/unit/t_http.c
tests_unit_t_http_LDADD = libhttp.a libtext.a libbase.a $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_crypt
tests_unit_t_crypt_SOURCES = tests/unit/t_crypt.c
tests_unit_t_crypt_LDADD = libcrypt.a libbase.a $(CRYPT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_auth
tests_unit_t_auth_SOURCES = tests/unit/t_auth.c
tests_unit_t_auth_LDADD = libauth.a libstore.a libcrypt.a libdb.a libtext.a libbase.a $(CRYPT_LIBS) $(PQ_LIBS) $(TEXT_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_web_view
tests_unit_t_web_view_SOURCES = tests/unit/t_web_view.c
tests_unit_t_web_view_LDADD = libweb.a libauth.a libstore.a libcompare.a libclaim.a libcrypt.a libpage.a libhttp.a libdb.a libjson.a libtext.a libbase.a \
	$(CRYPT_LIBS) $(PQ_LIBS) $(JANSSON_LIBS) $(FCGI_LIBS) $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_web
tests_unit_t_web_SOURCES = tests/unit/t_web.c
tests_unit_t_web_LDADD = libweb.a libauth.a libstore.a libcompare.a libclaim.a libpage.a libhttp.a libdb.a libjson.a libtext.a libbase.a $(PQ_LIBS) $(JANSSON_LIBS) $(TEXT_LIBS) $(CHECK_LIBS) -lm

UNIT_TESTS += tests/unit/t_sys_sandbox
tests_unit_t_sys_sandbox_SOURCES = tests/unit/t_sys_sandbox.c
tests_unit_t_sys_sandbox_LDADD = libsys.a libbase.a $(SECCOMP_LIBS) $(CHECK_LIBS)

UNIT_TESTS += tests/unit/t_sys_supervisor
tests_unit_t_sys_supervisor_SOURCES = tests/unit/t_sys_supervisor.c
tests_unit_t_sys_supervisor_LDADD = libsys.a libbase.a $(CHECK_LIBS)
endif

dist_check_SCRIPTS += tests/unit/tmplc.sh
TESTS += tests/unit/tmplc.sh
# Tests of the built programs.
dist_check_SCRIPTS += tests/story.sh tests/suites.sh
TESTS += tests/story.sh tests/suites.sh

# Fuzz targets: replayed over their kept inputs here; clang -fsanitize=fuzzer -DFUZZ_BY_LIBFUZZER drives them.
check_PROGRAMS += tests/fuzz/f_dom
tests_fuzz_f_dom_SOURCES = tests/fuzz/f_dom.c
tests_fuzz_f_dom_LDADD = libdom.a libtext.a libbase.a $(TEXT_LIBS)
EXTRA_DIST += tests/fuzz/corpus
dist_check_SCRIPTS += tests/fuzz/replay.sh
TESTS += tests/fuzz/replay.sh
tests/fuzz/replay.log: tests/fuzz/f_dom
tests/suites.log: crosscheck
tests/story.log: crosscheck

# Tests against a private PostgreSQL (tests/lib/cluster.sh).
EXTRA_DIST += tests/lib/cluster.sh tests/lib/portal.sh tests/lib/suite.h
dist_check_SCRIPTS += tests/db/statements.sh tests/db/roles.sh
TESTS += tests/db/statements.sh tests/db/roles.sh
check_PROGRAMS += tests/db/t_statements
tests_db_t_statements_SOURCES = tests/db/t_statements.c
tests_db_t_statements_LDADD = libstore.a libdb.a libtext.a libbase.a $(PQ_LIBS) $(TEXT_LIBS)
tests/db/statements.log: crosscheck tests/db/t_statements
tests/db/roles.log: crosscheck
if HAVE_CHECK
dist_check_SCRIPTS += tests/db/store.sh
TESTS += tests/db/store.sh
check_PROGRAMS += tests/db/t_store
tests_db_t_store_SOURCES = tests/db/fixture.c tests/db/store.h tests/db/t_articles.c tests/db/t_people.c tests/db/t_reviews.c
tests_db_t_store_LDADD = libstore.a libdb.a libtext.a libbase.a $(PQ_LIBS) $(TEXT_LIBS) $(CHECK_LIBS)
tests/db/store.log: crosscheck tests/db/t_store
endif

dist_check_SCRIPTS += tests/http/portal.sh
EXTRA_DIST += tests/http/seed.sql
TESTS += tests/http/portal.sh
tests/http/portal.log: crosscheck crosscheck-web
dist_check_SCRIPTS += tests/db/worker.sh
TESTS += tests/db/worker.sh
tests/db/worker.log: crosscheck crosscheck-worker crosscheck-parse
dist_check_SCRIPTS += tests/db/commands.sh
TESTS += tests/db/commands.sh
tests/db/commands.log: crosscheck crosscheck-web crosscheck-worker
dist_check_SCRIPTS += tests/quickstart.sh
TESTS += tests/quickstart.sh
tests/quickstart.log: crosscheck crosscheck-web crosscheck-worker crosscheck-parse
