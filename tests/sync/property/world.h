#pragma once

#include "core/sync/journal/organizer.h"
#include "core/sync/journal/undoer.h"
#include "tests/sync/property/local.h"

#include <map>
#include <set>

namespace kw::sim {

using Rng = std::mt19937;

// What one run is about: the server and its first mail follow from a seed, the steps are explicit, so that a
// plan stays the same when actions are added.
struct Step {
    QByteArray action; // a name in the action table
    quint32 seed = 0;
};
struct Plan {
    quint32 seed = 0;
    QList<Step> steps;
};

struct WorldSettings {
    SimFeatures features;
    SimQuirks quirks;
    SyncSettings sync;
    int inbox = 20; // messages there at first
    int otherFolders = 2;
    quint32 seed = 1;
    bool dropsNews = false; // see SimNet
    static WorldSettings fromSeed(quint32 seed);
};

// One server, one machine of ours, and what must be true of both in the end.
class World
{
public:
    explicit World(WorldSettings settings);

    VirtualClock clock;
    SimServer server;
    SimNet net;
    Local local;

    // --- by us
    void setFlags(const QList<MessageId> &ids, quint32 bits, bool on);
    void open(MessageId id);
    void perform(const Intent &intent);
    void undo(bool newest, Rng &rng);
    void retryRefused();
    QList<FolderRow> folders(); // ours, shown
    QList<MessageRow> rows(FolderId folder);
    QList<MessageRow> allRows();

    // --- by a second client
    SimMailPtr newMail(Rng &rng);
    void append(const QString &path, SimMailPtr mail, quint32 bits = 0);
    void setServerFlags(const QString &path, const UidSet &uids, quint32 bits, const QStringList &keywords,
                        bool on);
    void expunge(const QString &path, const UidSet &uids);
    void moveElsewhere(const QString &from, const UidSet &uids, const QString &to);
    void claimNothing() { m_claims = false; } // the server may refuse from now on
    void forget(const QString &path); // the folder goes, and with it what we wanted of its messages
    void mayDoubleFrom(const QString &path); // the server may leave half a move of what is there now
    QString anyFolder(Rng &rng) const;

    // Lets time pass; a power loss that was asked for happens here, and the machine comes up again.
    void pass(Millis span);
    void restart();
    void crashNow();

    // Everything works again; sync to rest. Empty, or why there is no rest.
    QString heal();
    QString syncToRest();
    // Empty, or the first broken promise.
    QString check();
    // A second sync writes nothing. Only after heal() and check().
    QString checkQuiet();
    QString healAndCheck();
    // Where the messages of a subject are on the server and here, and what the journal has of them.
    QString whereabouts(const QString &subject);

private:
    QString checkFolder(const SimFolder &there, const FolderRow &here);
    QString checkRow(const SimFolder &there, const SimMessage &message, struct RawRow row);
    QString checkWishes();
    QString checkLives();
    QString checkJournal();
    void mayGo(const QString &path, const UidSet &uids);
    void mayGo(const QList<MessageId> &ids);
    void mayDouble(const QList<MessageId> &ids);
    void mayDoubleRestored(const QList<qint64> &vanished);
    quint64 hashOf(MessageId id);
    QString checkTables();
    QString checkBodies();
    void noteLies();

    struct Wish {
        QString folder;
        quint64 mail; // header hash
        quint32 bit;
        auto operator<=>(const Wish &) const = default;
    };
    std::map<Wish, bool> m_wishes; // flags that we changed last, so the server must have them in the end
    std::set<quint64> m_born; // every message that ever was on the server, by header hash
    std::set<quint64> m_mayGo; // somebody deleted one for good
    std::set<quint64> m_mayDouble; // somebody made another of it
    bool m_claims = true;
    int m_lastMail = 0;
    int m_liesNoted = 0;
};

} // namespace kw::sim
