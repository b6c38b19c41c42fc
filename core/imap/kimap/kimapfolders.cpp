#include "core/imap/kimap/kimapfolders.h"

#include "core/imap/kimap/kimapvalues.h"

#include <KIMAP/ListJob>
#include <KIMAP/SelectJob>
#include <KIMAP/Session>
#include <KIMAP/StatusJob>

#include <QCoreApplication>

namespace kw {

namespace {

using namespace Qt::StringLiterals;

std::optional<Error> unsendable(const QString &path)
{
    if (isSendable(path))
        return {};
    return Error{ErrorKind::Unsupported,
                 QCoreApplication::translate("kw::Imap",
                                             "The folder \"%1\" cannot be opened, because of the special "
                                             "characters in its name. Rename it with the server's own means.")
                     .arg(path),
                 {}};
}

BoxStatus toStatus(const QList<QPair<QByteArray, qint64>> &values)
{
    BoxStatus status;
    for (const auto &[name, value] : values) {
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
    return status;
}

void takeWhatIsTold(KIMAP::SelectJob *job, KimapSession *session, const std::shared_ptr<SelectedBox> &box)
{
    QObject::connect(job, &KIMAP::SelectJob::vanished, session,
                     [box](const KIMAP::ImapSet &set) { addVanished(set, box->vanished); });
    QObject::connect(job, &KIMAP::SelectJob::modified, session,
                     [box](const QMap<qint64, KIMAP::Message> &messages) {
                         for (const KIMAP::Message &m : messages) {
                             if (isReal(m))
                                 box->modified.append({Uid(quint32(m.uid)), fromKimapFlags(m.flags), 0});
                         }
                     });
    QObject::connect(job, &KJob::result, session, [job, box] {
        box->uidValidity = quint32(std::max<qint64>(job->uidValidity(), 0));
        box->uidNext = quint32(std::max<qint64>(job->nextUid(), 0));
        box->highestModseq = job->highestModSequence();
        box->exists = quint32(std::max(job->messageCount(), 0));
        box->readOnly = job->isOpenReadOnly();
        // RFC 3501 6.3.1: where nothing is told, every flag can be kept.
        const QList<QByteArray> kept = job->permanentFlags();
        box->keywordsAllowed = kept.contains("\\*") || (kept.isEmpty() && !box->readOnly);
        box->kept = fromKimapFlags(kept);
    });
}

} // namespace

void addVanished(const KIMAP::ImapSet &set, UidSet &vanished)
{
    for (const KIMAP::ImapInterval &interval : set.intervals()) {
        const qint64 end = interval.hasDefinedEnd() ? interval.end() : qint64(LastUid); // "12:*"
        if (interval.begin() > 0 && interval.begin() <= qint64(LastUid))
            vanished.addRange(quint32(interval.begin()), quint32(std::min<qint64>(end, LastUid)));
    }
}

Task<Result<QList<ListedFolder>>> kimapList(std::shared_ptr<KimapSession> session)
{
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

Task<Result<BoxStatus>> kimapStatus(std::shared_ptr<KimapSession> session, ServerFeatures features,
                                    QString path)
{
    if (const auto bad = unsendable(path))
        co_return *bad;
    auto *job = new KIMAP::StatusJob(session->kimap());
    job->setMailBox(path);
    QList<QByteArray> items{"MESSAGES", "UNSEEN", "UIDNEXT", "UIDVALIDITY"};
    if (features.condstore)
        items.append("HIGHESTMODSEQ");
    job->setDataItems(items);
    auto values = std::make_shared<QList<QPair<QByteArray, qint64>>>();
    QObject::connect(job, &KJob::result, session.get(), [job, values] { *values = job->status(); });
    const auto done = co_await session->run(job, session->patience());
    if (!done)
        co_return done.error();
    co_return toStatus(*values);
}

Task<Result<SelectedBox>> kimapSelect(std::shared_ptr<KimapSession> session, ServerFeatures features,
                                      QString path, ResyncPoint from, bool readOnly)
{
    if (const auto bad = unsendable(path))
        co_return *bad;
    auto *job = new KIMAP::SelectJob(session->kimap());
    job->setMailBox(path);
    job->setOpenReadOnly(readOnly);
    const bool resync = features.qresync && from.uidValidity != 0 && from.modseq != 0;
    job->setCondstoreEnabled(features.condstore && !resync);
    if (resync)
        job->setQResync(from.uidValidity, from.modseq);
    const auto box = std::make_shared<SelectedBox>();
    takeWhatIsTold(job, session.get(), box);
    const auto done = co_await session->run(job, session->patience());
    if (!done)
        co_return done.error();
    box->resynced = resync && box->uidValidity == from.uidValidity;
    co_return *box;
}

} // namespace kw
