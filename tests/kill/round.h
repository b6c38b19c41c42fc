#pragma once

#include "tests/imap/testserver.h"
#include "tests/kill/intents.h"
#include "tests/kill/program.h"
#include "tests/support/faultproxy.h"

#include <QSet>
#include <QTemporaryDir>

namespace kw::killing {

// What happened in all rounds, for the report.
struct Tally {
    int rounds = 0;
    int deeds = 0;
    int undone = 0;
    int kills = 0;
    int killsUnanswered = 0; // … with a deed that was not acknowledged
    int happened = 0; // … which had been written down all the same
    int cuts = 0;
    int delays = 0;
    int blackHoles = 0;
    int syncs = 0;
};

// One person on one mailbox: deeds, faults and deaths, and in the end the server holds what was acknowledged.
class Round
{
public:
    Round(TestServer &server, quint32 seed, int deeds);

    // Empty, or the promise that was broken. Story tells the whole course.
    QString run();
    // Everything offline, a death, some of it undone, another death, and only then the server hears of it.
    QString runOffline(int undos);
    QStringList story() const { return m_story; }
    const Tally &tally() const { return m_tally; }
    QString profile() const { return m_dir.path(); }

private:
    struct Step { // that can be taken back
        qint64 action = 0;
        Mailboxes before;
        QList<int> expunged;
    };

    QString prepare();
    QString live();
    QString settle();
    QString compare();

    QString act();
    QString look();
    QString concluded(const Deed &deed); // with the next answer
    QString concluded(const Deed &deed, const QStringList &answer);
    void accept(const Deed &deed, qint64 action, int count, bool lost);
    void forget(const QList<int> &keys); // gone for good, also for those who look back
    Deed undoing() const;
    void armFault();
    void healNetwork();
    QString die(const std::optional<Deed> &unanswered);
    void waitForTraffic();
    QString comeUp(const std::optional<Deed> &unanswered);
    // The next answer that is not about a sync.
    std::optional<QStringList> answer(int timeoutMs);
    void noteSynced(const QStringList &words);
    QStringList ctl(const QStringList &arguments, int *status);
    QStringList onServer(QString *problem);
    void tell(const QString &line);

    TestServer &m_server;
    const quint32 m_seed;
    const int m_deeds;
    const QByteArray m_user;
    Rng m_rng;
    QTemporaryDir m_dir;
    FaultProxy m_proxy;
    Program m_program;
    Mailboxes m_now;
    QList<Step> m_steps;
    int m_lastKey = 0;
    qint64 m_lastAction = 0;
    bool m_syncing = false;
    bool m_blackHole = false;
    QSet<qint64> m_lostForGood; // actions whose undo came too late, as the program said
    Tally m_tally;
    QStringList m_story;
};

} // namespace kw::killing
