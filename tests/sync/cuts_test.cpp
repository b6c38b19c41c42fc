#include "tests/sync/desk.h"
#include "tests/sync/property/local.h"

#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One account at work on a server that hangs up on whoever asks for the headers of one message.
struct Bench {
    explicit Bench(int mails, const UidSet &deadly)
        : local(net)
    {
        SimFolder &inbox = server.createFolder(u"INBOX"_s, FolderRole::Inbox);
        for (int n = 1; n <= mails; ++n)
            server.append(u"INBOX"_s, makeMail(n));
        inbox.deadly = deadly;
        local.start();
    }
    FolderRow inbox() { return *local.folders().folder(local.account(), u"INBOX"_s); }
    UidSet bare() { return local.messages().unsupplied(inbox().id, 100); }
    SimFolder &there() { return *server.folder(u"INBOX"_s); }
    QString subject(quint32 uid)
    {
        for (const auto &known : local.messages().known(inbox().id, UidSet::range(uid, uid)))
            return local.messages().row(known.id)->subject;
        return {};
    }

    VirtualClock clock;
    SimServer server;
    SimNet net{clock, server};
    Local local;
};

UidSet one(quint32 uid)
{
    return UidSet::range(uid, uid);
}

} // namespace

// A message at which the server hangs up, every time: the others are listed all the same.
class CutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_was_cut_is_asked_for_in_halves_down_to_one()
    {
        CutPlaces cuts;
        const UidSet all = UidSet::range(1, 1000);
        UidSet slice = cuts.next(all, 100);
        QCOMPARE(slice, UidSet::range(901, 1000));
        int n = 0;
        for (const int size : {50, 25, 12, 6, 3, 1}) {
            QVERIFY(!cuts.cut(slice, 0));
            slice = cuts.next(all, 100);
            QCOMPARE(int(slice.count()), size);
            ++n;
        }
        QVERIFY(cuts.cut(slice, 5));
        QCOMPARE(cuts.count(), n + 1);
        QCOMPARE(cuts.leftAlone(6), one(1000));
        QVERIFY(cuts.leftAlone(5 + CutPlaces::Day).isEmpty());
    }

    void what_came_after_all_is_no_place_to_be_careful_at()
    {
        CutPlaces cuts;
        const UidSet all = UidSet::range(1, 1000);
        cuts.cut(UidSet::range(901, 1000), 0);
        cuts.came(UidSet::range(951, 1000));
        QCOMPARE(int(cuts.next(UidSet::range(1, 950), 100).count()), 25);
        cuts.came(UidSet::range(901, 950));
        QCOMPARE(int(cuts.next(all, 100).count()), 100);
    }

    void a_network_that_is_lost_once_or_twice_is_no_message_that_cannot_be_had()
    {
        CutPlaces cuts;
        QVERIFY(!cuts.cut(one(7), 0));
        QVERIFY(!cuts.cut(one(7), 0));
        QVERIFY(cuts.leftAlone(0).isEmpty());
        cuts.came(one(7));
        QVERIFY(!cuts.cut(one(7), 0));
    }

    void another_numbering_is_about_other_messages()
    {
        CutPlaces cuts;
        cuts.setNumbering(1);
        for (int i = 0; i < CutPlaces::FewestCuts; ++i)
            cuts.cut(one(7), 0);
        cuts.setNumbering(1);
        QCOMPARE(cuts.leftAlone(0), one(7));
        cuts.setNumbering(2);
        QVERIFY(cuts.leftAlone(0).isEmpty());
    }

    void all_but_the_one_are_listed_data()
    {
        QTest::addColumn<quint32>("uid");
        QTest::newRow("the oldest") << 1u;
        QTest::newRow("in the middle") << 17u;
        QTest::newRow("the first that backfill asks for") << 35u;
        QTest::newRow("in the newest screenful") << 38u;
        QTest::newRow("the newest") << 40u;
    }
    void all_but_the_one_are_listed()
    {
        QFETCH(quint32, uid);
        Bench b(40, one(uid));
        b.clock.advance(1h);
        QCOMPARE(b.inbox().total, 40u);
        QCOMPARE(b.inbox().lowUid, 1u);
        QCOMPARE(b.bare(), one(uid));
        QCOMPARE(b.subject(uid), u"(The server does not hand out this message)"_s);
        QCOMPARE(b.local.engine().status().liveness, Liveness::Live);
    }

    void several_are_found_one_after_the_other()
    {
        const UidSet deadly = one(3).united(one(17)).united(one(18)).united(one(30));
        Bench b(40, deadly);
        b.clock.advance(6h);
        QCOMPARE(b.inbox().total, 40u);
        QCOMPARE(b.bare(), deadly);
    }

    void it_is_asked_for_once_a_day_and_then_shown()
    {
        Bench b(40, one(17));
        b.clock.advance(1h);
        b.net.faults.clear();
        b.clock.advance(20h);
        QCOMPARE(b.bare(), one(17));
        QCOMPARE(b.net.faults.count(Command::Headers), 0);
        b.clock.advance(25h);
        QVERIFY(b.net.faults.count(Command::Headers) <= 3);
        QCOMPARE(b.local.engine().status().liveness, Liveness::Live);
        b.there().deadly = {};
        b.clock.advance(25h);
        QVERIFY(b.bare().isEmpty());
        QCOMPARE(b.inbox().total, 40u);
        QVERIFY(!b.subject(17).startsWith(u'('));
    }

    void who_asks_for_a_refresh_gets_it_at_once()
    {
        Bench b(40, one(17));
        b.clock.advance(1h);
        QCOMPARE(b.bare(), one(17));
        b.there().deadly = {};
        b.local.engine().refresh();
        b.clock.advance(1min);
        QVERIFY(b.bare().isEmpty());
    }

    void mail_that_arrives_with_it_is_shown()
    {
        Bench b(10, {});
        b.clock.advance(10min);
        QCOMPARE(b.inbox().total, 10u);
        b.there().deadly = one(11);
        for (int n = 11; n <= 13; ++n)
            b.server.append(u"INBOX"_s, makeMail(n));
        b.clock.advance(20min);
        QCOMPARE(b.inbox().total, 13u);
        QCOMPARE(b.bare(), one(11));
        b.server.append(u"INBOX"_s, makeMail(14));
        b.clock.advance(10s);
        QCOMPARE(b.inbox().total, 14u);
    }

    void one_sync_of_a_script_is_enough()
    {
        Desk d(120);
        SimFolder &lists = *d.server().folder(u"Lists"_s);
        for (int n = 201; n <= 320; ++n)
            d.server().append(u"Lists"_s, makeMail(n));
        lists.deadly = one(20);
        d.server().folder(u"INBOX"_s)->deadly = one(121);
        d.server().append(u"INBOX"_s, makeMail(121));
        d.settle();
        QCOMPARE(d.context().folders.folder(d.folder(u"Lists"_s))->total, 120u);
        QCOMPARE(d.context().messages.unsupplied(d.folder(u"Lists"_s), 9), one(20));
        QCOMPARE(d.context().messages.unsupplied(d.folder(u"INBOX"_s), 9), one(121));
    }
};

QTEST_GUILESS_MAIN(CutsTest)
#include "cuts_test.moc"
