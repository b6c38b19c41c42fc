#include "core/imap/throttling.h"
#include "core/sync/journal/organizer.h"
#include "tests/sync/property/local.h"

#include <QLoggingCategory>
#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One account at work on a server that fails in one way for an hour.
struct Hour {
    explicit Hour(SimFeatures features = {}, SyncSettings settings = {})
        : server(features)
        , local(net, settings)
    {
        server.createFolder(u"INBOX"_s, FolderRole::Inbox);
        server.createFolder(u"Archive"_s, FolderRole::Archive);
        server.createFolder(u"Lists"_s);
        for (int n = 1; n <= 3; ++n)
            server.append(u"INBOX"_s, makeMail(n));
        local.start();
        clock.advance(1min);
    }

    // How often it signed in meanwhile.
    int signIns(FaultKind kind, Command command)
    {
        net.faults.clear();
        net.faults.always(kind, command);
        clock.advance(1h);
        return net.faults.count(Command::Open);
    }
    AccountStatus status() { return local.engine().status(); }
    // The session that waits in the inbox is lost and cannot be had again for this long; the others stay.
    void loseWatch(Millis span)
    {
        net.faults.clear();
        net.faults.always(FaultKind::CutBefore, Command::Open);
        net.faults.always(FaultKind::CutAfter, Command::Idle);
        server.append(u"INBOX"_s, makeMail(20));
        clock.advance(span);
        net.faults.clear();
    }
    FolderId folder(const QString &path) { return local.folders().folder(local.account(), path)->id; }
    MessageId first() { return local.context().placement.messages(folder(u"INBOX"_s)).first(); }
    ActionId moveFirst()
    {
        const auto done = Organizer(local.context()).perform(Intent::move({first()}, folder(u"Archive"_s)));
        local.engine().changesWait();
        return done->id;
    }

    VirtualClock clock;
    SimServer server;
    SimNet net{clock, server};
    Local local;
};

QStringList logged;

// What goes into the log while this lives.
struct Listening {
    Listening()
    {
        logged.clear();
        QLoggingCategory::setFilterRules(u"kittiwake.*.info=true"_s);
        before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { logged.append(text); });
    }
    ~Listening()
    {
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
    }
    QtMessageHandler before = nullptr;
};

} // namespace

