#include "extract/page_date.h"

#include "base/num.h"

enum { TOKENS = 16, TOKEN_BYTES = 24, VALUE_BYTES = 80 };

/* A number, a word or a mark of a text that may hold a date. */
struct token {
	enum { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_MARK } kind;
	struct sv text;
	int64_t number;
	size_t at;
	bool is_joined; /* no blank before it */
};

static const struct month {
	struct sv name;
	int number;
} months[] = {
#define MONTH(name, number) { SV_INIT(name), number },
#include "extract/month.def"
#undef MONTH
};

enum date_order date_order_of(struct sv lang)
{
	static const struct sv month_first[] = { SV_INIT("en"), SV_INIT("en-us"), SV_INIT("en_us"), SV_INIT("en-ph"), SV_INIT("es-us") };
	for (size_t i = 0; i < sizeof(month_first) / sizeof(*month_first); i++)
		if (sv_eq_icase(lang, month_first[i]))
			return DATE_MONTH_FIRST;
	return lang.n == 0 ? DATE_MONTH_FIRST : DATE_DAY_FIRST;
}

static int month_of(struct sv word)
{
	char lower[TOKEN_BYTES];
	if (word.n > sizeof(lower) || word.n < 3)
		return 0;
	for (size_t i = 0; i < word.n; i++)
		lower[i] = ascii_lower(word.p[i]);
	for (size_t i = 0; i < sizeof(months) / sizeof(*months); i++)
		if (sv_eq((struct sv){ lower, word.n }, months[i].name))
			return months[i].number;
	return 0;
}

static bool is_word_byte(char c) { return ascii_is_alpha(c) || (unsigned char)c >= 0x80; }

/* The token at or after *at; steps over it. */
static struct token next_token(struct sv s, size_t *at)
{
	size_t start = *at, end;
	while (start < s.n && ascii_is_space(s.p[start]))
		start++;
	struct token token = { .at = start, .is_joined = start == *at };
	if (start == s.n)
		return token;
	end = start + 1;
	token.kind = ascii_is_digit(s.p[start]) ? TOKEN_NUMBER : is_word_byte(s.p[start]) ? TOKEN_WORD : TOKEN_MARK;
	while (end < s.n && ((token.kind == TOKEN_NUMBER && ascii_is_digit(s.p[end])) || (token.kind == TOKEN_WORD && is_word_byte(s.p[end]))))
		end++;
	token.text = sv_sub(s, start, end);
	for (size_t i = start; token.kind == TOKEN_NUMBER && i < end && i < start + 15; i++)
		token.number = token.number * 10 + (s.p[i] - '0');
	*at = end;
	return token;
}

static size_t read_tokens(struct sv s, size_t at, struct token *tokens)
{
	size_t n = 0;
	while (n < TOKENS && (tokens[n] = next_token(s, &at)).kind != TOKEN_END)
		n++;
	for (size_t i = n; i < TOKENS + 4; i++)
		tokens[i] = (struct token){ .kind = TOKEN_END };
	return n;
}

static bool is_mark(const struct token *token, const char *marks)
{
	return token->kind == TOKEN_MARK && sv_find_char(sv_cstr(marks), token->text.p[0], 0) < sv_cstr(marks).n;
}

static bool make_date(int64_t year, int64_t month, int64_t day, struct dated *ret)
{
	if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > days_in_month((int)year, (int)month))
		return false;
	*ret = (struct dated){ .at = day_from_civil((struct civil){ (int)year, (int)month, (int)day }) * CLOCK_DAY, .precision = PRECISION_DAY };
	return true;
}

/* 2024-03-05, 2024/3/5, 2024.03.05, and in East Asia 2024 then year, month and day signs. */
static size_t read_year_first(const struct token *t, struct dated *ret)
{
	bool is_asian = t[1].kind == TOKEN_WORD && sv_starts(t[1].text, SV("\xe5\xb9\xb4"));
	if (t[0].kind != TOKEN_NUMBER || t[0].text.n != 4 || t[2].kind != TOKEN_NUMBER || t[4].kind != TOKEN_NUMBER || t[2].text.n > 2 || t[4].text.n > 2)
		return 0;
	if (!is_asian && (!is_mark(&t[1], "-/.") || t[3].kind != TOKEN_MARK || t[3].text.p[0] != t[1].text.p[0] || !t[2].is_joined || !t[4].is_joined))
		return 0;
	return make_date(t[0].number, t[2].number, t[4].number, ret) ? 5 : 0;
}

