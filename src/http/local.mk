noinst_LIBRARIES += libhttp.a
libhttp_a_SOURCES = src/http/field.c src/http/field.h src/http/form.c src/http/http.h src/http/request.c src/http/response.c \
	src/http/serve.c src/http/serve.h
libhttp_a_CFLAGS = $(AM_CFLAGS) $(FCGI_CFLAGS)
