#include "db/db.h"

#include <errno.h>
#include <libpq-fe.h>
#include <poll.h>
#include <string.h>

#include "base/err.h"
#include "base/limits.h"
#include "db/value.h"

#define CALL_MS 10000
#define STATEMENTS_MAX 1024
#define FIELDS_MAX 64
#define PIPELINE_MAX 16

struct db {
	PGconn *conn;
	char *conninfo;
	bool is_prepared[STATEMENTS_MAX];
	struct {
		bool is_open, is_synced, is_broken;
		bool prepares[PIPELINE_MAX]; /* the statement's own answer follows that of its preparation */
		size_t sent, received;
	} pipeline;
	unsigned depth;      /* of nested transactions */
	bool must_roll_back; /* an inner one was not committed */
	struct buf params;
};

#define AUTO_RESULT __attribute__((cleanup(result_drop))) PGresult *

static void result_drop(PGresult **r)
{
	PQclear(*r);
	*r = NULL;
}

static struct sv last_message(const struct db *db)
{
	return sv_trim(sv_cstr(PQerrorMessage(db->conn)));
}

/* Notices are for a person at a console; libpq would print them on stderr, outside the log's form. */
static void ignore_notice(void *unused, const char *message)
{
	(void)unused;
	(void)message;
}

static int connect_now(struct db *db)
{
	PQfinish(db->conn);
	memset(db->is_prepared, 0, sizeof(db->is_prepared));
	memset(&db->pipeline, 0, sizeof(db->pipeline));
	db->depth = 0;
	db->must_roll_back = false;
	db->conn = PQconnectdb(db->conninfo);
	if (PQstatus(db->conn) != CONNECTION_OK)
		return ERR_NEW(-ENOTCONN, "connecting to PostgreSQL: " SV_FMT, SV_ARG(last_message(db)));
	(void)PQsetNoticeProcessor(db->conn, ignore_notice, NULL);
	if (PQsetClientEncoding(db->conn, "UTF8") != 0)
		return ERR_NEW(-EIO, "client encoding: " SV_FMT, SV_ARG(last_message(db)));
	return 0;
}

int db_open(const char *conninfo, struct db **ret)
{
	struct db *db = calloc(1, sizeof(*db));
	if (db == NULL || (db->conninfo = strdup(conninfo)) == NULL) {
		free(db);
		return ERR_NEW(-ENOMEM, "a database handle");
	}
	db->params.max = MIB(64);
	int r = connect_now(db);
	if (r < 0) {
		db_close(&db);
		return ERR_PASS(r);
	}
	*ret = db;
	return 0;
}

void db_close(struct db **db)
{
	if (*db == NULL)
		return;
	PQfinish((*db)->conn);
	buf_release(&(*db)->params);
	free((*db)->conninfo);
	free(*db);
	*db = NULL;
}

int db_ensure(struct db *db)
{
	bool usable = PQstatus(db->conn) == CONNECTION_OK && !db->pipeline.is_open && db->depth == 0 &&
	    PQtransactionStatus(db->conn) == PQTRANS_IDLE;
	if (usable)
		return 0;
	int r = connect_now(db);
	return r < 0 ? ERR_PASS(r) : 0;
}

int db_socket(const struct db *db)
{
	return PQsocket(db->conn);
}

/* What a failed result means to the caller: an outcome, or a fatal error with the server's words. */
static int outcome_of(struct db *db, const PGresult *res, const char *what)
{
	static const struct {
		struct sv state;
		int outcome;
	} known[] = {
		{ SV_INIT("23505"), DB_CONFLICT }, { SV_INIT("23P01"), DB_CONFLICT }, { SV_INIT("55P03"), DB_BUSY },
		{ SV_INIT("40P01"), DB_BUSY }, { SV_INIT("40001"), DB_BUSY }, { SV_INIT("57014"), DB_BUSY },
		{ SV_INIT("23503"), DB_REFUSED }, { SV_INIT("23514"), DB_REFUSED }, { SV_INIT("42501"), DB_REFUSED },
	};
	struct sv state = sv_cstr(PQresultErrorField(res, PG_DIAG_SQLSTATE));
	(void)ERR_NEW(-EIO, "%s: " SV_FMT " [" SV_FMT "]", what, SV_ARG(last_message(db)), SV_ARG(state));
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (sv_eq(state, known[i].state))
			return known[i].outcome;
	return -EIO;
}

