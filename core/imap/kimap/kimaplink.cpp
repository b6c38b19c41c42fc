#include "core/imap/kimap/kimaplink.h"

#include "core/imap/kimap/kimaperrors.h"
#include "core/imap/kimap/kimapsession.h"
#include "core/imap/kimap/kimapvalues.h"
#include "core/imap/kimap/watchingidlejob.h"

#include <KIMAP/CapabilitiesJob>
#include <KIMAP/EnableJob>
#include <KIMAP/ListJob>
#include <KIMAP/SearchJob>
#include <KIMAP/SelectJob>
#include <KIMAP/Session>
#include <KIMAP/StatusJob>
#include <KIMAP/StoreJob>

#include <QCoreApplication>
#include <QTimer>

#include <limits>

namespace kw {

namespace {

using namespace Qt::StringLiterals;

// Shorter than the 29 minutes of RFC 2177: address translators forget silent connections, and each renewal
// proves that the server is still there.
constexpr int IdleRenewMs = 9 * 60'000;
constexpr quint32 LastUid = std::numeric_limits<quint32>::max();
// KIMAP reads SEARCH results into 31 bits.
constexpr quint32 LastSearchable = std::numeric_limits<qint32>::max();

class KimapLink final : public ImapLink
{
public:
    ~KimapLink() override { close(); }

    Task<Result<ServerFeatures>> open(LinkSettings settings, QString secret) override;
    void close() override;
    bool isOpen() const override { return m_session && m_session->isOpen(); }
    Task<Result<QList<ListedFolder>>> list() override;
    Task<Result<BoxStatus>> status(QString path) override;
    Task<Result<SelectedBox>> select(QString path, ResyncPoint from, bool readOnly) override;
    Task<Result<QList<HeaderRecord>>> headersBySequence(quint32 first, quint32 last) override;
    Task<Result<QList<HeaderRecord>>> headers(UidSet uids) override;
    Task<Result<QList<FlagRecord>>> flags(UidSet uids, quint64 changedSince) override;
    Task<Result<BoxChanges>> changesSince(quint64 modseq) override;
    Task<Result<UidSet>> existing(UidSet among) override;
    Task<Result<RawMessage>> fetchMessage(Uid uid) override;
    Task<Result<void>> addFlags(UidSet uids, MessageFlags flags) override { return store(uids, flags, true); }
    Task<Result<void>> removeFlags(UidSet uids, MessageFlags flags) override
    {
        return store(uids, flags, false);
    }
    Task<Result<IdleEnd>> idle() override;
    void interruptIdle() override;

private:
    using Take = std::function<void(const KIMAP::Message &)>;
    using Gone = std::function<void(const KIMAP::ImapSet &)>;

    KIMAP::Session *kimap() const { return m_session ? m_session->kimap() : nullptr; }
    // Hands out each record as it comes, so that KIMAP's heavy ones are gone soon.
    Task<Result<void>> fetch(KIMAP::ImapSet set, KIMAP::FetchJob::FetchScope scope, bool uidBased, Take take,
                             Gone gone = {});
    Task<Result<UidSet>> existingByFlags(UidSet among);
    Task<Result<void>> store(UidSet uids, MessageFlags flags, bool add);

