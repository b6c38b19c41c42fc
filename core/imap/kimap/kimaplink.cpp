#include "core/imap/kimap/kimaplink.h"

#include "core/imap/kimap/kimapchanges.h"
#include "core/imap/kimap/kimaperrors.h"
#include "core/imap/kimap/kimapfolders.h"
#include "core/imap/kimap/kimapmessages.h"
#include "core/imap/kimap/kimapquota.h"
#include "core/imap/kimap/kimapsession.h"
#include "core/imap/kimap/kimapsignin.h"
#include "core/imap/kimap/kimapwatch.h"

#include <KIMAP/LogoutJob>

#include <QCoreApplication>

#include <functional>

namespace kw {

namespace {

// One session with its mailbox; what is said on it is in the files named for it.
class KimapLink final : public ImapLink
{
public:
    ~KimapLink() override { close(); }

    Task<Result<ServerFeatures>> open(LinkSettings settings, QString secret) override;
    void close() override;
    void onSilence(SilenceTold told) override { m_silenceTold = std::move(told); }
    bool isOpen() const override { return m_session && m_session->isOpen(); }
    Task<Result<QList<ListedFolder>>> list() override;
    Task<Result<BoxStatus>> status(QString path) override;
    Task<Result<SelectedBox>> select(QString path, ResyncPoint from, bool readOnly) override;
    Task<Result<QList<HeaderRecord>>> headersBySequence(quint32 first, quint32 last) override;
    Task<Result<QList<HeaderRecord>>> headers(UidSet uids) override;
    Task<Result<QList<FlagRecord>>> flags(UidSet uids, quint64 changedSince) override;
    Task<Result<BoxChanges>> changesSince(quint64 modseq) override;
    Task<Result<UidSet>> existing(UidSet among) override;
    Task<Result<UidSet>> arrivedSince(QDate day) override;
    Task<Result<RawMessage>> fetchMessage(Uid uid) override;
    Task<Result<void>> addFlags(UidSet uids, MessageFlags flags) override;
    Task<Result<void>> removeFlags(UidSet uids, MessageFlags flags) override;
    Task<Result<UidSet>> move(UidSet uids, QString to) override;
    Task<Result<UidSet>> copy(UidSet uids, QString to) override;
    Task<Result<UidSet>> markedDeleted() override;
    Task<Result<void>> expunge() override;
    Task<Result<UidSet>> append(QString path, RawMessage message, MessageFlags flags,
                                qint64 internalDate) override;
    Task<Result<void>> createFolder(QString path) override;
    Task<Result<void>> renameFolder(QString from, QString to) override;
    Task<Result<void>> deleteFolder(QString path) override;
    Task<Result<void>> subscribe(QString path, bool on) override;
    Task<Result<QList<QuotaResource>>> quota(QString path) override;
    Task<Result<IdleEnd>> idle() override;
    void interruptIdle() override { m_watch->interrupt(); }

private:
    template <class T> using Command = std::function<Task<Result<T>>(std::shared_ptr<KimapSession>)>;

    // Says a command on the open session, which the coroutine keeps while it is awaited.
    template <class T> Task<Result<T>> say(Command<T> command)
    {
        const auto session = m_session;
        if (!isOpen())
            co_return notOpen();
        co_return co_await command(session);
    }
    // Why a call cannot be made now.
    Error notOpen() const { return m_session ? m_session->why() : closedError(); }

