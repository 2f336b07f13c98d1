#include <check.h>

#include "net/address.h"
#include "../lib/suite.h"

static bool is_public(const char *text)
{
	uint8_t address[16];
	bool is_v6;
	ck_assert_msg(address_parse(sv_cstr(text), address, &is_v6), "%s", text);
	return is_v6 ? address_is_public_v6(address) : address_is_public_v4(address);
}

START_TEST(special_ranges_are_refused_up_to_their_borders)
{
	static const char *const denied[] = { "0.0.0.0", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255",
		"169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.1", "192.168.255.255", "198.18.0.0", "198.19.255.255", "168.63.129.16",
		"224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "fe80::1", "fc00::1", "ff02::1", "2001::1",
		"2001:1ff::1", "2001:db8::1", "2002:808:808::1", "3fff::1", "4000::1" };
	for (size_t i = 0; i < sizeof(denied) / sizeof(*denied); i++)
		ck_assert_msg(!is_public(denied[i]), "%s", denied[i]);
}
END_TEST

START_TEST(their_neighbours_are_public)
{
	static const char *const allowed[] = { "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
		"169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
		"168.63.129.15", "223.255.255.255", "2001:200::1", "2606:4700::1111", "2a00::1" };
	for (size_t i = 0; i < sizeof(allowed) / sizeof(*allowed); i++)
		ck_assert_msg(is_public(allowed[i]), "%s", allowed[i]);
}
END_TEST

START_TEST(only_listed_exceptions_are_allowed)
{
	static const uint8_t loopback[16] = { 127, 0, 0, 1 }, loopback_v6[16] = { [15] = 1 };
	struct sv allow = SV("127.0.0.1:8080 [::1]:8080 nonsense 10.0.0.1 10.0.0.1:99999");
	ck_assert(address_is_listed(allow, loopback, false, 8080));
	ck_assert(!address_is_listed(allow, loopback, false, 8081));
	ck_assert(!address_is_listed(allow, loopback, true, 8080));
	ck_assert(address_is_listed(allow, loopback_v6, true, 8080));
	ck_assert(!address_is_listed(SV(""), loopback, false, 8080));
	ck_assert(!address_is_listed(allow, (const uint8_t[16]){ 10, 0, 0, 1 }, false, 80));
}
END_TEST

START_TEST(only_whole_addresses_are_read)
{
	uint8_t address[16];
	bool is_v6;
	static const char *const bad[] = { "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "::g", "1.2.3.4 ", "[::1]" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_msg(!address_parse(sv_cstr(bad[i]), address, &is_v6), "%s", bad[i]);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("address");
	TCase *t = tcase_create("address");
	tcase_add_test(t, special_ranges_are_refused_up_to_their_borders);
	tcase_add_test(t, their_neighbours_are_public);
	tcase_add_test(t, only_listed_exceptions_are_allowed);
	tcase_add_test(t, only_whole_addresses_are_read);
	suite_add_tcase(s, t);
	return suite_run(s);
}
