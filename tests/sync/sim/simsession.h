#pragma once

#include "tests/sync/sim/simlink.h"

#include <QScopeGuard>

namespace kw::sim {

// The state of one connection and the course of one exchange; its coroutines keep it alive.
class SimSession final : public std::enable_shared_from_this<SimSession>
{
public:
    explicit SimSession(SimNet &net);
    ~SimSession();
    void begin(); // watches the server

    // What the server does with a command, once it has it. The fault is null or one that changes the answer.
    template <class T> using Act = std::function<Result<T>(const Fault *)>;
    template <class T> Task<Result<T>> exchange(Command command, QString note, Act<T> act);

    Task<Result<ServerFeatures>> open(LinkSettings settings, QString secret);
    Task<Result<IdleEnd>> idle();
    void interruptIdle();
    void close();
    void onSilence(ImapLink::SilenceTold told) { m_silenceTold = std::move(told); }
    bool isOpen() const { return m_state == State::Open; }

    Result<SelectedBox> select(const QString &path, ResyncPoint from, bool readOnly, const Fault *fault);
    Result<BoxStatus> status(const QString &path, const Fault *fault) const;
    Result<QList<HeaderRecord>> headers(const UidSet &uids, const Fault *fault);
    Result<QList<HeaderRecord>> headersBySequence(quint32 first, quint32 last, const Fault *fault);
    Result<BoxChanges> changesSince(quint64 modseq, const Fault *fault);
    Result<QList<FlagRecord>> flags(const UidSet &uids, quint64 changedSince, const Fault *fault);
    Result<UidSet> existing(const UidSet &among) const;
    // By the internal date; where none was told, by the message's own.
    Result<UidSet> arrivedSince(QDate day) const;
    Result<RawMessage> fetchMessage(Uid uid) const;
    Result<void> store(const UidSet &uids, const MessageFlags &flags, bool on);
    Result<QList<ListedFolder>> list() const;
    Result<UidSet> transfer(const UidSet &uids, const QString &to, bool move);
    Result<UidSet> transferAtOnce(const UidSet &asked, const QString &to, bool move);
    Result<UidSet> markedDeleted() const;
    Result<void> expunge();
    void noteMarks(const UidSet &uids);
    Result<UidSet> append(const QString &path, const RawMessage &message, const MessageFlags &flags);
    Result<void> createFolder(const QString &path);
    Result<void> renameFolder(const QString &from, const QString &to);
    Result<void> deleteFolder(const QString &path);
    Result<void> subscribe(const QString &path, bool on);
    Result<QList<QuotaResource>> quota(const QString &path) const;

private:
    enum class State { New, Open, Dead };
    using Step = Deferred<Result<void>>;

    Step wait(Millis span);
    Task<Result<void>> deliver(Command command, std::optional<Fault> fault);
    void die(Error error); // the session is lost; whatever is awaited ends with this
    void heard(const QString &path, SimServer::Event event, const void *by);
    void endIdle(Result<IdleEnd> end, Millis after);
    const SimFolder *box() const { return m_net.server.folder(m_selected); }
    Error notSelected() const;
    GmailIds gmailIds(const SimMail &mail) const;
    template <class T> void shuffle(QList<T> &records, const Fault *fault);

    SimNet &m_net;
    State m_state = State::New;
    Millis m_timeout{30'000};
    ImapLink::SilenceTold m_silenceTold;
    bool m_busy = false;
    QString m_selected;
    bool m_readOnly = true;
    QSet<QString> m_seenEmpty; // mailboxes that held nothing when they were last selected
    bool m_news = false; // something changed in the selected mailbox since it was told
    QList<quint32> m_sequence; // UIDs by sequence number, as of the SELECT
    std::optional<Step> m_step;
    std::optional<Deferred<Result<IdleEnd>>> m_idle;
    bool m_deaf = false; // the idle that stalls
    int m_watch = 0;
};

Error lost(); // the connection was cut

template <class T> Task<Result<T>> SimSession::exchange(Command command, QString note, Act<T> act)
{
    const auto self = shared_from_this();
    if (m_busy)
        m_net.violations.append(QStringLiteral("%1 while another command runs").arg(nameOf(command)));
    m_net.note(QStringLiteral("%1 %2 %3").arg(m_net.faults.commands()).arg(nameOf(command), note));
    if (m_state != (command == Command::Open ? State::New : State::Open)) {
        const auto never = co_await wait(Millis(0));
        co_return never ? lost() : never.error();
    }
    m_busy = true;
    const auto free = qScopeGuard([this] { m_busy = false; });
    const auto fault = m_net.faults.next(command);
    if (fault)
        m_net.note(QStringLiteral("   fault: ") + nameOf(fault->kind));
    const auto sent = co_await deliver(command, fault);
    if (!sent && sent.error().kind != ErrorKind::Refused)
        co_return sent.error();

    Result<T> result = sent ? act(fault ? &*fault : nullptr) : Result<T>(sent.error());
    if (fault && fault->kind == FaultKind::CutAfter) {
        die(lost());
        co_return lost();
    }
    const auto back = co_await wait(m_net.latency());
    if (!back)
        co_return back.error();
    m_net.listsAnswered += command == Command::List && result ? 1 : 0;
    co_return result;
}

} // namespace kw::sim
