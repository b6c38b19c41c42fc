#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"
#include "core/store/pages.h"
#include "core/store/statement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

#include <sys/fsuid.h>
#include <unistd.h>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

// Root may write everywhere, so this thread's file accesses are somebody else's for a while; who is not root
// stays who they are. The directory and its files become theirs.
class AsNobody
{
public:
    explicit AsNobody(const QString &directory)
    {
        if (::geteuid() != 0)
            return;
        constexpr uid_t Nobody = 65534;
        QStringList paths{directory};
        for (const QString &name : QDir(directory).entryList(QDir::Files))
            paths.append(directory + u'/' + name);
        for (const QString &path : std::as_const(paths))
            m_given = ::chown(path.toLocal8Bit().constData(), Nobody, Nobody) == 0 && m_given;
        ::setfsuid(Nobody);
    }
    ~AsNobody() { ::setfsuid(::geteuid()); }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;
    bool isGiven() const { return m_given; }

private:
    bool m_given = true;
};

} // namespace

// What the store promises when things go wrong, and what its counters and conversations promise always.
class RobustnessTest : public QObject
{
    Q_OBJECT

    static NewMessage mail(quint32 uid, quint32 flags = 0, QList<quint64> references = {})
    {
        NewMessage m;
        m.uid = Uid(uid);
        m.size = 1000 + uid;
        m.flags = flags;
        m.digest.subject = u"Message %1"_s.arg(uid);
        m.digest.from = {u"Anna"_s, u"anna@example.org"_s};
        m.digest.date = 1'700'000'000 + uid;
        m.digest.messageIdHash = 1000 + uid;
        m.digest.headerHash = 5000 + uid;
        m.digest.references = std::move(references);
        return m;
    }
    static FolderId inbox(Database &db)
    {
        FolderStore folders(db);
        Transaction txn(db);
        FolderRow row;
        row.account = folders.account(u"ann"_s);
        row.path = u"INBOX"_s;
        row.role = FolderRole::Inbox;
        const FolderId id = folders.upsert(row);
        return txn.commit() ? id : FolderId{};
    }
    static std::unique_ptr<Database> opened(const QTemporaryDir &dir)
    {
        auto db = Database::open(dir.path(), Database::Mode::ReadWrite);
        return db ? std::move(*db) : nullptr;
    }
    static qint64 number(Database &db, const QByteArray &sql)
    {
        const auto query = db.statement(sql);
        return query->next() ? query->integer(0) : -1;
    }
    // Counters and conversations as they must be, counted from scratch.
    static QString complaint(Database &db)
    {
        MessageStore messages(db);
        if (number(db,
                   "SELECT COUNT(*) FROM folder f WHERE total<>(SELECT COUNT(*) FROM message m WHERE "
                   "m.folder_id=f.id AND hidden=0) "
                   "OR unread<>(SELECT COUNT(*) FROM message m WHERE m.folder_id=f.id AND hidden=0 AND "
                   "(flags&1)=0)")
            != 0)
            return u"counters"_s;
        if (number(db, "SELECT COUNT(*) FROM dirty_thread") == 0
            && number(db,
                      "SELECT (SELECT COUNT(*) FROM conversation WHERE view>0)-(SELECT COUNT(*) FROM (SELECT "
                      "DISTINCT folder_id, thread_id FROM "
                      "message WHERE hidden=0))")
                != 0)
            return u"conversations"_s;
        if (number(db,
                   "SELECT COUNT(*) FROM conversation c WHERE view>0 AND count<>(SELECT COUNT(*) FROM "
                   "message m WHERE m.folder_id=c.view AND "
                   "m.thread_id=c.thread_id AND hidden=0)")
            != 0)
            return u"conversation counts"_s;
        return {};
    }

private Q_SLOTS:
    void a_slice_twice_adds_nothing_twice()
    {
        const QTemporaryDir dir;
        const auto db = opened(dir);
        const FolderId box = inbox(*db);
        MessageStore messages(*db);
        for (const int added : {3, 0}) {
            Transaction txn(*db);
            QCOMPARE(messages.insert(box, {mail(1), mail(2, 1), mail(3, 0, {1001})}, Threading::Now), added);
            QVERIFY(txn.commit());
        }
        QCOMPARE(complaint(*db), QString());
        QCOMPARE(Pages(*db).counters(ViewId::unified(FolderRole::Inbox)).unread, 2u);
        QCOMPARE(Pages(*db).conversations(ViewId::of(box), {}, 10).size(), 2);
    }

    void rolled_back_changes_are_never_told()
    {
        const QTemporaryDir dir;
        const auto db = opened(dir);
        const FolderId box = inbox(*db);
        MessageStore messages(*db);
        int told = 0;
        db->onCommitted([&told](const ChangeSet &) { ++told; });
        {
            Transaction txn(*db);
            messages.insert(box, {mail(1)}, Threading::Now);
        }
        QCOMPARE(told, 0);
        QVERIFY(messages.uids(box).isEmpty());
        Transaction txn(*db);
        messages.insert(box, {mail(1)}, Threading::Now);
        QVERIFY(txn.commit());
        QCOMPARE(told, 1);
    }

