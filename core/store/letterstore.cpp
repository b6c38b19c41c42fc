#include "core/store/letterstore.h"

#include "core/store/statement.h"

namespace kw {

namespace {

#define KW_LETTER                                                                                            \
    "SELECT l.id, l.account_id, l.state, l.message_id, l.subject, l.recipients, l.original, l.act, "         \
    "l.changed_at, l.not_before, l.attempts, l.error, l.outcome, "                                           \
    "(SELECT COUNT(*) FROM letter_revision r WHERE r.letter_id=l.id), l.kept_row, l.sent_row, "              \
    "l.header_hash "                                                                                         \
    "FROM letter l "

// The literal numbers below are LetterState's.
static_assert(int(LetterState::Writing) == 0 && int(LetterState::Waiting) == 1
              && int(LetterState::HandingOver) == 2 && int(LetterState::Uncertain) == 3
              && int(LetterState::Done) == 5 && int(LetterState::Refused) == 6);

} // namespace

LetterStore::LetterStore(Database &db)
    : m_db(db)
{
}

LetterId LetterStore::begin(AccountId account, const LetterDraft &draft, qint64 nowMs)
{
    Statement &write = m_db.prepared("INSERT INTO letter(account_id, message_id) VALUES(?,?) RETURNING id");
    write.bind(account, draft.messageId);
    const auto id = LetterId(write.next() ? write.integer(0) : 0);
    write.rewind();
    describe(id, draft, nowMs);
    addRevision(id, draft.draft, nowMs);
    m_db.changes().letters();
    return id;
}

void LetterStore::describe(LetterId id, const LetterDraft &draft, qint64 nowMs)
{
    m_db.prepared(
            "UPDATE letter SET subject=?2, recipients=?3, original=?4, act=?5, changed_at=?6 WHERE id=?1")
        .bind(id, draft.subject, draft.recipients, draft.original, draft.act, nowMs)
        .run();
    m_db.changes().letters();
}

void LetterStore::addRevision(LetterId id, const QByteArray &draft, qint64 nowMs)
{
    m_db.prepared("INSERT INTO letter_revision(letter_id, number, at, draft) SELECT ?1, "
                  "COALESCE((SELECT MAX(number) FROM letter_revision WHERE letter_id=?1), 0)+1, ?2, ?3")
        .bind(id, nowMs, qCompress(draft))
        .run();
}

bool LetterStore::revise(LetterId id, const LetterDraft &draft, qint64 nowMs)
{
    const auto now = letter(id);
    if (!now || now->state != LetterState::Writing || this->draft(id) == draft.draft)
        return false;
    describe(id, draft, nowMs);
    addRevision(id, draft.draft, nowMs);
    return true;
}

void LetterStore::setAccount(LetterId id, AccountId account)
{
    m_db.prepared("UPDATE letter SET account_id=?2 WHERE id=?1").bind(id, account).run();
    m_db.changes().letters();
}

QList<LetterRevision> LetterStore::revisions(LetterId id) const
{
    QList<LetterRevision> out;
    Statement &query
        = m_db.prepared("SELECT number, at FROM letter_revision WHERE letter_id=? ORDER BY number");
    query.bind(id);
    while (query.next())
        out.append({int(query.integer(0)), query.integer(1)});
    return out;
}

QByteArray LetterStore::draft(LetterId id, int revision) const
{
    Statement &query
        = m_db.prepared("SELECT draft FROM letter_revision WHERE letter_id=?1 AND (?2=0 OR number=?2) "
                        "ORDER BY number DESC LIMIT 1");
    query.bind(id, revision);
    const QByteArray draft = query.next() ? qUncompress(query.blob(0)) : QByteArray();
    query.rewind();
    return draft;
}

void LetterStore::putPart(LetterId id, const QByteArray &hash, const QByteArray &data)
{
    m_db.prepared("INSERT OR IGNORE INTO letter_part(letter_id, hash, data) VALUES(?,?,?)")
        .bind(id, hash, data)
        .run();
}

QByteArray LetterStore::part(LetterId id, const QByteArray &hash) const
{
    Statement &query = m_db.prepared("SELECT data FROM letter_part WHERE letter_id=? AND hash=?");
    query.bind(id, hash);
    const QByteArray data = query.next() ? query.blob(0) : QByteArray();
    query.rewind();
    return data;
}

void LetterStore::thin(LetterId id, int kept)
{
    m_db.prepared("DELETE FROM letter_revision WHERE letter_id=?1 AND number <= (SELECT MAX(number) FROM "
                  "letter_revision WHERE letter_id=?1)-?2 AND number NOT IN (SELECT MAX(number) FROM "
                  "letter_revision "
                  "WHERE letter_id=?1 GROUP BY at/60000)")
        .bind(id, kept)
        .run();
}

void LetterStore::remove(LetterId id)
{
    m_db.prepared("DELETE FROM letter_revision WHERE letter_id=?").bind(id).run();
    m_db.prepared("DELETE FROM letter_text WHERE letter_id=?").bind(id).run();
    m_db.prepared("DELETE FROM letter_part WHERE letter_id=?").bind(id).run();
    m_db.prepared("DELETE FROM letter WHERE id=?").bind(id).run();
    m_db.changes().letters();
}

bool LetterStore::queue(LetterId id, const QString &messageId, const LetterText &text, qint64 notBefore,
                        qint64 nowMs)
{
    const auto now = letter(id);
    if (!now || now->state != LetterState::Writing)
        return false;
    m_db.prepared("INSERT OR REPLACE INTO letter_text(letter_id, envelope, bytes, sent_copy) VALUES(?,?,?,?)")
        .bind(id, text.envelope, text.bytes, text.sentCopy)
        .run();
    m_db.prepared(
            "UPDATE letter SET state=1, not_before=?2, changed_at=?3, attempts=0, error=NULL, outcome=NULL, "
            "message_id=?4, header_hash=?5 WHERE id=?1")
        .bind(id, notBefore, nowMs, messageId, text.headerHash)
        .run();
    m_db.changes().letters();
    return true;
}

// What may have reached the server stays what it is: whoever writes it anew begins another letter.
bool LetterStore::takeBack(LetterId id, qint64 nowMs)
{
    Statement &write = m_db.prepared(
        "UPDATE letter SET state=0, not_before=0, error=NULL, header_hash=0, changed_at=?2 WHERE id=?1 AND "
        "state IN (1,6) RETURNING id");
    write.bind(id, nowMs);
    const bool taken = write.next();
    write.rewind();
    if (taken)
        m_db.prepared("DELETE FROM letter_text WHERE letter_id=?").bind(id).run();
    m_db.changes().letters();
    return taken;
}

QList<Letter> LetterStore::due(AccountId account, qint64 nowMs) const
{
    Statement &query = m_db.prepared(
        KW_LETTER "WHERE l.account_id=? AND l.state=1 AND l.not_before<=? ORDER BY l.not_before, l.id");
    query.bind(account, nowMs);
    return read(query);
}

qint64 LetterStore::nextDue(AccountId account, qint64 nowMs) const
{
    Statement &query
        = m_db.prepared("SELECT MIN(not_before) FROM letter WHERE account_id=? AND state=1 AND not_before>?");
    query.bind(account, nowMs);
    const qint64 due = query.next() ? query.integer(0) : 0;
    query.rewind();
    return due;
}

bool LetterStore::handOver(LetterId id, qint64 nowMs)
{
    Statement &write = m_db.prepared(
        "UPDATE letter SET state=2, changed_at=?2 WHERE id=?1 AND state=1 AND not_before<=?2 RETURNING id");
    write.bind(id, nowMs);
    const bool begun = write.next();
    write.rewind();
    m_db.changes().letters();
    return begun;
}

void LetterStore::conclude(LetterId id, const Conclusion &conclusion, qint64 nowMs)
{
    const bool again = conclusion.state == LetterState::Waiting;
    m_db.prepared("UPDATE letter SET state=?2, error=?3, outcome=?4, not_before=?5, attempts=attempts+?6, "
                  "changed_at=?7 WHERE id=?1")
        .bind(id, conclusion.state, conclusion.error, conclusion.outcome, conclusion.notBefore, again ? 1 : 0,
              nowMs)
        .run();
    m_db.changes().letters();
}

bool LetterStore::sendNow(LetterId id, qint64 nowMs)
{
    Statement &write = m_db.prepared("UPDATE letter SET state=1, not_before=0, attempts=0, error=NULL, "
                                     "changed_at=?2 WHERE id=?1 AND state IN (1,3,6) RETURNING id");
    write.bind(id, nowMs);
    const bool goes = write.next();
    write.rewind();
    m_db.changes().letters();
    return goes;
}

void LetterStore::explain(LetterId id, const QString &why)
{
    m_db.prepared("UPDATE letter SET error=?2 WHERE id=?1 AND state=1").bind(id, why).run();
    m_db.changes().letters();
}

void LetterStore::forgetError(LetterId id)
{
    m_db.prepared("UPDATE letter SET error=NULL WHERE id=? AND state=5").bind(id).run();
    m_db.changes().letters();
}

void LetterStore::setKeptRow(LetterId id, MessageId row)
{
    m_db.prepared("UPDATE letter SET kept_row=?2 WHERE id=?1").bind(id, row).run();
    m_db.changes().letters();
}

void LetterStore::setSentRow(LetterId id, MessageId row)
{
    m_db.prepared("UPDATE letter SET sent_row=?2 WHERE id=?1").bind(id, row).run();
    m_db.changes().letters();
}

QList<Letter> LetterStore::withSentRow() const
{
    return read(m_db.prepared(KW_LETTER "WHERE l.state=5 AND l.sent_row<>0 ORDER BY l.id"));
}

std::optional<Letter> LetterStore::byKeptRow(MessageId row) const
{
    Statement &query = m_db.prepared(KW_LETTER "WHERE l.kept_row=? ORDER BY l.id DESC LIMIT 1");
    query.bind(row);
    const auto found = read(query);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

bool LetterStore::serverKeepsSent(AccountId account) const
{
    return m_db.prepared("SELECT EXISTS(SELECT 1 FROM account WHERE id=? AND keeps_sent<>0)")
        .bind(account)
        .holds();
}

void LetterStore::setServerKeepsSent(AccountId account)
{
    m_db.prepared("UPDATE account SET keeps_sent=1 WHERE id=?").bind(account).run();
}

qint64 LetterStore::largestMessage(AccountId account) const
{
    Statement &query = m_db.prepared("SELECT largest_message FROM account WHERE id=?");
    query.bind(account);
    const qint64 octets = query.next() ? query.integer(0) : 0;
    query.rewind();
    return octets;
}

void LetterStore::setLargestMessage(AccountId account, qint64 octets)
{
    m_db.prepared("UPDATE account SET largest_message=?2 WHERE id=?1").bind(account, octets).run();
}

int LetterStore::interrupted(const QString &why, qint64 nowMs)
{
    int count = 0;
    Statement &write
        = m_db.prepared("UPDATE letter SET state=3, error=?, changed_at=? WHERE state=2 RETURNING id");
    write.bind(why, nowMs);
    while (write.next())
        ++count;
    m_db.changes().letters();
    return count;
}

std::optional<LetterText> LetterStore::text(LetterId id) const
{
    Statement &query
        = m_db.prepared("SELECT t.envelope, t.bytes, t.sent_copy, l.header_hash FROM letter_text t "
                        "JOIN letter l ON l.id=t.letter_id WHERE t.letter_id=?");
    query.bind(id);
    if (!query.next())
        return {};
    LetterText text{query.blob(1), query.blob(2), query.blob(0), quint64(query.integer(3))};
    query.rewind();
    return text;
}

std::optional<Letter> LetterStore::letter(LetterId id) const
{
    Statement &query = m_db.prepared(KW_LETTER "WHERE l.id=?");
    query.bind(id);
    const auto found = read(query);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<Letter> LetterStore::byMessageId(const QString &messageId) const
{
    Statement &query = m_db.prepared(KW_LETTER "WHERE l.message_id=? ORDER BY l.id DESC LIMIT 1");
    query.bind(messageId);
    const auto found = read(query);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

void LetterStore::setText(LetterId id, const LetterText &text)
{
    m_db.prepared("UPDATE letter_text SET envelope=?2, bytes=?3, sent_copy=?4 WHERE letter_id=?1")
        .bind(id, text.envelope, text.bytes, text.sentCopy)
        .run();
    m_db.prepared("UPDATE letter SET header_hash=?2 WHERE id=?1").bind(id, text.headerHash).run();
}

QList<AccountId> LetterStore::waitingAccounts() const
{
    QList<AccountId> out;
    Statement &query = m_db.prepared("SELECT DISTINCT account_id FROM letter WHERE state=1");
    while (query.next())
        out.append(AccountId(query.integer(0)));
    return out;
}

QList<Letter> LetterStore::inState(AccountId account, LetterState state) const
{
    Statement &query = m_db.prepared(KW_LETTER "WHERE l.account_id=? AND l.state=? ORDER BY l.id");
    query.bind(account, state);
    return read(query);
}

QList<Letter> LetterStore::drafts() const
{
    return read(m_db.prepared(KW_LETTER "WHERE l.state=0 ORDER BY l.changed_at DESC, l.id DESC"));
}

QList<Letter> LetterStore::outgoing() const
{
    return read(m_db.prepared(KW_LETTER "WHERE l.state IN (1,2,3,4,6) OR (l.state=5 AND l.error IS NOT NULL) "
                                        "ORDER BY l.id"));
}

void LetterStore::forgetDone(qint64 beforeMs)
{
    QList<LetterId> ids;
    Statement &query
        = m_db.prepared("SELECT id FROM letter WHERE state=5 AND error IS NULL AND changed_at<?");
    query.bind(beforeMs);
    while (query.next())
        ids.append(LetterId(query.integer(0)));
    for (const LetterId id : std::as_const(ids))
        remove(id);
}

QList<Letter> LetterStore::read(Statement &query) const
{
    QList<Letter> out;
    while (query.next()) {
        Letter letter;
        letter.id = LetterId(query.integer(0));
        letter.account = AccountId(query.integer(1));
        letter.state = LetterState(query.integer(2));
        letter.messageId = query.text(3);
        letter.subject = query.text(4);
        letter.recipients = query.text(5);
        letter.original = MessageId(query.integer(6));
        letter.act = int(query.integer(7));
        letter.changedAt = query.integer(8);
        letter.notBefore = query.integer(9);
        letter.attempts = int(query.integer(10));
        letter.error = query.text(11);
        letter.outcome = query.blob(12);
        letter.revisions = int(query.integer(13));
        letter.keptRow = MessageId(query.integer(14));
        letter.sentRow = MessageId(query.integer(15));
        letter.headerHash = quint64(query.integer(16));
        out.append(letter);
    }
    return out;
}

} // namespace kw
