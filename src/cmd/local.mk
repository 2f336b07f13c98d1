# The programs: main() and the subcommands; everything that could stand in a layer below does.
bin_PROGRAMS += crosscheck
crosscheck_SOURCES = src/cmd/crosscheck.c src/cmd/cmd.h src/cmd/commands.def src/cmd/cmd_version.c
crosscheck_LDADD = libbase.a
