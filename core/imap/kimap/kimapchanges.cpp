#include "core/imap/kimap/kimapchanges.h"

#include "core/imap/kimap/kimapmessages.h"
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

#include <algorithm>

namespace kw {

namespace {

using namespace Qt::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Imap)
};

std::optional<Error> unsendable(const QString &path)
{
    if (isSendable(path))
        return {};
    return Error{ErrorKind::Refused,
                 Words::tr("A folder name must not be empty or have a quotation mark without its second."),
                 {}};
}

// KIMAP puts keywords into its commands as they are. RFC 3501 9: an atom.
bool isAtom(const QString &keyword)
{
    return !keyword.isEmpty() && std::ranges::all_of(keyword, [](QChar c) {
        return c > u' ' && c < u'\x7f' && !u"(){%*\"\\]"_s.contains(c);
    });
}

std::optional<Error> unsendable(const MessageFlags &flags)
{
    const auto bad = std::ranges::find_if_not(flags.keywords, isAtom);
    if (bad == flags.keywords.end())
        return {};
    return Error{ErrorKind::Invalid,
                 Words::tr("“%1” cannot be a tag on a server: only letters without accents, digits and "
                           "some signs can.")
                     .arg(*bad),
                 {}};
}

void addTold(const KIMAP::ImapSet &told, UidSet &uids)
{
    for (const KIMAP::ImapInterval &interval : told.intervals()) {
        if (interval.begin() > 0 && interval.hasDefinedEnd() && interval.end() <= qint64(LastUid))
            uids.addRange(quint32(interval.begin()), quint32(interval.end()));
    }
}

template <class Job>
Task<Result<UidSet>> transfer(std::shared_ptr<KimapSession> session, UidSet uids, QString to)
{
    if (const auto bad = unsendable(to))
        co_return *bad;
    const auto arrived = std::make_shared<UidSet>();
    const QList<UidSet> commands = inCommandSizes(uids);
    for (const UidSet &some : commands) {
        auto *job = new Job(session->kimap());
        job->setUidBased(true);
        job->setSequenceSet(toImapSet(some));
        job->setMailBox(to);
        QObject::connect(job, &KJob::result, session.get(),
                         [job, arrived] { addTold(job->resultingUids(), *arrived); });
        const auto done = co_await session->run(job, session->patience());
        if (!done)
            co_return done.error();
    }
    co_return *arrived;
}

template <class Job> Task<Result<void>> onMailbox(std::shared_ptr<KimapSession> session, QString path)
{
    if (const auto bad = unsendable(path))
        co_return *bad;
    auto *job = new Job(session->kimap());
    job->setMailBox(path);
    co_return co_await session->run(job, session->patience());
}

// Of those UIDs that KIMAP's SEARCH cannot tell.
Task<Result<UidSet>> markedAmongHigh(std::shared_ptr<KimapSession> session)
{
    const UidSet high = UidSet::range(LastSearchable, LastUid);
    const auto flags = co_await kimapFlags(session, high, 0, 0);
    if (!flags)
        co_return flags.error();
    QList<quint32> marked;
    for (const FlagRecord &record : *flags) {
        if (record.flags.bits & quint32(Flag::Deleted))
            marked.append(raw(record.uid));
    }
    co_return UidSet::of(marked);
}

Task<Result<UidSet>> searchDeleted(std::shared_ptr<KimapSession> session)
{
    auto *job = new KIMAP::SearchJob(session->kimap());
    job->setUidBased(true);
    job->setTerm(KIMAP::Term(KIMAP::Term::Deleted));
    const auto uids = std::make_shared<QList<quint32>>();
    const auto untold = std::make_shared<bool>(false);
    QObject::connect(job, &KJob::result, session.get(), [job, uids, untold] {
        for (const qint64 uid : job->results()) {
            if (uid > 0)
                uids->append(quint32(uid));
            else
                *untold = true; // beyond 31 bits
        }
    });
    const auto done = co_await session->run(job, session->patience());
    if (!done)
        co_return done.error();
    const UidSet found = UidSet::of(*uids);
    if (!*untold)
        co_return found;
    const auto rest = co_await markedAmongHigh(session);
    if (!rest)
        co_return rest.error();
    co_return found.united(*rest);
}

// Every line end is CRLF (RFC 5322 2.3). Cyrus refuses others.
QByteArray withProperLineEnds(const QByteArray &content)
{
    QByteArray out;
    qsizetype from = 0;
    for (qsizetype lf = content.indexOf('\n'); lf >= 0; lf = content.indexOf('\n', lf + 1)) {
        if (lf > 0 && content.at(lf - 1) == '\r')
            continue;
        out += QByteArrayView(content).sliced(from, lf - from);
        out += '\r';
        from = lf;
    }
    return from == 0 && out.isEmpty() ? content : out + content.mid(from);
}

} // namespace

Task<Result<void>> kimapStore(std::shared_ptr<KimapSession> session, UidSet uids, MessageFlags flags,
                              bool add)
{
    if (const auto bad = unsendable(flags))
        co_return *bad;
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

Task<Result<UidSet>> kimapMove(std::shared_ptr<KimapSession> session, UidSet uids, QString to)
{
    return transfer<KIMAP::MoveJob>(std::move(session), std::move(uids), std::move(to));
}

Task<Result<UidSet>> kimapCopy(std::shared_ptr<KimapSession> session, UidSet uids, QString to)
{
    return transfer<KIMAP::CopyJob>(std::move(session), std::move(uids), std::move(to));
}

Task<Result<UidSet>> kimapMarkedDeleted(std::shared_ptr<KimapSession> session)
{
    // Dovecot hears of others' marks at the end of a command: the first answer may be older than they are.
    const auto stale = co_await searchDeleted(session);
    if (!stale)
        co_return stale.error();
    co_return co_await searchDeleted(session);
}

Task<Result<void>> kimapExpunge(std::shared_ptr<KimapSession> session)
{
    co_return co_await session->run(new KIMAP::ExpungeJob(session->kimap()), session->patience());
}

Task<Result<UidSet>> kimapAppend(std::shared_ptr<KimapSession> session, QString path, RawMessage message,
                                 MessageFlags flags, qint64 internalDate)
{
    if (const auto bad = unsendable(path))
        co_return *bad;
    if (const auto bad = unsendable(flags))
        co_return *bad;
    auto *job = new KIMAP::AppendJob(session->kimap());
    job->setMailBox(path);
    job->setFlags(toKimapFlags(flags));
    if (internalDate > 0)
        job->setInternalDate(QDateTime::fromSecsSinceEpoch(internalDate, QTimeZone::UTC));
    const QByteArray content = withProperLineEnds(message.header + message.body);
    job->setContent(content);
    const auto arrived = std::make_shared<UidSet>();
    QObject::connect(job, &KJob::result, session.get(), [job, arrived] {
        if (job->uid() > 0 && job->uid() <= qint64(LastUid))
            arrived->add(quint32(job->uid()));
    });
    const auto done = co_await session->run(job, session->patience(content.size()));
    if (!done)
        co_return done.error();
    co_return *arrived;
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
