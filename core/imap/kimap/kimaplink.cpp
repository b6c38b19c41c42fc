#include "core/imap/kimap/kimaplink.h"

#include "core/imap/certificateprobe.h"
#include "core/imap/kimap/kimapchanges.h"
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
// Beyond so many, UIDs are a guess ("all there may be"), and are looked up before they are asked for in
// slices.
constexpr quint64 MostBlindUids = 200'000;
constexpr int MostMsForSecondLook = 3000;
constexpr qint64 OctetsPerFoundUid = 11;
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
    Task<Result<void>> move(UidSet uids, QString to) override;
    Task<Result<void>> copy(UidSet uids, QString to) override;
    Task<Result<UidSet>> markedDeleted() override;
    Task<Result<void>> expunge() override;
    Task<Result<void>> append(QString path, RawMessage message, MessageFlags flags,
                              qint64 internalDate) override;
    Task<Result<void>> createFolder(QString path) override;
    Task<Result<void>> renameFolder(QString from, QString to) override;
    Task<Result<void>> deleteFolder(QString path) override;
    Task<Result<void>> subscribe(QString path, bool on) override;
    Task<Result<IdleEnd>> idle() override;
    void interruptIdle() override;

private:
    using Take = std::function<void(const KIMAP::Message &)>;
    using Gone = std::function<void(const KIMAP::ImapSet &)>;

    KIMAP::Session *kimap() const { return m_session ? m_session->kimap() : nullptr; }
    // Hands out each record as it comes, so that KIMAP's heavy ones are gone soon. `octets` are expected of
    // the largest answer.
    Task<Result<void>> fetch(KIMAP::ImapSet set, KIMAP::FetchJob::FetchScope scope, bool uidBased, Take take,
                             qint64 octets = 0, Gone gone = {});
    Task<Result<UidSet>> existingByFlags(UidSet among);
    Task<Result<void>> store(UidSet uids, MessageFlags flags, bool add);
    Task<Result<ServerFeatures>> explained(Error refused, LinkSettings settings);
    Task<Result<ServerFeatures>> introduce(std::shared_ptr<KimapSession> session);
    Task<Result<UidSet>> worthAsking(UidSet uids);
    // Why a call cannot be made now.
    Error notOpen() const { return m_session ? m_session->why() : closedError(); }

    std::shared_ptr<KimapSession> m_session; // coroutines hold it too, so that it outlives what they await
    ServerFeatures m_features;
    quint32 m_exists = 0; // of the mailbox selected last
    std::shared_ptr<CertificateProbe> m_probe;
    QPointer<WatchingIdleJob> m_idle;
    bool m_idleInterrupted = false;
};

// KIMAP puts names into its commands as they are.
bool isSendable(const QString &path)
{
    return !path.contains(u'"') && !path.contains(u'\\') && !path.isEmpty();
}

