#include <check.h>

#include "base/limits.h"
#include "text/encoding.h"
#include "../lib/suite.h"

START_TEST(labels_mean_encodings)
{
	ck_assert(sv_eq(encoding_of_label(SV(" Latin1\n")), SV("windows-1252")));
	ck_assert(sv_eq(encoding_of_label(SV("UTF8")), SV("utf-8")));
	ck_assert(sv_eq(encoding_of_label(SV("gb2312")), SV("gbk")));
	ck_assert_ptr_null(encoding_of_label(SV("utf8mb4")).p);
	ck_assert(sv_eq(encoding_label_in(SV("text/html; charset = \"koi8-r\"; x=y")), SV("koi8-r")));
	ck_assert(sv_eq(encoding_label_in(SV("text/html;charset=utf-8 ")), SV("utf-8")));
	ck_assert_ptr_null(encoding_label_in(SV("text/html")).p);
}
END_TEST

static const struct {
	struct sv page, header, name, text;
	size_t bad;
} pages[] = {
	/* BOM before header, header before everything else */
	{ SV_INIT("\xEF\xBB\xBF\xC3\xA9"), SV_INIT("text/html; charset=koi8-r"), SV_INIT("utf-8"), SV_INIT("é"), 0 },
	{ SV_INIT("<meta charset=utf-8>\xE9"), SV_INIT("text/html; charset=latin1"), SV_INIT("windows-1252"), SV_INIT("<meta charset=utf-8>é"), 0 },
	/* valid UTF-8 before a <meta> that lies */
	{ SV_INIT("<meta charset=koi8-r>\xC3\xA9"), SV_INIT(""), SV_INIT("utf-8"), SV_INIT("<meta charset=koi8-r>é"), 0 },
	{ SV_INIT("<meta http-equiv=content-type content='a; charset=iso-8859-2'>\xB1"), SV_INIT(""), SV_INIT("iso-8859-2"),
	    SV_INIT("<meta http-equiv=content-type content='a; charset=iso-8859-2'>ą"), 0 },
	{ SV_INIT("<?xml version='1.0' encoding='windows-1251'?>\xE4"), SV_INIT(""), SV_INIT("windows-1251"),
	    SV_INIT("<?xml version='1.0' encoding='windows-1251'?>д"), 0 },
	/* a <meta> in a comment or in a script's text does not count for the one in the head */
	{ SV_INIT("<!-- <meta charset=koi8-r> --><meta charset=gbk>\xD6\xD0"), SV_INIT(""), SV_INIT("gbk"),
	    SV_INIT("<!-- <meta charset=koi8-r> --><meta charset=gbk>中"), 0 },
	{ SV_INIT("\x93q\x94"), SV_INIT(""), SV_INIT("windows-1252"), SV_INIT("“q”"), 0 },
	{ SV_INIT("\xFF\xFEh\0i\0\x3D\xD8\x00\xDE"), SV_INIT(""), SV_INIT("utf-16le"), SV_INIT("hi😀"), 0 },
	{ SV_INIT("a\xFF" "b"), SV_INIT("a/b; charset=utf-8"), SV_INIT("utf-8"), SV_INIT("a\xEF\xBF\xBD" "b"), 1 },
	{ SV_INIT("\xA1"), SV_INIT("a/b; charset=iso-8859-6"), SV_INIT("iso-8859-6"), SV_INIT("\xEF\xBF\xBD"), 1 },
	{ SV_INIT("\xD8\x00"), SV_INIT("a/b; charset=utf-16be"), SV_INIT("utf-16be"), SV_INIT("\xEF\xBF\xBD"), 1 },
	{ SV_INIT("\x82\xA0"), SV_INIT("a/b; charset=Shift_JIS"), SV_INIT("shift_jis"), SV_INIT("あ"), 0 },
	{ SV_INIT("\xB0\xA1"), SV_INIT("a/b; charset=euc-kr"), SV_INIT("euc-kr"), SV_INIT("가"), 0 },
	{ SV_INIT("x"), SV_INIT("a/b; charset=iso-2022-cn"), SV_INIT("replacement"), SV_INIT("\xEF\xBF\xBD"), 1 },
	{ SV_INIT(""), SV_INIT(""), SV_INIT("windows-1252"), SV_INIT(""), 0 },
	{ SV_INIT("<meta charset="), SV_INIT(""), SV_INIT("windows-1252"), SV_INIT("<meta charset="), 0 },
};

START_TEST(a_page_is_decoded_by_what_says_most)
{
	AUTO_ARENA a = arena_new(MIB(1));
	struct sv name;
	size_t bad;
	struct sv text = encoding_to_utf8(a, pages[_i].page, pages[_i].header, &name, &bad);
	ck_assert_msg(sv_eq(name, pages[_i].name), "%d: " SV_FMT, _i, SV_ARG(name));
	ck_assert_msg(sv_eq(text, pages[_i].text), "%d: " SV_FMT, _i, SV_ARG(text));
	ck_assert_uint_eq(bad, pages[_i].bad);
}
END_TEST

START_TEST(the_prescan_reads_attributes_as_browsers_do)
{
	ck_assert(sv_eq(encoding_sniff(SV("<META/CONTENT='x;charset=koi8-r' HTTP-EQUIV = Content-Type>")), SV("koi8-r")));
	ck_assert(sv_eq(encoding_sniff(SV("<meta charset=utf-16>")), SV("utf-8")));
	ck_assert(sv_eq(encoding_sniff(SV("<a title='<meta charset=koi8-r>'>")), SV("windows-1252")));
	ck_assert(sv_eq(encoding_sniff(SV("<meta content='charset=koi8-r'>")), SV("windows-1252")));
}
END_TEST

int main(void)
{
	TCase *c = tcase_create("encoding");
	tcase_add_test(c, labels_mean_encodings);
	tcase_add_loop_test(c, a_page_is_decoded_by_what_says_most, 0, sizeof(pages) / sizeof(*pages));
	tcase_add_test(c, the_prescan_reads_attributes_as_browsers_do);
	Suite *s = suite_create("encoding");
	suite_add_tcase(s, c);
	return suite_run(s);
}