// A server that fails is not asked without end, and what fails there does not hold up the rest.
class ReconnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_server_that_lets_us_in_and_then_fails_is_left_alone_ever_longer()
    {
        Hour h;
        h.net.faults.clear();
        h.net.faults.always(FaultKind::CutBefore, Command::List);
        h.local.engine().refresh();
        h.clock.advance(1h);
        const int signIns = h.net.faults.count(Command::Open);
        QVERIFY2(signIns > 3 && signIns < 25, qPrintable(QString::number(signIns)));
    }

    void an_IDLE_that_is_refused_is_not_asked_for_without_end_data()
    {
        QTest::addColumn<FaultKind>("kind");
        QTest::newRow("refused") << FaultKind::Refuse;
        QTest::newRow("cut") << FaultKind::CutAfter;
    }
    void an_IDLE_that_is_refused_is_not_asked_for_without_end()
    {
        QFETCH(FaultKind, kind);
        Hour h;
        h.server.append(u"INBOX"_s, makeMail(9)); // wakes the IDLE that runs
        const int signIns = h.signIns(kind, Command::Idle);
        QVERIFY2(signIns < 40, qPrintable(QString::number(signIns)));
        // The folder is polled meanwhile.
        h.server.append(u"INBOX"_s, makeMail(10));
        h.clock.advance(45min);
        QCOMPARE(h.local.folders().folder(h.folder(u"INBOX"_s))->total, 5u);
    }

    void a_server_that_falls_silent_is_not_called_live_while_it_is_waited_for()
    {
        Hour h;
        QCOMPARE(h.status().liveness, Liveness::Live);
        h.net.reachable = false;
        h.moveFirst();
        h.clock.advance(10s);
        QCOMPARE(h.status().liveness, Liveness::Live);
        for (int second = 15; second < 180; second += 5) { // through lost sessions and new attempts
            h.clock.advance(5s);
            QCOMPARE(h.status().liveness, Liveness::Stale);
            QVERIFY(!h.status().error.text.isEmpty());
            QCOMPARE(h.local.engine().liveness(h.folder(u"INBOX"_s)), Liveness::Stale);
        }
        h.net.reachable = true;
        QVERIFY(h.clock.runUntil([&h] { return h.status().liveness == Liveness::Live; }, 2min));
        h.clock.advance(1min);
        QCOMPARE(h.status().liveness, Liveness::Live);
        QCOMPARE(h.server.folder(u"Archive"_s)->messages.size(), 1u);
    }

    void one_command_without_an_answer_is_told_and_the_next_answer_ends_it()
    {
        Hour h;
        h.net.faults.clear();
        h.net.faults.arm({FaultKind::Stall, 0});
        h.moveFirst();
        h.clock.advance(15s);
        QCOMPARE(h.status().liveness, Liveness::Stale);
        QCOMPARE(h.status().error.text, u"The server did not answer in time."_s);
        h.clock.advance(30s);
        QCOMPARE(h.status().liveness, Liveness::Live);
    }

    void what_befalls_an_account_is_logged_and_nothing_of_its_mail()
    {
        Hour h;
        {
            const Listening listening;
            h.moveFirst();
            h.net.faults.clear();
            h.net.faults.always(FaultKind::Refuse, Command::Move);
            h.clock.advance(1h);
            h.net.faults.clear();
            h.loseWatch(10min);
            h.clock.advance(10min);
            h.server.resetUidValidity(u"INBOX"_s);
            h.clock.advance(40min);
        }
        const QString all = logged.join(u'\n');
        for (const QString &part :
             {u": live"_s, u"out of reach (network)"_s, u"was lost (network), again in"_s,
              u"no connection (network), attempt 1, again in"_s,
              u"1 step(s) of kind 1 taken back (refused UNAVAILABLE)"_s, u"renumbered"_s})
            QVERIFY2(all.contains(part), qPrintable(part + u'\n' + all));
        for (const QString &secret : {u"INBOX"_s, u"Archive"_s, u"@"_s, u"Not now"_s})
            QVERIFY2(!all.contains(secret), qPrintable(secret + u'\n' + all));
        QVERIFY2(logged.size() < 60, qPrintable(all));
    }

    void a_server_that_asks_for_a_pause_gets_it_and_not_much_more_data()
    {
        QTest::addColumn<Command>("command");
        QTest::newRow("while a session is opened") << Command::List;
        QTest::newRow("in the middle of one") << Command::Select;
    }
    void a_server_that_asks_for_a_pause_gets_it_and_not_much_more()
    {
        QFETCH(Command, command);
        Hour h;
        h.net.busyCode = *pauseCode(u"Suggested Backoff Time: 200000 milliseconds"_s);
        h.net.faults.clear();
        h.net.faults.always(FaultKind::Busy, command);
        if (command == Command::List)
            h.local.engine().refresh();
        else
            h.moveFirst();
        h.clock.advance(195s);
        QVERIFY2(h.net.faults.count(command) == 1, qPrintable(QString::number(h.net.faults.count(command))));
        h.net.faults.clear();
        h.clock.advance(10s);
        QCOMPARE(h.status().liveness, Liveness::Live);
    }

    void a_lost_watch_comes_back_by_itself()
    {
        Hour h;
        h.loseWatch(20s); // the other sessions outlive it
        QCOMPARE(h.status().liveness, Liveness::Polling);
        QVERIFY(h.clock.runUntil([&h] { return h.status().liveness == Liveness::Live; }, 1min));
        h.clock.advance(70s);
        h.loseWatch(4s);
        QCOMPARE(h.status().liveness, Liveness::Connecting);
    }

    void a_lost_watch_comes_back_as_soon_as_another_session_gets_through()
    {
        Hour h;
        h.loseWatch(10min);
        QVERIFY(h.status().liveness != Liveness::Live);
        const auto isBack = [&h] { return h.status().error.text.isEmpty(); };
        QVERIFY(h.clock.runUntil(isBack, 15min));
        QVERIFY(h.clock.runUntil([&h] { return h.status().liveness == Liveness::Live; }, 3s));
    }

    void a_change_at_which_the_server_hangs_up_does_not_hold_up_the_rest()
    {
        Hour h;
        h.moveFirst();
        const int signIns = h.signIns(FaultKind::CutBefore, Command::Move);
        QVERIFY2(signIns < 150, qPrintable(QString::number(signIns)));
        h.server.append(u"INBOX"_s, makeMail(10));
        h.clock.advance(45min);
        QCOMPARE(h.local.folders().folder(h.folder(u"INBOX"_s))->total, 3u); // the new one is seen
        h.net.faults.clear();
        h.clock.advance(45min);
        QCOMPARE(h.server.folder(u"Archive"_s)->messages.size(), 1u);
        QCOMPARE(h.local.context().journal.openCount(h.local.account()), 0);
    }

    void a_server_that_says_not_now_for_ever_gets_its_change_back_with_the_reason_data()
    {
        QTest::addColumn<bool>("move");
        QTest::addColumn<Command>("command");
        QTest::newRow("MOVE") << true << Command::Move;
        QTest::newRow("COPY") << false << Command::Copy;
    }
    void a_server_that_says_not_now_for_ever_gets_its_change_back_with_the_reason()
    {
        QFETCH(bool, move);
        QFETCH(Command, command);
        SimFeatures features;
        features.move = move;
        Hour h(features);
        const ActionId action = h.moveFirst();
        const int signIns = h.signIns(FaultKind::Busy, command);
        QVERIFY2(signIns < 40, qPrintable(QString::number(signIns)));
        QCOMPARE(h.local.context().journal.openCount(h.local.account()), 0);
        const auto row = h.local.context().actions.action(action);
        QCOMPARE(row->state, ActionState::Refused);
        QCOMPARE(row->error, u"The server is busy."_s);
        QCOMPARE(h.local.folders().folder(h.folder(u"INBOX"_s))->total, 3u);
        QCOMPARE(h.server.folder(u"INBOX"_s)->messages.size(), 3u);
        QCOMPARE(h.server.folder(u"Archive"_s)->messages.size(), 0u);
    }

    void one_text_that_is_refused_does_not_keep_the_others_from_being_downloaded()
    {
        SyncSettings settings;
        settings.prefetchDays = 36'500;
        Hour h({}, settings);
        for (int n = 4; n <= 6; ++n)
            h.server.append(u"INBOX"_s, makeMail(n));
        h.server.folder(u"INBOX"_s)->withheld = UidSet::range(6, 6);
        h.clock.advance(1h);
        QStringList lacking;
        for (const MessageId id : h.local.context().placement.messages(h.folder(u"INBOX"_s))) {
            const auto row = h.local.messages().row(id);
            if (!row->hasBody)
                lacking.append(QString::number(raw(row->uid)));
        }
        QCOMPARE(lacking, QStringList{u"6"_s});
    }

    void a_mark_at_which_the_server_says_not_now_waits()
    {
        Hour h;
        const auto done
            = Organizer(h.local.context()).perform(Intent::mark({h.first()}, quint32(Flag::Flagged), true));
        QVERIFY(done);
        h.local.engine().changesWait();
        const int signIns = h.signIns(FaultKind::Busy, Command::AddFlags);
        QVERIFY2(signIns < 150, qPrintable(QString::number(signIns)));
        h.net.faults.clear();
        h.clock.advance(45min);
        QCOMPARE(h.local.folders().folder(h.folder(u"INBOX"_s))->total, 3u);
        QVERIFY(h.local.messages().pendingFlags(h.folder(u"INBOX"_s), 10).isEmpty());
        int starred = 0;
        for (const auto &[uid, message] : h.server.folder(u"INBOX"_s)->messages)
            starred += (message.bits & quint32(Flag::Flagged)) != 0 ? 1 : 0;
        QCOMPARE(starred, 1);
    }
};

QTEST_GUILESS_MAIN(ReconnectTest)
#include "reconnect_test.moc"