Error unsendable(const QString &path)
{
    return {ErrorKind::Unsupported,
            QCoreApplication::translate("kw::Imap",
                                        "The folder \"%1\" cannot be opened, because of the special "
                                        "characters in its name. Rename it with the server's own means.")
                .arg(path),
            {}};
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

// What the capabilities say; QRESYNC needs enabling besides.
ServerFeatures toFeatures(const QStringList &capabilities)
{
    ServerFeatures features;
    for (const QString &capability : capabilities)
        features.capabilities.append(capability.toUpper());
    const QStringList &caps = features.capabilities;
    features.condstore = caps.contains("CONDSTORE"_L1) || caps.contains("QRESYNC"_L1);
    features.move = caps.contains("MOVE"_L1) || caps.contains("IMAP4REV2"_L1);
    features.uidPlus = caps.contains("UIDPLUS"_L1);
    features.idle = caps.contains("IDLE"_L1);
    features.specialUse = caps.contains("SPECIAL-USE"_L1);
    features.gmail = caps.contains("X-GM-EXT-1"_L1);
    return features;
}

// KIMAP refuses a certificate without saying which one and why. And when a server without TLS greets in clear
// text before TLS was begun, it swallows the greeting and both sides wait.
bool isPuzzling(const Error &error, const LinkSettings &settings)
{
    if (error.code == QLatin1StringView(CertificateCode))
        return true;
    return settings.security == Security::Tls
        && (error.code == QLatin1StringView(LostLoginCode) || error.code == QLatin1StringView(TimeoutCode));
}

Task<Result<ServerFeatures>> KimapLink::open(LinkSettings settings, QString secret)
{
    close();
    const auto session = std::make_shared<KimapSession>(settings);
    m_session = session;
    const auto signedIn = co_await session->login(std::move(secret));
    if (!signedIn && isPuzzling(signedIn.error(), settings) && m_session == session)
        co_return co_await explained(signedIn.error(), settings);
    if (!signedIn)
        co_return signedIn.error();
    co_return co_await introduce(session);
}

// Looks once more at what the server shows.
Task<Result<ServerFeatures>> KimapLink::explained(Error refused, LinkSettings settings)
{
    const bool aboutCertificate = refused.code == QLatin1StringView(CertificateCode);
    if (!aboutCertificate)
        settings.timeoutMs = std::min(settings.timeoutMs, MostMsForSecondLook);
    const auto probe = std::make_shared<CertificateProbe>(settings);
    m_probe = probe; // close() cancels it
    const auto shown = co_await probe->run();
    if (!shown && shown.error().kind == ErrorKind::Cancelled)
        co_return shown.error();
    if (!shown && shown.error().kind == ErrorKind::Tls && !aboutCertificate)
        co_return shown.error();
    if (shown && !shown->problems.isEmpty() && aboutCertificate)
        refused.text = certificateSentence(settings.host, *shown);
    co_return refused;
}

Task<Result<ServerFeatures>> KimapLink::introduce(std::shared_ptr<KimapSession> session)
{
    auto *ask = new KIMAP::CapabilitiesJob(session->kimap());
    auto told = std::make_shared<QStringList>();
    QObject::connect(ask, &KIMAP::CapabilitiesJob::capabilitiesReceived, session.get(),
                     [told](const QStringList &capabilities) { *told = capabilities; });
    const auto asked = co_await session->run(ask, session->patience());
    if (!asked)
        co_return asked.error();
    ServerFeatures features = toFeatures(*told);
    // iCloud answers QRESYNC with false VANISHED.
    const bool isICloud = session->settings().host.endsWith("mail.me.com"_L1, Qt::CaseInsensitive);
    if (features.capabilities.contains("QRESYNC"_L1) && features.capabilities.contains("ENABLE"_L1)
        && !isICloud) {
        auto *enable = new KIMAP::EnableJob(session->kimap());
        enable->setCapabilities({u"QRESYNC"_s});
        auto accepted = std::make_shared<bool>(false);
        QObject::connect(enable, &KJob::result, session.get(), [enable, accepted] {
            *accepted = enable->enabledCapabilities().contains("QRESYNC"_L1, Qt::CaseInsensitive);
        });
        const auto enabled = co_await session->run(enable, session->patience());
        if (!enabled && enabled.error().kind != ErrorKind::Refused)
            co_return enabled.error();
        features.qresync = enabled && *accepted;
    }
    m_features = features;
    co_return features;
}

void KimapLink::close()
{
    if (m_session)
        m_session->abandon(closedError());
    m_session.reset();
    if (m_probe)
        m_probe->cancel();
    m_probe.reset();
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
    const auto done = co_await session->run(job, session->patience());
    if (!done)
        co_return done.error();
    co_return *folders;
}

Task<Result<BoxStatus>> KimapLink::status(QString path)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    if (!isSendable(path))
        co_return unsendable(path);
    auto *job = new KIMAP::StatusJob(session->kimap());
    job->setMailBox(path);
    QList<QByteArray> items{"MESSAGES", "UNSEEN", "UIDNEXT", "UIDVALIDITY"};
    if (m_features.condstore)
        items.append("HIGHESTMODSEQ");
    job->setDataItems(items);
    auto values = std::make_shared<QList<QPair<QByteArray, qint64>>>();
    QObject::connect(job, &KJob::result, session.get(), [job, values] { *values = job->status(); });
    const auto done = co_await session->run(job, session->patience());
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
    if (!isSendable(path))
        co_return unsendable(path);
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
        box->readOnly = job->isOpenReadOnly();
    });
    const auto done = co_await session->run(job, session->patience());
    if (!done)
        co_return done.error();
    m_exists = box->exists;
    box->resynced = resync && box->uidValidity == from.uidValidity;
    co_return *box;
}

