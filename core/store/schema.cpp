#include "core/store/schema.h"

namespace kw {

namespace {

// message.thread_id is never null: a message without relatives is a thread of its own.
// thread_ref maps the hash of every Message-ID seen, own or referred to, to its thread; thread_alias forwards
// threads that were merged away. dirty_thread lists threads whose conversation rows are still to be made
// (bulk listing defers them).
constexpr const char *Cache1 = R"sql(
CREATE TABLE account(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE folder(
    id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, path TEXT NOT NULL, separator TEXT, role INTEGER NOT NULL DEFAULT 0,
    selectable INTEGER NOT NULL DEFAULT 1, subscribed INTEGER NOT NULL DEFAULT 1, unsupported INTEGER NOT NULL DEFAULT 0,
    uidvalidity INTEGER NOT NULL DEFAULT 0, uidnext INTEGER NOT NULL DEFAULT 0, modseq INTEGER NOT NULL DEFAULT 0,
    low_uid INTEGER NOT NULL DEFAULT 0, server_total INTEGER NOT NULL DEFAULT 0, full_scan_at INTEGER NOT NULL DEFAULT 0,
    proven_at INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, unread INTEGER NOT NULL DEFAULT 0,
    UNIQUE(account_id, path));
CREATE TABLE message(
    id INTEGER PRIMARY KEY AUTOINCREMENT, folder_id INTEGER NOT NULL, uid INTEGER, role INTEGER NOT NULL, date INTEGER NOT NULL,
    flags INTEGER NOT NULL, server_flags INTEGER NOT NULL, pending INTEGER NOT NULL DEFAULT 0, size INTEGER NOT NULL,
    header_hash INTEGER NOT NULL, thread_id INTEGER NOT NULL, hidden INTEGER NOT NULL DEFAULT 0, keywords TEXT,
    from_name TEXT, from_email TEXT, recipients TEXT, subject TEXT, preview TEXT);
CREATE UNIQUE INDEX message_uid ON message(folder_id, uid) WHERE uid IS NOT NULL;
CREATE INDEX message_unbound ON message(folder_id, header_hash) WHERE uid IS NULL;
CREATE INDEX message_folder ON message(folder_id, date DESC, id DESC) WHERE hidden=0;
CREATE INDEX message_role ON message(role, date DESC, id DESC) WHERE hidden=0 AND role>0;
CREATE INDEX message_role_unread ON message(role, date DESC, id DESC) WHERE hidden=0 AND role>0 AND (flags&1)=0;
CREATE INDEX message_flagged ON message(date DESC, id DESC) WHERE hidden=0 AND (flags&4)<>0;
CREATE INDEX message_pending ON message(folder_id) WHERE pending<>0;
CREATE INDEX message_thread ON message(thread_id, date);
CREATE TABLE thread_ref(msgid_hash INTEGER PRIMARY KEY, thread_id INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE thread_alias(thread_id INTEGER PRIMARY KEY, into_id INTEGER NOT NULL);
CREATE TABLE dirty_thread(thread_id INTEGER PRIMARY KEY);
CREATE TABLE conversation(
    view INTEGER NOT NULL, thread_id INTEGER NOT NULL, date INTEGER NOT NULL, count INTEGER NOT NULL, unread INTEGER NOT NULL,
    last_id INTEGER NOT NULL, PRIMARY KEY(view, thread_id)) WITHOUT ROWID;
CREATE INDEX conversation_date ON conversation(view, date DESC, thread_id DESC, count, unread, last_id);
CREATE TABLE op(
    id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, kind INTEGER NOT NULL, state INTEGER NOT NULL, message_id INTEGER,
    src_folder INTEGER, src_uid INTEGER, dest_folder INTEGER, witness TEXT, attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0, error TEXT);
CREATE UNIQUE INDEX op_source ON op(src_folder, src_uid) WHERE src_uid IS NOT NULL;
)sql";

constexpr const char *Bodies1 = R"sql(
CREATE TABLE bodies.body(
    message_id INTEGER PRIMARY KEY, bytes INTEGER NOT NULL, used_at INTEGER NOT NULL, header BLOB NOT NULL, text BLOB NOT NULL);
CREATE INDEX bodies.body_used ON body(used_at);
)sql";

// header_hash is the message's: after a crash this file may be newer than the cache, whose ids are then given
// out again, to other messages.
constexpr const char *Bodies2 = R"sql(
DROP TABLE bodies.body;
CREATE TABLE bodies.body(
    message_id INTEGER PRIMARY KEY, header_hash INTEGER NOT NULL, bytes INTEGER NOT NULL, used_at INTEGER NOT NULL,
    header BLOB NOT NULL, text BLOB NOT NULL);
CREATE INDEX bodies.body_used ON body(used_at);
)sql";

} // namespace

const char *cacheMigration(int from)
{
    return from == 0 ? Cache1 : nullptr;
}

const char *bodyMigration(int from)
{
    switch (from) {
    case 0:
        return Bodies1;
    case 1:
        return Bodies2;
    default:
        return nullptr;
    }
}

} // namespace kw
