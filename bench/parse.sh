#!/bin/sh
# Builds bench/parse.c against ./build and runs it: bench/parse.sh FOLDER... (needs Debian's libxml2-dev)
set -eu
cd "$(dirname "$0")/.."
# shellcheck disable=SC2046 # words of pkg-config
${CC:-gcc} -std=gnu17 -O2 -D_GNU_SOURCE -include src/base/banned.h -Isrc -Ibuild/src $(pkg-config --cflags libxml-2.0) bench/parse.c \
  build/libdom.a build/libtext.a build/libbase.a $(pkg-config --libs libxml-2.0 icu-uc icu-i18n libpsl) -lunistring -o build/bench-parse
exec build/bench-parse "$@"
