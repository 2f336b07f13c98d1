#include "extract/person.h"

#include "base/vec.h"
#include "text/utf8.h"

enum { NAME_WORDS = 6, NAME_BYTES = 70, ROLE_BYTES = 24, PEOPLE = 40 };

static const struct sv roles[] = {
#define ROLE(word) SV_INIT(word),
#include "extract/role.def"
#undef ROLE
};

static const struct agency {
	struct sv written, name;
} agencies[] = {
#define AGENCY(written, name) { SV_INIT(written), SV_INIT(name) },
#include "extract/agency.def"
#undef AGENCY
};

static bool is_word_byte(char c) { return ascii_is_alnum(c) || (unsigned char)c >= 0x80; }

struct sv agency_in(struct sv text)
{
	for (size_t i = 0; i < sizeof(agencies) / sizeof(*agencies); i++) {
		struct sv written = agencies[i].written;
		for (size_t at = sv_find(text, written, 0); at < text.n; at = sv_find(text, written, at + 1)) {
			bool starts = at == 0 || !is_word_byte(text.p[at - 1]), ends = at + written.n == text.n || !is_word_byte(text.p[at + written.n]);
			if (starts && ends)
				return agencies[i].name;
		}
	}
	return SV_NONE;
}

static const struct sv openers[] = {
	SV_INIT("written by"), SV_INIT("words by"),  SV_INIT("story by"),    SV_INIT("posted by"), SV_INIT("reported by"), SV_INIT("published by"),
	SV_INIT("analysis by"), SV_INIT("text by"),  SV_INIT("a column by"), SV_INIT("by"),	   SV_INIT("von"),	   SV_INIT("par"),
	SV_INIT("por"),	       SV_INIT("di"),	     SV_INIT("door"),	     SV_INIT("af"),	   SV_INIT("av"),	   SV_INIT("text"),
	SV_INIT("autor"),      SV_INIT("autorin"),   SV_INIT("author"),	     SV_INIT("from"),	   SV_INIT("interview"),   SV_INIT("ein artikel von"),
	SV_INIT("ein kommentar von"), SV_INIT("ein gastbeitrag von"), SV_INIT("geschrieben von"), SV_INIT("a guest post by"), SV_INIT("de"),
};

/* Steps over "By", "Written by:", "Von". */
static struct sv without_opener(struct sv s)
{
	for (size_t i = 0; i < sizeof(openers) / sizeof(*openers); i++) {
		struct sv opener = openers[i];
		if (!sv_starts_icase(s, opener) || s.n == opener.n)
			continue;
		struct sv rest = sv_sub(s, opener.n, s.n);
		if (rest.p[0] == ' ' || rest.p[0] == ':')
			return sv_trim(rest.p[0] == ':' || sv_starts(rest, SV(" :")) ? sv_sub(rest, sv_find_char(rest, ':', 0) + 1, rest.n) : rest);
	}
	return s;
}

static bool is_role(struct sv word)
{
	char lower[ROLE_BYTES];
	if (word.n > sizeof(lower))
		return false;
	for (size_t i = 0; i < word.n; i++)
		lower[i] = ascii_lower(word.p[i]);
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (sv_eq((struct sv){ lower, word.n }, roles[i]))
			return true;
	return false;
}

static bool is_particle(struct sv word)
{
	static const struct sv particles[] = { SV_INIT("van"), SV_INIT("von"), SV_INIT("de"), SV_INIT("der"), SV_INIT("den"), SV_INIT("del"), SV_INIT("da"),
					       SV_INIT("di"), SV_INIT("du"), SV_INIT("la"), SV_INIT("le"), SV_INIT("el"), SV_INIT("al"), SV_INIT("bin"), SV_INIT("ben"),
					       SV_INIT("dos"), SV_INIT("das"), SV_INIT("zu"), SV_INIT("ter"), SV_INIT("ten"), SV_INIT("y"), SV_INIT("i"), SV_INIT("af") };
	for (size_t i = 0; i < sizeof(particles) / sizeof(*particles); i++)
		if (sv_eq(word, particles[i]))
			return true;
	return false;
}

