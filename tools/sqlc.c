/*
 * The SQL compiler: reads the files of sql/query and writes one header and one source file, so that every statement is a typed C
 * function and no other SQL text exists.
 *     sqlc OUT.h OUT.c HEADER-NAME FILE.sql...
 *
 *     -- Raises a flag.                                            comment, copied into the header
 *     -- name: claim_flag :opt (id int8, why text?) -> (id int8, version int4)
 *     UPDATE claim SET ... WHERE id = $id ... RETURNING id, version;
 *
 *     -- row: claim_line (id int8, wording text)                   a row type that several statements give: "-> claim_line"
 *
 * Shapes: `:none` gives nothing, `:one` exactly one row, `:opt` one or none, `:many` any number. '?' marks what may be NULL.
 * A parameter is written $name. A declaration may run over several comment lines.
 */
#include <stdarg.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/vec.h"

struct field {
	struct sv name, type;
	bool nullable;
};

struct row_type {
	struct sv name;
	VEC(struct field) fields;
};

struct query {
	struct sv name, shape, doc, sql, row_name;
	struct row_type in, out;
};

struct file {
	struct arena *a;
	const char *path;
	struct sv rest;
	int line;
};

static VEC(struct query) queries;
static VEC(struct row_type) rows;

static const struct {
	struct sv sql, c, id;
} types[] = {
	{ SV_INIT("bool"), SV_INIT("bool"), SV_INIT("DB_BOOL") },
	{ SV_INIT("int4"), SV_INIT("int32_t"), SV_INIT("DB_INT4") },
	{ SV_INIT("int8"), SV_INIT("int64_t"), SV_INIT("DB_INT8") },
	{ SV_INIT("float8"), SV_INIT("double"), SV_INIT("DB_FLOAT8") },
	{ SV_INIT("text"), SV_INIT("struct sv"), SV_INIT("DB_TEXT") },
	{ SV_INIT("bytea"), SV_INIT("struct sv"), SV_INIT("DB_BYTEA") },
	{ SV_INIT("jsonb"), SV_INIT("struct sv"), SV_INIT("DB_JSONB") },
	{ SV_INIT("timestamptz"), SV_INIT("int64_t"), SV_INIT("DB_TIMESTAMPTZ") },
	{ SV_INIT("date"), SV_INIT("int32_t"), SV_INIT("DB_DATE") },
	{ SV_INIT("int4[]"), SV_INIT("struct db_int4s"), SV_INIT("DB_INT4_ARRAY") },
	{ SV_INIT("int8[]"), SV_INIT("struct db_int8s"), SV_INIT("DB_INT8_ARRAY") },
	{ SV_INIT("float8[]"), SV_INIT("struct db_float8s"), SV_INIT("DB_FLOAT8_ARRAY") },
	{ SV_INIT("text[]"), SV_INIT("struct db_texts"), SV_INIT("DB_TEXT_ARRAY") },
};
#define TYPES_N (sizeof(types) / sizeof(*types))

static const struct {
	struct sv name, id;
} shapes[] = {
	{ SV_INIT(":none"), SV_INIT("DB_SHAPE_NONE") },
	{ SV_INIT(":one"), SV_INIT("DB_SHAPE_ONE") },
	{ SV_INIT(":opt"), SV_INIT("DB_SHAPE_OPT") },
	{ SV_INIT(":many"), SV_INIT("DB_SHAPE_MANY") },
};
#define SHAPES_N (sizeof(shapes) / sizeof(*shapes))

static void refuse(const struct file *f, const char *format, ...) __attribute__((format(printf, 2, 3), noreturn));
static void refuse(const struct file *f, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	(void)fprintf(stderr, "%s:%d: ", f->path, f->line);
	(void)vfprintf(stderr, format, args);
	(void)fputc('\n', stderr);
	va_end(args);
	exit(1);
}

static bool is_word(char c)
{
	return ascii_is_lower(c) || ascii_is_digit(c) || c == '_';
}

static struct sv take_word(struct sv *s)
{
	size_t n = 0;
	*s = sv_trim(*s);
	while (n < s->n && is_word(s->p[n]))
		n++;
	struct sv word = sv_sub(*s, 0, n);
	*s = sv_sub(*s, n, s->n);
	return word;
}

