#pragma once

#include "core/imap/imaplink.h"
#include "tests/sync/sim/simfaults.h"
#include "tests/sync/sim/simserver.h"
#include "tests/sync/sim/virtualclock.h"

#include <random>
#include <set>

namespace kw::sim {

// The way between the sessions and one server. Must outlive all its links' tasks: see VirtualClock.
struct SimNet {
    SimNet(VirtualClock &clock, SimServer &server, quint32 seed = 1)
        : clock(clock)
        , server(server)
        , rng(seed)
    {
    }
    VirtualClock &clock;
    SimServer &server;
    FaultPlan faults;
    std::mt19937 rng; // latencies
    int minLatencyMs = 1; // one way
    int maxLatencyMs = 20;
    bool reachable = true; // false: nobody answers at the address; sessions that are open stay silent
    QString secret; // empty: any is right
    QString busyCode = QStringLiteral("UNAVAILABLE"); // of FaultKind::Busy
    int maxSessions = 0; // 0: as many as one likes
    int sessions = 0; // open now
    // A command other than IDLE has been told what changed, and KIMAP drops it (DESIGN §6): IDLE does not
    // tell again.
    bool dropsNewsBetweenCommands = false;

    int listsAnswered = 0;
    std::set<quint64> answeredElsewhere; // header hashes: a fault changed the flag
    std::set<quint64> lostToRace; // header hashes: came into a folder between our last look and its DELETE
    std::set<const SimMail *> ourMarks; // what our sessions have marked \\Deleted
    QStringList violations; // what a client must never do; tests want it empty
    QStringList log; // "12 select INBOX", only while logging
    bool logging = false;
    std::function<QString()> watch; // what is told besides, where it has changed since the last line

    LinkFactory factory();
    Millis latency();
    void note(const QString &line); // into the log, while logging

private:
    QString m_watched;
};

class SimSession;

// ImapLink over the in-memory server: every exchange takes virtual time and ends from the clock's queue,
// never within the call.
class SimLink final : public ImapLink
{
public:
    explicit SimLink(SimNet &net);
    ~SimLink() override;
    Task<Result<ServerFeatures>> open(LinkSettings settings, QString secret) override;
    void onSilence(SilenceTold told) override;
    void close() override;
    bool isOpen() const override;
    Task<Result<QList<ListedFolder>>> list() override;
    Task<Result<BoxStatus>> status(QString path) override;
    Task<Result<SelectedBox>> select(QString path, ResyncPoint from, bool readOnly = true) override;
    Task<Result<QList<HeaderRecord>>> headersBySequence(quint32 first, quint32 last) override;
    Task<Result<QList<HeaderRecord>>> headers(UidSet uids) override;
    Task<Result<QList<FlagRecord>>> flags(UidSet uids, quint64 changedSince = 0) override;
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
    void interruptIdle() override;

private:
    std::shared_ptr<SimSession> m_session; // outlives this object while a task is on its way
};

} // namespace kw::sim
