# Templates (www/tmpl) become src/web/tmpl.c and .h, names of static files with their bytes' hash src/web/asset.h.
TEMPLATES = $(top_srcdir)/www/tmpl/layout.html $(top_srcdir)/www/tmpl/home.html $(top_srcdir)/www/tmpl/account.html $(top_srcdir)/www/tmpl/submit.html $(top_srcdir)/www/tmpl/story.html \
	$(top_srcdir)/www/tmpl/claim.html $(top_srcdir)/www/tmpl/queue.html $(top_srcdir)/www/tmpl/article.html $(top_srcdir)/www/tmpl/revision.html $(top_srcdir)/www/tmpl/source.html $(top_srcdir)/www/tmpl/search.html $(top_srcdir)/www/tmpl/admin.html
ASSETS = $(top_srcdir)/www/static/desk.css $(top_srcdir)/www/static/desk.js $(top_srcdir)/www/static/mark.svg

noinst_LIBRARIES += libweb.a
libweb_a_SOURCES = \
	src/web/account.c \
	src/web/account.h \
	src/web/admin.c \
	src/web/admin.h \
	src/web/article.c \
	src/web/article.h \
	src/web/article_edit.c \
	src/web/claim.c \
	src/web/claim.h \
	src/web/claim_edit.c \
	src/web/fault.c \
	src/web/fault.h \
	src/web/home.c \
	src/web/home.h \
	src/web/layout.c \
	src/web/layout.h \
	src/web/nav.def \
	src/web/notices.def \
	src/web/queue.c \
	src/web/queue.h \
	src/web/revision.c \
	src/web/revision.h \
	src/web/route.c \
	src/web/route.h \
	src/web/routes.def \
	src/web/search.c \
	src/web/search.h \
	src/web/signs.def \
	src/web/source.c \
	src/web/source.h \
	src/web/story.c \
	src/web/story.h \
	src/web/submit.c \
	src/web/submit.h \
	src/web/visit.c \
	src/web/visit.h \
	src/web/web.c \
	src/web/web.h
nodist_libweb_a_SOURCES = src/web/tmpl.c src/web/tmpl.h src/web/asset.h
BUILT_SOURCES += src/web/tmpl.h src/web/asset.h
CLEANFILES += src/web/tmpl.c src/web/tmpl.h src/web/asset.h
EXTRA_DIST += $(TEMPLATES) tools/assets

src/web/tmpl.c: $(TEMPLATES) tools/tmplc$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) src/web && ./tools/tmplc src/web/tmpl.h $@ web/tmpl.h $(TEMPLATES)
src/web/tmpl.h: src/web/tmpl.c
	@test -f $@ || { rm -f src/web/tmpl.c && $(MAKE) $(AM_MAKEFLAGS) src/web/tmpl.c; }
src/web/asset.h: $(ASSETS) $(top_srcdir)/tools/assets
	$(AM_V_GEN)$(MKDIR_P) src/web && $(SHELL) $(top_srcdir)/tools/assets $(ASSETS) >$@.tmp && mv $@.tmp $@

$(libweb_a_OBJECTS): src/web/tmpl.h src/web/asset.h src/store/query.h

staticdir = $(pkgdatadir)/static
dist_static_DATA = www/static/desk.css www/static/desk.js www/static/mark.svg www/static/away.html
nginxdir = $(pkgdatadir)/nginx
dist_nginx_SCRIPTS = nginx/fill
dist_nginx_DATA = nginx/desk.conf.in nginx/fastcgi.conf nginx/headers.conf nginx/http.conf.in nginx/quickstart.conf.in nginx/site.conf.in