static bool take(struct sv *s, struct sv what)
{
	*s = sv_trim(*s);
	if (!sv_starts(*s, what))
		return false;
	*s = sv_sub(*s, what.n, s->n);
	return true;
}

static size_t type_index(struct sv sql)
{
	size_t i = 0;
	while (i < TYPES_N && !sv_eq(types[i].sql, sql))
		i++;
	return i;
}

/* "(id int8, why text?)"; absent is the empty list. */
static void read_fields(const struct file *f, struct sv *s, struct row_type *ret)
{
	if (!take(s, SV("(")) || take(s, SV(")")))
		return;
	do {
		struct field *field = VEC_PUSH(f->a, &ret->fields);
		field->name = take_word(s);
		field->type = take_word(s);
		if (take(s, SV("[]")))
			field->type = arena_printf(f->a, SV_FMT "[]", SV_ARG(field->type));
		field->nullable = take(s, SV("?"));
		if (field->name.n == 0 || type_index(field->type) == TYPES_N)
			refuse(f, "field '" SV_FMT "' has unknown type '" SV_FMT "'", SV_ARG(field->name), SV_ARG(field->type));
	} while (take(s, SV(",")));
	if (!take(s, SV(")")))
		refuse(f, "')' or ',' is missing before '" SV_FMT "'", SV_ARG(*s));
}

static struct sv next_line(struct file *f)
{
	struct sv line = SV_NONE;
	(void)sv_split(&f->rest, '\n', &line);
	f->line++;
	return line;
}

static size_t count_char(struct sv s, char c)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}

/* A declaration and the comment lines it runs on over: until its brackets are closed, or the next begins with "->". */
static struct sv read_declaration(struct file *f, struct sv first)
{
	struct sv whole = first;
	for (;;) {
		struct file look = *f;
		struct sv line = next_line(&look), more = sv_sub(line, 2, line.n);
		bool open = count_char(whole, '(') > count_char(whole, ')') || sv_ends(sv_trim(whole), SV("->"));
		if (!sv_starts(line, SV("--")) || !(open || sv_starts(sv_trim(more), SV("->")) || sv_starts(sv_trim(more), SV("("))))
			return whole;
		whole = arena_printf(f->a, SV_FMT " " SV_FMT, SV_ARG(whole), SV_ARG(more));
		*f = look;
	}
}

/* Replaces $name by $1, $2 ... in the order of declaration. */
static void number_parameters(const struct file *f, struct query *q, struct buf *out, struct sv sql)
{
	bool used[64] = { false };
	for (size_t i = 0; i < sql.n; i++) {
		buf_add_char(out, sql.p[i]);
		if (sql.p[i] != '$' || i + 1 == sql.n || !is_word(sql.p[i + 1]))
			continue;
		struct sv rest = sv_sub(sql, i + 1, sql.n), name = take_word(&rest);
		size_t at = 0;
		while (at < q->in.fields.n && !sv_eq(q->in.fields.v[at].name, name))
			at++;
		if (at == q->in.fields.n || at == sizeof(used))
			refuse(f, SV_FMT ": $" SV_FMT " is not declared", SV_ARG(q->name), SV_ARG(name));
		used[at] = true;
		buf_add_i64(out, (int64_t)at + 1);
		i += name.n;
	}
	for (size_t i = 0; i < q->in.fields.n; i++)
		if (!used[i])
			refuse(f, SV_FMT ": $" SV_FMT " is declared but not used", SV_ARG(q->name), SV_ARG(q->in.fields.v[i].name));
}

static void read_statement(struct file *f, struct query *q)
{
	AUTO_BUF text = BUF_INIT(KIB(16));
	AUTO_BUF sql = BUF_INIT(4000);
	for (bool done = false; !done;) {
		if (f->rest.p == NULL)
			refuse(f, SV_FMT " does not end with ';'", SV_ARG(q->name));
		struct sv line = sv_trim(next_line(f));
		if (sv_starts(line, SV("--")))
			refuse(f, SV_FMT ": a comment inside the statement", SV_ARG(q->name));
		done = sv_ends(line, SV(";"));
		buf_add(&text, done ? sv_sub(line, 0, line.n - 1) : line);
		if (!done)
			buf_add_char(&text, '\n');
	}
	number_parameters(f, q, &sql, buf_sv(&text));
	if (sql.failed || text.failed)
		refuse(f, SV_FMT " is longer than 4000 bytes", SV_ARG(q->name));
	q->sql = arena_sv(f->a, buf_sv(&sql));
}