/* Number, mark, number, the same mark, number, written together with any of `marks`. */
static bool is_three(const struct token *t, const char *marks)
{
	return t[0].kind == TOKEN_NUMBER && is_mark(&t[1], marks) && t[2].kind == TOKEN_NUMBER && is_mark(&t[3], marks) && t[4].kind == TOKEN_NUMBER &&
	       t[1].text.p[0] == t[3].text.p[0];
}

/* 05/04/2018, 5.4.2018, 05-04-18: figures only. */
static size_t read_figures(const struct token *t, enum date_order order, struct dated *ret)
{
	if (!is_three(t, "/.-") || t[0].text.n > 2 || t[2].text.n > 2 || (t[4].text.n != 4 && t[4].text.n != 2))
		return 0;
	int64_t year = t[4].text.n == 2 ? 2000 + t[4].number : t[4].number, first = t[0].number, second = t[2].number;
	bool is_dotted = t[1].text.p[0] == '.', is_open = !is_dotted && first <= 12 && second <= 12 && first != second;
	bool is_month_first = is_open ? order == DATE_MONTH_FIRST : !is_dotted && second > 12;
	if (!make_date(year, is_month_first ? first : second, is_month_first ? second : first, ret))
		return 0;
	ret->is_ambiguous = is_open;
	return 5;
}

/* Steps over "," "." and small words ("de", "of", "the", "th") up to a limit. */
static size_t skip_fill(const struct token *t, size_t i)
{
	static const struct sv fill[] = { SV_INIT("de"), SV_INIT("del"), SV_INIT("of"), SV_INIT("th"), SV_INIT("st"), SV_INIT("nd"),
					  SV_INIT("rd"), SV_INIT("er"), SV_INIT("\xc2\xba") };
	for (size_t steps = 0; steps < 3; steps++) {
		bool is_fill = is_mark(&t[i], ",.-/");
		for (size_t k = 0; k < sizeof(fill) / sizeof(*fill) && t[i].kind == TOKEN_WORD; k++)
			is_fill |= sv_eq_icase(t[i].text, fill[k]);
		if (!is_fill)
			break;
		i++;
	}
	return i;
}

/* 5 March 2024, 5. Maerz 2024, 5 de marzo de 2024, 5th of March, 2024, 05-Mar-2024 */
static size_t read_day_month(const struct token *t, struct dated *ret)
{
	if (t[0].kind != TOKEN_NUMBER || t[0].text.n > 2)
		return 0;
	size_t i = skip_fill(t, 1);
	int month = t[i].kind == TOKEN_WORD ? month_of(t[i].text) : 0;
	if (month == 0)
		return 0;
	i = skip_fill(t, i + 1);
	return t[i].kind == TOKEN_NUMBER && t[i].text.n == 4 && make_date(t[i].number, month, t[0].number, ret) ? i + 1 : 0;
}

/* March 5, 2024; Mar. 5th 2024 */
static size_t read_month_day(const struct token *t, struct dated *ret)
{
	int month = t[0].kind == TOKEN_WORD ? month_of(t[0].text) : 0;
	if (month == 0)
		return 0;
	size_t day = skip_fill(t, 1);
	if (t[day].kind != TOKEN_NUMBER || t[day].text.n > 2)
		return 0;
	size_t i = skip_fill(t, day + 1);
	return t[i].kind == TOKEN_NUMBER && t[i].text.n == 4 && make_date(t[i].number, month, t[day].number, ret) ? i + 1 : 0;
}

/* 20240305, 20240305T0930, 20210820030646 */
static size_t read_run(const struct token *t, struct dated *ret)
{
	int64_t n = t[0].number;
	if (t[0].kind != TOKEN_NUMBER || (t[0].text.n != 8 && t[0].text.n != 14))
		return 0;
	int64_t day = t[0].text.n == 8 ? n : n / 1000000, clock = n % 1000000;
	if (!make_date(day / 10000, day / 100 % 100, day % 100, ret))
		return 0;
	if (t[0].text.n == 14 && clock / 10000 < 24 && clock / 100 % 100 < 60 && clock % 100 < 60) {
		ret->at += (clock / 10000 * 3600 + clock / 100 % 100 * 60 + clock % 100) * CLOCK_SECOND;
		ret->precision = PRECISION_SECOND;
		ret->has_time = true;
	}
	return 1;
}

static size_t read_date(const struct token *t, enum date_order order, struct dated *ret)
{
	size_t n = read_year_first(t, ret);
	n = n ? n : read_figures(t, order, ret);
	n = n ? n : read_day_month(t, ret);
	n = n ? n : read_month_day(t, ret);
	return n ? n : read_run(t, ret);
}