    std::shared_ptr<KimapSession> m_session; // coroutines hold it too, so that it outlives what they await
    ServerFeatures m_features;
    QPointer<WatchingIdleJob> m_idle;
    bool m_idleInterrupted = false;
};

Error notOpen()
{
    return closedError();
}

HeaderRecord toRecord(const KIMAP::Message &m)
{
    HeaderRecord record;
    record.uid = Uid(quint32(m.uid));
    record.size = quint32(std::clamp<qint64>(m.size, 0, LastUid));
    record.flags = fromKimapFlags(m.flags);
    if (m.message)
        record.digest = digestHeader(m.message->head());
    return record;
}

void addVanished(const KIMAP::ImapSet &set, UidSet &vanished)
{
    for (const KIMAP::ImapInterval &interval : set.intervals()) {
        const qint64 end = interval.hasDefinedEnd() ? interval.end() : qint64(LastUid); // "12:*"
        if (interval.begin() > 0 && interval.begin() <= qint64(LastUid))
            vanished.addRange(quint32(interval.begin()), quint32(std::min<qint64>(end, LastUid)));
    }
}

bool isReal(const KIMAP::Message &m)
{
    return m.uid > 0 && m.uid <= LastUid;
}

Task<Result<ServerFeatures>> KimapLink::open(LinkSettings settings, QString secret)
{
    close();
    const auto session = std::make_shared<KimapSession>(std::move(settings));
    m_session = session;
    const auto signedIn = co_await session->login(std::move(secret));
    if (!signedIn)
        co_return signedIn.error();

    auto *ask = new KIMAP::CapabilitiesJob(session->kimap());
    auto told = std::make_shared<QStringList>();
    QObject::connect(ask, &KIMAP::CapabilitiesJob::capabilitiesReceived, session.get(),
                     [told](const QStringList &capabilities) { *told = capabilities; });
    const auto asked = co_await session->run(ask);
    if (!asked)
        co_return asked.error();
    ServerFeatures features;
    for (const QString &capability : std::as_const(*told))
        features.capabilities.append(capability.toUpper());
    const QStringList &caps = features.capabilities;
    features.condstore = caps.contains("CONDSTORE"_L1) || caps.contains("QRESYNC"_L1);
    features.move = caps.contains("MOVE"_L1) || caps.contains("IMAP4REV2"_L1);
    features.uidPlus = caps.contains("UIDPLUS"_L1);
    features.idle = caps.contains("IDLE"_L1);
    features.specialUse = caps.contains("SPECIAL-USE"_L1);
    features.gmail = caps.contains("X-GM-EXT-1"_L1);
    // iCloud answers QRESYNC with false VANISHED.
    const bool isICloud = session->settings().host.endsWith("mail.me.com"_L1, Qt::CaseInsensitive);
    if (caps.contains("QRESYNC"_L1) && caps.contains("ENABLE"_L1) && !isICloud) {
        auto *enable = new KIMAP::EnableJob(session->kimap());
        enable->setCapabilities({u"QRESYNC"_s});
        const auto enabled = co_await session->run(enable);
        if (!enabled && enabled.error().kind != ErrorKind::Refused)
            co_return enabled.error();
        features.qresync = bool(enabled);
    }
    if (m_session == session)
        m_features = features;
    co_return features;
}

void KimapLink::close()
{
    if (m_session)
        m_session->abandon(closedError());
    m_session.reset();
}

Task<Result<QList<ListedFolder>>> KimapLink::list()
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    auto *job = new KIMAP::ListJob(session->kimap());
    job->setOption(KIMAP::ListJob::IncludeUnsubscribed);
    auto folders = std::make_shared<QList<ListedFolder>>();
    QObject::connect(
        job, &KIMAP::ListJob::mailBoxesReceived, session.get(),
        [folders](const QList<KIMAP::MailBoxDescriptor> &boxes, const QList<QList<QByteArray>> &flags) {
            for (qsizetype i = 0; i < boxes.size(); ++i)
                folders->append(toListedFolder(boxes[i].name, boxes[i].separator, flags.value(i)));
        });
    const auto done = co_await session->run(job);
    if (!done)
        co_return done.error();
    co_return *folders;
}

Task<Result<BoxStatus>> KimapLink::status(QString path)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    auto *job = new KIMAP::StatusJob(session->kimap());
    job->setMailBox(path);
    QList<QByteArray> items{"MESSAGES", "UNSEEN", "UIDNEXT", "UIDVALIDITY"};
    if (m_features.condstore)
        items.append("HIGHESTMODSEQ");
    job->setDataItems(items);
    auto values = std::make_shared<QList<QPair<QByteArray, qint64>>>();
    QObject::connect(job, &KJob::result, session.get(), [job, values] { *values = job->status(); });
    const auto done = co_await session->run(job);
    if (!done)
        co_return done.error();
    BoxStatus status;
    for (const auto &[name, value] : std::as_const(*values)) {
        if (name == "MESSAGES")
            status.messages = quint32(value);
        else if (name == "UNSEEN")
            status.unseen = quint32(value);
        else if (name == "UIDNEXT")
            status.uidNext = quint32(value);
        else if (name == "UIDVALIDITY")
            status.uidValidity = quint32(value);
        else if (name == "HIGHESTMODSEQ")
            status.highestModseq = quint64(value);
    }
    co_return status;
}