static void read_query(struct file *f, struct sv declaration, struct sv doc)
{
	struct query *q = VEC_PUSH(f->a, &queries);
	size_t shape = 0;
	q->doc = doc;
	q->name = take_word(&declaration);
	while (shape < SHAPES_N && !take(&declaration, shapes[shape].name))
		shape++;
	if (shape == SHAPES_N)
		refuse(f, SV_FMT ": no shape (:none :one :opt :many)", SV_ARG(q->name));
	q->shape = shapes[shape].name;
	read_fields(f, &declaration, &q->in);
	if (take(&declaration, SV("->"))) {
		q->row_name = take_word(&declaration);
		if (q->row_name.n == 0)
			read_fields(f, &declaration, &q->out);
	}
	for (size_t i = 0; i < rows.n && q->row_name.n > 0; i++)
		if (sv_eq(rows.v[i].name, q->row_name))
			q->out = rows.v[i];
	if (sv_trim(declaration).n > 0)
		refuse(f, SV_FMT ": '" SV_FMT "' is not understood", SV_ARG(q->name), SV_ARG(declaration));
	if ((shape == 0) != (q->out.fields.n == 0))
		refuse(f, SV_FMT ": " SV_FMT " and its columns do not go together", SV_ARG(q->name), SV_ARG(q->shape));
	read_statement(f, q);
}

static void read_row_type(struct file *f, struct sv declaration)
{
	struct row_type *row = VEC_PUSH(f->a, &rows);
	row->name = take_word(&declaration);
	read_fields(f, &declaration, row);
	if (row->name.n == 0 || row->fields.n == 0 || sv_trim(declaration).n > 0)
		refuse(f, "a row type is written '-- row: name (column type, ...)'");
}

/* Row types are read first, from all files, so that their order does not matter. */
static void read_file(struct arena *a, const char *path, struct sv text, bool want_rows)
{
	struct file f = { .a = a, .path = path, .rest = text };
	struct sv doc = SV_NONE;
	while (f.rest.p != NULL) {
		struct sv line = next_line(&f);
		bool is_row = take(&line, SV("-- row:")), is_query = !is_row && take(&line, SV("-- name:"));
		if (is_row || is_query)
			line = read_declaration(&f, line);
		if (is_row && want_rows)
			read_row_type(&f, line);
		else if (is_query && !want_rows)
			read_query(&f, line, doc);
		else if (!is_query && !is_row && take(&line, SV("--"))) {
			doc = doc.n == 0 ? sv_trim(line) : arena_printf(a, SV_FMT "\n * " SV_FMT, SV_ARG(doc), SV_ARG(sv_trim(line)));
			continue;
		}
		doc = SV_NONE;
	}
}

static struct sv slurp(struct arena *a, const char *path)
{
	AUTO_BUF b = BUF_INIT(MIB(4));
	char part[4096];
	FILE *f = fopen(path, "r");
	if (f == NULL) {
		perror(path);
		exit(1);
	}
	for (size_t n; (n = fread(part, 1, sizeof(part), f)) > 0;)
		buf_add(&b, (struct sv){ part, n });
	(void)fclose(f);
	return arena_sv(a, buf_sv(&b));
}

static void write_struct(struct buf *out, struct sv name, const char *suffix, const struct row_type *row)
{
	buf_addf(out, "struct q_" SV_FMT "%s {\n", SV_ARG(name), suffix);
	for (size_t i = 0; i < row->fields.n; i++) {
		const struct field *f = &row->fields.v[i];
		struct sv c = types[type_index(f->type)].c;
		buf_addf(out, "\t" SV_FMT " " SV_FMT ";%s\n", SV_ARG(c), SV_ARG(f->name), f->nullable ? " /* may be NULL */" : "");
	}
	buf_addf(out, "};\n");
}

static struct sv row_name(const struct query *q)
{
	return q->row_name.n > 0 ? q->row_name : q->name;
}

static void write_list_struct(struct buf *out, struct sv name)
{
	buf_addf(out, "struct q_" SV_FMT "_list {\n\tconst struct q_" SV_FMT " *v;\n\tsize_t n;\n};\n", SV_ARG(name), SV_ARG(name));
}

