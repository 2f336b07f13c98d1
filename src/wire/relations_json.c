#include "wire/relations_json.h"

/* Items stand by article, so a claim's index in its article is its distance from that article's first item. */
static void write_place(struct json_out *j, const struct compare_item *items, size_t i, bool is_one_article)
{
	size_t first = i;
	if (is_one_article) {
		json_out_i64(j, (int64_t)i);
		return;
	}
	while (first > 0 && items[first - 1].article == items[i].article)
		first--;
	json_out_array(j);
	json_out_i64(j, (int64_t)items[i].article);
	json_out_i64(j, (int64_t)(i - first));
	json_out_array_end(j);
}

void relations_json_write(struct json_out *j, const struct compare_item *items, size_t n, const struct compare_pairs *pairs)
{
	bool is_one_article = n == 0 || items[n - 1].article == 0;
	json_out_object(j);
	json_out_key(j, "pairs");
	json_out_array(j);
	for (size_t i = 0; i < pairs->n; i++) {
		const struct compare_pair *p = &pairs->v[i];
		json_out_object(j);
		json_out_key(j, "a");
		write_place(j, items, p->a, is_one_article);
		json_out_key(j, "b");
		write_place(j, items, p->b, is_one_article);
		json_out_key(j, "relation");
		json_out_sv(j, relation_name(p->is.relation));
		json_out_key(j, "why");
		json_out_sv(j, p->is.why);
		json_out_object_end(j);
	}
	json_out_array_end(j);
	json_out_object_end(j);
}
