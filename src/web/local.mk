# Templates (www/tmpl) become src/web/tmpl.c and .h, names of static files with their bytes' hash src/web/asset.h.
TEMPLATES = $(top_srcdir)/www/tmpl/layout.html $(top_srcdir)/www/tmpl/account.html $(top_srcdir)/www/tmpl/home.html
ASSETS = $(top_srcdir)/www/static/desk.css $(top_srcdir)/www/static/desk.js $(top_srcdir)/www/static/mark.svg

noinst_LIBRARIES += libweb.a
libweb_a_SOURCES = src/web/account.c src/web/account.h src/web/fault.c src/web/fault.h src/web/home.c src/web/home.h \
	src/web/layout.c src/web/layout.h src/web/nav.def src/web/notices.def src/web/route.c src/web/route.h src/web/routes.def \
	src/web/signs.def src/web/visit.c src/web/visit.h src/web/web.c src/web/web.h
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

$(libweb_a_OBJECTS): src/web/tmpl.h src/web/asset.h

staticdir = $(pkgdatadir)/static
dist_static_DATA = www/static/desk.css www/static/desk.js www/static/mark.svg www/static/away.html
nginxdir = $(pkgdatadir)/nginx
dist_nginx_DATA = nginx/fastcgi.conf nginx/headers.conf nginx/http.conf.in nginx/quickstart.conf.in nginx/site.conf.in
