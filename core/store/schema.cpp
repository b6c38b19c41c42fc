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

// The journal. action: what the person did, as the Changes panel lists it and undo needs it. op: one step
// each that a server must be told; it stands by itself, so it carries everything to find its message again
// (src_uid, which belongs to the source folder's uidvalidity, or header_hash). pending_keyword: tags that the
// server has not got yet (message.pending has its bit). vanished: messages that left with their bodies, for a
// while. folder.server_path: the name the server still knows it by (null: path). folder.state: see
// FolderState.
constexpr const char *Cache2 = R"sql(
DROP TABLE op;
CREATE TABLE action(
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind INTEGER NOT NULL, count INTEGER NOT NULL,
    detail TEXT, bits INTEGER NOT NULL DEFAULT 0, switched_on INTEGER NOT NULL DEFAULT 0,
    undone INTEGER NOT NULL DEFAULT 0, watches_flags INTEGER NOT NULL DEFAULT 0, dismissed INTEGER NOT NULL DEFAULT 0,
    error TEXT, items BLOB);
CREATE INDEX action_watching ON action(id) WHERE watches_flags=1;
CREATE TABLE op(
    id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL, action_id INTEGER NOT NULL, kind INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0, phase INTEGER NOT NULL DEFAULT 0, work_folder INTEGER NOT NULL,
    message_id INTEGER, source_id INTEGER, header_hash INTEGER NOT NULL DEFAULT 0,
    src_folder INTEGER, src_uid INTEGER, dest_folder INTEGER,
    after_id INTEGER, path_from TEXT, path_to TEXT,
    attempts INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL DEFAULT 0, error TEXT);
CREATE INDEX op_open ON op(account_id, id) WHERE state<2;
CREATE INDEX op_work ON op(work_folder, id) WHERE state<2;
CREATE INDEX op_destination ON op(dest_folder) WHERE state<2 AND dest_folder IS NOT NULL;
CREATE UNIQUE INDEX op_claim ON op(src_folder, src_uid) WHERE state<2 AND src_uid IS NOT NULL AND kind=1;
CREATE INDEX op_unbound ON op(src_folder, header_hash) WHERE state<2 AND src_uid IS NULL AND kind=1;
CREATE INDEX op_message ON op(message_id) WHERE message_id IS NOT NULL;
CREATE INDEX op_source ON op(source_id) WHERE source_id IS NOT NULL AND state<2;
CREATE INDEX op_after ON op(after_id) WHERE after_id IS NOT NULL;
CREATE INDEX op_action ON op(action_id);
CREATE TABLE pending_keyword(
    message_id INTEGER NOT NULL, keyword TEXT NOT NULL, wanted INTEGER NOT NULL, PRIMARY KEY(message_id, keyword)) WITHOUT ROWID;
CREATE TABLE vanished(
    id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL, folder_id INTEGER NOT NULL, folder_path TEXT NOT NULL,
    message_id INTEGER NOT NULL, at INTEGER NOT NULL, ours INTEGER NOT NULL, date INTEGER NOT NULL, flags INTEGER NOT NULL,
    keywords TEXT, size INTEGER NOT NULL, header_hash INTEGER NOT NULL, thread_id INTEGER NOT NULL, from_name TEXT, from_email TEXT, recipients TEXT, subject TEXT, preview TEXT,
    header BLOB NOT NULL, body BLOB NOT NULL);
CREATE INDEX vanished_at ON vanished(at);
CREATE INDEX vanished_message ON vanished(message_id);
DROP INDEX message_flagged;
CREATE INDEX message_flagged ON message(date DESC, id DESC, flags) WHERE hidden=0 AND (flags&4)<>0;
CREATE INDEX message_unsupplied ON message(folder_id) WHERE header_hash=0;
CREATE INDEX message_hidden ON message(folder_id) WHERE hidden<>0;
ALTER TABLE folder ADD COLUMN server_path TEXT;
ALTER TABLE folder ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
)sql";

// How far an action has come is read from the index alone.
constexpr const char *Cache3 = R"sql(
DROP INDEX op_action;
CREATE INDEX op_action ON op(action_id, state);
)sql";

