#include "tests/sync/sim/simsession.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kw::sim {

Error lost()
{
    return {ErrorKind::Network, u"The connection was lost."_s, {}};
}

namespace {

Error cancelled()
{
    return {ErrorKind::Cancelled, u"Given up."_s, {}};
}

Error refused(const QString &text, const QString &code = {})
{
    return {ErrorKind::Refused, text, code};
}

} // namespace

SimSession::SimSession(SimNet &net)
    : m_net(net)
{
}

SimSession::~SimSession()
{
    m_net.server.unwatch(m_watch);
}

void SimSession::begin()
{
    const std::weak_ptr<SimSession> weak = weak_from_this();
    m_watch = m_net.server.watch([weak](const QString &path, SimServer::Event event, const void *by) {
        if (const auto self = weak.lock())
            self->heard(path, event, by);
    });
}

SimSession::Step SimSession::wait(Millis span)
{
    Step step;
    m_step = step;
    m_net.clock.callAfter(span, [step] { step.resolve(Result<void>{}); });
    return step;
}

void SimSession::die(Error error)
{
    if (m_state == State::Open)
        --m_net.sessions;
    m_state = State::Dead;
    const auto step = m_step;
    const auto idle = m_idle;
    m_net.clock.callAfter(0ms, [step, idle, error] {
        if (step)
            step->resolve(Result<void>(error));
        if (idle)
            idle->resolve(Result<IdleEnd>(error));
    });
}

void SimSession::close()
{
    if (m_state != State::Dead)
        die(cancelled());
}

void SimSession::heard(const QString &path, SimServer::Event event, const void *by)
{
    if (m_state != State::Open || path != m_selected || by == this)
        return;
    if (event == SimServer::Event::Gone) {
        die(lost()); // as Dovecot does: BYE
        return;
    }
    if (m_idle && !m_deaf && m_net.reachable)
        endIdle(Result<IdleEnd>(IdleEnd::ServerSpoke), m_net.latency());
    else if (!m_busy || !m_net.dropsNewsBetweenCommands)
        m_news = true;
}

void SimSession::endIdle(Result<IdleEnd> end, Millis after)
{
    const auto idle = m_idle;
    if (idle)
        m_net.clock.callAfter(after, [idle, end] { idle->resolve(end); });
}

// The request travels and may meet its fault on the way.
Task<Result<void>> SimSession::deliver(Command command, std::optional<Fault> fault)
{
    const auto self = shared_from_this();
    if (!m_net.reachable || (fault && fault->kind == FaultKind::Stall)) {
        const Error late{ErrorKind::Network, u"The server did not answer in time."_s, {}};
        const Millis first = m_timeout * 2 / 5;
        for (const Millis span : {first, m_timeout - first}) {
            const auto silence = co_await wait(span);
            if (!silence)
                co_return silence.error();
            if (m_silenceTold && span == first)
                m_silenceTold(late);
        }
        die(late);
        co_return late;
    }
    const auto sent = co_await wait(m_net.latency());
    if (!sent)
        co_return sent.error();
    if (!fault)
        co_return Result<void>{};
    if (fault->kind == FaultKind::CutBefore) {
        die(lost());
        co_return lost();
    }
    if (fault->kind == FaultKind::Busy) {
        const Error busy{ErrorKind::Network, u"The server is busy."_s, m_net.busyCode};
        die(busy);
        co_return busy;
    }
    if (fault->kind == FaultKind::Refuse)
        co_return refused(u"Not now (%1)."_s.arg(nameOf(command)), u"UNAVAILABLE"_s);
    if (fault->kind == FaultKind::BumpUidValidity && command != Command::Select
        && command != Command::Status) {
        m_net.server.resetUidValidity(m_selected);
        if (m_state == State::Dead)
            co_return lost();
    }
    co_return Result<void>{};
}

