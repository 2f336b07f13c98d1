# The sample story, installed beside the program for quickstart's own nginx.
nobase_dist_pkgdata_DATA += \
	samples/delta-post/washington-brings-soldiers-home.html \
	samples/harbour-gazette/american-force-in-iraq-to-shrink.html \
	samples/northern-wire/us-to-pull-2200-troops-out-of-iraq.html \
	samples/weekend-ledger/what-the-iraq-drawdown-means.html
EXTRA_DIST += samples/README.md