// flags_on_way: marks were sent to the server and the answer has not come; it may have them or not.
constexpr const char *Cache4 = R"sql(
ALTER TABLE folder ADD COLUMN flags_on_way INTEGER NOT NULL DEFAULT 0;
)sql";

// gmail_id: X-GM-MSGID, 0 for mail that is not Gmail's.
constexpr const char *Cache5 = R"sql(
ALTER TABLE message ADD COLUMN gmail_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX message_gmail ON message(gmail_id) WHERE gmail_id<>0;
)sql";

// told_role: what the server says the folder is for, whatever the person made of it; -1: not heard yet.
// listed_since: older mail (seconds since the epoch) was left unlisted below low_uid; 0: nothing was.
constexpr const char *Cache6 = R"sql(
ALTER TABLE folder ADD COLUMN told_role INTEGER NOT NULL DEFAULT -1;
ALTER TABLE folder ADD COLUMN listed_since INTEGER NOT NULL DEFAULT 0;
)sql";

// What each server told of its room, when, and which step of fullness the person has been told of.
constexpr const char *Cache7 = R"sql(
CREATE TABLE quota(
    account_id INTEGER NOT NULL, root TEXT NOT NULL, resource TEXT NOT NULL, used INTEGER NOT NULL, most INTEGER NOT NULL,
    PRIMARY KEY(account_id, root, resource)) WITHOUT ROWID;
CREATE TABLE quota_asked(account_id INTEGER PRIMARY KEY, at INTEGER NOT NULL, told INTEGER NOT NULL DEFAULT 0);
)sql";

// Ids of folders are never used twice either: operations and actions speak of folders that have gone.
constexpr const char *Cache8 = R"sql(
CREATE TABLE folder_anew(
    id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL, path TEXT NOT NULL, separator TEXT, role INTEGER NOT NULL DEFAULT 0,
    selectable INTEGER NOT NULL DEFAULT 1, subscribed INTEGER NOT NULL DEFAULT 1, unsupported INTEGER NOT NULL DEFAULT 0,
    uidvalidity INTEGER NOT NULL DEFAULT 0, uidnext INTEGER NOT NULL DEFAULT 0, modseq INTEGER NOT NULL DEFAULT 0,
    low_uid INTEGER NOT NULL DEFAULT 0, server_total INTEGER NOT NULL DEFAULT 0, full_scan_at INTEGER NOT NULL DEFAULT 0,
    proven_at INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, unread INTEGER NOT NULL DEFAULT 0,
    server_path TEXT, state INTEGER NOT NULL DEFAULT 0, flags_on_way INTEGER NOT NULL DEFAULT 0,
    told_role INTEGER NOT NULL DEFAULT -1, listed_since INTEGER NOT NULL DEFAULT 0,
    UNIQUE(account_id, path));
INSERT INTO folder_anew SELECT id, account_id, path, separator, role, selectable, subscribed, unsupported, uidvalidity,
    uidnext, modseq, low_uid, server_total, full_scan_at, proven_at, total, unread, server_path, state, flags_on_way,
    told_role, listed_since FROM folder;
DROP TABLE folder;
ALTER TABLE folder_anew RENAME TO folder;
DELETE FROM sqlite_sequence WHERE name='folder';
INSERT INTO sqlite_sequence SELECT 'folder', MAX(used) FROM (
    SELECT 0 AS used UNION ALL SELECT id FROM folder UNION ALL SELECT work_folder FROM op UNION ALL
    SELECT src_folder FROM op UNION ALL SELECT dest_folder FROM op UNION ALL SELECT folder_id FROM vanished UNION ALL
    SELECT folder_id FROM message);
)sql";

constexpr const char *Cache9 = R"sql(
CREATE TABLE correspondent(email TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX correspondent_last ON correspondent(last DESC, email);
)sql";

// op.sent: the command that tells the server (counted in account.sent) and below it the source's UID; the
// server numbers what arrives in this order. pending_keyword.opposite: the server was known to have it the
// other way when the person changed it.
constexpr const char *Cache10 = R"sql(
ALTER TABLE account ADD COLUMN sent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE op ADD COLUMN sent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pending_keyword ADD COLUMN opposite INTEGER NOT NULL DEFAULT 0;
)sql";