Task<Result<ServerFeatures>> SimSession::open(LinkSettings settings, QString secret)
{
    const auto self = shared_from_this();
    m_timeout = Millis(settings.timeoutMs);
    const Act<ServerFeatures> act = [this, secret](const Fault *) -> Result<ServerFeatures> {
        if (!m_net.secret.isEmpty() && m_net.secret != secret)
            return Error{ErrorKind::Auth, u"The server refuses the password."_s, u"AUTHENTICATIONFAILED"_s};
        if (m_net.maxSessions > 0 && m_net.sessions >= m_net.maxSessions)
            return Error{ErrorKind::Network, u"Too many connections."_s, u"LIMIT"_s};
        const SimFeatures &has = m_net.server.features();
        ServerFeatures told;
        told.qresync = has.resync == SimFeatures::Resync::Qresync;
        told.condstore = has.resync != SimFeatures::Resync::Plain;
        told.move = has.move;
        told.uidPlus = has.uidPlus;
        told.idle = has.idle;
        told.specialUse = has.specialUse;
        told.gmail = m_net.server.quirks.gmail;
        if (m_net.server.quirks.quotaKb > 0)
            told.capabilities.append(u"QUOTA"_s);
        m_state = State::Open;
        ++m_net.sessions;
        return told;
    };
    auto result = co_await exchange<ServerFeatures>(Command::Open, settings.user, act);
    if (!result && m_state == State::New)
        m_state = State::Dead;
    co_return result;
}

Task<Result<IdleEnd>> SimSession::idle()
{
    const auto self = shared_from_this();
    if (m_busy)
        m_net.violations.append(u"idle while another command runs"_s);
    if (!m_net.server.features().idle || m_selected.isEmpty())
        m_net.violations.append(u"idle without the extension or a mailbox"_s);
    m_net.note(u"%1 idle %2"_s.arg(m_net.faults.commands()).arg(m_selected));
    if (m_state != State::Open) {
        const auto never = co_await wait(0ms);
        co_return never ? lost() : never.error();
    }
    m_busy = true;
    const auto free = qScopeGuard([this] {
        m_busy = false;
        m_deaf = false;
        m_idle.reset();
    });
    auto fault = m_net.faults.next(Command::Idle);
    m_deaf = !m_net.reachable || (fault && fault->kind == FaultKind::Stall);
    if (m_deaf) // IDLE is silent by nature: nobody notices before it is renewed
        fault.reset();
    else if (const auto sent = co_await deliver(Command::Idle, fault); !sent)
        co_return sent.error();
    if (fault && fault->kind == FaultKind::CutAfter) {
        die(lost());
        co_return lost();
    }
    m_idle.emplace();
    const Deferred<Result<IdleEnd>> end = *m_idle;
    if (std::exchange(m_news, false) && !m_deaf)
        endIdle(Result<IdleEnd>(IdleEnd::ServerSpoke), m_net.latency());
    const auto renewal
        = m_net.clock.callAfter(29min, [end] { end.resolve(Result<IdleEnd>(IdleEnd::Renewed)); });
    auto result = co_await end;
    m_net.clock.cancel(renewal);
    m_idle.reset();
    if (result && (m_deaf || !m_net.reachable)) { // DONE is not answered
        const auto silence = co_await wait(m_timeout);
        if (!silence)
            co_return silence.error();
        die(lost());
        co_return lost();
    }
    co_return result;
}

void SimSession::interruptIdle()
{
    endIdle(Result<IdleEnd>(IdleEnd::Interrupted), m_net.latency());
}

Error SimSession::notSelected() const
{
    return refused(u"No mailbox is selected."_s);
}

Result<QList<ListedFolder>> SimSession::list() const
{
    QList<ListedFolder> listed;
    for (const auto &[path, folder] : m_net.server.folders()) {
        ListedFolder one;
        one.path = path;
        one.separator = u'/';
        one.role = m_net.server.features().specialUse || folder.role == FolderRole::Inbox ? folder.role
                                                                                          : FolderRole::None;
        one.selectable = folder.selectable;
        one.unsupported = folder.unsupported;
        listed.append(one);
    }
    return listed;
}

Result<BoxStatus> SimSession::status(const QString &path, const Fault *fault) const
{
    if (fault && fault->kind == FaultKind::BumpUidValidity)
        m_net.server.resetUidValidity(path);
    const SimFolder *folder = m_net.server.folder(path);
    if (!folder || !folder->selectable)
        return refused(u"There is no such mailbox."_s, u"NONEXISTENT"_s);
    BoxStatus told;
    told.messages = quint32(folder->messages.size());
    told.unseen = quint32(std::count_if(folder->messages.begin(), folder->messages.end(), [](const auto &m) {
        return (m.second.bits & quint32(Flag::Seen)) == 0;
    }));
    told.uidNext = m_net.server.quirks.noUidNext || (fault && fault->kind == FaultKind::NoUidNext)
        ? 0
        : folder->uidNext;
    told.uidValidity = fault && fault->kind == FaultKind::ZeroUidValidity ? 0 : folder->uidValidity;
    told.highestModseq = m_net.server.features().resync == SimFeatures::Resync::Plain ? 0 : folder->modseq;
    return told;
}

