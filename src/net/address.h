#ifndef NET_ADDRESS_H
#define NET_ADDRESS_H
/*
 * Which addresses the fetcher may connect to: public ones only. Judged on the address that is really connected to, after
 * name resolution. IPv4: everything but the special ranges (IANA special-purpose registry, RFC 6890, and cloud metadata);
 * IPv6: only 2000::/3 without its special parts, and IPv4 hidden in it is judged as IPv4.
 */
#include <stdint.h>

#include "base/sv.h"

bool address_is_public_v4(const uint8_t address[4]);
bool address_is_public_v6(const uint8_t address[16]);
/* "10.0.0.1", "::1"; *ret_is_v6 says which; false for anything else. */
bool address_parse(struct sv text, uint8_t ret[16], bool *ret_is_v6);

/*
 * Addresses a desk allows in spite of that, "127.0.0.1:8080 [::1]:8080" (address and port, between spaces). True when
 * this one is in it.
 */
bool address_is_listed(struct sv allow, const uint8_t *address, bool is_v6, int port);
#endif
