#include "core/store/subjectthreads.h"

#include "core/store/basesubject.h"
#include "core/store/envelopes.h"
#include "core/store/messagerow.h"

#include <QMultiHash>

#include <algorithm>

namespace kw {

namespace {

constexpr qint64 Day = 86'400;
constexpr qint64 LongestPause = 30 * Day;
constexpr qint64 ClockSkew = 3600; // an answer may be dated a little before what it answers
constexpr int AtOnce = 200; // answers looked for in one walk
constexpr int Candidates = 50; // with one subject; more is no conversation between people
constexpr qint64 MostRows = 50'000; // of 60 days

QStringList emailsOf(const QList<Address> &to, const QList<Address> &cc)
{
    QStringList out;
    for (const auto &list : {to, cc}) {
        for (const Address &address : list) {
            if (!address.email.isEmpty())
                out.append(address.email.toLower());
        }
    }
    return out;
}

} // namespace

SubjectThreads::SubjectThreads(Database &db, ConversationStore &conversations)
    : m_db(db)
    , m_conversations(conversations)
{
}

bool SubjectThreads::answers(const Side &answer, const Side &original)
{
    if (answer.id == original.id || original.from.isEmpty() || answer.from == original.from
        || answer.date < original.date - ClockSkew || answer.date > original.date + LongestPause
        || !answer.to.contains(original.from))
        return false;
    return original.to.contains(answer.from)
        || std::ranges::any_of(answer.to, [&](const QString &to) { return original.to.contains(to); });
}

bool SubjectThreads::anyOrphan() const
{
    Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM orphan)");
    query.bind();
    return query.holds();
}

void SubjectThreads::arrived(const QList<NewRow> &rows)
{
    QList<std::pair<const NewRow *, quint64>> telling;
    telling.reserve(rows.size());
    for (const NewRow &row : rows) {
        if (row.digest->isBulk || row.digest->from.email.isEmpty())
            continue;
        const BaseSubject base = baseSubject(row.digest->subject);
        if (!base.isTelling)
            continue;
        telling.append({&row, base.hash});
        if (base.isReply && row.digest->references.isEmpty())
            m_db.prepared("INSERT INTO orphan(message_id, hash, date) VALUES(?,?,?)")
                .bind(row.id, base.hash, row.date)
                .run();
    }
    if (!anyOrphan())
        return;
    for (const auto &[row, hash] : std::as_const(telling))
        adopt(*row, hash);
}

// The original has come after its answers, or with them.
void SubjectThreads::adopt(const NewRow &original, quint64 hash)
{
    QList<MessageId> waiting;
    Statement &query = m_db.prepared("SELECT message_id FROM orphan WHERE hash=?1 AND date BETWEEN ?2 AND ?3 "
                                     "ORDER BY date, message_id LIMIT ?4");
    query.bind(hash, original.date - ClockSkew, original.date + LongestPause, Candidates);
    while (query.next())
        waiting.append(MessageId(query.integer(0)));
    if (waiting.isEmpty())
        return;
    const HeaderDigest &digest = *original.digest;
    const Side asked{original.id, original.date, digest.from.email.toLower(), emailsOf(digest.to, digest.cc)};
    for (const MessageId id : std::as_const(waiting)) {
        if (const auto answer = side(id); answer && answers(*answer, asked))
            join(id, original.id);
    }
}

bool SubjectThreads::join(MessageId answer, MessageId original)
{
    const auto a = storedMessage(m_db, answer);
    const auto o = storedMessage(m_db, original);
    if (!a || !o)
        return false;
    HeaderDigest link;
    link.messageIdHash = ownReference(*a);
    link.references = {ownReference(*o)};
    m_conversations.threadFor(link, a->thread);
    return true;
}

// Leads to the message's thread; its Message-ID is not kept.
quint64 SubjectThreads::ownReference(const StoredMessage &message)
{
    constexpr quint64 Spread = 0x9e3779b97f4a7c15; // so that it meets no hash of a Message-ID
    const quint64 reference = quint64(raw(message.id)) * Spread;
    m_db.prepared("INSERT OR IGNORE INTO thread_ref VALUES(?,?)").bind(reference, message.thread).run();
    return reference;
}

std::optional<SubjectThreads::Side> SubjectThreads::side(MessageId id) const
{
    Statement &query
        = m_db.prepared("SELECT m.date, m.from_email, e.recipients, e.cc FROM message m LEFT JOIN "
                        "envelope e ON e.message_id=m.id WHERE m.id=?");
    query.bind(id);
    if (!query.next())
        return {};
    Side side{id, query.integer(0), query.text(1).toLower(),
              emailsIn(query.text(2)) + emailsIn(query.text(3))};
    query.rewind();
    return side;
}

// The newest ones, and no more than lie within a month: their originals stand close together.
QList<SubjectThreads::Orphan> SubjectThreads::unsought() const
{
    QList<Orphan> orphans;
    Statement &query = m_db.prepared(
        "SELECT message_id, hash, date FROM orphan WHERE sought=0 ORDER BY date DESC, message_id LIMIT ?");
    query.bind(AtOnce);
    while (query.next()) {
        const Orphan orphan{MessageId(query.integer(0)), quint64(query.integer(1)), query.integer(2)};
        if (!orphans.isEmpty() && orphan.date < orphans.first().date - LongestPause)
            break;
        orphans.append(orphan);
    }
    query.rewind();
    return orphans;
}

bool SubjectThreads::seekSome()
{
    const QList<Orphan> orphans = unsought();
    if (orphans.isEmpty())
        return false;
    seek(orphans);
    for (const Orphan &orphan : orphans)
        m_db.prepared("UPDATE orphan SET sought=1 WHERE message_id=?").bind(orphan.id).run();
    return true;
}

// One walk over the mail before them, folder by folder.
void SubjectThreads::seek(const QList<Orphan> &orphans)
{
    QMultiHash<quint64, MessageId> wanted;
    for (const Orphan &orphan : orphans)
        wanted.insert(orphan.hash, orphan.id);
    QMultiHash<MessageId, MessageId> found; // originals that may be, by answer
    Statement &rows = m_db.prepared("SELECT m.id, m.subject FROM folder f JOIN message m INDEXED BY "
                                    "message_folder ON m.folder_id=f.id AND "
                                    "m.hidden=0 AND m.date BETWEEN ?1 AND ?2 LIMIT ?3");
    rows.bind(orphans.last().date - LongestPause, orphans.first().date + ClockSkew, MostRows);
    while (rows.next()) {
        const BaseSubject base = baseSubject(rows.text(1));
        if (!base.isTelling)
            continue;
        for (const MessageId answer : wanted.values(base.hash)) {
            if (found.count(answer) < Candidates)
                found.insert(answer, MessageId(rows.integer(0)));
        }
    }
    for (const Orphan &orphan : orphans) {
        const auto answer = side(orphan.id);
        for (const MessageId id : found.values(orphan.id)) {
            const auto original = side(id);
            if (answer && original && answers(*answer, *original) && join(orphan.id, id))
                m_conversations.refresh(storedMessage(m_db, id)->thread);
        }
    }
}

} // namespace kw