Task<Result<SelectedBox>> KimapLink::select(QString path, ResyncPoint from, bool readOnly)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    auto *job = new KIMAP::SelectJob(session->kimap());
    job->setMailBox(path);
    job->setOpenReadOnly(readOnly);
    const bool resync = m_features.qresync && from.uidValidity != 0 && from.modseq != 0;
    job->setCondstoreEnabled(m_features.condstore && !resync);
    if (resync)
        job->setQResync(from.uidValidity, from.modseq);
    auto box = std::make_shared<SelectedBox>();
    QObject::connect(job, &KIMAP::SelectJob::vanished, session.get(),
                     [box](const KIMAP::ImapSet &set) { addVanished(set, box->vanished); });
    QObject::connect(job, &KIMAP::SelectJob::modified, session.get(),
                     [box](const QMap<qint64, KIMAP::Message> &messages) {
                         for (const KIMAP::Message &m : messages) {
                             if (isReal(m))
                                 box->modified.append({Uid(quint32(m.uid)), fromKimapFlags(m.flags), 0});
                         }
                     });
    QObject::connect(job, &KJob::result, session.get(), [job, box] {
        box->uidValidity = quint32(std::max<qint64>(job->uidValidity(), 0));
        box->uidNext = quint32(std::max<qint64>(job->nextUid(), 0));
        box->highestModseq = job->highestModSequence();
        box->exists = quint32(std::max(job->messageCount(), 0));
        box->keywordsAllowed = job->permanentFlags().contains("\\*");
    });
    const auto done = co_await session->run(job);
    if (!done)
        co_return done.error();
    box->readOnly = readOnly;
    box->resynced = resync && box->uidValidity == from.uidValidity;
    co_return *box;
}

Task<Result<void>> KimapLink::fetch(KIMAP::ImapSet set, KIMAP::FetchJob::FetchScope scope, bool uidBased,
                                    Take take, Gone gone)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    auto *job = new KIMAP::FetchJob(session->kimap());
    job->setSequenceSet(set);
    job->setUidBased(uidBased);
    job->setScope(scope);
    QObject::connect(job, &KIMAP::FetchJob::messagesAvailable, session.get(),
                     [take](const QMap<qint64, KIMAP::Message> &some) {
                         for (const KIMAP::Message &m : some) {
                             if (isReal(m)) // an unsolicited FETCH overwrites the record; the caller asks
                                            // again for what is missing
                                 take(m);
                         }
                     });
    if (gone)
        QObject::connect(job, &KIMAP::FetchJob::messagesVanished, session.get(), gone);
    co_return co_await session->run(job);
}

Task<Result<QList<HeaderRecord>>> KimapLink::headersBySequence(quint32 first, quint32 last)
{
    KIMAP::FetchJob::FetchScope scope;
    scope.mode = KIMAP::FetchJob::FetchScope::Headers;
    const auto records = std::make_shared<QList<HeaderRecord>>();
    const Take take = [records](const KIMAP::Message &m) {
        if (m.message && !m.message->head().isEmpty())
            records->append(toRecord(m));
    };
    const auto done = co_await fetch(KIMAP::ImapSet(first, last), scope, false, take);
    if (!done)
        co_return done.error();
    co_return *records;
}

