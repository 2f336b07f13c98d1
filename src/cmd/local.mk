# The programs: main() and the subcommands; everything that could stand in a layer below does.
bin_PROGRAMS += crosscheck
crosscheck_SOURCES = \
	src/cmd/cmd.h \
	src/cmd/cmd_audit.c \
	src/cmd/cmd_claims.c \
	src/cmd/cmd_compare.c \
	src/cmd/cmd_eval.c \
	src/cmd/cmd_extract.c \
	src/cmd/cmd_migrate.c \
	src/cmd/cmd_probe.c \
	src/cmd/cmd_source.c \
	src/cmd/cmd_submit.c \
	src/cmd/cmd_user.c \
	src/cmd/cmd_version.c \
	src/cmd/commands.def \
	src/cmd/crosscheck.c \
	src/cmd/eval.def \
	src/cmd/eval.h \
	src/cmd/eval_attribution.c \
	src/cmd/eval_checkworthy.c \
	src/cmd/eval_crosssource.c \
	src/cmd/eval_quantity.c \
	src/cmd/eval_recognizers.c \
	src/cmd/eval_nli.c \
	src/cmd/eval_retrieval.c \
	src/cmd/eval_story.c \
	src/cmd/eval_timex.c \
	src/cmd/input.c \
	src/cmd/input.h \
	src/cmd/probe.def \
	src/cmd/probe.h \
	src/cmd/probe_encoding.c \
	src/cmd/probe_html.c \
	src/cmd/probe_robots.c \
	src/cmd/probe_url.c \
	src/cmd/rows.c \
	src/cmd/rows.h \
	src/cmd/words.c \
	src/cmd/words.h
crosscheck_LDADD = libauth.a libstore.a libwire.a libcompare.a libclaim.a libextract.a libnet.a libdom.a libcrypt.a libdb.a libjson.a libtext.a libbase.a $(CRYPT_LIBS) $(PQ_LIBS) $(JANSSON_LIBS) $(TEXT_LIBS) -lm

bin_PROGRAMS += crosscheck-web
crosscheck_web_SOURCES = src/cmd/web_main.c
crosscheck_web_LDADD = libweb.a libauth.a libstore.a libwire.a libcompare.a libclaim.a libsys.a libcrypt.a libpage.a libhttp.a libdb.a libjson.a libtext.a libbase.a \
	$(CRYPT_LIBS) $(PQ_LIBS) $(JANSSON_LIBS) $(FCGI_LIBS) $(TEXT_LIBS) -lm

# The worker and its sandboxed reader.
bin_PROGRAMS += crosscheck-worker crosscheck-parse
crosscheck_worker_SOURCES = src/cmd/worker_main.c
crosscheck_worker_CPPFLAGS = $(AM_CPPFLAGS) -DPARSE_PATH='"$(bindir)/crosscheck-parse"'
crosscheck_worker_LDADD = libworker.a libstore.a libwire.a libcompare.a libclaim.a libextract.a libcrypt.a libnet.a libdb.a libjson.a libtext.a libbase.a \
	$(CRYPT_LIBS) $(NET_LIBS) $(PQ_LIBS) $(JANSSON_LIBS) $(TEXT_LIBS) -lm
crosscheck_parse_SOURCES = src/cmd/parse_main.c
crosscheck_parse_LDADD = libworker.a libwire.a libclaim.a libextract.a libsys.a libdom.a libjson.a libtext.a libbase.a \
	$(SECCOMP_LIBS) $(JANSSON_LIBS) $(TEXT_LIBS) -lm
