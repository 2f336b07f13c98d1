#include <check.h>

#include "base/buf.h"
#include "base/limits.h"
#include "dom/dom.h"
#include "dom/dom_dump.h"
#include "dom/html_parse.h"
#include "../lib/suite.h"

/* Parses in a fresh arena and compares the dump; the lines of `want` are given without "| ". */
static void check_tree(const char *html, const char *want)
{
	AUTO_ARENA a = arena_new(MIB(64));
	AUTO_BUF out = BUF_INIT(MIB(1));
	struct dom d;
	dom_parse(a, sv_cstr(html), &d);
	dom_dump(&d, &out);
	buf_add_char(&out, '\0');
	ck_assert_str_eq(out.p, want);
	for (dom_id i = 0; i < d.n; i++) {
		const struct dom_node *n = dom_at(&d, i);
		ck_assert_uint_gt(n->end, i);
		ck_assert(i == 0 || (n->parent < i && n->end <= dom_at(&d, n->parent)->end));
		ck_assert(n->first_child == DOM_NONE || n->first_child == i + 1);
		ck_assert(n->next == DOM_NONE || n->next == n->end);
	}
}

START_TEST(a_plain_page_gets_its_missing_tags)
{
	check_tree("<!doctype html><title>Flood &amp; fire</title><p class=lead id='x'>One<p>Two",
	    "| <!DOCTYPE html>\n| <html>\n|   <head>\n|     <title>\n|       \"Flood & fire\"\n|   <body>\n|     <p>\n"
	    "|       class=\"lead\"\n|       id=\"x\"\n|       \"One\"\n|     <p>\n|       \"Two\"");
}
END_TEST

START_TEST(crossed_formatting_is_adopted)
{
	check_tree("<i>a<div>b</i>c</div>", "| <html>\n|   <head>\n|   <body>\n|     <i>\n|       \"a\"\n|     <div>\n|       <i>\n"
					    "|         \"b\"\n|       \"c\"");
}
END_TEST

START_TEST(what_a_table_cannot_hold_goes_before_it)
{
	check_tree("<table>stray<tr><td>cell</table>", "| <html>\n|   <head>\n|   <body>\n|     \"stray\"\n|     <table>\n|       <tbody>\n"
						       "|         <tr>\n|           <td>\n|             \"cell\"");
}
END_TEST

START_TEST(script_text_is_no_markup)
{
	check_tree("<body><script>if (a<b) x('</p>')</script>t", "| <html>\n|   <head>\n|   <body>\n|     <script>\n"
								  "|       \"if (a<b) x('</p>')\"\n|     \"t\"");
}
END_TEST

START_TEST(foreign_names_keep_their_spelling)
{
	check_tree("<svg viewbox=1><lineargradient/></svg><p>", "| <html>\n|   <head>\n|   <body>\n|     <svg svg>\n|       viewBox=\"1\"\n"
								"|       <svg linearGradient>\n|     <p>");
}
END_TEST

START_TEST(lookups_find_attributes_tags_and_text)
{
	AUTO_ARENA a = arena_new(MIB(1));
	struct dom d;
	dom_parse(a, SV("<div A=1 b><p>x<script>no</script>y<p>z"), &d);
	dom_id div = dom_next_tag(&d, 0, 0, DOM_TAG_div);
	ck_assert(sv_eq(dom_attr(&d, div, SV("a")), SV("1")));
	ck_assert(dom_attr(&d, div, SV("b")).p != NULL && dom_attr(&d, div, SV("b")).n == 0);
	ck_assert_ptr_null(dom_attr(&d, div, SV("c")).p);
	ck_assert(sv_eq(dom_text(a, &d, div), SV("xyz")));
	dom_id p = dom_next_tag(&d, div, div, DOM_TAG_p);
	p = dom_next_tag(&d, div, p, DOM_TAG_p);
	ck_assert(sv_eq(dom_text(a, &d, p), SV("z")));
	ck_assert_uint_eq(dom_next_tag(&d, div, p, DOM_TAG_p), DOM_NONE);
}
END_TEST