Task<Result<void>> KimapLink::fetch(KIMAP::ImapSet set, KIMAP::FetchJob::FetchScope scope, bool uidBased,
                                    Take take, qint64 octets, Gone gone)
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
    co_return co_await session->run(job, session->patience(octets));
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
    const auto asked = co_await worthAsking(uids);
    if (!asked)
        co_return asked.error();
    const auto records = std::make_shared<QList<HeaderRecord>>();
    records->reserve(qsizetype(std::min<quint64>(asked->count(), 10'000)));
    for (const UidSet &some : inCommandSizes(*asked)) {
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
    // What changed since then is little, however large the set.
    if (changedSince == 0) {
        const auto asked = co_await worthAsking(uids);
        if (!asked)
            co_return asked.error();
        uids = *asked;
    }
    const QList<UidSet> commands = changedSince != 0 ? inCommandSizes(uids, AnyNumber) : inCommandSizes(uids);
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
    const auto done = co_await fetch(everything, scope, true, take, 0, gone);
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
    const QList<UidSet> commands = inCommandSizes(low, AnyNumber);
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
        // The answer is one line, of which nothing shows before its end.
        const qint64 most = qint64(std::min<quint64>(some.count(), m_exists)) * OctetsPerFoundUid;
        const auto done = co_await session->run(job, session->patience(most));
        if (!done)
            co_return done.error();
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

// 1:4294967295 in slices would be two million commands.
Task<Result<UidSet>> KimapLink::worthAsking(UidSet uids)
{
    if (uids.count() <= MostBlindUids)
        co_return uids;
    co_return co_await existing(uids);
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
    const auto size = std::make_shared<qint64>(0);
    const Take takeHead = [message, size, uid](const KIMAP::Message &m) {
        if (m.uid != raw(uid) || !m.message)
            return;
        message->header = m.message->head();
        *size = m.size;
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
    const auto text = co_await fetch(toImapSet(one), scope, true, takeText, *size);
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
        const auto done = co_await session->run(job, session->patience());
        if (!done)
            co_return done.error();
    }
    co_return Result<void>{};
}

Task<Result<void>> KimapLink::move(UidSet uids, QString to)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    co_return co_await kimapMove(session, uids, to);
}

Task<Result<void>> KimapLink::copy(UidSet uids, QString to)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    co_return co_await kimapCopy(session, uids, to);
}

Task<Result<UidSet>> KimapLink::markedDeleted()
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    co_return co_await kimapMarkedDeleted(session);
}

Task<Result<void>> KimapLink::expunge()
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    co_return co_await kimapExpunge(session);
}

Task<Result<void>> KimapLink::append(QString path, RawMessage message, MessageFlags flags,
                                     qint64 internalDate)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    co_return co_await kimapAppend(session, path, message, flags, internalDate);
}

Task<Result<void>> KimapLink::createFolder(QString path)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    co_return co_await kimapCreateFolder(session, path);
}

Task<Result<void>> KimapLink::renameFolder(QString from, QString to)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    co_return co_await kimapRenameFolder(session, from, to);
}

Task<Result<void>> KimapLink::deleteFolder(QString path)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    co_return co_await kimapDeleteFolder(session, path);
}

Task<Result<void>> KimapLink::subscribe(QString path, bool on)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    co_return co_await kimapSubscribe(session, path, on);
}

Task<Result<IdleEnd>> KimapLink::idle()
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    const auto spoke = std::make_shared<bool>(false);
    m_idleInterrupted = false;
    auto *job = new WatchingIdleJob(session->kimap(), [spoke](WatchingIdleJob &one) {
        *spoke = true;
        one.finish();
    });
    m_idle = job;
    QTimer::singleShot(IdleRenewMs, job, [job] { job->finish(); });
    // KIMAP's own timer rests during IDLE, even while the server has not answered it yet.
    QTimer::singleShot(session->patience(), job, [job, session = std::weak_ptr(session)] {
        const auto waiting = session.lock();
        if (waiting && !job->hasStarted())
            waiting->abandon(timeoutError(waiting->settings()));
    });
    const auto done = co_await session->run(job, IdleRenewMs + session->patience());
    if (!done)
        co_return done.error();
    if (*spoke)
        co_return IdleEnd::ServerSpoke;
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