namespace {

void applyLies(SelectedBox &told, const SimFolder &folder, const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::LieInExists:
        told.exists
            = fault.salt % 2 == 0 ? told.exists + 1 + fault.salt % 5 : told.exists / (2 + fault.salt % 3);
        break;
    case FaultKind::NoUidNext:
        told.uidNext = 0;
        break;
    case FaultKind::ZeroUidValidity:
        told.uidValidity = 0;
        break;
    case FaultKind::WrongVanished:
        if (told.resynced && !folder.messages.empty())
            told.vanished.add(std::next(folder.messages.begin(), fault.salt % folder.messages.size())->first);
        break;
    case FaultKind::UntoldVanished:
        told.vanished = {};
        break;
    default:
        break;
    }
}

} // namespace

Result<SelectedBox> SimSession::select(const QString &path, ResyncPoint from, bool readOnly,
                                       const Fault *fault)
{
    m_selected.clear();
    if (fault && fault->kind == FaultKind::BumpUidValidity)
        m_net.server.resetUidValidity(path);
    const SimFolder *folder = m_net.server.folder(path);
    if (!folder || !folder->selectable)
        return refused(u"There is no such mailbox."_s, u"NONEXISTENT"_s);
    if (folder->closed)
        return refused(u"You may not open this."_s, u"NOPERM"_s);
    m_selected = path;
    m_readOnly = readOnly || folder->readOnly;
    m_news = false;
    m_sequence = folder->uids().toList();
    m_seenEmpty.remove(path);
    if (m_sequence.isEmpty())
        m_seenEmpty.insert(path);

    const SimFeatures &has = m_net.server.features();
    SelectedBox told;
    told.uidValidity = folder->uidValidity;
    told.uidNext = m_net.server.quirks.noUidNext ? 0 : folder->uidNext;
    told.highestModseq = has.resync == SimFeatures::Resync::Plain ? 0 : folder->modseq;
    told.exists = quint32(folder->messages.size());
    told.readOnly = m_readOnly;
    told.keywordsAllowed = !m_readOnly && !folder->noKeywords;
    told.kept.keywords = folder->namedKeywords;
    if (has.resync == SimFeatures::Resync::Qresync && from.uidValidity == folder->uidValidity
        && from.modseq > 0) {
        told.resynced = true;
        for (const auto &[uid, message] : folder->messages) {
            if (message.modseq > from.modseq)
                told.modified.append({Uid(uid), {message.bits, message.keywords}, 0});
        }
        told.vanished = m_net.server.vanishedSince(*folder, from.modseq);
        shuffle(told.modified, fault);
    }
    if (fault)
        applyLies(told, *folder, *fault);
    return told;
}

template <class T> void SimSession::shuffle(QList<T> &records, const Fault *fault)
{
    if (m_net.server.quirks.shuffledRecords || (fault && fault->kind == FaultKind::ShuffleRecords))
        std::shuffle(records.begin(), records.end(), m_net.rng);
}

GmailIds SimSession::gmailIds(const SimMail &mail) const
{
    if (!m_net.server.quirks.gmail)
        return {};
    return {SimServer::gmailId(mail),
            mail.digest.references.isEmpty() ? SimServer::gmailId(mail) : mail.digest.references.first()};
}

Result<QList<HeaderRecord>> SimSession::headers(const UidSet &uids, const Fault *fault)
{
    const SimFolder *folder = box();
    if (!folder)
        return notSelected();
    if (uids.isEmpty())
        m_net.violations.append(u"an empty set was fetched"_s);
    if (!uids.intersected(folder->deadly).isEmpty()) {
        die(lost());
        return lost();
    }
    QList<HeaderRecord> records;
    for (const auto &[uid, m] : folder->messages) {
        if (uids.contains(uid))
            records.append(
                {Uid(uid), m.mail->size(), {m.bits, m.keywords}, m.mail->digest, gmailIds(*m.mail)});
    }
    if (fault && !records.isEmpty()) {
        const auto victim = qsizetype(fault->salt % records.size());
        if (fault->kind == FaultKind::LoseRecords)
            records.removeAt(victim);
        else if (fault->kind == FaultKind::StubRecords)
            records[victim] = HeaderRecord{};
    }
    shuffle(records, fault);
    return records;
}

