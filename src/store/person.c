#include "store/person.h"

#include "base/err.h"

#define SESSIONS_KEPT 5

static int add_link(struct db *db, const struct actor *who, struct sv kind, int64_t person_id, struct sv token_hash, int64_t expires)
{
	int r = q_invitation_add(db, &(struct q_invitation_add_in){ .token_hash = token_hash, .kind = kind, .person_id = person_id, .created_by = who->person_id, .expires = expires });
	return r < 0 ? ERR_PASS(r) : r;
}

int person_invite(struct db *db, struct arena *a, const struct actor *who, const struct person_invitation *in, int64_t *ret_id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_person_add person;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_person_add(db, a, &(struct q_person_add_in){ .email = in->email, .name = in->name, .role = in->role }, &person);
	if (r == DB_NONE)
		r = DB_CONFLICT;
	if (r == 0)
		r = add_link(db, who, SV("invitation"), *ret_id = person.id, in->token_hash, in->expires);
	if (r == 0)
		r = store_audit(db, a, who, SV("person.invite"), SV("person"), person.id, FACTS({ "email", in->email }, { "name", in->name }, { "role", in->role }));
	return store_end(&t, r);
}

int person_reset(struct db *db, struct arena *a, const struct actor *who, int64_t id, struct sv token_hash, int64_t expires)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_person person;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_person_by_id(db, a, &(struct q_person_by_id_in){ .id = id }, &person);
	if (r == 0)
		r = add_link(db, who, SV("reset"), id, token_hash, expires);
	if (r == 0)
		r = store_audit(db, a, who, SV("person.reset"), SV("person"), id, FACTS({ "email", person.email }));
	return store_end(&t, r);
}

int person_accept(struct db *db, struct arena *a, struct sv token_hash, struct sv password_hash, int64_t *ret_id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_invitation_take link;
	struct q_person person;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_invitation_take(db, a, &(struct q_invitation_take_in){ .token_hash = token_hash }, &link);
	if (r == 0)
		r = q_person_by_id(db, a, &(struct q_person_by_id_in){ .id = link.person_id }, &person);
	if (r == 0 && !person.is_active)
		r = DB_NONE;
	if (r == 0)
		r = person_set_password(db, a, &(struct actor){ person.id, person.name }, person.id, password_hash, SV("")) != 0 ? DB_REFUSED : 0;
	if (r == 0)
		*ret_id = person.id;
	return store_end(&t, r);
}

int person_set_password(struct db *db, struct arena *a, const struct actor *who, int64_t id, struct sv password_hash, struct sv keep_session)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_person_set_password row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_person_set_password(db, a, &(struct q_person_set_password_in){ .id = id, .password_hash = password_hash }, &row);
	if (r == 0)
		r = q_session_end_others(db, &(struct q_session_end_others_in){ .person_id = id, .token_hash = keep_session });
	if (r == 0)
		r = store_audit(db, a, who, SV("person.password"), SV("person"), id, NULL, 0);
	return store_end(&t, r);
}

int person_change(struct db *db, struct arena *a, const struct actor *who, const struct person_change *in)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_person before;
	struct q_person_edit row;
	if (who->person_id == in->id)
		return STORE_DENIED; /* nobody locks themselves out */
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_person_by_id(db, a, &(struct q_person_by_id_in){ .id = in->id }, &before);
	if (r != 0)
		return store_end(&t, r);
	r = q_person_edit(db, a, &(struct q_person_edit_in){ .id = in->id, .version = in->version, .name = in->name, .role = in->role, .is_active = in->is_active }, &row);
	if (r == DB_NONE)
		return STORE_STALE;
	if (r == 0)
		r = q_session_end_others(db, &(struct q_session_end_others_in){ .person_id = in->id, .token_hash = SV("") });
	if (r == 0)
		r = store_audit(db, a, who, SV("person.change"), SV("person"), in->id,
		    FACTS({ "role_before", before.role }, { "role", in->role }, { "name", in->name }, { "active", in->is_active ? SV("yes") : SV("no") }));
	return store_end(&t, r);
}

int person_sign_in(struct db *db, struct arena *a, const struct actor *who, const struct person_session *in)
{
	AUTO_TRANSACTION t = { 0 };
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_session_add(db, &(struct q_session_add_in){ .token_hash = in->token_hash, .person_id = who->person_id, .csrf = in->csrf, .expires = in->expires,
		    .address = in->address, .agent = in->agent });
	if (r == 0)
		r = q_session_trim(db, &(struct q_session_trim_in){ .person_id = who->person_id, .keep = SESSIONS_KEPT });
	if (r == 0)
		r = q_person_seen(db, &(struct q_person_seen_in){ .id = who->person_id });
	if (r == 0)
		r = store_audit(db, a, who, SV("session.start"), SV("person"), who->person_id, FACTS({ "address", in->address }));
	return store_end(&t, r);
}

int person_sign_out(struct db *db, struct arena *a, const struct actor *who, struct sv token_hash)
{
	AUTO_TRANSACTION t = { 0 };
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_session_end(db, &(struct q_session_end_in){ .token_hash = token_hash });
	if (r == 0)
		r = store_audit(db, a, who, SV("session.end"), SV("person"), who->person_id, NULL, 0);
	return store_end(&t, r);
}