/* Waits until the whole answer is in, at most CALL_MS; a late one is cancelled, which the server then reports. */
static int wait_for_answer(struct db *db)
{
	int64_t until = clock_ticks() + (int64_t)CALL_MS * 1000;
	bool cancelled = false;
	while (PQisBusy(db->conn) != 0) {
		struct pollfd p = { .fd = PQsocket(db->conn), .events = POLLIN };
		int64_t left = (until - clock_ticks()) / 1000;
		if (left <= 0) {
			char why[256];
			PGcancel *cancel = cancelled ? NULL : PQgetCancel(db->conn);
			if (cancel == NULL)
				return ERR_NEW(-ETIMEDOUT, "no answer from PostgreSQL");
			(void)PQcancel(cancel, why, (int)sizeof(why));
			PQfreeCancel(cancel);
			cancelled = true;
			until = clock_ticks() + CLOCK_SECOND;
			continue;
		}
		if (poll(&p, 1, (int)left) < 0 && errno != EINTR)
			return ERR_NEW(-errno, "poll");
		if (PQconsumeInput(db->conn) == 0)
			return ERR_NEW(-ECONNRESET, "PostgreSQL: " SV_FMT, SV_ARG(last_message(db)));
	}
	return 0;
}

/* The next result and, after it, the NULL that ends a statement's results. */
static int take_result(struct db *db, PGresult **ret)
{
	int r = wait_for_answer(db);
	if (r < 0)
		return ERR_PASS(r);
	*ret = PQgetResult(db->conn);
	if (*ret == NULL)
		return ERR_NEW(-EPROTO, "no result: " SV_FMT, SV_ARG(last_message(db)));
	for (;;) {
		if ((r = wait_for_answer(db)) < 0)
			return ERR_PASS(r);
		AUTO_RESULT more = PQgetResult(db->conn);
		if (more == NULL)
			return 0;
	}
}

static int expect_command(struct db *db, const char *what)
{
	AUTO_RESULT res = NULL;
	int r = take_result(db, &res);
	if (r < 0)
		return ERR_PASS(r);
	ExecStatusType status = PQresultStatus(res);
	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ? 0 : outcome_of(db, res, what);
}

static int send_prepare(struct db *db, const struct db_statement *st)
{
	Oid oids[FIELDS_MAX] = { 0 };
	if (st->index >= STATEMENTS_MAX || st->n_in > FIELDS_MAX || st->n_out > FIELDS_MAX)
		return ERR_NEW(-E2BIG, "statement %s", st->name);
	for (size_t i = 0; i < st->n_in; i++)
		oids[i] = value_oid(st->in[i].type);
	if (PQsendPrepare(db->conn, st->name, st->sql, (int)st->n_in, oids) == 0)
		return ERR_NEW(-EIO, "prepare %s: " SV_FMT, st->name, SV_ARG(last_message(db)));
	return 0;
}

static int prepare(struct db *db, const struct db_statement *st)
{
	if (st->index < STATEMENTS_MAX && db->is_prepared[st->index])
		return 0;
	int r = send_prepare(db, st);
	if (r == 0)
		r = expect_command(db, st->name);
	if (r < 0)
		return ERR_PASS(r);
	db->is_prepared[st->index] = r == 0;
	return r;
}

static int send_prepared(struct db *db, const struct db_statement *st, const void *in)
{
	size_t at[FIELDS_MAX];
	const char *values[FIELDS_MAX];
	int lengths[FIELDS_MAX], formats[FIELDS_MAX];
	buf_clear(&db->params);
	buf_add_char(&db->params, '\0'); /* so that an empty text has an address */
	for (size_t i = 0; i < st->n_in; i++) {
		at[i] = db->params.n;
		bool is_null = !value_put(&db->params, &st->in[i], (const char *)in + st->in[i].offset);
		lengths[i] = is_null ? -1 : (int)(db->params.n - at[i]);
		formats[i] = 1;
	}
	if (db->params.failed)
		return ERR_NEW(-E2BIG, "parameters of %s", st->name);
	for (size_t i = 0; i < st->n_in; i++)
		values[i] = lengths[i] < 0 ? NULL : db->params.p + at[i];
	if (PQsendQueryPrepared(db->conn, st->name, (int)st->n_in, values, lengths, formats, 1) == 0)
		return ERR_NEW(-EIO, "%s: " SV_FMT, st->name, SV_ARG(last_message(db)));
	return 0;
}

static int read_row(struct arena *a, const struct db_statement *st, const PGresult *res, int row, char *to)
{
	for (size_t i = 0; i < st->n_out; i++) {
		const struct db_field *f = &st->out[i];
		void *p = to + f->offset;
		int col = (int)i;
		if (PQgetisnull(res, row, col)) {
			if (!value_null(f, p))
				return ERR_NEW(-EPROTO, "%s: NULL in column %s", st->name, f->name);
			continue;
		}
		struct sv bytes = { PQgetvalue(res, row, col), (size_t)PQgetlength(res, row, col) };
		if (PQftype(res, col) != value_oid(f->type) || !value_get(a, f, bytes, p))
			return ERR_NEW(-EPROTO, "%s: column %s is not of its declared type", st->name, f->name);
	}
	return 0;
}