    void pending_flags_are_ours_and_all_others_the_servers()
    {
        const QTemporaryDir dir;
        const auto db = opened(dir);
        const FolderId box = inbox(*db);
        MessageStore messages(*db);
        Transaction txn(*db);
        messages.insert(box, {mail(1)}, Threading::Now);
        const MessageId id = messages.known(box, UidSet::range(1, 1)).first().id;
        messages.setFlags({id}, quint32(Flag::Seen), true);
        messages.applyServerFlags(box, {mail(1, quint32(Flag::Flagged))});
        QCOMPARE(messages.known(id)->flags, quint32(Flag::Seen) | quint32(Flag::Flagged));
        QCOMPARE(messages.pendingFlags(box, 10).size(), 1);
        QCOMPARE(messages.pendingFlags(box, 10).first().add, quint32(Flag::Seen));
        messages.flagsStored(messages.pendingFlags(box, 10));
        QVERIFY(messages.pendingFlags(box, 10).isEmpty());
        QVERIFY(txn.commit());
        QCOMPARE(complaint(*db), QString());
    }

    void a_giant_range_removes_what_there_is()
    {
        const QTemporaryDir dir;
        const auto db = opened(dir);
        const FolderId box = inbox(*db);
        MessageStore messages(*db);
        Transaction txn(*db);
        messages.insert(box, {mail(1), mail(2, 0, {1001}), mail(9)}, Threading::Now);
        QCOMPARE(messages.removeUids(box, UidSet::range(2, std::numeric_limits<quint32>::max())), 2);
        QVERIFY(txn.commit());
        QCOMPARE(messages.uids(box).toList(), (QList<quint32>{1}));
        QCOMPARE(complaint(*db), QString());
    }

    void renumbered_messages_keep_their_ids_and_bodies()
    {
        const QTemporaryDir dir;
        const auto db = opened(dir);
        const FolderId box = inbox(*db);
        MessageStore messages(*db);
        BodyStore bodies(*db);
        Transaction txn(*db);
        messages.insert(box, {mail(1), mail(2)}, Threading::Now);
        const MessageId id = messages.known(box, UidSet::range(1, 1)).first().id;
        bodies.put(id, {"Subject: x\r\n\r\n", "body"}, 1);
        messages.forgetUids(box);
        NewMessage again = mail(1);
        again.uid = Uid(77);
        QCOMPARE(messages.insert(box, {again}, Threading::Now), 1);
        QCOMPARE(messages.known(box, UidSet::range(77, 77)).first().id, id);
        QCOMPARE(messages.removeUnbound(messages.unbound(box)), 1);
        QVERIFY(txn.commit());
        QCOMPARE(bodies.get(id)->body, QByteArray("body"));
        QCOMPARE(complaint(*db), QString());
    }

