# The checks that uphold the house rules; each is one of `make check`'s tests.
dist_check_SCRIPTS += tools/check-layers tools/check-symbols tools/check-headers tools/check-functions
TESTS += tools/check-layers tools/check-headers tools/check-functions
