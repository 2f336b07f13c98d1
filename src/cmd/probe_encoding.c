/* probe ops label, sniff and decode: which encoding a page is in and what it says. */
#include "cmd/probe.h"
#include "text/encoding.h"

int probe_label(struct arena *a, const struct json *row, struct json_out *j)
{
	(void)a;
	json_out_key(j, "encoding");
	json_out_sv_or_null(j, encoding_of_label(json_get_sv(row, "label")));
	return 0;
}

static int base64_digit(char c)
{
	if (ascii_is_upper(c))
		return c - 'A';
	if (ascii_is_lower(c))
		return c - 'a' + 26;
	if (ascii_is_digit(c))
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* The bytes of the row's "body_b64"; anything that is no base64 is passed over. */
static struct sv body_of(struct arena *a, const struct json *row)
{
	struct sv text = json_get_sv(row, "body_b64");
	char *out = arena_alloc(a, text.n);
	size_t n = 0;
	unsigned bits = 0, n_bits = 0;
	for (size_t i = 0; i < text.n; i++) {
		int digit = base64_digit(text.p[i]);
		if (digit < 0)
			continue;
		bits = (bits << 6 | (unsigned)digit) & 0xFFFF;
		n_bits += 6;
		if (n_bits >= 8) {
			n_bits -= 8;
			out[n++] = (char)(bits >> n_bits & 0xFF);
		}
	}
	return (struct sv){ out, n };
}

int probe_sniff(struct arena *a, const struct json *row, struct json_out *j)
{
	json_out_key(j, "encoding");
	json_out_sv(j, encoding_sniff(body_of(a, row)));
	return 0;
}

int probe_decode(struct arena *a, const struct json *row, struct json_out *j)
{
	struct sv name;
	size_t bad;
	struct sv text = encoding_to_utf8(a, body_of(a, row), json_get_sv(row, "content_type"), &name, &bad);
	json_out_key(j, "encoding");
	json_out_sv(j, name);
	json_out_key(j, "text");
	json_out_sv(j, text);
	json_out_key(j, "bad");
	json_out_i64(j, (int64_t)bad);
	return 0;
}
