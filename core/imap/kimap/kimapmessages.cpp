#include "core/imap/kimap/kimapmessages.h"

#include "core/imap/kimap/kimapfolders.h"
#include "core/imap/kimap/kimapvalues.h"

#include <KIMAP/FetchJob>
#include <KIMAP/SearchJob>
#include <KIMAP/Session>

#include <QCoreApplication>

namespace kw {

namespace {

// Beyond so many, UIDs are a guess ("all there may be"), and are looked up before they are asked for in
// slices.
constexpr quint64 MostBlindUids = 200'000;
constexpr qint64 OctetsPerFoundUid = 11;

using Session = std::shared_ptr<KimapSession>;
using Scope = KIMAP::FetchJob::FetchScope;
using Take = std::function<void(const KIMAP::Message &)>;
using Gone = std::function<void(const KIMAP::ImapSet &)>;

// One FETCH. Each record is handed out as it comes, so that KIMAP's heavy ones are gone soon.
struct Fetch {
    KIMAP::ImapSet set;
    Scope scope;
    bool uidBased = true;
    Take take;
    qint64 octets = 0; // expected of the largest answer
    Gone gone = {};
    bool gmail = false; // its numbers too
};

Task<Result<void>> run(Session session, Fetch fetch)
{
    auto *job = new KIMAP::FetchJob(session->kimap());
    job->setSequenceSet(fetch.set);
    job->setUidBased(fetch.uidBased);
    job->setScope(fetch.scope);
    job->setGmailExtensionsEnabled(fetch.gmail);
    QObject::connect(job, &KIMAP::FetchJob::messagesAvailable, session.get(),
                     [take = fetch.take](const QMap<qint64, KIMAP::Message> &some) {
                         for (const KIMAP::Message &m : some) {
                             if (isReal(m)) // an unsolicited FETCH overwrites the record; the caller asks
                                            // again for what is missing
                                 take(m);
                         }
                     });
    if (fetch.gone)
        QObject::connect(job, &KIMAP::FetchJob::messagesVanished, session.get(), fetch.gone);
    co_return co_await session->run(job, session->patience(fetch.octets));
}

Scope only(Scope::Mode mode, quint64 changedSince = 0)
{
    Scope scope;
    scope.mode = mode;
    scope.changedSince = changedSince;
    return scope;
}

// Without "12:*", which some servers say although there are newer messages.
UidSet closedRanges(const UidSet &uids)
{
    UidSet closed;
    for (const UidSet::Range &r : uids.ranges()) {
        if (r.last != LastUid)
            closed.addRange(r.first, r.last);
    }
    return closed;
}

// KIMAP takes NIL for a text of three letters. Servers say it for a message that has just gone (RFC
// 2180 4.1.2).
bool hasHead(const KIMAP::Message &m)
{
    return m.message && !m.message->head().isEmpty() && m.message->head().trimmed() != "NIL";
}

HeaderRecord toRecord(const KIMAP::Message &m)
{
    HeaderRecord record;
    record.uid = Uid(quint32(m.uid));
    record.size = quint32(std::clamp<qint64>(m.size, 0, LastUid));
    record.flags = fromKimapFlags(m.flags);
    if (m.message)
        record.digest = digestHeader(m.message->head());
    record.gmail.message = m.attributes.value("X-GM-MSGID").toByteArray().toULongLong();
    record.gmail.thread = m.attributes.value("X-GM-THRID").toByteArray().toULongLong();
    return record;
}

// UIDs that SEARCH results cannot hold in KIMAP. Hardly any mailbox has them, so this usually answers with
// nothing.
Task<Result<UidSet>> existingByFlags(Session session, UidSet among)
{
    const auto uids = std::make_shared<QList<quint32>>();
    Fetch fetch{toImapSet(among), only(Scope::Flags)};
    fetch.take = [uids](const KIMAP::Message &m) { uids->append(quint32(m.uid)); };
    const auto done = co_await run(session, fetch);
    if (!done)
        co_return done.error();
    co_return UidSet::of(*uids).intersected(among);
}

Task<Result<UidSet>> search(Session session, KIMAP::Term term, qint64 octets, bool *unreadable = nullptr)
{
    auto *job = new KIMAP::SearchJob(session->kimap());
    job->setUidBased(true);
    job->setTerm(term);
    const auto uids = std::make_shared<QList<quint32>>();
    QObject::connect(job, &KJob::result, session.get(), [job, uids, unreadable] {
        for (const qint64 uid : job->results()) {
            if (uid > 0 && uid <= qint64(LastUid))
                uids->append(quint32(uid));
            else if (unreadable)
                *unreadable = true;
        }
    });
    const auto done = co_await session->run(job, session->patience(octets));
    if (!done)
        co_return done.error();
    co_return UidSet::of(*uids);
}

// 1:4294967295 in slices would be two million commands.
Task<Result<UidSet>> worthAsking(Session session, UidSet uids, quint32 exists)
{
    if (uids.count() <= MostBlindUids)
        co_return uids;
    co_return co_await kimapExisting(session, uids, exists);
}

} // namespace

Task<Result<UidSet>> kimapExisting(Session session, UidSet among, quint32 exists)
{
    UidSet found;
    const UidSet high = among.intersected(UidSet::range(LastSearchable, LastUid));
    const QList<UidSet> commands = inCommandSizes(among.minus(high), AnyNumber);
    for (const UidSet &some : commands) {
        // The answer is one line, of which nothing shows before its end.
        const qint64 most = qint64(std::min<quint64>(some.count(), exists)) * OctetsPerFoundUid;
        const auto part = co_await search(session, KIMAP::Term(KIMAP::Term::Uid, toImapSet(some)), most);
        if (!part)
            co_return part.error();
        found = found.united(*part);
    }
    if (!high.isEmpty()) {
        const auto rest = co_await existingByFlags(session, high);
        if (!rest)
            co_return rest.error();
        found = found.united(*rest);
    }
    co_return found;
}

Task<Result<UidSet>> kimapArrivedSince(Session session, QDate day, quint32 exists)
{
    bool unreadable = false; // UIDs beyond 31 bits; what is left would not be the whole truth
    const auto found = co_await search(session, KIMAP::Term(KIMAP::Term::Since, day),
                                       qint64(exists) * OctetsPerFoundUid, &unreadable);
    if (found && unreadable)
        co_return Error{ErrorKind::Unsupported,
                        QCoreApplication::translate(
                            "kw::Imap", "The server's answer about recent messages cannot be read."),
                        {}};
    co_return found;
}

Task<Result<QList<HeaderRecord>>> kimapHeadersBySequence(Session session, quint32 first, quint32 last,
                                                         bool gmail)
{
    const auto records = std::make_shared<QList<HeaderRecord>>();
    Fetch fetch{KIMAP::ImapSet(first, last), only(Scope::Headers), false};
    fetch.gmail = gmail;
    fetch.take = [records](const KIMAP::Message &m) {
        if (hasHead(m))
            records->append(toRecord(m));
    };
    const auto done = co_await run(session, fetch);
    if (!done)
        co_return done.error();
    co_return *records;
}

Task<Result<QList<HeaderRecord>>> kimapHeaders(Session session, UidSet uids, quint32 exists, bool gmail)
{
    const auto asked = co_await worthAsking(session, uids, exists);
    if (!asked)
        co_return asked.error();
    const auto records = std::make_shared<QList<HeaderRecord>>();
    records->reserve(qsizetype(std::min<quint64>(asked->count(), 10'000)));
    const QList<UidSet> commands = inCommandSizes(*asked);
    for (const UidSet &some : commands) {
        Fetch fetch{toImapSet(some), only(Scope::Headers)};
        fetch.gmail = gmail;
        fetch.take = [records, some](const KIMAP::Message &m) {
            if (hasHead(m) && some.contains(quint32(m.uid)))
                records->append(toRecord(m));
        };
        const auto done = co_await run(session, fetch);
        if (!done)
            co_return done.error();
    }
    co_return *records;
}

Task<Result<QList<FlagRecord>>> kimapFlags(Session session, UidSet uids, quint64 changedSince, quint32 exists)
{
    // What changed since then is little, however large the set.
    if (changedSince == 0) {
        const auto asked = co_await worthAsking(session, uids, exists);
        if (!asked)
            co_return asked.error();
        uids = *asked;
    }
    const auto records = std::make_shared<QList<FlagRecord>>();
    const QList<UidSet> commands = changedSince != 0 ? inCommandSizes(uids, AnyNumber) : inCommandSizes(uids);
    for (const UidSet &some : commands) {
        Fetch fetch{toImapSet(some), only(Scope::Flags, changedSince)};
        fetch.take = [records, some](const KIMAP::Message &m) {
            if (some.contains(quint32(m.uid)))
                records->append({Uid(quint32(m.uid)), fromKimapFlags(m.flags), 0});
        };
        const auto done = co_await run(session, fetch);
        if (!done)
            co_return done.error();
    }
    co_return *records;
}

Task<Result<BoxChanges>> kimapChangesSince(Session session, quint64 modseq)
{
    KIMAP::ImapSet everything;
    everything.add(KIMAP::ImapInterval(1)); // "1:*"
    Fetch fetch{everything, only(Scope::Flags, modseq)};
    fetch.scope.qresync = true;
    const auto changes = std::make_shared<BoxChanges>();
    fetch.take = [changes](const KIMAP::Message &m) {
        changes->modified.append({Uid(quint32(m.uid)), fromKimapFlags(m.flags), 0});
    };
    fetch.gone = [changes](const KIMAP::ImapSet &set) { addVanished(set, changes->vanished); };
    const auto done = co_await run(session, fetch);
    if (!done)
        co_return done.error();
    // Dovecot and Cyrus tell a message that others marked and expunged as changed and then as gone.
    changes->modified.removeIf(
        [gone = closedRanges(changes->vanished)](const FlagRecord &r) { return gone.contains(raw(r.uid)); });
    co_return *changes;
}

Task<Result<RawMessage>> kimapFetchMessage(Session session, Uid uid)
{
    const UidSet one = UidSet::range(raw(uid), raw(uid));
    const auto message = std::make_shared<RawMessage>();
    const auto size = std::make_shared<qint64>(0);
    Fetch fetch{toImapSet(one), only(Scope::FullHeaders)};
    fetch.take = [message, size, uid](const KIMAP::Message &m) {
        if (m.uid != raw(uid) || !hasHead(m))
            return;
        message->header = m.message->head();
        *size = m.size;
    };
    const auto head = co_await run(session, fetch);
    if (!head)
        co_return head.error();
    fetch.scope = only(Scope::Content);
    fetch.scope.parts = {"TEXT"};
    fetch.octets = *size;
    const auto found = std::make_shared<bool>(false);
    fetch.take = [message, found, uid](const KIMAP::Message &m) {
        if (m.uid != raw(uid))
            return;
        *found = true;
        if (const auto part = m.parts.value("TEXT"))
            message->body = part->body() == "NIL" ? QByteArray() : part->body();
    };
    const auto text = co_await run(session, fetch);
    if (!text)
        co_return text.error();
    if (!*found || message->header.isEmpty())
        co_return Error{ErrorKind::NotFound,
                        QCoreApplication::translate("kw::Imap", "The message is no longer on the server."),
                        {}};
    co_return *message;
}

} // namespace kw
