#include "core/imap/kimap/kimapchanges.h"

#include "core/imap/kimap/kimapvalues.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <KIMAP/AppendJob>
#include <KIMAP/CopyJob>
#include <KIMAP/CreateJob>
#include <KIMAP/DeleteJob>
#include <KIMAP/ExpungeJob>
#include <KIMAP/MoveJob>
#include <KIMAP/RenameJob>
#include <KIMAP/SearchJob>
#include <KIMAP/StoreJob>
#include <KIMAP/SubscribeJob>
#include <KIMAP/UnsubscribeJob>

#include <limits>

namespace kw {

namespace {

// KIMAP does not escape these in mailbox names (DESIGN §6).
std::optional<Error> unsendable(const QString &path)
{
    if (!path.contains(QLatin1Char('"')) && !path.contains(QLatin1Char('\\')) && !path.isEmpty())
        return {};
    return Error{
        ErrorKind::Refused,
        QCoreApplication::translate(
            "kw::Imap", "A folder name must not be empty or contain quotation marks or backslashes."),
        {}};
}

template <class Job>
Task<Result<void>> transfer(std::shared_ptr<KimapSession> session, UidSet uids, QString to)
{
    if (const auto bad = unsendable(to))
        co_return *bad;
    const QList<UidSet> commands = inCommandSizes(uids);
    for (const UidSet &some : commands) {
        auto *job = new Job(session->kimap());
        job->setUidBased(true);
        job->setSequenceSet(toImapSet(some));
        job->setMailBox(to);
        const auto done = co_await session->run(job, session->patience());
        if (!done)
            co_return done.error();
    }
    co_return Result<void>{};
}

template <class Job> Task<Result<void>> onMailbox(std::shared_ptr<KimapSession> session, QString path)
{
    if (const auto bad = unsendable(path))
        co_return *bad;
    auto *job = new Job(session->kimap());
    job->setMailBox(path);
    co_return co_await session->run(job, session->patience());
}

} // namespace

Task<Result<void>> kimapStore(std::shared_ptr<KimapSession> session, UidSet uids, MessageFlags flags,
                              bool add)
{
    const QList<UidSet> commands = inCommandSizes(uids);
    for (const UidSet &some : commands) {
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

Task<Result<void>> kimapMove(std::shared_ptr<KimapSession> session, UidSet uids, QString to)
{
    return transfer<KIMAP::MoveJob>(std::move(session), std::move(uids), std::move(to));
}

Task<Result<void>> kimapCopy(std::shared_ptr<KimapSession> session, UidSet uids, QString to)
{
    return transfer<KIMAP::CopyJob>(std::move(session), std::move(uids), std::move(to));
}

Task<Result<UidSet>> kimapMarkedDeleted(std::shared_ptr<KimapSession> session)
{
    auto *job = new KIMAP::SearchJob(session->kimap());
    job->setUidBased(true);
    job->setTerm(KIMAP::Term(KIMAP::Term::Deleted));
    const auto uids = std::make_shared<QList<quint32>>();
    QObject::connect(job, &KJob::result, session.get(), [job, uids] {
        for (const qint64 uid : job->results()) {
            if (uid > 0 && uid <= std::numeric_limits<quint32>::max())
                uids->append(quint32(uid));
        }
    });
    const auto done = co_await session->run(job, session->patience());
    if (!done)
        co_return done.error();
    co_return UidSet::of(*uids);
}

Task<Result<void>> kimapExpunge(std::shared_ptr<KimapSession> session)
{
    co_return co_await session->run(new KIMAP::ExpungeJob(session->kimap()), session->patience());
}

Task<Result<void>> kimapAppend(std::shared_ptr<KimapSession> session, QString path, RawMessage message,
                               MessageFlags flags, qint64 internalDate)
{
    if (const auto bad = unsendable(path))
        co_return *bad;
    auto *job = new KIMAP::AppendJob(session->kimap());
    job->setMailBox(path);
    job->setFlags(toKimapFlags(flags));
    if (internalDate > 0)
        job->setInternalDate(QDateTime::fromSecsSinceEpoch(internalDate, QTimeZone::UTC));
    const QByteArray content = message.header + message.body;
    job->setContent(content);
    co_return co_await session->run(job, session->patience(content.size()));
}

Task<Result<void>> kimapCreateFolder(std::shared_ptr<KimapSession> session, QString path)
{
    return onMailbox<KIMAP::CreateJob>(std::move(session), std::move(path));
}

Task<Result<void>> kimapRenameFolder(std::shared_ptr<KimapSession> session, QString from, QString to)
{
    for (const QString &path : {from, to}) {
        if (const auto bad = unsendable(path))
            co_return *bad;
    }
    auto *job = new KIMAP::RenameJob(session->kimap());
    job->setSourceMailBox(from);
    job->setDestinationMailBox(to);
    co_return co_await session->run(job, session->patience());
}

Task<Result<void>> kimapDeleteFolder(std::shared_ptr<KimapSession> session, QString path)
{
    return onMailbox<KIMAP::DeleteJob>(std::move(session), std::move(path));
}

Task<Result<void>> kimapSubscribe(std::shared_ptr<KimapSession> session, QString path, bool on)
{
    if (on)
        return onMailbox<KIMAP::SubscribeJob>(std::move(session), std::move(path));
    return onMailbox<KIMAP::UnsubscribeJob>(std::move(session), std::move(path));
}

} // namespace kw