// Drafts and what waits to be sent (LetterStore). Ids are never used twice: a window may still speak of a
// letter that has gone.
constexpr const char *Cache11 = R"sql(
CREATE TABLE letter(
    id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL, state INTEGER NOT NULL DEFAULT 0,
    message_id TEXT NOT NULL, subject TEXT, recipients TEXT, original INTEGER NOT NULL DEFAULT 0,
    act INTEGER NOT NULL DEFAULT 0, changed_at INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0, error TEXT, outcome BLOB);
CREATE INDEX letter_state ON letter(state, account_id, not_before);
CREATE INDEX letter_message ON letter(message_id);
CREATE TABLE letter_revision(
    id INTEGER PRIMARY KEY, letter_id INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL,
    draft BLOB NOT NULL);
CREATE UNIQUE INDEX letter_revision_number ON letter_revision(letter_id, number, at);
CREATE TABLE letter_text(
    letter_id INTEGER PRIMARY KEY, envelope BLOB NOT NULL, bytes BLOB NOT NULL, sent_copy BLOB);
)sql";

// A letter's copies among the account's mail: in the folder of drafts (kept_row) and in that of sent mail
// (sent_row). keeps_sent: the account's sending server stores the latter by itself. letter_part: what is
// large in a draft, once for all its revisions.
constexpr const char *Cache12 = R"sql(
ALTER TABLE letter ADD COLUMN kept_row INTEGER NOT NULL DEFAULT 0;
ALTER TABLE letter ADD COLUMN sent_row INTEGER NOT NULL DEFAULT 0;
ALTER TABLE letter ADD COLUMN header_hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN keeps_sent INTEGER NOT NULL DEFAULT 0;
CREATE TABLE letter_part(
    id INTEGER PRIMARY KEY, letter_id INTEGER NOT NULL, hash BLOB NOT NULL, data BLOB NOT NULL);
CREATE UNIQUE INDEX letter_part_hash ON letter_part(letter_id, hash);
)sql";

// Whom one writes to, as it is suggested: under which name, and how often. What older versions noted counts
// once; its names are found among the senders (knownPeople()).
constexpr const char *Cache13 = R"sql(
ALTER TABLE correspondent ADD COLUMN name TEXT;
ALTER TABLE correspondent ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
)sql";

// The largest message that the account's sending server takes, in octets, as it told last (RFC 1870).
constexpr const char *Cache14 = R"sql(
ALTER TABLE account ADD COLUMN largest_message INTEGER NOT NULL DEFAULT 0;
)sql";

// For finding mail. envelope: the addresses as text, which lists have no place for; whole: the message's
// whole header was seen (Cc, List-Id). index_feed: messages whose words changed or went since the index was
// brought up to date; new rows are not in it, for their ids grow. The indexes serve filters (FilteredKeys)
// and searches for marks (Searcher). message.traits, own_address, known_anew (addresses that older rows do
// not know of yet) and trait_walk (how far rows have been looked through, downwards): see Traits. The traits
// are no flags, because marking mail as read must not touch their indexes; the indexes of marks have all
// flags, which costs nothing more. orphan: answers that do not say what they answer (SubjectThreads), by
// their subject.
constexpr const char *Cache15 = R"sql(
CREATE TABLE envelope(
    message_id INTEGER PRIMARY KEY, recipients TEXT, cc TEXT, list TEXT, whole INTEGER NOT NULL DEFAULT 0);
CREATE TABLE index_feed(seq INTEGER PRIMARY KEY AUTOINCREMENT, message_id INTEGER NOT NULL);
CREATE TABLE orphan(
    message_id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, date INTEGER NOT NULL, sought INTEGER NOT NULL DEFAULT 0);
CREATE INDEX orphan_hash ON orphan(hash, date);
CREATE INDEX orphan_unsought ON orphan(date DESC, message_id) WHERE sought=0;
CREATE TRIGGER message_gone AFTER DELETE ON message BEGIN
    DELETE FROM envelope WHERE message_id=OLD.id;
    DELETE FROM orphan WHERE message_id=OLD.id;
    INSERT INTO index_feed(message_id) VALUES(OLD.id);