Result<QList<HeaderRecord>> SimSession::headersBySequence(quint32 first, quint32 last, const Fault *fault)
{
    if (!box())
        return notSelected();
    UidSet uids;
    for (quint32 n = std::max(first, 1u); n <= last && n <= quint32(m_sequence.size()); ++n)
        uids.add(m_sequence.at(n - 1));
    if (uids.isEmpty())
        return QList<HeaderRecord>{};
    return headers(uids, fault);
}

Result<QList<FlagRecord>> SimSession::flags(const UidSet &uids, quint64 changedSince, const Fault *fault)
{
    if (!box())
        return notSelected();
    if (changedSince > 0 && m_net.server.features().resync == SimFeatures::Resync::Plain) {
        m_net.violations.append(u"CHANGEDSINCE without CONDSTORE"_s);
        return refused(u"What is CHANGEDSINCE?"_s);
    }
    if (uids.isEmpty())
        m_net.violations.append(u"the flags of an empty set were fetched"_s);
    QList<FlagRecord> records;
    for (const auto &[uid, m] : box()->messages) {
        if (uids.contains(uid) && (changedSince == 0 || m.modseq > changedSince))
            records.append({Uid(uid), {m.bits, m.keywords}, m.mail->size()});
    }
    if (fault && !records.isEmpty()) {
        const auto victim = qsizetype(fault->salt % records.size());
        if (fault->kind == FaultKind::LoseRecords || fault->kind == FaultKind::StubRecords) {
            // What takes a record's place is news about that very message.
            const FlagRecord was = records.at(victim);
            if (const auto it = box()->messages.find(raw(was.uid)); it != box()->messages.end())
                m_net.answeredElsewhere.insert(it->second.mail->digest.headerHash);
            m_net.server.setFlags(m_selected, UidSet::range(raw(was.uid), raw(was.uid)),
                                  quint32(Flag::Answered), {},
                                  (was.flags.bits & quint32(Flag::Answered)) == 0);
            if (fault->kind == FaultKind::LoseRecords)
                records.removeAt(victim);
            else
                records[victim] = FlagRecord{};
        }
    }
    shuffle(records, fault);
    return records;
}

Result<UidSet> SimSession::existing(const UidSet &among) const
{
    if (!box())
        return notSelected();
    return box()->uids().intersected(among);
}

Result<UidSet> SimSession::arrivedSince(QDate day) const
{
    if (!box())
        return notSelected();
    const qint64 from = day.startOfDay(QTimeZone::utc()).toSecsSinceEpoch();
    QList<quint32> uids;
    for (const auto &[uid, message] : box()->messages) {
        if ((message.internalDate ? message.internalDate : message.mail->digest.date) >= from)
            uids.append(uid);
    }
    return UidSet::of(std::move(uids));
}

Result<RawMessage> SimSession::fetchMessage(Uid uid) const
{
    if (!box())
        return notSelected();
    const auto found = box()->messages.find(raw(uid));
    if (found == box()->messages.end())
        return Error{ErrorKind::NotFound, u"The message is no longer on the server."_s, {}};
    if (box()->withheld.contains(raw(uid)))
        return refused(u"This message cannot be read."_s);
    return RawMessage{found->second.mail->header, found->second.mail->body};
}

Result<void> SimSession::store(const UidSet &uids, const MessageFlags &flags, bool on)
{
    if (!box())
        return notSelected();
    if (m_readOnly) {
        m_net.violations.append(u"STORE in a mailbox that was opened read-only"_s);
        return refused(u"The mailbox is read-only."_s, u"READ-ONLY"_s);
    }
    if (uids.isEmpty() || (flags.bits == 0 && flags.keywords.isEmpty())
        || (flags.bits & ~ServerFlagMask) != 0)
        m_net.violations.append(u"a STORE without messages or flags, or with local bits"_s);
    if (on && (flags.bits & quint32(Flag::Deleted)))
        noteMarks(uids);
    m_net.server.setFlags(m_selected, uids, flags.bits, flags.keywords, on, this);
    return {};
}

} // namespace kw::sim
