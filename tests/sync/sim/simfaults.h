#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace kw::sim {

enum class Command {
    Open,
    List,
    Status,
    Select,
    HeadersBySequence,
    Headers,
    Flags,
    Existing,
    FetchMessage,
    AddFlags,
    RemoveFlags,
    Idle,
    Move,
    Copy,
    MarkedDeleted,
    Expunge,
    Append,
    CreateFolder,
    RenameFolder,
    DeleteFolder,
    Subscribe,
    Quota
};

enum class FaultKind {
    CutBefore, // the connection is lost before the server sees the command
    CutAfter, // … after the server has done it, before we hear of it
    Stall, // no answer, ever; the link gives up after its timeout
    Refuse, // a tagged NO, once
    LoseRecords, // a fetched record does not come (KIMAP: an unsolicited FETCH took its place)
    StubRecords, // … comes with uid 0 and nothing in it
    ShuffleRecords, // records in another order
    BumpUidValidity, // the mailbox is renumbered just before the command
    LieInExists, // SELECT tells a wrong number of messages
    NoUidNext, // SELECT and STATUS without UIDNEXT
    ZeroUidValidity, // SELECT and STATUS without UIDVALIDITY
    WrongVanished, // VANISHED names messages that are still there
    UntoldVanished, // … or leaves some out (QRESYNC that cannot be trusted; seen on iCloud)
    Busy, // a tagged "not now", with which KIMAP's session ends
};
QList<FaultKind> allFaults();
QString nameOf(FaultKind kind);
QString nameOf(Command command);
bool applies(FaultKind kind, Command command);

struct Fault {
    FaultKind kind = FaultKind::CutBefore;
    int at = 0; // number of the command it hits, counted from the last clear(); a later one where it does not
                // apply
    bool onlyThere = false; // … or not at all
    quint32 salt = 0; // chooses which record is lost, how large the lie is
};

// Which command meets which fault. Counts the commands of all sessions of a server.
class FaultPlan
{
public:
    void arm(Fault fault) { m_armed.append(fault); }
    // Every command of this kind meets it, until clear().
    void always(FaultKind kind, Command command) { m_always.insert(command, kind); }
    int count(Command command) const { return m_counts.value(command); } // since the last clear()
    void clear();
    std::optional<Fault> next(Command command);
    int commands() const { return m_commands; }
    int fired() const { return m_fired; } // since the last clear()
    const QList<FaultKind> &history() const { return m_history; } // everything that ever fired

private:
    QList<Fault> m_armed;
    QHash<Command, FaultKind> m_always;
    QHash<Command, int> m_counts;
    int m_commands = 0;
    int m_fired = 0;
    QList<FaultKind> m_history;
};

} // namespace kw::sim
