# The programs: main() and the subcommands; everything that could stand in a layer below does.
bin_PROGRAMS += crosscheck
crosscheck_SOURCES = src/cmd/crosscheck.c src/cmd/cmd.h src/cmd/commands.def src/cmd/cmd_eval.c src/cmd/cmd_version.c src/cmd/eval.def \
	src/cmd/eval.h src/cmd/eval_timex.c
crosscheck_LDADD = libclaim.a libjson.a libtext.a libbase.a $(JANSSON_LIBS) $(TEXT_LIBS) -lm