/* The typed function, or (verb "send" and "receive") its two halves in a pipeline. */
static void write_functions(struct buf *out, const struct query *q)
{
	struct sv n = q->name, row = row_name(q);
	bool many = sv_eq(q->shape, SV(":many")), none = sv_eq(q->shape, SV(":none"));
	const char *list = many ? "_list" : "";
	AUTO_BUF in = BUF_INIT(256);
	if (q->in.fields.n > 0)
		buf_addf(&in, ", const struct q_" SV_FMT "_in *in", SV_ARG(n));
	struct sv arg = q->in.fields.n > 0 ? SV("in") : SV("NULL");
	if (q->doc.n > 0)
		buf_addf(out, "/* " SV_FMT " */\n", SV_ARG(q->doc));
	if (none) {
		buf_addf(out, "static inline int q_" SV_FMT "(struct db *db" SV_FMT ")\n{\n\tstruct db_rows rows;\n", SV_ARG(n), SV_ARG(buf_sv(&in)));
		buf_addf(out, "\treturn db_run(db, NULL, &query_list[QUERY_" SV_FMT "], " SV_FMT ", &rows);\n}\n", SV_ARG(n), SV_ARG(arg));
		return;
	}
	AUTO_BUF give = BUF_INIT(512);
	if (many)
		buf_addf(&give, "\t*ret = (struct q_" SV_FMT "_list){ rows.v, rows.n };\n\treturn r;\n}\n", SV_ARG(row));
	else
		buf_addf(&give, "\tif (r == 0)\n\t\t*ret = *(const struct q_" SV_FMT " *)rows.v;\n\treturn r;\n}\n", SV_ARG(row));
	buf_addf(out, "static inline int q_" SV_FMT "(struct db *db, struct arena *a" SV_FMT ", struct q_" SV_FMT "%s *ret)\n{\n\tstruct db_rows rows;\n",
	    SV_ARG(n), SV_ARG(buf_sv(&in)), SV_ARG(row), list);
	buf_addf(out, "\tint r = db_run(db, a, &query_list[QUERY_" SV_FMT "], " SV_FMT ", &rows);\n" SV_FMT, SV_ARG(n), SV_ARG(arg), SV_ARG(buf_sv(&give)));
	buf_addf(out, "static inline int q_" SV_FMT "_send(struct db *db" SV_FMT ")\n{\n\treturn db_send(db, &query_list[QUERY_" SV_FMT "], " SV_FMT ");\n}\n",
	    SV_ARG(n), SV_ARG(buf_sv(&in)), SV_ARG(n), SV_ARG(arg));
	buf_addf(out, "static inline int q_" SV_FMT "_receive(struct db *db, struct arena *a, struct q_" SV_FMT "%s *ret)\n{\n\tstruct db_rows rows;\n",
	    SV_ARG(n), SV_ARG(row), list);
	buf_addf(out, "\tint r = db_receive(db, a, &query_list[QUERY_" SV_FMT "], &rows);\n" SV_FMT, SV_ARG(n), SV_ARG(buf_sv(&give)));
}

static void write_header(struct buf *out)
{
	buf_addf(out, "#ifndef STORE_QUERY_H\n#define STORE_QUERY_H\n"
	    "/* Made by tools/sqlc from sql/query: do not edit. Each statement's parameters, rows and typed functions. */\n#include \"db/db.h\"\n\nenum query {\n");
	for (size_t i = 0; i < queries.n; i++)
		buf_addf(out, "\tQUERY_" SV_FMT ",\n", SV_ARG(queries.v[i].name));
	buf_addf(out, "\tQUERY_N\n};\n\nextern const struct db_statement query_list[QUERY_N];\n\n");
	for (size_t i = 0; i < rows.n; i++) {
		write_struct(out, rows.v[i].name, "", &rows.v[i]);
		write_list_struct(out, rows.v[i].name);
	}
	for (size_t i = 0; i < queries.n; i++) {
		const struct query *q = &queries.v[i];
		buf_add_char(out, '\n');
		if (q->in.fields.n > 0)
			write_struct(out, q->name, "_in", &q->in);
		if (q->out.fields.n > 0 && q->row_name.n == 0) {
			write_struct(out, q->name, "", &q->out);
			if (sv_eq(q->shape, SV(":many")))
				write_list_struct(out, q->name);
		}
		write_functions(out, q);
	}
	buf_addf(out, "#endif\n");
}

