#include "net/address.h"

#include <arpa/inet.h>
#include <string.h>

#include "base/num.h"

struct range {
	uint8_t prefix[16];
	int bits;
};

static const struct range denied_v4[] = {
	{ { 0 }, 8 },                /* this network */
	{ { 10 }, 8 },               /* private */
	{ { 100, 64 }, 10 },         /* carrier-grade NAT */
	{ { 127 }, 8 },              /* loopback */
	{ { 169, 254 }, 16 },        /* link local, cloud metadata */
	{ { 172, 16 }, 12 },         /* private */
	{ { 192, 0, 0 }, 24 },       /* IETF protocol assignments */
	{ { 192, 0, 2 }, 24 },       /* documentation */
	{ { 192, 31, 196 }, 24 },    /* AS112 */
	{ { 192, 52, 193 }, 24 },    /* AMT */
	{ { 192, 88, 99 }, 24 },     /* 6to4 relays */
	{ { 192, 168 }, 16 },        /* private */
	{ { 192, 175, 48 }, 24 },    /* AS112 */
	{ { 198, 18 }, 15 },         /* benchmarking */
	{ { 198, 51, 100 }, 24 },    /* documentation */
	{ { 203, 0, 113 }, 24 },     /* documentation */
	{ { 168, 63, 129, 16 }, 32 }, /* a cloud's metadata service at a public address */
	{ { 224 }, 4 },              /* multicast */
	{ { 240 }, 4 },              /* reserved, broadcast */
};

static const struct range denied_v6[] = {
	{ { 0x20, 0x01, 0x00 }, 23 },             /* IETF protocol assignments, Teredo */
	{ { 0x20, 0x01, 0x0d, 0xb8 }, 32 },       /* documentation */
	{ { 0x20, 0x02 }, 16 },                   /* 6to4 */
	{ { 0x3f, 0xff }, 20 },                   /* documentation */
};

static bool in_range(const uint8_t *address, const struct range *r)
{
	int whole = r->bits / 8, rest = r->bits % 8;
	if (memcmp(address, r->prefix, (size_t)whole) != 0)
		return false;
	return rest == 0 || ((address[whole] ^ r->prefix[whole]) >> (8 - rest)) == 0;
}

bool address_is_public_v4(const uint8_t address[4])
{
	for (size_t i = 0; i < sizeof(denied_v4) / sizeof(*denied_v4); i++)
		if (in_range(address, &denied_v4[i]))
			return false;
	return true;
}

bool address_is_public_v6(const uint8_t address[16])
{
	static const struct range global = { { 0x20 }, 3 };
	if (!in_range(address, &global))
		return false;
	for (size_t i = 0; i < sizeof(denied_v6) / sizeof(*denied_v6); i++)
		if (in_range(address, &denied_v6[i]))
			return false;
	return true;
}

bool address_parse(struct sv text, uint8_t ret[16], bool *ret_is_v6)
{
	char plain[64];
	if (text.n == 0 || text.n >= sizeof(plain))
		return false;
	memcpy(plain, text.p, text.n);
	plain[text.n] = '\0';
	*ret_is_v6 = sv_find_char(text, ':', 0) < text.n;
	return inet_pton(*ret_is_v6 ? AF_INET6 : AF_INET, plain, ret) == 1;
}

bool address_is_listed(struct sv allow, const uint8_t *address, bool is_v6, int port)
{
	struct sv entry;
	while (sv_split(&allow, ' ', &entry)) {
		uint8_t listed[16];
		bool listed_v6;
		int64_t listed_port;
		size_t colon = entry.n;
		while (colon > 0 && entry.p[colon - 1] != ':')
			colon--;
		if (colon == 0 || !num_i64(sv_sub(entry, colon, entry.n), 1, 65535, &listed_port))
			continue;
		struct sv host = sv_sub(entry, 0, colon - 1);
		if (sv_starts(host, SV("[")) && sv_ends(host, SV("]")))
			host = sv_sub(host, 1, host.n - 1);
		if (address_parse(host, listed, &listed_v6) && listed_v6 == is_v6 && listed_port == port &&
		    memcmp(listed, address, is_v6 ? 16 : 4) == 0)
			return true;
	}
	return false;
}
