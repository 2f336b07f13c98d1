# The checks that uphold the house rules; each is one of `make check`'s tests.
dist_check_SCRIPTS += tools/check-layers tools/check-symbols tools/check-headers tools/check-functions
TESTS += tools/check-layers tools/check-headers tools/check-functions

# Host tools: the two compilers. A template www/tmpl/X.html becomes src/web/tmpl_X.c and .h in the build tree.
noinst_PROGRAMS += tools/tmplc
tools_tmplc_SOURCES = tools/tmplc.c
tools_tmplc_LDADD = libbase.a

dist_check_SCRIPTS += tools/routes-doc
TESTS += tools/routes-doc
# The SQL compiler (src/store/local.mk runs it).
noinst_PROGRAMS += tools/sqlc
tools_sqlc_SOURCES = tools/sqlc.c
tools_sqlc_LDADD = libbase.a

# Training, by hand and with data that is not part of the repository (docs/DATA.md); built on demand only.
EXTRA_PROGRAMS = tools/train_speech tools/word_clusters
tools_train_speech_SOURCES = tools/train_speech.c
tools_train_speech_LDADD = libclaim.a libjson.a libtext.a libbase.a $(JANSSON_LIBS) $(TEXT_LIBS) -lm
tools_word_clusters_SOURCES = tools/word_clusters.c
tools_word_clusters_LDADD = libclaim.a libbase.a

# Training, never part of the build: make tools/train_worth && tools/train_worth <ROWS >data/claim/checkworthy.def (docs/DATA.md)
EXTRA_PROGRAMS += tools/train_worth
tools_train_worth_SOURCES = tools/train_worth.c
tools_train_worth_LDADD = libclaim.a libjson.a libtext.a libbase.a $(JANSSON_LIBS) $(TEXT_LIBS) -lm
# Training: src/compare/entail.def and toll_weights.def from the features that crosscheck eval writes.
dist_noinst_SCRIPTS = tools/train-entail tools/train-toll