    void a_second_writer_is_told_that_the_profile_is_in_use()
    {
        const QTemporaryDir dir;
        const auto db = opened(dir);
        const auto second = Database::open(dir.path(), Database::Mode::ReadWrite);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Busy);
        QVERIFY(Database::open(dir.path(), Database::Mode::ReadOnly));
    }

    void what_may_not_be_written_is_a_sentence_and_stays_as_it_is()
    {
        const QTemporaryDir dir;
        {
            const auto db = opened(dir);
            const FolderId box = inbox(*db);
            Transaction txn(*db);
            MessageStore(*db).insert(box, {mail(1)}, Threading::Now);
            QVERIFY(txn.commit());
        }
        const auto lock = [&dir](bool on) {
            for (const QString &name : QDir(dir.path()).entryList(QDir::Files))
                QFile::setPermissions(dir.filePath(name),
                                      on ? QFile::ReadOwner : QFile::ReadOwner | QFile::WriteOwner);
            QFile::setPermissions(dir.path(),
                                  QFile::ReadOwner | QFile::ExeOwner
                                      | (on ? QFile::Permissions{} : QFile::WriteOwner));
        };
        {
            const AsNobody nobody(dir.path());
            QVERIFY(nobody.isGiven());
            lock(true);
            const auto db = Database::open(dir.path(), Database::Mode::ReadWrite);
            lock(false);
            QVERIFY(!db);
            QCOMPARE(db.error().kind, ErrorKind::Storage);
            QVERIFY2(db.error().text.contains(dir.path()), qPrintable(db.error().text));
        }
        const auto db = opened(dir);
        QVERIFY(db);
        QVERIFY(!db->wasRebuilt());
        QCOMPARE(number(*db, "SELECT COUNT(*) FROM message"), 1);
    }

    void a_reader_who_comes_first_after_an_update_reads()
    {
        const QTemporaryDir dir;
        {
            const auto db = opened(dir);
            QVERIFY(db->execute(
                "DROP TRIGGER bodies.body_gone; DROP TABLE bodies.partial; PRAGMA bodies.user_version=3"));
        }
        const auto reader = Database::open(dir.path(), Database::Mode::ReadOnly);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text));
        QVERIFY(MessageStore(**reader).row(MessageId(1)) == std::nullopt);
        QVERIFY((*reader)->readSoFar());
    }

    void a_newer_schema_is_left_alone()
    {
        const QTemporaryDir dir;
        {
            const auto db = opened(dir);
            QVERIFY(db->execute("PRAGMA user_version=999"));
        }
        const auto again = Database::open(dir.path(), Database::Mode::ReadWrite);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Unsupported);
    }

    void a_damaged_file_is_put_aside_and_made_anew_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no database")
            << QByteArray("this is not a database at all, however long it may be").repeated(100);
        QTest::newRow("broken head") << QByteArray("SQLite format 3\0garbage", 23) + QByteArray(8000, '\xff');
    }
    void a_damaged_file_is_put_aside_and_made_anew()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"cache.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto db = opened(dir);
        QVERIFY(db);
        QVERIFY(db->wasRebuilt());
        QVERIFY(isSet(inbox(*db)));
        QVERIFY(!QDir(dir.path()).entryList({u"cache.db.broken-*"_s}).isEmpty());
    }

    void a_damaged_body_file_costs_only_the_bodies()
    {
        const QTemporaryDir dir;
        FolderId box{};
        {
            const auto db = opened(dir);
            box = inbox(*db);
            MessageStore messages(*db);
            Transaction txn(*db);
            messages.insert(box, {mail(1)}, Threading::Now);
            QVERIFY(txn.commit());
        }
        QFile file(dir.filePath(u"bodies.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(9000, 'x'));
        file.close();
        const auto db = opened(dir);
        QVERIFY(db);
        QVERIFY(!db->wasRebuilt());
        QCOMPARE(MessageStore(*db).uids(box).count(), 1u);
    }

    void a_full_disk_is_a_sentence_and_costs_only_that_transaction()
    {
        const QTemporaryDir dir;
        const auto db = opened(dir);
        const FolderId box = inbox(*db);
        MessageStore messages(*db);
        const auto pages = number(*db, "PRAGMA page_count");
        QVERIFY(db->execute(("PRAGMA max_page_count=" + QByteArray::number(pages + 2)).constData()));
        Result<void> done;
        quint32 uid = 0;
        for (int slice = 0; slice < 50 && done; ++slice) {
            QList<NewMessage> rows;
            for (int i = 0; i < 100; ++i)
                rows.append(mail(++uid));
            Transaction txn(*db);
            messages.insert(box, rows, Threading::Now);
            done = txn.commit();
        }
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Storage);
        QCOMPARE(done.error().code, u"full"_s);
        QCOMPARE(complaint(*db), QString());
        QCOMPARE(messages.uids(box).count() % 100, 0u); // whole slices or nothing
        QVERIFY(db->execute("PRAGMA max_page_count=1000000"));
        Transaction txn(*db);
        messages.insert(box, {mail(90'000)}, Threading::Now);
        QVERIFY(txn.commit());
    }

    // Fail commit 0, 1, 2 … of a scenario until none fails; after each: open again and everything still adds
    // up.
    void every_commit_may_fail()
    {
        for (int n = 0;; ++n) {
            const QTemporaryDir dir;
            bool failed = false;
            FolderId box{};
            {
                const auto db = opened(dir);
                box = inbox(*db);
                MessageStore messages(*db);
                db->failCommit(n);
                const auto step = [&](const std::function<void()> &write) {
                    Transaction txn(*db);
                    write();
                    failed = !txn.commit() || failed;
                };
                for (quint32 slice = 0; slice < 4; ++slice) {
                    step([&] {
                        QList<NewMessage> rows;
                        for (quint32 i = 1; i <= 20; ++i)
                            rows.append(mail(slice * 20 + i, i % 2, {1000 + i}));
                        messages.insert(box, rows, slice % 2 ? Threading::Later : Threading::Now);
                    });
                }
                step([&] { messages.removeUids(box, UidSet::range(5, 30)); });
                step([&] { messages.applyServerFlags(box, {mail(1, 1), mail(2, 0), mail(40, 5)}); });
                step([&] { messages.forgetUids(box); });
                step([&] { messages.insert(box, {mail(1), mail(2)}, Threading::Now); });
                step([&] { messages.removeUnbound(messages.unbound(box)); });
                step([&] { messages.threadSome(1000); });
            }
            const auto again = opened(dir);
            QVERIFY(again);
            {
                Transaction txn(*again);
                MessageStore(*again).threadSome(1000);
                QVERIFY(txn.commit());
            }
            QCOMPARE(complaint(*again), QString());
            if (!failed) {
                QVERIFY(n >= 10);
                return;
            }
        }
    }
};

QTEST_GUILESS_MAIN(RobustnessTest)
#include "robustness_test.moc"
