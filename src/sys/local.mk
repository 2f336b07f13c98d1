noinst_LIBRARIES += libsys.a
libsys_a_SOURCES = src/sys/sandbox.c src/sys/sandbox.h src/sys/supervisor.c src/sys/supervisor.h
libsys_a_CFLAGS = $(AM_CFLAGS) $(SECCOMP_CFLAGS)