END;
CREATE TRIGGER message_words AFTER UPDATE OF subject, from_name, from_email, recipients, date, header_hash ON message BEGIN
    INSERT INTO index_feed(message_id) VALUES(NEW.id);
END;
ALTER TABLE message ADD COLUMN traits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE vanished ADD COLUMN traits INTEGER NOT NULL DEFAULT 0;
CREATE TABLE own_address(email TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE known_anew(email TEXT PRIMARY KEY, walking INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE trait_walk(trait INTEGER PRIMARY KEY, below INTEGER NOT NULL);
CREATE TRIGGER correspondent_new AFTER INSERT ON correspondent BEGIN
    INSERT OR IGNORE INTO known_anew(email) VALUES(NEW.email);
END;
INSERT INTO known_anew(email) SELECT email FROM correspondent;
DROP INDEX message_role_unread;
DROP INDEX message_flagged;
CREATE INDEX message_folder_unread ON message(folder_id, date DESC, id DESC, flags, traits) WHERE hidden=0 AND (flags&1)=0;
CREATE INDEX message_flagged ON message(date DESC, id DESC, flags, traits, folder_id, role) WHERE hidden=0 AND (flags&4)<>0;
CREATE INDEX message_folder_attached ON message(folder_id, date DESC, id DESC, flags, traits) WHERE hidden=0 AND (flags&65536)<>0;
CREATE INDEX message_to_me ON message(folder_id, date DESC, id DESC, traits) WHERE hidden=0 AND (traits&1)<>0;
CREATE INDEX message_known ON message(folder_id, date DESC, id DESC, traits) WHERE hidden=0 AND (traits&2)<>0;
CREATE INDEX message_folder_tagged ON message(keywords, folder_id, date DESC, id DESC) WHERE hidden=0 AND keywords IS NOT NULL;
CREATE INDEX message_answered ON message(date DESC, id DESC, folder_id, role) WHERE hidden=0 AND (flags&2)<>0;
CREATE INDEX message_tagged ON message(date DESC, id DESC) WHERE hidden=0 AND keywords IS NOT NULL;
CREATE INDEX message_large ON message(date DESC, id DESC, size) WHERE hidden=0 AND size>=100000;
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

// The index alone tells how much there is and what goes first.
constexpr const char *Bodies3 = R"sql(
DROP INDEX bodies.body_used;
CREATE INDEX bodies.body_used ON body(used_at, message_id, bytes);
)sql";

// What of a large message was left on the server (StoredBody::leftOut); of most texts, nothing. A table of
// its own, for a column behind the text would be read through the text.
constexpr const char *Bodies4 = R"sql(
CREATE TABLE bodies.partial(
    message_id INTEGER PRIMARY KEY, header_hash INTEGER NOT NULL, left_out BLOB NOT NULL);
CREATE TRIGGER bodies.body_gone AFTER DELETE ON body BEGIN DELETE FROM partial WHERE message_id=OLD.message_id; END;
)sql";

} // namespace

const char *cacheMigration(int from)
{
    switch (from) {
    case 0:
        return Cache1;
    case 1:
        return Cache2;
    case 2:
        return Cache3;
    case 3:
        return Cache4;
    case 4:
        return Cache5;
    case 5:
        return Cache6;
    case 6:
        return Cache7;
    case 7:
        return Cache8;
    case 8:
        return Cache9;
    case 9:
        return Cache10;
    case 10:
        return Cache11;
    case 11:
        return Cache12;
    case 12:
        return Cache13;
    case 13:
        return Cache14;
    case 14:
        return Cache15;
    default:
        return nullptr;
    }
}

const char *bodyMigration(int from)
{
    switch (from) {
    case 0:
        return Bodies1;
    case 1:
        return Bodies2;
    case 2:
        return Bodies3;
    case 3:
        return Bodies4;
    default:
        return nullptr;
    }
}

} // namespace kw
