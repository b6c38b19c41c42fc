#include "tests/kill/round.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace kw;
using namespace kw::killing;
using namespace Qt::StringLiterals;

namespace {

int number(const char *variable, int otherwise)
{
    const int asked = qEnvironmentVariableIntValue(variable);
    return asked > 0 ? asked : otherwise;
}

struct Kind {
    QString name;
    QStringList without;
};

} // namespace

// The real engine as a process, real servers, a network that cuts, delays and swallows, and kill -9 at any
// moment: in the end the server holds what was acknowledged. KW_KILL_ROUNDS=n runs more; KW_KILL_SEED=n
// KW_KILL_DEEDS=m one round, told in full, and KW_KILL_KEEP=directory keeps the profile of one that failed.
class KillTest : public QObject
{
    Q_OBJECT
    std::map<int, std::unique_ptr<TestServer>> m_servers;
    Tally m_all;

    static QList<Kind> kinds()
    {
        QList<Kind> all{
            {u"dovecot"_s, {}}, {u"dovecot"_s, {u"MOVE"_s}}, {u"dovecot"_s, {u"QRESYNC"_s, u"CONDSTORE"_s}}};
        if (hasCyrus())
            all.append({u"cyrus"_s, {}});
        return all;
    }

    TestServer *serverFor(quint32 seed)
    {
        const int index = int(seed % 4) % int(kinds().size());
        auto &server = m_servers[index];
        if (!server) {
            auto started = startServer(kinds().at(index).name, kinds().at(index).without);
            if (!started) {
                qWarning("%s", qPrintable(started.error().text));
                return nullptr;
            }
            server = std::move(*started);
        }
        return server.get();
    }

    QString roundOf(quint32 seed, int deeds, bool tellAll = false)
    {
        TestServer *server = serverFor(seed);
        if (!server)
            return u"no server"_s;
        Round round(*server, seed, deeds);
        const QString broken = round.run();
        const Tally &t = round.tally();
        if (const QString keep = qEnvironmentVariable("KW_KILL_KEEP"); !keep.isEmpty() && !broken.isEmpty())
            QProcess::execute(u"cp"_s, {u"-a"_s, round.profile(), keep});
        m_all.rounds += t.rounds;
        m_all.deeds += t.deeds;
        m_all.undone += t.undone;
        m_all.kills += t.kills;
        m_all.killsUnanswered += t.killsUnanswered;
        m_all.happened += t.happened;
        m_all.cuts += t.cuts;
        m_all.delays += t.delays;
        m_all.blackHoles += t.blackHoles;
        m_all.syncs += t.syncs;
        if (tellAll || !broken.isEmpty())
            qInfo("%s", qPrintable(round.story().join(u'\n')));
        return broken.isEmpty()
            ? broken
            : u"KW_KILL_SEED=%1 KW_KILL_DEEDS=%2 repeats: %3"_s.arg(seed).arg(deeds).arg(broken);
    }

private Q_SLOTS:
    void one_round_may_be_told_in_full()
    {
        const int seed = qEnvironmentVariableIntValue("KW_KILL_SEED");
        const QString broken = roundOf(quint32(std::max(seed, 1)), number("KW_KILL_DEEDS", 5), seed > 0);
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
    }

    void whatever_was_acknowledged_is_on_the_server_in_the_end_once()
    {
        if (qEnvironmentVariableIntValue("KW_KILL_SEED") > 0)
            return;
        const int rounds = number("KW_KILL_ROUNDS", 50);
        const int from = qEnvironmentVariableIntValue("KW_KILL_FROM");
        QElapsedTimer timer;
        timer.start();
        QStringList failures;
        for (int seed = from + 100; seed < from + 100 + rounds && failures.size() < 3; ++seed) {
            if (const QString broken = roundOf(quint32(seed), 20); !broken.isEmpty())
                failures.append(broken);
        }
        qInfo("%d rounds, %d changes (%d undone), %d syncs, %d cuts, %d delays, %d black holes, %d kills (%d "
              "in the middle of a "
              "change, %d of which had happened) in %lld ms",
              m_all.rounds, m_all.deeds, m_all.undone, m_all.syncs, m_all.cuts, m_all.delays,
              m_all.blackHoles, m_all.kills, m_all.killsUnanswered, m_all.happened, timer.elapsed());
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
        QVERIFY(m_all.kills > rounds / 2);
    }

    // Each of these once failed.
    void so_is_a_long_day_of_two_hundred_changes_data()
    {
        QTest::addColumn<int>("seed");
        for (const int seed : {7, 13, 19, 25, 71, 97, 178})
            QTest::addRow("seed %d", seed) << seed;
    }
    void so_is_a_long_day_of_two_hundred_changes()
    {
        if (qEnvironmentVariableIntValue("KW_KILL_SEED") > 0)
            return;
        QFETCH(int, seed);
        const QString broken = roundOf(quint32(seed), 200);
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
    }

    void fifty_changes_offline_a_restart_twenty_undone_and_the_server_equals_what_is_left_data()
    {
        QTest::addColumn<int>("seed");
        for (const int seed : {4, 8, 12, 16, 20})
            QTest::addRow("seed %d", seed) << seed;
    }
    void fifty_changes_offline_a_restart_twenty_undone_and_the_server_equals_what_is_left()
    {
        QFETCH(int, seed);
        TestServer *server = serverFor(quint32(seed));
        QVERIFY(server);
        Round round(*server, quint32(seed), 50);
        const QString broken = round.runOffline(20);
        if (!broken.isEmpty())
            qInfo("%s", qPrintable(round.story().join(u'\n')));
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