static int read_rows(struct db *db, struct arena *a, const struct db_statement *st, const PGresult *res, struct db_rows *ret)
{
	ExecStatusType status = PQresultStatus(res);
	if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
		return outcome_of(db, res, st->name);
	if (st->shape == DB_SHAPE_NONE)
		return 0;
	if (PQnfields(res) != (int)st->n_out)
		return ERR_NEW(-EPROTO, "%s gives %d columns, not %zu", st->name, PQnfields(res), st->n_out);
	ret->n = (size_t)PQntuples(res);
	if (st->shape == DB_SHAPE_OPT && ret->n == 0)
		return DB_NONE;
	if (st->shape != DB_SHAPE_MANY && ret->n != 1)
		return ERR_NEW(-EPROTO, "%s gives %zu rows", st->name, ret->n);
	ret->v = arena_array(a, st->row_size, ret->n);
	for (size_t i = 0; i < ret->n; i++) {
		int r = read_row(a, st, res, (int)i, (char *)ret->v + i * st->row_size);
		if (r < 0)
			return ERR_PASS(r);
	}
	return 0;
}

int db_run(struct db *db, struct arena *a, const struct db_statement *st, const void *in, struct db_rows *ret)
{
	AUTO_RESULT res = NULL;
	*ret = (struct db_rows){ 0 };
	int r = prepare(db, st);
	if (r == 0)
		r = send_prepared(db, st, in);
	if (r == 0)
		r = take_result(db, &res);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	return read_rows(db, a, st, res, ret);
}

int db_send(struct db *db, const struct db_statement *st, const void *in)
{
	size_t i = db->pipeline.sent;
	if (i == PIPELINE_MAX || db->pipeline.is_synced)
		return ERR_NEW(-EINVAL, "%s: the pipeline is full or already being read", st->name);
	if (!db->pipeline.is_open && PQenterPipelineMode(db->conn) == 0)
		return ERR_NEW(-EIO, "pipeline: " SV_FMT, SV_ARG(last_message(db)));
	db->pipeline.is_open = true;
	db->pipeline.prepares[i] = st->index < STATEMENTS_MAX && !db->is_prepared[st->index];
	int r = db->pipeline.prepares[i] ? send_prepare(db, st) : 0;
	if (r == 0) {
		db->is_prepared[st->index] = true;
		db->pipeline.sent++;
		r = send_prepared(db, st, in);
	}
	return r < 0 ? ERR_PASS(r) : 0;
}

/* The last answer has been taken: the pipeline's end mark, and back to single calls. */
static int leave_pipeline(struct db *db)
{
	AUTO_RESULT res = NULL;
	int r = wait_for_answer(db);
	if (r < 0)
		return ERR_PASS(r);
	res = PQgetResult(db->conn);
	if (PQresultStatus(res) != PGRES_PIPELINE_SYNC || PQexitPipelineMode(db->conn) == 0)
		return ERR_NEW(-EPROTO, "leaving the pipeline: " SV_FMT, SV_ARG(last_message(db)));
	memset(&db->pipeline, 0, sizeof(db->pipeline));
	return 0;
}

int db_receive(struct db *db, struct arena *a, const struct db_statement *st, struct db_rows *ret)
{
	AUTO_RESULT res = NULL;
	*ret = (struct db_rows){ 0 };
	if (!db->pipeline.is_open || db->pipeline.is_broken || db->pipeline.received == db->pipeline.sent)
		return ERR_NEW(-EINVAL, "%s: nothing to receive", st->name);
	if (!db->pipeline.is_synced && PQpipelineSync(db->conn) == 0)
		return ERR_NEW(-EIO, "pipeline: " SV_FMT, SV_ARG(last_message(db)));
	db->pipeline.is_synced = true;
	int r = db->pipeline.prepares[db->pipeline.received++] ? expect_command(db, st->name) : 0;
	if (r == 0)
		r = take_result(db, &res);
	if (r == 0)
		r = read_rows(db, a, st, res, ret);
	if (r < 0 || (r > 0 && r != DB_NONE)) {
		db->pipeline.is_broken = true; /* db_ensure starts afresh */
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, "%s failed in a pipeline: " SV_FMT, st->name, SV_ARG(err_text()));
	}
	if (db->pipeline.received < db->pipeline.sent)
		return r;
	int left = leave_pipeline(db);
	return left < 0 ? ERR_PASS(left) : r;
}

