#include "tests/sync/sim/simsession.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace kw::sim {

LinkFactory SimNet::factory()
{
    return [this](bool) -> std::unique_ptr<ImapLink> { return std::make_unique<SimLink>(*this); };
}

void SimNet::note(const QString &line)
{
    if (!logging)
        return;
    log.append(line);
    const QString seen = watch ? watch() : QString();
    if (seen != m_watched)
        log.append(seen);
    m_watched = seen;
}

Millis SimNet::latency()
{
    return Millis(minLatencyMs + int(rng() % quint32(maxLatencyMs - minLatencyMs + 1)));
}

namespace {

QString note(const UidSet &uids)
{
    QStringList parts;
    for (const UidSet::Range &r : uids.ranges())
        parts.append(r.first == r.last ? QString::number(r.first) : u"%1:%2"_s.arg(r.first).arg(r.last));
    return parts.join(u',');
}

} // namespace

SimLink::SimLink(SimNet &net)
    : m_session(std::make_shared<SimSession>(net))
{
    m_session->begin();
}

SimLink::~SimLink()
{
    m_session->close();
}

Task<Result<ServerFeatures>> SimLink::open(LinkSettings settings, QString secret)
{
    return m_session->open(std::move(settings), std::move(secret));
}

void SimLink::onSilence(SilenceTold told)
{
    m_session->onSilence(std::move(told));
}

void SimLink::close()
{
    m_session->close();
}

bool SimLink::isOpen() const
{
    return m_session->isOpen();
}

Task<Result<QList<ListedFolder>>> SimLink::list()
{
    auto *s = m_session.get();
    return s->exchange<QList<ListedFolder>>(Command::List, {}, [s](const Fault *) { return s->list(); });
}

Task<Result<BoxStatus>> SimLink::status(QString path)
{
    auto *s = m_session.get();
    return s->exchange<BoxStatus>(Command::Status, path,
                                  [s, path](const Fault *f) { return s->status(path, f); });
}

Task<Result<SelectedBox>> SimLink::select(QString path, ResyncPoint from, bool readOnly)
{
    auto *s = m_session.get();
    const QString text = u"%1 since %2/%3"_s.arg(path).arg(from.uidValidity).arg(from.modseq);
    return s->exchange<SelectedBox>(Command::Select, text,
                                    [=](const Fault *f) { return s->select(path, from, readOnly, f); });
}

Task<Result<QList<HeaderRecord>>> SimLink::headersBySequence(quint32 first, quint32 last)
{
    auto *s = m_session.get();
    return s->exchange<QList<HeaderRecord>>(
        Command::HeadersBySequence, u"%1:%2"_s.arg(first).arg(last),
        [=](const Fault *f) { return s->headersBySequence(first, last, f); });
}

Task<Result<QList<HeaderRecord>>> SimLink::headers(UidSet uids)
{
    auto *s = m_session.get();
    return s->exchange<QList<HeaderRecord>>(Command::Headers, note(uids),
                                            [s, uids](const Fault *f) { return s->headers(uids, f); });
}

Task<Result<QList<FlagRecord>>> SimLink::flags(UidSet uids, quint64 changedSince)
{
    auto *s = m_session.get();
    return s->exchange<QList<FlagRecord>>(Command::Flags, u"%1 since %2"_s.arg(note(uids)).arg(changedSince),
                                          [=](const Fault *f) { return s->flags(uids, changedSince, f); });
}

Result<BoxChanges> SimSession::changesSince(quint64 modseq, const Fault *fault)
{
    if (m_net.server.features().resync != SimFeatures::Resync::Qresync)
        m_net.violations.append(u"VANISHED was asked for without QRESYNC"_s);
    const auto told = flags(UidSet::range(1, std::numeric_limits<quint32>::max()), modseq, fault);
    if (!told)
        return told.error();
    return BoxChanges{*told, m_net.server.vanishedSince(*box(), modseq)};
}

Task<Result<BoxChanges>> SimLink::changesSince(quint64 modseq)
{
    auto *s = m_session.get();
    return s->exchange<BoxChanges>(Command::Flags, u"changes since %1"_s.arg(modseq),
                                   [=](const Fault *f) { return s->changesSince(modseq, f); });
}