static void write_field_table(struct buf *out, struct sv name, const char *suffix, const struct row_type *row)
{
	if (row->fields.n == 0)
		return;
	buf_addf(out, "static const struct db_field " SV_FMT "%s[] = {\n", SV_ARG(name), *suffix == '\0' ? "_out" : suffix);
	for (size_t i = 0; i < row->fields.n; i++) {
		const struct field *f = &row->fields.v[i];
		buf_addf(out, "\t{ \"" SV_FMT "\", " SV_FMT ", %s, offsetof(struct q_" SV_FMT "%s, " SV_FMT ") },\n", SV_ARG(f->name),
		    SV_ARG(types[type_index(f->type)].id), f->nullable ? "true" : "false", SV_ARG(name), suffix, SV_ARG(f->name));
	}
	buf_addf(out, "};\n");
}

static void write_literal(struct buf *out, struct sv s)
{
	buf_add(out, SV("\t\t\""));
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n') {
			buf_add(out, SV("\\n\"\n\t\t\""));
			continue;
		}
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_add_char(out, '\\');
		buf_add_char(out, s.p[i]);
	}
	buf_add(out, SV("\""));
}

static void write_statement(struct buf *out, const struct query *q)
{
	struct sv shape = SV_NONE, row = row_name(q);
	for (size_t i = 0; i < SHAPES_N; i++)
		if (sv_eq(shapes[i].name, q->shape))
			shape = shapes[i].id;
	buf_addf(out, "\t[QUERY_" SV_FMT "] = { .name = \"" SV_FMT "\", .shape = " SV_FMT ", .index = QUERY_" SV_FMT ",\n", SV_ARG(q->name), SV_ARG(q->name),
	    SV_ARG(shape), SV_ARG(q->name));
	if (q->in.fields.n > 0)
		buf_addf(out, "\t\t.in = " SV_FMT "_in, .n_in = %zu,\n", SV_ARG(q->name), q->in.fields.n);
	if (q->out.fields.n > 0)
		buf_addf(out, "\t\t.out = " SV_FMT "_out, .n_out = %zu, .row_size = sizeof(struct q_" SV_FMT "),\n", SV_ARG(row), q->out.fields.n, SV_ARG(row));
	buf_addf(out, "\t\t.sql =\n");
	write_literal(out, q->sql);
	buf_addf(out, " },\n");
}

static void write_source(struct buf *out, const char *header)
{
	buf_addf(out, "/* Made by tools/sqlc from sql/query: do not edit. */\n#include \"%s\"\n\n#include <stddef.h>\n\n", header);
	for (size_t i = 0; i < rows.n; i++)
		write_field_table(out, rows.v[i].name, "", &rows.v[i]);
	for (size_t i = 0; i < queries.n; i++) {
		write_field_table(out, queries.v[i].name, "_in", &queries.v[i].in);
		if (queries.v[i].row_name.n == 0)
			write_field_table(out, queries.v[i].name, "", &queries.v[i].out);
	}
	buf_addf(out, "\nconst struct db_statement query_list[QUERY_N] = {\n");
	for (size_t i = 0; i < queries.n; i++)
		write_statement(out, &queries.v[i]);
	buf_addf(out, "};\n");
}

static int save(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "w");
	bool bad = f == NULL || b->failed || fwrite(b->p, 1, b->n, f) != b->n;
	if ((f != NULL && fclose(f) != 0) || bad) {
		perror(path);
		return 1;
	}
	return 0;
}

int main(int argc, char **argv)
{
	if (argc < 5) {
		(void)fputs("usage: sqlc OUT.h OUT.c HEADER-NAME FILE.sql...\n", stderr);
		return 2;
	}
	AUTO_ARENA a = arena_new(MIB(64));
	for (int pass = 0; pass < 2; pass++)
		for (int i = 4; i < argc; i++)
			read_file(a, argv[i], slurp(a, argv[i]), pass == 0);
	AUTO_BUF header = BUF_INIT(MIB(8));
	AUTO_BUF source = BUF_INIT(MIB(8));
	write_header(&header);
	write_source(&source, argv[3]);
	return save(argv[1], &header) != 0 || save(argv[2], &source) != 0;
}