    std::shared_ptr<KimapSession> m_session; // coroutines hold it too, so that it outlives what they await
    std::shared_ptr<KimapWatch> m_watch = std::make_shared<KimapWatch>();
    SilenceTold m_silenceTold;
    ServerFeatures m_features;
    quint32 m_exists = 0; // of the mailbox selected last
};

using Session = std::shared_ptr<KimapSession>;

Task<Result<ServerFeatures>> KimapLink::open(LinkSettings settings, QString secret)
{
    close();
    const auto session = std::make_shared<KimapSession>(settings);
    m_session = session;
    session->onSilence(m_silenceTold);
    const auto signIn = std::make_shared<KimapSignIn>(session);
    const auto features = co_await signIn->run(std::move(secret));
    if (!features)
        co_return features.error();
    m_features = *features;
    co_return *features;
}

void KimapLink::close()
{
    if (m_session)
        m_session->abandon(closedError());
    m_session.reset();
}

Task<Result<QList<ListedFolder>>> KimapLink::list()
{
    return say<QList<ListedFolder>>([](Session s) { return kimapList(s); });
}

Task<Result<BoxStatus>> KimapLink::status(QString path)
{
    return say<BoxStatus>([f = m_features, path](Session s) { return kimapStatus(s, f, path); });
}

Task<Result<SelectedBox>> KimapLink::select(QString path, ResyncPoint from, bool readOnly)
{
    const auto session = m_session;
    if (!isOpen())
        co_return notOpen();
    auto box = co_await kimapSelect(session, m_features, path, from, readOnly);
    // Zimbra says READ-ONLY of folders that it had open for reading alone (PEERS §3).
    if (!readOnly && box && box->readOnly)
        box = co_await kimapSelect(session, m_features, path, from, readOnly);
    if (!box)
        co_return box.error();
    m_exists = box->exists;
    co_return *box;
}

Task<Result<QList<HeaderRecord>>> KimapLink::headersBySequence(quint32 first, quint32 last)
{
    return say<QList<HeaderRecord>>(
        [first, last, g = m_features.gmail](Session s) { return kimapHeadersBySequence(s, first, last, g); });
}

Task<Result<QList<HeaderRecord>>> KimapLink::headers(UidSet uids)
{
    return say<QList<HeaderRecord>>(
        [uids, n = m_exists, g = m_features.gmail](Session s) { return kimapHeaders(s, uids, n, g); });
}

Task<Result<QList<FlagRecord>>> KimapLink::flags(UidSet uids, quint64 changedSince)
{
    return say<QList<FlagRecord>>(
        [uids, changedSince, n = m_exists](Session s) { return kimapFlags(s, uids, changedSince, n); });
}

Task<Result<BoxChanges>> KimapLink::changesSince(quint64 modseq)
{
    return say<BoxChanges>([modseq](Session s) { return kimapChangesSince(s, modseq); });
}

Task<Result<UidSet>> KimapLink::existing(UidSet among)
{
    return say<UidSet>([among, n = m_exists](Session s) { return kimapExisting(s, among, n); });
}

Task<Result<UidSet>> KimapLink::arrivedSince(QDate day)
{
    return say<UidSet>([day, n = m_exists](Session s) { return kimapArrivedSince(s, day, n); });
}

Task<Result<RawMessage>> KimapLink::fetchMessage(Uid uid)
{
    return say<RawMessage>([uid](Session s) { return kimapFetchMessage(s, uid); });
}

Task<Result<void>> KimapLink::addFlags(UidSet uids, MessageFlags flags)
{
    return say<void>([uids, flags](Session s) { return kimapStore(s, uids, flags, true); });
}

Task<Result<void>> KimapLink::removeFlags(UidSet uids, MessageFlags flags)
{
    return say<void>([uids, flags](Session s) { return kimapStore(s, uids, flags, false); });
}

Task<Result<UidSet>> KimapLink::move(UidSet uids, QString to)
{
    return say<UidSet>([uids, to](Session s) { return kimapMove(s, uids, to); });
}

Task<Result<UidSet>> KimapLink::copy(UidSet uids, QString to)
{
    return say<UidSet>([uids, to](Session s) { return kimapCopy(s, uids, to); });
}

Task<Result<UidSet>> KimapLink::markedDeleted()
{
    return say<UidSet>([](Session s) { return kimapMarkedDeleted(s); });
}

Task<Result<void>> KimapLink::expunge()
{
    return say<void>([](Session s) { return kimapExpunge(s); });
}

Task<Result<UidSet>> KimapLink::append(QString path, RawMessage message, MessageFlags flags,
                                       qint64 internalDate)
{
    return say<UidSet>([path, message, flags, internalDate](Session s) {
        return kimapAppend(s, path, message, flags, internalDate);
    });
}

Task<Result<void>> KimapLink::createFolder(QString path)
{
    return say<void>([path](Session s) { return kimapCreateFolder(s, path); });
}

Task<Result<void>> KimapLink::renameFolder(QString from, QString to)
{
    return say<void>([from, to](Session s) { return kimapRenameFolder(s, from, to); });
}

Task<Result<void>> KimapLink::deleteFolder(QString path)
{
    return say<void>([path](Session s) { return kimapDeleteFolder(s, path); });
}

Task<Result<void>> KimapLink::subscribe(QString path, bool on)
{
    return say<void>([path, on](Session s) { return kimapSubscribe(s, path, on); });
}

Task<Result<QList<QuotaResource>>> KimapLink::quota(QString path)
{
    return say<QList<QuotaResource>>([f = m_features, path](Session s) { return kimapQuota(s, f, path); });
}

Task<Result<IdleEnd>> KimapLink::idle()
{
    return say<IdleEnd>([watch = m_watch](Session s) { return watch->wait(s); });
}

// Every job asks for the translation of its name. KDE's translations settle on the thread of the first who
// asks and watch the application from there, which must therefore be the application's own thread: before any
// link lives on another one. Takes a fifth of a millisecond.
void settleTranslations()
{
    const KIMAP::LogoutJob job(nullptr);
}
Q_COREAPP_STARTUP_FUNCTION(settleTranslations)

} // namespace

std::unique_ptr<ImapLink> makeKimapLink()
{
    return std::make_unique<KimapLink>();
}

} // namespace kw
