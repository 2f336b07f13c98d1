#ifndef CLAIM_CLAIM_H
#define CLAIM_CLAIM_H
/*
 * What a text claims: the structures every later step works on (see docs/ARCHITECTURE.md, Words). Pure: text in,
 * structs out, all in the caller's arena. Spans are byte offsets into the text that was read; the wire format and the
 * database hold code points (wire/claims_json.h converts).
 */
#include "base/arena.h"
#include "base/clock.h"
#include "text/block.h"
#include "text/span.h"

enum claim_kind {
	CLAIM_QUANTITY,
	CLAIM_COMPARISON,
	CLAIM_CAUSE,
	CLAIM_EVENT,
	CLAIM_LAW,
	CLAIM_PLAN,
	CLAIM_QUOTE,
	CLAIM_EXPERIENCE,
	CLAIM_KIND_N
};

enum quantity_role {
	ROLE_LEVEL,
	ROLE_FROM,
	ROLE_TO,
	ROLE_CHANGE,
	ROLE_SHARE,
	ROLE_RANK,
	ROLE_TOTAL,
	ROLE_PART,
	ROLE_N
};

enum dimension {
	DIM_COUNT, /* of whatever `of` names */
	DIM_PERCENT,
	DIM_PERCENT_POINT,
	DIM_RATIO,
	DIM_CURRENCY,
	DIM_LENGTH,
	DIM_AREA,
	DIM_VOLUME,
	DIM_MASS,
	DIM_SPEED,
	DIM_TEMPERATURE,
	DIM_TIME,
	DIM_AGE,
	DIM_ENERGY,
	DIM_POWER,
	DIM_DATA,
	DIM_ORDINAL,
	DIM_OTHER,
	DIM_N
};

/* How a value moved, where the sentence says so ('rose by', 'cut ... to'). */
enum change { CHANGE_NONE, CHANGE_UP, CHANGE_DOWN, CHANGE_N };

/*
 * An interval with unit. lo = -INFINITY or hi = INFINITY: no bound on that side. lo_open / hi_open: the bound itself
 * is outside ('fewer than 5,000' is hi = 5000, hi_open). A hedge (about, some, roughly, nearly) sets `approx` and
 * leaves lo == hi; widening is the comparison's work. 'nearly' and 'almost' also set below, 'just over' above.
 */
struct quantity {
	struct span at; /* with its hedge and unit: "about 5,200" */
	struct sv text;
	double lo, hi;
	bool lo_open, hi_open, approx, below, above, negated;
	int digits;     /* significant digits as written: 5,200 has 2, 5,213 has 4; 0 when unknown */
	enum dimension dimension;
	struct sv unit; /* normal form: "%", "USD", "km", "kg", "year"; empty for bare counts */
	double to_base; /* factor to the dimension's base unit (m, m2, kg, s, ...); 1 when there is none */
	enum quantity_role role;
	enum change change;
	struct sv of;   /* what is counted: "US troops" */
	struct sv place, group;
	int32_t as_of_lo, as_of_hi; /* days; DAY_NONE = unknown */
	struct span number; /* the digits or number words alone */
};

enum date_op { DATE_ON, DATE_BY, DATE_SINCE, DATE_UNTIL, DATE_BEFORE, DATE_AFTER, DATE_DURING, DATE_OP_N };

/* A time expression as an interval of days, both ends included; DAY_NONE = open ('by September': lo open). */
struct date_ref {
	struct span at;   /* with its operator: "by the end of September" */
	struct span when; /* the expression alone */
	struct sv text;
	int32_t lo, hi;
	enum date_op op;
	bool recurring, duration;
	struct sv timex; /* TIMEX3 value: "2020-09-09", "2011-Q4", "P3D", "PRESENT_REF" ... */
	struct sv timex_type; /* DATE TIME DURATION SET */
};

enum hedge_kind { HEDGE_NONE, HEDGE_MAY, HEDGE_EXPECTED, HEDGE_PLANNED, HEDGE_ALLEGED, HEDGE_DENIED, HEDGE_N };

/* Who says so, and through which outlet or document the article got it. */
struct attribution {
	struct span source, cue, content; /* as they stand in the text */
	struct sv speaker; /* resolved name ('He' -> "General Kenneth McKenzie"); p == NULL when the article itself asserts it */
	struct sv via;     /* outlet or document: "BBC"; p == NULL when none */
	struct span via_at;
	bool is_anonymous; /* 'a senior official' */
	bool is_direct;    /* quoted speech */
};

struct claim {
	struct span sentence; /* the whole sentence */
	struct span at;       /* the asserted part; the sentence itself unless it holds several claims */
	struct sv quote;      /* the text of `at` */
	struct sv wording;    /* the same, readable alone: a part of a sentence has its subject before it */
	size_t line;          /* which line (block) of the text */
	enum block_kind block; /* what that line is */
	double score;         /* probability that it is worth checking, 0..1 */
	unsigned kinds;       /* 1u << enum claim_kind */
	const char *const *reasons; /* why this score, in words: "a number", "an opinion" */
	size_t n_reasons;
	const struct quantity *quantities;
	size_t n_quantities;
	const struct date_ref *dates;
	size_t n_dates;
	struct attribution said;
	enum hedge_kind hedge;
	bool negated;
	bool is_claim; /* false: read, but opinion, question, boilerplate ...; such sentences are not stored */
};

struct claim_input {
	struct sv text;      /* valid UTF-8; a line is a block (text/block.h) */
	int32_t published;   /* day of publication in the article's zone; DAY_NONE when unknown */
	struct sv lang;      /* BCP 47; empty = English is assumed */
	const unsigned char *line_kinds; /* enum block_kind a line, or NULL: all paragraphs */
	size_t n_lines;
};

struct claim_list {
	const struct claim *v;
	size_t n;
	bool was_read; /* false: a language that is passed through unread */
	bool was_cut;  /* true: the text holds more than one reading may take (base/limits.h); its rest was not read */
};

/* Every sentence that claims something checkable, in text order. Linear in the text. */
void claim_read(struct arena *a, const struct claim_input *in, struct claim_list *ret);

/* Names as in JSON: "quantity", "level", "by", "USD" ... and back; false for an unknown one. */
struct sv claim_kind_name(enum claim_kind k);
bool claim_kind_parse(struct sv s, enum claim_kind *ret);
struct sv quantity_role_name(enum quantity_role r);
bool quantity_role_parse(struct sv s, enum quantity_role *ret);
struct sv dimension_name(enum dimension d);
bool dimension_parse(struct sv s, enum dimension *ret);
struct sv date_op_name(enum date_op o);
bool date_op_parse(struct sv s, enum date_op *ret);
struct sv hedge_kind_name(enum hedge_kind h);
bool hedge_kind_parse(struct sv s, enum hedge_kind *ret);
#endif
