/*
 * Makes data/word_clusters.bin: for the most frequent words their ids (from 1) in two clusterings, sorted by hash.
 *
 *   word_clusters FINE.tsv COARSE.tsv OUT.bin
 *
 * Both files: "word<TAB>id" a line, in the same order, by falling frequency.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "claim/speech_cluster.h"

enum { MOST = 40000, ROW = 8 };

struct row {
	uint32_t hash;
	uint16_t fine, coarse;
	size_t rank;
};

static struct row rows[MOST];

static void fail(const char *what)
{
	fprintf(stderr, "word_clusters: %s\n", what);
	exit(1);
}

static size_t read_ids(const char *path, size_t most, bool is_fine)
{
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t room = 0, n = 0;
	ssize_t length;
	if (!f)
		fail("cannot open a clustering");
	while (n < most && (length = getline(&line, &room, f)) > 0) {
		struct sv rest = sv_trim((struct sv){ line, (size_t)length }), word;
		int64_t id;
		if (!sv_split(&rest, '\t', &word) || !num_i64(rest, 0, UINT16_MAX - 1, &id))
			fail("a line is not word<TAB>id");
		uint32_t hash = speech_cluster_hash(word);
		if (is_fine)
			rows[n] = (struct row){ hash, (uint16_t)(id + 1), 0, n };
		else if (rows[n].hash != hash)
			fail("the two clusterings differ in order");
		else
			rows[n].coarse = (uint16_t)(id + 1);
		n++;
	}
	free(line);
	fclose(f);
	return n;
}

static int by_hash(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static void put(unsigned char *p, uint32_t v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		p[i] = (unsigned char)(v >> (8 * i));
}

int main(int argc, char **argv)
{
	if (argc != 4)
		fail("usage: word_clusters FINE.tsv COARSE.tsv OUT.bin");
	size_t n = read_ids(argv[1], MOST, true);
	if (read_ids(argv[2], n, false) != n)
		fail("the second clustering is shorter");
	qsort(rows, n, sizeof(*rows), by_hash);
	FILE *out = fopen(argv[3], "wb");
	for (size_t i = 0; out && i < n; i++) {
		unsigned char bytes[ROW];
		if (i > 0 && rows[i].hash == rows[i - 1].hash) /* of two words with one hash the more frequent one stays */
			continue;
		put(bytes, rows[i].hash, 4);
		put(bytes + 4, rows[i].fine, 2);
		put(bytes + 6, rows[i].coarse, 2);
		fwrite(bytes, 1, ROW, out);
	}
	if (!out || fclose(out) != 0)
		fail("cannot write");
	return 0;
}