static bool is_name_word(struct sv word)
{
	size_t len;
	for (size_t i = 0; i < word.n; i++)
		if (ascii_is_digit(word.p[i]) || sv_find_char(SV("@/()[]{}<>=_#:!?\"%*+"), word.p[i], 0) < 20)
			return false;
	return is_particle(word) || utf8_is_upper(utf8_at(word, 0, &len)) || (unsigned char)word.p[0] >= 0xD7;
}

static bool is_person(struct sv name, struct sv site, bool may_be_single)
{
	size_t n = 0, capitals = 0;
	struct sv rest = name, word;
	if (name.n < 3 || name.n > NAME_BYTES || sv_eq_icase(name, site) || (agency_in(name).n > 0))
		return false;
	while (sv_split(&rest, ' ', &word)) {
		if (word.n == 0)
			continue;
		if (!is_name_word(word) || is_role(word))
			return false;
		n++;
		capitals += !is_particle(word);
	}
	if (site.n > 0 && n < 3 && sv_find_icase(site, name, 0) < site.n)
		return false;
	return n <= NAME_WORDS && (capitals >= 2 || (may_be_single && capitals == 1));
}

/* Between two names: a comma, "and", a bar ... The byte length, 0 for none; is_soft: it may also belong to a name. */
static size_t joiner_at(struct sv s, size_t at)
{
	static const struct sv joiners[] = { SV_INIT(","), SV_INIT(";"), SV_INIT("|"), SV_INIT("/"), SV_INIT(" and "), SV_INIT(" & "), SV_INIT(" und "),
					     SV_INIT(" et "), SV_INIT(" with "), SV_INIT(" y "), SV_INIT(" e "), SV_INIT(" en "), SV_INIT(" for "), SV_INIT(" mit "), SV_INIT(" in "),
					     SV_INIT(" - "), SV_INIT(" \xe2\x80\x93 "), SV_INIT(" \xe2\x80\x94 "), SV_INIT("\xc2\xb7"), SV_INIT("\xe2\x80\xa2"), SV_INIT("("), SV_INIT(")"),
					     SV_INIT(" on "), SV_INIT(" at "), SV_INIT(" of "), SV_INIT(" og "), SV_INIT(" och ") };
	for (size_t i = 0; i < sizeof(joiners) / sizeof(*joiners); i++)
		if (sv_starts_icase((struct sv){ s.p + at, s.n - at }, joiners[i]))
			return joiners[i].n;
	return 0;
}

static bool is_listed(const struct sv *names, size_t n, struct sv name)
{
	for (size_t i = 0; i < n; i++)
		if (sv_eq_icase(names[i], name))
			return true;
	return false;
}

static struct sv trim_name(struct sv part)
{
	part = without_opener(sv_trim(part));
	if (sv_starts_icase(part, SV("and ")))
		part = sv_trim(sv_sub(part, 4, part.n));
	while (part.n > 0 && (part.p[part.n - 1] == '.' || part.p[part.n - 1] == ':' || part.p[part.n - 1] == '*') && !(part.n > 1 && ascii_is_upper(part.p[part.n - 2])))
		part.n--;
	return sv_trim(part);
}

struct people people_in(struct arena *a, struct sv text, struct sv site, bool may_be_single)
{
	VEC(struct sv) names = { 0 };
	size_t start = 0;
	for (size_t at = 0; at <= text.n && names.n < PEOPLE; at++) {
		size_t joiner = at < text.n ? joiner_at(text, at) : 1;
		if (joiner == 0)
			continue;
		struct sv name = trim_name(sv_sub(text, start, at));
		if (is_person(name, site, may_be_single) && !is_listed(names.v, names.n, name))
			*VEC_PUSH(a, &names) = name;
		start = at + joiner;
		at = start - 1;
	}
	return (struct people){ names.v, names.n };
}