START_TEST(a_fragment_is_parsed_in_its_context)
{
	AUTO_ARENA a = arena_new(MIB(1));
	struct dom d;
	html_parse_fragment(a, SV("<td>x"), SV("tr"), &d);
	ck_assert_uint_eq(d.n, 3);
	ck_assert(dom_is(&d, 1, DOM_TAG_td));
}
END_TEST

/* `n` copies of `piece`. */
static struct sv many(struct arena *a, struct sv piece, size_t n)
{
	AUTO_BUF b = BUF_INIT(MIB(8));
	for (size_t i = 0; i < n; i++)
		buf_add(&b, piece);
	return arena_sv(a, buf_sv(&b));
}

/* Deepest node of the tree. */
static unsigned depth_of(const struct dom *d)
{
	unsigned depth = 0, deepest = 0;
	for (dom_id i = 1, parent = 0; i < d->n; i++) {
		for (; parent != dom_at(d, i)->parent; parent = dom_at(d, parent)->parent)
			depth--;
		parent = i;
		if (++depth > deepest)
			deepest = depth;
	}
	return deepest;
}

START_TEST(hostile_sizes_meet_the_ceilings)
{
	static const struct {
		struct sv piece;
		size_t n;
	} pages[] = {
		{ SV_INIT("<div>"), 200000 },	    { SV_INIT("<b><p>"), 50000 },   { SV_INIT("<table><td>"), 20000 },
		{ SV_INIT("<ul><li>"), 20000 },     { SV_INIT("<a><div>"), 20000 }, { SV_INIT("<svg><x>"), 20000 },
		{ SV_INIT("<template>"), 20000 },   { SV_INIT("<b id=1></p><i>"), 20000 },
	};
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
		struct dom d;
		dom_parse(a, many(a, pages[i].piece, pages[i].n), &d);
		ck_assert_msg(d.is_cut, "%s", pages[i].piece.p);
		ck_assert_uint_le(d.n, LIMIT_DOM_NODES);
		ck_assert_uint_le(depth_of(&d), 3 * LIMIT_DOM_DEPTH);
	}
}
END_TEST

START_TEST(attributes_beyond_the_ceiling_are_left_out)
{
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	AUTO_BUF b = BUF_INIT(MIB(8));
	struct dom d;
	buf_add(&b, SV("<p"));
	for (int i = 0; i < 100000; i++)
		buf_addf(&b, " a%d=%d", i % 1000, i);
	buf_add(&b, SV(">t"));
	dom_parse(a, buf_sv(&b), &d);
	dom_id p = dom_next_tag(&d, 0, 0, DOM_TAG_p);
	ck_assert(d.is_cut);
	ck_assert_uint_eq(dom_at(&d, p)->n_attrs, LIMIT_DOM_ATTRIBUTES);
	ck_assert(sv_eq(dom_attr(&d, p, SV("a7")), SV("7")));
}
END_TEST

START_TEST(five_megabytes_of_less_than_are_one_text)
{
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	struct dom d;
	struct sv page = many(a, SV("<"), MIB(5));
	dom_parse(a, page, &d);
	ck_assert_uint_eq(d.n, 5);
	ck_assert_uint_eq(dom_at(&d, 4)->text.n, page.n);
	ck_assert(!d.is_cut);
}
END_TEST

int main(void)
{
	TCase *c = tcase_create("dom");
	tcase_add_test(c, a_plain_page_gets_its_missing_tags);
	tcase_add_test(c, crossed_formatting_is_adopted);
	tcase_add_test(c, what_a_table_cannot_hold_goes_before_it);
	tcase_add_test(c, script_text_is_no_markup);
	tcase_add_test(c, foreign_names_keep_their_spelling);
	tcase_add_test(c, lookups_find_attributes_tags_and_text);
	tcase_add_test(c, a_fragment_is_parsed_in_its_context);
	tcase_add_test(c, hostile_sizes_meet_the_ceilings);
	tcase_add_test(c, attributes_beyond_the_ceiling_are_left_out);
	tcase_add_test(c, five_megabytes_of_less_than_are_one_text);
	Suite *s = suite_create("dom");
	suite_add_tcase(s, c);
	return suite_run(s);
}
