noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = src/store/appearance.c src/store/appearance.h src/store/article.c src/store/article.h src/store/job.c src/store/job.h src/store/person.c src/store/person.h \
	src/store/review.c src/store/review.h src/store/setting.c src/store/setting.h src/store/source.c src/store/source.h src/store/store.c \
	src/store/store.h src/store/story.c src/store/story.h
nodist_libstore_a_SOURCES = src/store/query.c src/store/query.h

# Every statement there is, made into typed functions.
QUERY_SQL = sql/query/article.sql sql/query/claim.sql sql/query/desk.sql sql/query/job.sql sql/query/person.sql sql/query/review.sql sql/query/revision.sql \
	sql/query/search.sql sql/query/source.sql sql/query/story.sql
BUILT_SOURCES += src/store/query.h
CLEANFILES += src/store/query.h src/store/query.c
src/store/query.h: tools/sqlc$(EXEEXT) $(QUERY_SQL)
	$(AM_V_GEN)$(MKDIR_P) src/store && sql= && for f in $(QUERY_SQL); do sql="$$sql $(srcdir)/$$f"; done \
	  && tools/sqlc$(EXEEXT) src/store/query.h.tmp src/store/query.c.tmp store/query.h $$sql \
	  && mv src/store/query.c.tmp src/store/query.c && mv src/store/query.h.tmp $@
src/store/query.c: src/store/query.h
	@test -e $@ || { rm -f src/store/query.h && $(MAKE) src/store/query.h; }
EXTRA_DIST += $(QUERY_SQL)

nobase_dist_pkgdata_DATA += sql/role.sql sql/migrations/0001_people.sql sql/migrations/0002_articles.sql sql/migrations/0003_claims.sql \
	sql/migrations/0004_outlets.sql sql/migrations/0005_manners.sql sql/migrations/0006_revisions.sql