Task<Result<UidSet>> SimLink::existing(UidSet among)
{
    auto *s = m_session.get();
    return s->exchange<UidSet>(Command::Existing, note(among),
                               [s, among](const Fault *) { return s->existing(among); });
}

Task<Result<UidSet>> SimLink::arrivedSince(QDate day)
{
    auto *s = m_session.get();
    return s->exchange<UidSet>(Command::Existing, day.toString(Qt::ISODate),
                               [s, day](const Fault *) { return s->arrivedSince(day); });
}

Task<Result<RawMessage>> SimLink::fetchMessage(Uid uid)
{
    auto *s = m_session.get();
    return s->exchange<RawMessage>(Command::FetchMessage, QString::number(raw(uid)),
                                   [s, uid](const Fault *) { return s->fetchMessage(uid); });
}

Task<Result<void>> SimLink::addFlags(UidSet uids, MessageFlags flags)
{
    auto *s = m_session.get();
    return s->exchange<void>(Command::AddFlags, u"%1 +%2"_s.arg(note(uids)).arg(flags.bits),
                             [=](const Fault *) { return s->store(uids, flags, true); });
}

Task<Result<void>> SimLink::removeFlags(UidSet uids, MessageFlags flags)
{
    auto *s = m_session.get();
    return s->exchange<void>(Command::RemoveFlags, u"%1 -%2"_s.arg(note(uids)).arg(flags.bits),
                             [=](const Fault *) { return s->store(uids, flags, false); });
}

Task<Result<UidSet>> SimLink::move(UidSet uids, QString to)
{
    auto *s = m_session.get();
    return s->exchange<UidSet>(Command::Move, u"%1 to %2"_s.arg(note(uids), to),
                               [=](const Fault *) { return s->transfer(uids, to, true); });
}

Task<Result<UidSet>> SimLink::copy(UidSet uids, QString to)
{
    auto *s = m_session.get();
    return s->exchange<UidSet>(Command::Copy, u"%1 to %2"_s.arg(note(uids), to),
                               [=](const Fault *) { return s->transfer(uids, to, false); });
}

Task<Result<UidSet>> SimLink::markedDeleted()
{
    auto *s = m_session.get();
    return s->exchange<UidSet>(Command::MarkedDeleted, {}, [=](const Fault *) { return s->markedDeleted(); });
}

Task<Result<void>> SimLink::expunge()
{
    auto *s = m_session.get();
    return s->exchange<void>(Command::Expunge, {}, [=](const Fault *) { return s->expunge(); });
}

Task<Result<UidSet>> SimLink::append(QString path, RawMessage message, MessageFlags flags, qint64)
{
    auto *s = m_session.get();
    return s->exchange<UidSet>(Command::Append, path,
                               [=](const Fault *) { return s->append(path, message, flags); });
}

Task<Result<void>> SimLink::createFolder(QString path)
{
    auto *s = m_session.get();
    return s->exchange<void>(Command::CreateFolder, path,
                             [=](const Fault *) { return s->createFolder(path); });
}

Task<Result<void>> SimLink::renameFolder(QString from, QString to)
{
    auto *s = m_session.get();
    return s->exchange<void>(Command::RenameFolder, u"%1 to %2"_s.arg(from, to),
                             [=](const Fault *) { return s->renameFolder(from, to); });
}

Task<Result<void>> SimLink::deleteFolder(QString path)
{
    auto *s = m_session.get();
    return s->exchange<void>(Command::DeleteFolder, path,
                             [=](const Fault *) { return s->deleteFolder(path); });
}

Task<Result<void>> SimLink::subscribe(QString path, bool on)
{
    auto *s = m_session.get();
    return s->exchange<void>(Command::Subscribe, u"%1 %2"_s.arg(path).arg(on),
                             [=](const Fault *) { return s->subscribe(path, on); });
}

Task<Result<QList<QuotaResource>>> SimLink::quota(QString path)
{
    auto *s = m_session.get();
    return s->exchange<QList<QuotaResource>>(Command::Quota, path,
                                             [s, path](const Fault *) { return s->quota(path); });
}

Task<Result<IdleEnd>> SimLink::idle()
{
    return m_session->idle();
}

void SimLink::interruptIdle()
{
    m_session->interruptIdle();
}

} // namespace kw::sim