static const struct zone {
	struct sv name;
	int minutes;
} zones[] = {
	{ SV_INIT("Z"), 0 },	   { SV_INIT("UTC"), 0 },     { SV_INIT("GMT"), 0 },	 { SV_INIT("BST"), 60 },    { SV_INIT("CET"), 60 },
	{ SV_INIT("CEST"), 120 },  { SV_INIT("MEZ"), 60 },    { SV_INIT("MESZ"), 120 },	 { SV_INIT("EST"), -300 },  { SV_INIT("EDT"), -240 },
	{ SV_INIT("CDT"), -300 },  { SV_INIT("CST"), -360 },  { SV_INIT("MDT"), -360 },	 { SV_INIT("MST"), -420 },  { SV_INIT("PDT"), -420 },
	{ SV_INIT("PST"), -480 },  { SV_INIT("AEST"), 600 },  { SV_INIT("AEDT"), 660 },	 { SV_INIT("JST"), 540 },
};

static bool zone_by_name(const struct token *t, struct dated *ret)
{
	for (size_t i = 0; t[0].kind == TOKEN_WORD && i < sizeof(zones) / sizeof(*zones); i++)
		if (sv_eq(t[0].text, zones[i].name)) {
			ret->offset_minutes = zones[i].minutes;
			return true;
		}
	return false;
}

/* +02:00, +0200, +02 */
static bool zone_by_figures(const struct token *t, struct dated *ret)
{
	if (!is_mark(&t[0], "+-") || t[1].kind != TOKEN_NUMBER || !t[1].is_joined || (t[1].text.n != 2 && t[1].text.n != 4))
		return false;
	int64_t hours = t[1].number, minutes = 0;
	if (t[1].text.n == 4) {
		hours = t[1].number / 100;
		minutes = t[1].number % 100;
	} else if (is_mark(&t[2], ":") && t[3].kind == TOKEN_NUMBER)
		minutes = t[3].number;
	if (hours > 14 || minutes > 59)
		return false;
	ret->offset_minutes = (int)(hours * 60 + minutes) * (t[0].text.p[0] == '-' ? -1 : 1);
	return true;
}

static void read_zone(const struct token *t, struct dated *ret)
{
	ret->has_zone = zone_by_name(t, ret) || zone_by_figures(t, ret);
	ret->at -= ret->offset_minutes * 60 * CLOCK_SECOND;
}

static int64_t twelve_hours(const struct token *t, int64_t hour, size_t *ret_n)
{
	bool is_pm = t[0].kind == TOKEN_WORD && (sv_eq_icase(t[0].text, SV("pm")) || sv_eq_icase(t[0].text, SV("p")));
	bool is_am = t[0].kind == TOKEN_WORD && (sv_eq_icase(t[0].text, SV("am")) || sv_eq_icase(t[0].text, SV("a")));
	*ret_n = 0;
	if (!is_pm && !is_am)
		return hour;
	*ret_n = t[0].text.n == 2 ? 1 : is_mark(&t[1], ".") ? 4 : 1;
	return hour % 12 + (is_pm ? 12 : 0);
}

/* hh:mm, hh.mm or hh h mm */
static bool is_clock(const struct token *t)
{
	return t[0].kind == TOKEN_NUMBER && t[0].text.n <= 2 && is_mark(&t[1], ":.h") && t[1].is_joined && t[2].kind == TOKEN_NUMBER && t[2].text.n == 2;
}

/* The seconds after a clock, ":06" and ":06.123"; how many tokens they take. */
static size_t read_seconds(const struct token *t, int64_t *ret)
{
	if (!is_mark(&t[0], ":") || t[1].kind != TOKEN_NUMBER || t[1].text.n != 2)
		return 0;
	*ret = t[1].number;
	return is_mark(&t[2], ".,") && t[3].kind == TOKEN_NUMBER && t[3].is_joined ? 4 : 2;
}

