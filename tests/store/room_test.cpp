#include "tests/store/profile.h"

#include "core/store/quotastore.h"
#include "core/store/storagepages.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

struct Room : Profile {
    // Text that does not shrink.
    void putText(MessageId id, int kb, qint64 usedAt)
    {
        QByteArray noise(kb * 1024, Qt::Uninitialized);
        QRandomGenerator random(quint32(raw(id)));
        for (char &c : noise)
            c = char(random.bounded(256));
        write([&] { BodyStore(db()).put(id, {"Subject: x\r\n\r\n", noise}, usedAt); });
    }
    bool has(MessageId id) { return BodyStore(db()).get(id).has_value(); }
    BodyStore::Evicted evict(const BodyStore::Eviction &what)
    {
        BodyStore::Evicted gone;
        write([&] { gone = BodyStore(db()).evict(what); });
        return gone;
    }
    MessageId in(FolderId folder, quint32 uid)
    {
        MessageId id{};
        write([&] {
            MessageStore messages(db());
            messages.insert(folder, {mail(uid)}, Threading::Now);
            id = messages.known(folder, UidSet::range(uid, uid)).first().id;
        });
        return id;
    }
};

} // namespace

// Room on this computer and what is remembered of the servers'.
class RoomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_was_not_read_for_longest_goes_first()
    {
        Room r;
        QList<MessageId> ids;
        for (quint32 uid = 1; uid <= 5; ++uid) {
            ids.append(r.in(r.inbox, uid));
            r.putText(ids.last(), 10, 100 - uid); // the last was read longest ago
        }
        const auto gone = r.evict({{}, 15 * 1024, 0, {}});
        QCOMPARE(gone.count, 2);
        QVERIFY(gone.bytes >= 15 * 1024);
        QVERIFY(!r.has(ids[4]) && !r.has(ids[3]));
        QVERIFY(r.has(ids[0]) && r.has(ids[1]) && r.has(ids[2]));
    }

    void one_accounts_limit_touches_no_other()
    {
        Room r;
        const MessageId mine = r.in(r.inbox, 1);
        r.putText(mine, 10, 1);
        FolderId elsewhere{};
        AccountId other{};
        r.write([&] {
            other = FolderStore(r.db()).account(u"bob"_s);
            FolderRow row;
            row.account = other;
            row.path = u"INBOX"_s;
            elsewhere = FolderStore(r.db()).upsert(row);
        });
        const MessageId theirs = r.in(elsewhere, 2);
        r.putText(theirs, 10, 2);
        QCOMPARE(r.evict({other, 1 << 20, 0, {}}).count, 1);
        QVERIFY(r.has(mine));
        QVERIFY(!r.has(theirs));
        QCOMPARE(BodyStore(r.db()).bytesByAccount().value(other), 0);
        QVERIFY(BodyStore(r.db()).bytesByAccount().value(r.account) >= 10 * 1024);
    }

    void drafts_and_what_the_journal_needs_never_go()
    {
        Room r;
        FolderId drafts{};
        r.write([&] { drafts = r.folder(u"Drafts"_s, FolderRole::Drafts); });
        const MessageId draft = r.in(drafts, 1);
        const MessageId moving = r.in(r.inbox, 2);
        const MessageId plain = r.in(r.inbox, 3);
        for (const MessageId id : {draft, moving, plain})
            r.putText(id, 5, 1);
        const OpId op = r.put(r.moveOf(moving, 2, r.archive));
        QCOMPARE(r.evict({{}, 1 << 30, 0, {}}).count, 1);
        QVERIFY(r.has(draft) && r.has(moving));
        QVERIFY(!r.has(plain));
        r.write([&] { r.journal().setState({op}, OpState::Done); });
        QCOMPARE(r.evict({{}, 1 << 30, 0, {}}).count, 1);
        QVERIFY(r.has(draft));
        QVERIFY(!r.has(moving));
    }

    void folders_that_are_to_be_here_whole_go_last()
    {
        Room r;
        const MessageId kept = r.in(r.archive, 1);
        const MessageId other = r.in(r.inbox, 2);
        r.putText(kept, 10, 1); // read longest ago
        r.putText(other, 10, 2);
        QCOMPARE(r.evict({{}, 5 * 1024, 0, {r.archive}}).count, 1);
        QVERIFY(r.has(kept));
        QVERIFY(!r.has(other));
        QCOMPARE(r.evict({{}, 5 * 1024, 0, {r.archive}}).count, 1);
        QVERIFY(!r.has(kept));
    }

    void freed_room_returns_to_the_disk()
    {
        Room r;
        QList<MessageId> ids;
        for (quint32 uid = 1; uid <= 40; ++uid) {
            ids.append(r.in(r.inbox, uid));
            r.putText(ids.last(), 100, uid);
        }
        QVERIFY(r.db().execute("PRAGMA bodies.wal_checkpoint(TRUNCATE)"));
        const QString file = r.db().directory() + "/bodies.db"_L1;
        const qint64 full = QFileInfo(file).size();
        QVERIFY(full > 4'000'000);
        r.evict({{}, 3'500 * 1024, 0, {}});
        BodyStore bodies(r.db());
        QVERIFY(bodies.freeBytes() > 3'000'000);
        int steps = 1;
        while (bodies.giveBack(64))
            ++steps;
        QVERIFY(steps > 5); // a little at a time
        QCOMPARE(bodies.freeBytes(), 0);
        QVERIFY(r.db().execute("PRAGMA bodies.wal_checkpoint(TRUNCATE)"));
        QVERIFY2(QFileInfo(file).size() < full / 4, qPrintable(QString::number(QFileInfo(file).size())));
        QVERIFY(r.has(ids.last()));
    }

    void a_full_account_downloads_nothing_ahead()
    {
        Room r;
        BodyStore bodies(r.db());
        QVERIFY(bodies.hasRoom(r.account));
        bodies.setRoom(r.account, 20 * 1024);
        QVERIFY(bodies.hasRoom(r.account));
        const MessageId id = r.in(r.inbox, 1);
        r.write([&] { bodies.put(id, {"Subject: x\r\n\r\n", QByteArray(10, 'x')}, 1); });
        QVERIFY(bodies.hasRoom(r.account));
        bodies.setRoom(r.account, 10);
        const MessageId next = r.in(r.inbox, 2);
        r.write([&] { bodies.put(next, {"Subject: x\r\n\r\n", QByteArray(10, 'x')}, 1); });
        QVERIFY(!bodies.hasRoom(r.account));
        bodies.setRoom(r.account, std::nullopt);
        QVERIFY(bodies.hasRoom(r.account));
    }

    void what_each_account_takes_is_measured()
    {
        Room r;
        for (quint32 uid = 1; uid <= 4; ++uid)
            r.putText(r.in(r.inbox, uid), uid <= 2 ? 10 : 1, 1);
        const StorageReport report = measureStorage(r.db());
        QCOMPARE(report.accounts.size(), 1);
        const CacheUse &use = report.accounts.first();
        QCOMPARE(use.key, u"ann"_s);
        QCOMPARE(use.listed, 4);
        QCOMPARE(use.downloaded, 4);
        QCOMPARE(use.texts, BodyStore(r.db()).totalBytes());
        QVERIFY(use.lists > 0 && use.lists <= report.cacheFile);
        QVERIFY(report.bodiesFile > 0);
    }

    void what_a_server_told_is_kept_with_its_age()
    {
        Room r;
        QuotaStore quotas(r.db());
        QVERIFY(quotas.all().isEmpty());
        QVERIFY(!quotas.quota(r.account).fullest());
        r.write([&] {
            quotas.set(
                r.account,
                {{{}, u"STORAGE"_s, 10, 100}, {u"Trash"_s, u"STORAGE"_s, 60, 80}, {{}, u"X-ODD"_s, 9, 9}},
                77);
        });
        const AccountQuota quota = quotas.quota(r.account);
        QCOMPARE(quota.key, u"ann"_s);
        QCOMPARE(quota.askedAt, 77);
        QCOMPARE(quota.rows.size(), 3);
        QVERIFY(quota.fullest());
        QCOMPARE(quota.fullest()->root, u"Trash"_s); // the fullest a person can make sense of
        QCOMPARE(quota.fullest()->percent(), 75);
        r.write([&] { quotas.setToldOf(r.account, QuotaNearlyFull); });
        r.write([&] { quotas.set(r.account, {}, 88); });
        QVERIFY(quotas.quota(r.account).rows.isEmpty());
        QCOMPARE(quotas.quota(r.account).askedAt, 88);
        QCOMPARE(quotas.toldOf(r.account), QuotaNearlyFull); // asking again does not forget
    }

    void a_removed_account_leaves_nothing_of_it()
    {
        Room r;
        r.write([&] { QuotaStore(r.db()).set(r.account, {{{}, u"STORAGE"_s, 1, 2}}, 1); });
        r.write([&] { FolderStore(r.db()).removeAccount(r.account); });
        QVERIFY(QuotaStore(r.db()).all().isEmpty());
        QCOMPARE(r.number("SELECT COUNT(*) FROM quota"), 0);
    }
};

QTEST_GUILESS_MAIN(RoomTest)
#include "room_test.moc"