Task<Result<QList<HeaderRecord>>> KimapLink::headers(UidSet uids)
{
    KIMAP::FetchJob::FetchScope scope;
    scope.mode = KIMAP::FetchJob::FetchScope::Headers;
    const auto records = std::make_shared<QList<HeaderRecord>>();
    records->reserve(qsizetype(std::min<quint64>(uids.count(), 10'000)));
    for (const UidSet &some : inCommandSizes(uids)) {
        const Take take = [records, some](const KIMAP::Message &m) {
            if (m.message && !m.message->head().isEmpty() && some.contains(quint32(m.uid)))
                records->append(toRecord(m));
        };
        const auto done = co_await fetch(toImapSet(some), scope, true, take);
        if (!done)
            co_return done.error();
    }
    co_return *records;
}

Task<Result<QList<FlagRecord>>> KimapLink::flags(UidSet uids, quint64 changedSince)
{
    KIMAP::FetchJob::FetchScope scope;
    scope.mode = KIMAP::FetchJob::FetchScope::Flags;
    scope.changedSince = changedSince;
    const auto records = std::make_shared<QList<FlagRecord>>();
    const QList<UidSet> commands
        = changedSince != 0 && uids.ranges().size() == 1 ? QList<UidSet>{uids} : inCommandSizes(uids);
    for (const UidSet &some : commands) {
        const Take take = [records, some](const KIMAP::Message &m) {
            if (some.contains(quint32(m.uid)))
                records->append({Uid(quint32(m.uid)), fromKimapFlags(m.flags), 0});
        };
        const auto done = co_await fetch(toImapSet(some), scope, true, take);
        if (!done)
            co_return done.error();
    }
    co_return *records;
}

Task<Result<BoxChanges>> KimapLink::changesSince(quint64 modseq)
{
    KIMAP::FetchJob::FetchScope scope;
    scope.mode = KIMAP::FetchJob::FetchScope::Flags;
    scope.changedSince = modseq;
    scope.qresync = true;
    KIMAP::ImapSet everything;
    everything.add(KIMAP::ImapInterval(1)); // "1:*"
    const auto changes = std::make_shared<BoxChanges>();
    const Take take = [changes](const KIMAP::Message &m) {
        changes->modified.append({Uid(quint32(m.uid)), fromKimapFlags(m.flags), 0});
    };
    const Gone gone = [changes](const KIMAP::ImapSet &set) { addVanished(set, changes->vanished); };
    const auto done = co_await fetch(everything, scope, true, take, gone);
    if (!done)
        co_return done.error();
    co_return *changes;
}

Task<Result<UidSet>> KimapLink::existing(UidSet among)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    UidSet found;
    const UidSet high = among.intersected(UidSet::range(LastSearchable, LastUid));
    const UidSet low = among.minus(high);
    // One command for a few ranges (the usual "everything"), pieces for many.
    QList<UidSet> commands;
    if (low.ranges().size() <= 300 && !low.isEmpty())
        commands.append(low);
    else
        commands = inCommandSizes(low);
    for (const UidSet &some : std::as_const(commands)) {
        auto *job = new KIMAP::SearchJob(session->kimap());
        job->setUidBased(true);
        job->setTerm(KIMAP::Term(KIMAP::Term::Uid, toImapSet(some)));
        auto uids = std::make_shared<QList<quint32>>();
        QObject::connect(job, &KJob::result, session.get(), [job, uids] {
            for (const qint64 uid : job->results()) {
                if (uid > 0 && uid <= qint64(LastUid))
                    uids->append(quint32(uid));
            }
        });
        const auto done = co_await session->run(job);
        if (!done)
            co_return done.error();
        if (!session->isOpen())
            co_return closedError();
        found = found.united(UidSet::of(*uids));
    }
    if (!high.isEmpty()) {
        const auto rest = co_await existingByFlags(high);
        if (!rest)
            co_return rest.error();
        found = found.united(*rest);
    }
    co_return found;
}

// UIDs that SEARCH results cannot hold in KIMAP. Hardly any mailbox has them, so this usually answers with
// nothing.
Task<Result<UidSet>> KimapLink::existingByFlags(UidSet among)
{
    KIMAP::FetchJob::FetchScope scope;
    scope.mode = KIMAP::FetchJob::FetchScope::Flags;
    const auto uids = std::make_shared<QList<quint32>>();
    const Take take = [uids](const KIMAP::Message &m) { uids->append(quint32(m.uid)); };
    const auto done = co_await fetch(toImapSet(among), scope, true, take);
    if (!done)
        co_return done.error();
    co_return UidSet::of(*uids).intersected(among);
}

Task<Result<RawMessage>> KimapLink::fetchMessage(Uid uid)
{
    const UidSet one = UidSet::range(raw(uid), raw(uid));
    KIMAP::FetchJob::FetchScope scope;
    scope.mode = KIMAP::FetchJob::FetchScope::FullHeaders;
    const auto message = std::make_shared<RawMessage>();
    const Take takeHead = [message, uid](const KIMAP::Message &m) {
        if (m.uid == raw(uid) && m.message)
            message->header = m.message->head();
    };
    const auto head = co_await fetch(toImapSet(one), scope, true, takeHead);
    if (!head)
        co_return head.error();
    scope.mode = KIMAP::FetchJob::FetchScope::Content;
    scope.parts = {"TEXT"};
    const auto found = std::make_shared<bool>(false);
    const Take takeText = [message, found, uid](const KIMAP::Message &m) {
        if (m.uid != raw(uid))
            return;
        *found = true;
        if (const auto part = m.parts.value("TEXT"))
            message->body = part->body();
    };
    const auto text = co_await fetch(toImapSet(one), scope, true, takeText);
    if (!text)
        co_return text.error();
    if (!*found || message->header.isEmpty())
        co_return Error{ErrorKind::NotFound,
                        QCoreApplication::translate("kw::Imap", "The message is no longer on the server."),
                        {}};
    co_return *message;
}

Task<Result<void>> KimapLink::store(UidSet uids, MessageFlags flags, bool add)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    for (const UidSet &some : inCommandSizes(uids)) {
        auto *job = new KIMAP::StoreJob(session->kimap());
        job->setUidBased(true);
        job->setSequenceSet(toImapSet(some));
        job->setMode(add ? KIMAP::StoreJob::AppendFlags : KIMAP::StoreJob::RemoveFlags);
        job->setFlags(toKimapFlags(flags));
        const auto done = co_await session->run(job);
        if (!done)
            co_return done.error();
        if (!session->isOpen())
            co_return closedError();
    }
    co_return Result<void>{};
}

Task<Result<IdleEnd>> KimapLink::idle()
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    const auto spoke = std::make_shared<bool>(false);
    m_idleInterrupted = false;
    m_idle = new WatchingIdleJob(session->kimap(), [spoke](WatchingIdleJob &job) {
        *spoke = true;
        job.finish();
    });
    QTimer::singleShot(IdleRenewMs, m_idle.data(), [job = m_idle] {
        if (job)
            job->finish();
    });
    const auto done = co_await session->run(m_idle);
    if (!done)
        co_return done.error();
    if (*spoke)
        co_return IdleEnd::ServerSpoke;
    if (!session->isOpen())
        co_return closedError();
    co_return m_idleInterrupted ? IdleEnd::Interrupted : IdleEnd::Renewed;
}

void KimapLink::interruptIdle()
{
    m_idleInterrupted = true;
    if (m_idle)
        m_idle->finish();
}

} // namespace

std::unique_ptr<ImapLink> makeKimapLink()
{
    return std::make_unique<KimapLink>();
}

} // namespace kw