/* The time of day after a date: "T09:30:00.5+02:00", ", 14:56 Uhr", " at 9:30 p.m. EST". */
static void read_time(const struct token *t, struct dated *ret)
{
	size_t i = 0, n;
	while (i < 4 && t[i].kind != TOKEN_NUMBER && t[i].kind != TOKEN_END)
		i++;
	if (!is_clock(&t[i]))
		return;
	int64_t hour = t[i].number, minute = t[i + 2].number, second = 0;
	size_t used = read_seconds(&t[i + 3], &second);
	i += 3 + used;
	hour = twelve_hours(&t[i], hour, &n);
	if (hour > 23 || minute > 59 || second > 60)
		return;
	ret->has_time = true;
	ret->precision = used ? PRECISION_SECOND : PRECISION_MINUTE;
	ret->at += (hour * 3600 + minute * 60 + second) * CLOCK_SECOND;
	i += n;
	i += t[i].kind == TOKEN_WORD && sv_eq_icase(t[i].text, SV("Uhr"));
	read_zone(&t[i], ret);
}

bool page_date_in(struct sv s, enum date_order order, struct dated *ret, size_t *ret_at)
{
	struct token tokens[TOKENS + 4], token;
	for (size_t at = 0; (token = next_token(s, &at)).kind != TOKEN_END;) {
		struct dated dated;
		if (token.kind == TOKEN_MARK || (token.kind == TOKEN_WORD && month_of(token.text) == 0) || token.text.n > 14)
			continue;
		(void)read_tokens(s, token.at, tokens);
		size_t used = read_date(tokens, order, &dated);
		if (used == 0)
			continue;
		if (!dated.has_time)
			read_time(&tokens[used], &dated);
		*ret = dated;
		if (ret_at != NULL)
			*ret_at = token.at;
		return true;
	}
	return false;
}

static bool read_unix(struct sv s, struct dated *ret)
{
	int64_t n;
	if ((s.n != 10 && s.n != 13) || !num_i64(s, 0, INT64_C(9999999999999), &n))
		return false;
	*ret = (struct dated){ .at = (s.n == 13 ? n / 1000 : n) * CLOCK_SECOND, .precision = PRECISION_SECOND, .has_time = true, .has_zone = true };
	return true;
}

bool page_date_value(struct sv s, enum date_order order, struct dated *ret)
{
	s = sv_trim(s);
	if (s.n > VALUE_BYTES)
		return false;
	return read_unix(s, ret) || page_date_in(s, order, ret, NULL);
}

static bool digits_at(struct sv s, size_t at, size_t n, int64_t *ret)
{
	for (size_t i = 0; i < n; i++)
		if (at + i >= s.n || !ascii_is_digit(s.p[at + i]))
			return false;
	if (at + n < s.n && ascii_is_digit(s.p[at + n]))
		return false;
	*ret = 0;
	for (size_t i = 0; i < n; i++)
		*ret = *ret * 10 + (s.p[at + i] - '0');
	return true;
}

static bool is_url_mark(struct sv s, size_t at) { return at < s.n && (s.p[at] == '/' || s.p[at] == '-' || s.p[at] == '_' || s.p[at] == '.'); }

/* A month in one or two figures or three letters at `at`; how many bytes it takes. */
static size_t month_at(struct sv s, size_t at, int64_t *ret)
{
	size_t width = digits_at(s, at, 2, ret) ? 2 : digits_at(s, at, 1, ret) ? 1 : 0;
	if (width == 0 && at + 3 < s.n && is_url_mark(s, at + 3)) {
		*ret = month_of(sv_sub(s, at, at + 3));
		width = 3;
	}
	return width > 0 && *ret >= 1 && *ret <= 12 ? width : 0;
}

static bool date_at(struct sv s, size_t at, struct dated *ret)
{
	int64_t year, month = 0, day;
	if (digits_at(s, at, 8, &year))
		return make_date(year / 10000, year / 100 % 100, year % 100, ret);
	if (!digits_at(s, at, 4, &year) || !is_url_mark(s, at + 4))
		return false;
	size_t width = month_at(s, at + 5, &month), next = at + 5 + width;
	if (width == 0)
		return false;
	if (is_url_mark(s, next) && (digits_at(s, next + 1, 2, &day) || digits_at(s, next + 1, 1, &day)) && make_date(year, month, day, ret))
		return true;
	if (s.p[at + 4] != '/' || (next < s.n && s.p[next] != '/') || !make_date(year, month, 1, ret))
		return false;
	ret->precision = PRECISION_MONTH;
	return true;
}

bool page_date_in_url(struct sv url, struct dated *ret)
{
	bool found = false;
	for (size_t at = sv_find(url, SV("://"), 0); at + 4 < url.n; at++) {
		struct dated dated;
		if (ascii_is_digit(url.p[at]) || at == 0 || !is_url_mark(url, at) || !date_at(url, at + 1, &dated))
			continue;
		if (!found || dated.precision > ret->precision)
			*ret = dated;
		found = true;
	}
	return found;
}