static int command(struct db *db, const char *sql)
{
	if (PQsendQuery(db->conn, sql) == 0)
		return ERR_NEW(-EIO, "%s: " SV_FMT, sql, SV_ARG(last_message(db)));
	int r = expect_command(db, sql);
	return r < 0 ? ERR_PASS(r) : r;
}

int db_begin(struct db *db, struct db_transaction *t)
{
	if (db->depth == 0) {
		int r = command(db, "BEGIN");
		if (r != 0)
			return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, "BEGIN: " SV_FMT, SV_ARG(err_text()));
	}
	db->depth++;
	t->db = db;
	return 0;
}

int db_commit(struct db_transaction *t)
{
	struct db *db = t->db;
	if (db->depth == 1) {
		if (db->must_roll_back)
			return ERR_NEW(-ECANCELED, "a part of the transaction was rolled back");
		int r = command(db, "COMMIT");
		if (r != 0)
			return r < 0 ? ERR_PASS(r) : r;
	}
	db->depth--;
	t->db = NULL;
	return 0;
}

void db_end(struct db_transaction *t)
{
	struct db *db = t->db;
	if (db == NULL)
		return;
	t->db = NULL;
	db->must_roll_back = true;
	if (--db->depth > 0)
		return;
	db->must_roll_back = false;
	if (PQstatus(db->conn) == CONNECTION_OK && command(db, "ROLLBACK") != 0)
		(void)connect_now(db); /* nothing of it may stay open */
}

int db_listen(struct db *db, const char *channel)
{
	char sql[80];
	if (snprintf(sql, sizeof(sql), "LISTEN %s", channel) >= (int)sizeof(sql) || channel[strspn(channel, "abcdefghijklmnopqrstuvwxyz_")] != '\0')
		return ERR_NEW(-EINVAL, "channel %s", channel);
	int r = command(db, sql);
	return r < 0 ? ERR_PASS(r) : r;
}

int db_wait(struct db *db, int ms, bool *ret_woken)
{
	struct pollfd p = { .fd = PQsocket(db->conn), .events = POLLIN };
	*ret_woken = false;
	if (ms > 0 && poll(&p, 1, ms) < 0 && errno != EINTR)
		return ERR_NEW(-errno, "poll");
	if (PQconsumeInput(db->conn) == 0)
		return ERR_NEW(-ECONNRESET, "PostgreSQL: " SV_FMT, SV_ARG(last_message(db)));
	for (PGnotify *n; (n = PQnotifies(db->conn)) != NULL; PQfreemem(n))
		*ret_woken = true;
	return 0;
}

int db_script(struct db *db, const char *sql)
{
	int r = command(db, sql);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, SV_FMT, SV_ARG(err_text()));
	return 0;
}

static struct sv differing_field(struct arena *a, const struct db_field *f, Oid real, const char *real_name)
{
	if (real != value_oid(f->type))
		return arena_printf(a, "%s is declared with type oid %u, really %u", f->name, value_oid(f->type), real);
	if (real_name != NULL && !sv_eq(sv_cstr(real_name), sv_cstr(f->name)))
		return arena_printf(a, "column %s is really named %s", f->name, real_name);
	return SV_NONE;
}

int db_describe(struct db *db, struct arena *a, const struct db_statement *st, struct sv *ret_why)
{
	*ret_why = SV_NONE;
	int r = prepare(db, st);
	if (r < 0)
		return ERR_PASS(r);
	if (r > 0) {
		*ret_why = arena_sv(a, err_text());
		return 0;
	}
	if (PQsendDescribePrepared(db->conn, st->name) == 0)
		return ERR_NEW(-EIO, "describe %s", st->name);
	AUTO_RESULT res = NULL;
	if ((r = take_result(db, &res)) < 0)
		return ERR_PASS(r);
	/* ':none' may be a function called for what it does, whose empty result nobody reads. */
	if (PQnparams(res) != (int)st->n_in || (st->shape != DB_SHAPE_NONE && PQnfields(res) != (int)st->n_out))
		*ret_why = arena_printf(a, "%zu parameters and %zu columns declared, really %d and %d", st->n_in, st->n_out, PQnparams(res), PQnfields(res));
	for (size_t i = 0; i < st->n_in && ret_why->n == 0; i++)
		*ret_why = differing_field(a, &st->in[i], PQparamtype(res, (int)i), NULL);
	for (size_t i = 0; i < st->n_out && ret_why->n == 0; i++)
		*ret_why = differing_field(a, &st->out[i], PQftype(res, (int)i), PQfname(res, (int)i));
	return 0;
}
