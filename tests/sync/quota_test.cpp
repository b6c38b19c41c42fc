#include "core/store/quotastore.h"
#include "core/sync/account/accountsync.h"
#include "core/sync/bodytrimmer.h"
#include "tests/store/profile.h"
#include "tests/sync/sim/simlink.h"

#include <QCoroTask>
#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;

namespace {

constexpr Millis Quarter = std::chrono::minutes(15);

// One account that is online with a simulated server that has a quota.
struct Online : test::Profile {
    explicit Online(quint64 kb)
        : net(clock, server)
    {
        server.quirks.quotaKb = kb;
        for (const auto &[path, role] :
             std::initializer_list<std::pair<QString, FolderRole>>{{u"INBOX"_s, FolderRole::Inbox},
                                                                   {u"Archive"_s, FolderRole::Archive},
                                                                   {u"Trash"_s, FolderRole::Trash}})
            server.createFolder(path, role);
        net.logging = true;
        AccountHooks hooks;
        hooks.statusChanged = [](const AccountStatus &) { };
        hooks.folderStatusChanged = [](const FolderStatus &) { };
        hooks.bodyArrived = [](MessageId) { };
        hooks.openFailed = [](MessageId, const Error &) { };
        hooks.notice = [this](const Error &error) { notices.append(error); };
        hooks.rowsAwaitThreading = [] { };
        hooks.quotaTold = [this](AccountId, int crossed) {
            ++told;
            if (crossed > 0)
                crossings.append(crossed);
        };
        sync = std::make_unique<AccountSync>(
            ctx, account, u"ann"_s, net.factory(), LinkSettings{},
            []() -> Task<Result<QString>> { co_return QString(); }, hooks);
    }
    ~Online()
    {
        auto ended = sync->stop();
        clock.advance(std::chrono::minutes(1));
    }

    void fill(int messages, qsizetype octets)
    {
        for (int i = 0; i < messages; ++i) {
            const QByteArray n = QByteArray::number(++number);
            server.append(u"INBOX"_s,
                          makeMail("Subject: " + n + "\r\nMessage-ID: <q" + n + "@x>\r\n\r\n",
                                   QByteArray(octets, 'x')));
        }
    }
    AccountQuota quota() { return QuotaStore(db()).quota(account); }
    void pass(Millis time) { clock.advance(time); }

    VirtualClock clock;
    SimServer server;
    SimNet net;
    FolderStore folders{db()};
    MessageStore messages{db()};
    BodyStore bodies{db()};
    SyncContext ctx{db(), folders, messages, bodies, clock};
    std::unique_ptr<AccountSync> sync;
    QList<Error> notices;
    QList<int> crossings;
    int told = 0;
    int number = 0;
};

} // namespace

// When a server is asked how full it is, and when the person is told.
class QuotaSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void it_is_asked_after_signing_in_and_every_quarter_of_an_hour()
    {
        Online o(1000);
        o.fill(3, 10'000);
        o.sync->start();
        o.pass(std::chrono::seconds(30));
        QCOMPARE(o.told, 1);
        QCOMPARE(o.quota().rows.size(), 1); // one root for both folders
        QCOMPARE(o.quota().fullest()->limit, 1000u);
        QCOMPARE(o.quota().fullest()->used, o.server.usedKb());
        const int before = o.told;
        o.pass(4 * Quarter);
        QVERIFY2(o.told - before >= 3 && o.told - before <= 5, qPrintable(QString::number(o.told - before)));
        QVERIFY(o.net.violations.isEmpty());
    }

    void a_server_without_quota_is_never_asked()
    {
        Online o(0);
        o.fill(2, 100);
        o.sync->start();
        o.pass(4 * Quarter);
        QCOMPARE(o.told, 0);
        QVERIFY(o.quota().rows.isEmpty());
        QVERIFY(o.notices.isEmpty());
    }

    void after_a_larger_change_it_is_asked_soon()
    {
        Online o(10'000);
        o.fill(2, 100);
        o.sync->start();
        o.pass(std::chrono::minutes(1));
        QCOMPARE(o.told, 1);
        o.fill(30, 50'000);
        o.pass(std::chrono::minutes(4));
        QVERIFY(o.told >= 2);
        QCOMPARE(o.quota().fullest()->used, o.server.usedKb());
    }

    void each_step_is_told_once_until_it_was_left()
    {
        Online o(1000);
        o.fill(1, 910 * 1024); // 91 %
        o.sync->start();
        o.pass(std::chrono::minutes(1));
        QCOMPARE(o.crossings, (QList<int>{QuotaNearlyFull}));
        o.pass(3 * Quarter);
        QCOMPARE(o.crossings.size(), 1);
        o.fill(1, 75 * 1024); // 98 %
        o.pass(2 * Quarter);
        QCOMPARE(o.crossings, (QList<int>{QuotaNearlyFull, QuotaFull}));
        o.server.expunge(u"INBOX"_s, o.server.folder(u"INBOX"_s)->uids());
        o.pass(2 * Quarter);
        QVERIFY(o.quota().fullest()->percent() < 10);
        o.fill(1, 950 * 1024);
        o.pass(2 * Quarter);
        QCOMPARE(o.crossings, (QList<int>{QuotaNearlyFull, QuotaFull, QuotaNearlyFull}));
    }

    void one_percent_to_and_fro_is_no_new_crossing()
    {
        Online o(1000);
        o.fill(1, 901 * 1024); // 90 %
        o.sync->start();
        o.pass(std::chrono::minutes(1));
        o.fill(1, 1024);
        const UidSet last = UidSet::range(2, 2);
        for (int i = 0; i < 3; ++i) {
            o.server.quirks.quotaKb = i % 2 == 0 ? 1010 : 1000; // 89 %, 90 %
            o.pass(Quarter);
        }
        QCOMPARE(o.crossings, (QList<int>{QuotaNearlyFull}));
        QVERIFY(!last.isEmpty());
    }

    void a_lost_connection_costs_only_that_question()
    {
        Online o(1000);
        o.fill(1, 100);
        o.sync->start();
        o.pass(std::chrono::minutes(1));
        o.net.reachable = false;
        o.pass(2 * Quarter);
        const qint64 known = o.quota().askedAt;
        QVERIFY(known > 0);
        o.net.reachable = true;
        o.pass(3 * Quarter);
        QVERIFY(o.quota().askedAt > known);
        QVERIFY(o.notices.isEmpty());
    }

    void texts_are_evicted_in_slices_and_the_file_shrinks()
    {
        Online o(0);
        for (quint32 uid = 1; uid <= 500; ++uid)
            o.add(uid, true);
        BodyTrimmer trimmer(o.ctx, [&o](AccountId, qint64 bytes) { o.told = int(bytes); });
        const qint64 all = o.bodies.totalBytes();
        trimmer.trim(o.account, all / 2, {});
        QCOMPARE(o.bodies.totalBytes(), all); // not at once
        const quint64 before = o.clock.callbacksRun();
        o.pass(std::chrono::seconds(1));
        QVERIFY(o.clock.callbacksRun() - before >= 2);
        QVERIFY(o.bodies.totalBytes() <= all / 2 + 200);
        QVERIFY(o.bodies.totalBytes() > 0);
        QCOMPARE(qint64(o.told), all - o.bodies.totalBytes());
        QCOMPARE(o.bodies.freeBytes(), 0);
    }
};

QTEST_GUILESS_MAIN(QuotaSyncTest)
#include "quota_test.moc"
