#include "base/sv.h"

#include <string.h>

struct sv sv_cstr(const char *s)
{
	return s == NULL ? SV_NONE : (struct sv){ s, strlen(s) };
}

bool sv_eq(struct sv a, struct sv b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool sv_eq_icase(struct sv a, struct sv b)
{
	return a.n == b.n && sv_starts_icase(a, b);
}

int sv_cmp(struct sv a, struct sv b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int r = n == 0 ? 0 : memcmp(a.p, b.p, n);
	return r != 0 ? r : (a.n > b.n) - (a.n < b.n);
}

bool sv_starts(struct sv s, struct sv prefix)
{
	return s.n >= prefix.n && sv_eq(sv_sub(s, 0, prefix.n), prefix);
}

bool sv_starts_icase(struct sv s, struct sv prefix)
{
	if (s.n < prefix.n)
		return false;
	for (size_t i = 0; i < prefix.n; i++)
		if (ascii_lower(s.p[i]) != ascii_lower(prefix.p[i]))
			return false;
	return true;
}

bool sv_ends(struct sv s, struct sv suffix)
{
	return s.n >= suffix.n && sv_eq(sv_sub(s, s.n - suffix.n, s.n), suffix);
}

bool sv_ends_icase(struct sv s, struct sv suffix)
{
	return s.n >= suffix.n && sv_eq_icase(sv_sub(s, s.n - suffix.n, s.n), suffix);
}

size_t sv_find(struct sv s, struct sv needle, size_t from)
{
	if (from > s.n || needle.n > s.n - from)
		return s.n;
	if (needle.n == 0)
		return from;
	const char *hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit == NULL ? s.n : (size_t)(hit - s.p);
}

size_t sv_find_icase(struct sv s, struct sv needle, size_t from)
{
	if (needle.n == 0)
		return from < s.n ? from : s.n;
	for (size_t i = from; needle.n <= s.n && i <= s.n - needle.n; i++)
		if (sv_starts_icase(sv_sub(s, i, s.n), needle))
			return i;
	return s.n;
}

size_t sv_find_char(struct sv s, char c, size_t from)
{
	if (from >= s.n)
		return s.n;
	const char *hit = memchr(s.p + from, c, s.n - from);
	return hit == NULL ? s.n : (size_t)(hit - s.p);
}

struct sv sv_trim(struct sv s)
{
	while (s.n > 0 && ascii_is_space(s.p[0]))
		s = (struct sv){ s.p + 1, s.n - 1 };
	while (s.n > 0 && ascii_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

bool sv_is_listed(const char *list, struct sv word)
{
	char spaced[40];
	if (word.n == 0 || word.n + 2 > sizeof(spaced) || sv_find_char(word, ' ', 0) < word.n)
		return false;
	spaced[0] = spaced[word.n + 1] = ' ';
	for (size_t i = 0; i < word.n; i++)
		spaced[i + 1] = ascii_lower(word.p[i]);
	return sv_has(sv_cstr(list), (struct sv){ spaced, word.n + 2 });
}

bool sv_split(struct sv *rest, char c, struct sv *ret_part)
{
	if (rest->p == NULL)
		return false;
	size_t at = sv_find_char(*rest, c, 0);
	*ret_part = sv_sub(*rest, 0, at);
	*rest = at == rest->n ? SV_NONE : (struct sv){ rest->p + at + 1, rest->n - at - 1 };
	return true;
}
