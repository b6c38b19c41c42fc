#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/letterstore.h"
#include "core/store/messagestore.h"
#include "core/store/migrations.h"
#include "core/store/pages.h"
#include "core/store/statement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#include <sqlite3.h>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Messages = 3000;
constexpr quint32 MarkedEvery = 250; // every so many messages one has a change that was not sent
constexpr qint64 PageSize = 4096;

NewMessage mail(quint32 uid)
{
    NewMessage m;
    m.uid = Uid(uid);
    m.size = 1000 + uid;
    m.digest.subject = u"Message %1, with a subject of ordinary length"_s.arg(uid);
    m.digest.from = {u"Anna Example"_s, u"anna@example.org"_s};
    m.digest.date = 1'700'000'000 + uid;
    m.digest.messageIdHash = 1000 + uid;
    m.digest.headerHash = 500'000 + uid;
    if (uid % 2 == 0)
        m.digest.references = {1000 + uid - 1};
    return m;
}

} // namespace

// A cache that is damaged in every way we could think of: it is noticed, made anew, and what the server does
// not know is kept wherever its bytes can be read.
class DamageTest : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Database> opened(const QTemporaryDir &dir)
    {
        auto db = Database::open(dir.path(), Database::Mode::ReadWrite);
        if (!db)
            qWarning("%ls", qUtf16Printable(db.error().text));
        return db ? std::move(*db) : nullptr;
    }
    static qint64 number(Database &db, const QByteArray &sql)
    {
        const auto query = db.statement(sql);
        return query->next() ? query->integer(0) : -1;
    }
    // Two folders, all of the mail in the first, marks on some, bodies of two; closed again, the log merged
    // or not.
    static FolderId fill(const QTemporaryDir &dir)
    {
        const auto db = opened(dir);
        FolderStore folders(*db);
        MessageStore messages(*db);
        Transaction txn(*db);
        FolderRow row;
        row.account = folders.account(u"ann"_s);
        row.path = u"INBOX"_s;
        row.role = FolderRole::Inbox;
        row.id = folders.upsert(row);
        FolderRow other = row;
        other.path = u"Other"_s;
        other.role = FolderRole::None;
        folders.upsert(other);
        row.uidValidity = 77;
        row.uidNext = Messages + 1;
        row.lowUid = 1;
        row.modseq = 12;
        folders.saveSyncState(row);
        QList<NewMessage> all;
        QList<MessageId> marked;
        for (quint32 uid = 1; uid <= Messages; ++uid)
            all.append(mail(uid));
        messages.insert(row.id, all, Threading::Now);
        for (const auto &known : messages.known(row.id, UidSet::range(1, Messages))) {
            if (raw(known.uid) % MarkedEvery == 0)
                marked.append(known.id);
        }
        messages.setFlags(marked, quint32(Flag::Flagged), true);
        BodyStore(*db).put(marked.first(), {"Subject: x\r\n\r\n", "body"}, 1);
        return txn.commit() ? row.id : FolderId{};
    }
    static QString cacheOf(const QTemporaryDir &dir, QLatin1StringView suffix = {})
    {
        return dir.filePath(u"cache.db"_s) + suffix;
    }
    static void overwrite(const QString &file, qint64 at, const QByteArray &bytes)
    {
        QFile f(file);
        QVERIFY(f.open(QIODevice::ReadWrite));
        QVERIFY(f.seek(at));
        QCOMPARE(f.write(bytes), bytes.size());
    }
    // The pages of a table, its root first, as SQLite's own statistics tell them.
    static QList<qint64> pagesOf(const QTemporaryDir &dir, const QByteArray &table)
    {
        const auto db = Database::open(dir.path(), Database::Mode::ReadOnly);
        QList<qint64> pages;
        const auto query
            = (*db)->statement("SELECT pageno FROM dbstat WHERE name='" + table + "' ORDER BY path");
        while (query->next())
            pages.append(query->integer(0));
        return pages;
    }
    // What the engine would find: the marks, as rows that wait for their UID.
    static QSet<qint64> marksKept(Database &db)
    {
        QSet<qint64> uids;
        const auto query = db.statement("SELECT header_hash-500000 FROM message WHERE pending=4 AND "
                                        "(flags&4)=4 AND uid IS NULL AND hidden=0");
        while (query->next())
            uids.insert(query->integer(0));
        return uids;
    }
    // The folder is listed anew as the engine does it, and everything is as it was.
    static QString listingAnewFails(Database &db, FolderId box, qsizetype marks, bool threads)
    {
        FolderStore folders(db);
        MessageStore messages(db);
        Transaction txn(db);
        QList<NewMessage> all;
        for (quint32 uid = 1; uid <= Messages; ++uid)
            all.append(mail(uid));
        messages.insert(box, all, Threading::Now);
        messages.removeUnbound(messages.unbound(box));
        while (messages.threadSome(1000) > 0) { }
        if (!txn.commit())
            return u"commit"_s;
        const auto row = folders.folder(box);
        if (!row || row->total != Messages || row->unread != Messages)
            return u"counters"_s;
        if (messages.pendingFlags(box, 100).size() != marks)
            return u"marks"_s;
        for (const auto &pending : messages.pendingFlags(box, 100)) {
            if (raw(pending.uid) % MarkedEvery != 0 || pending.add != quint32(Flag::Flagged))
                return u"a mark on the wrong message"_s;
        }
        if (number(db, "SELECT COUNT(DISTINCT id), COUNT(*) FROM message") != Messages)
            return u"messages"_s;
        // A kept message whose thread could not be read stands alone; nothing else does.
        const qint64 conversations
            = number(db, "SELECT COUNT(*) FROM conversation WHERE view=" + QByteArray::number(raw(box)));
        if (conversations < Messages / 2 || conversations > Messages / 2 + (threads ? 0 : marks))
            return u"conversations"_s;
        return {};
    }

private Q_SLOTS:
    void changes_not_sent_survive_damage_data()
    {
        using Damage = std::function<void(const QTemporaryDir &)>;
        QTest::addColumn<Damage>("damage");
        QTest::addColumn<int>("least"); // marks that must be kept
        QTest::addColumn<bool>("saysAll"); // the store says that all was kept
        constexpr int All = Messages / MarkedEvery;
        const QByteArray garbage = QByteArray::fromHex("deadbeef").repeated(PageSize / 4);

        QTest::newRow("garbage in an index") << Damage([=](const QTemporaryDir &dir) {
            for (const qint64 page : pagesOf(dir, "message_role"))
                overwrite(cacheOf(dir), (page - 1) * PageSize, garbage);
        }) << All << true;
        QTest::newRow("garbage in the folder list's index") << Damage([=](const QTemporaryDir &dir) {
            for (const qint64 page : pagesOf(dir, "sqlite_autoindex_folder_1"))
                overwrite(cacheOf(dir), (page - 1) * PageSize, garbage);
        }) << All << true;
        QTest::newRow("garbage in the middle of the messages") << Damage([=](const QTemporaryDir &dir) {
            const auto pages = pagesOf(dir, "message");
            for (qsizetype i = pages.size() / 2; i < pages.size() / 2 + 3; ++i)
                overwrite(cacheOf(dir), (pages.at(i) - 1) * PageSize, garbage);
        }) << All - 1 << false;
        QTest::newRow("zeros in the middle of the messages") << Damage([](const QTemporaryDir &dir) {
            const auto pages = pagesOf(dir, "message");
            for (qsizetype i = pages.size() / 3; i < pages.size() / 3 + 3; ++i)
                overwrite(cacheOf(dir), (pages.at(i) - 1) * PageSize, QByteArray(PageSize, '\0'));
        }) << All - 1 << false;
        QTest::newRow("the second half cut off") << Damage([](const QTemporaryDir &dir) {
            QFile file(cacheOf(dir));
            QVERIFY(file.resize(file.size() / 2 / PageSize * PageSize));
        }) << 1 << false;
        QTest::newRow("one page cut off") << Damage([](const QTemporaryDir &dir) {
            QFile file(cacheOf(dir));
            QVERIFY(file.resize(file.size() - PageSize));
        }) << All - 1 << true;
        QTest::newRow("garbage at the beginning")
            << Damage([=](const QTemporaryDir &dir) { overwrite(cacheOf(dir), 0, garbage); }) << 0 << false;
        QTest::newRow("no database at all") << Damage([=](const QTemporaryDir &dir) {
            QFile file(cacheOf(dir));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write("this is no database, however long it may be\n");
        }) << 0 << false;
        QTest::newRow("nothing in it any more")
            << Damage([](const QTemporaryDir &dir) { QVERIFY(QFile::resize(cacheOf(dir), 0)); }) << 0
            << false;
    }
    void changes_not_sent_survive_damage()
    {
        QFETCH(std::function<void(const QTemporaryDir &)>, damage);
        QFETCH(int, least);
        QFETCH(bool, saysAll);
        const QTemporaryDir dir;
        const FolderId box = fill(dir);
        damage(dir);
        // Damage is met by whoever reads there; the next start makes the cache anew.
        for (int start = 0; start < 2; ++start) {
            const auto db = opened(dir);
            QVERIFY(db);
            if (db->wasRebuilt()) {
                QCOMPARE(db->keptAll(), saysAll);
                const auto kept = marksKept(*db);
                QVERIFY2(kept.size() >= least, qPrintable(QString::number(kept.size())));
                for (const qint64 uid : kept)
                    QCOMPARE(uid % MarkedEvery, 0);
                const auto folder = FolderStore(*db).folder(box);
                const FolderId again = folder ? box : newInbox(*db);
                if (folder) {
                    QCOMPARE(folder->uidValidity, 77u);
                    QCOMPARE(folder->lowUid, 0u);
                    QCOMPARE(qsizetype(folder->total), kept.size());
                }
                QCOMPARE(listingAnewFails(*db, again, kept.size(), saysAll), QString());
                QCOMPARE(QDir(dir.path()).entryList({u"cache.db.broken-*"_s}).isEmpty(), false);
                QVERIFY(!QFile::exists(cacheOf(dir, ".damaged"_L1)));
                return;
            }
            readEverything(*db);
        }
        QFAIL("the damage was not noticed");
    }
    // No server has what is being written.
    void letters_survive_damage()
    {
        const QTemporaryDir dir;
        fill(dir);
        LetterId draft{};
        LetterId waiting{};
        {
            const auto db = opened(dir);
            const AccountId account = FolderStore(*db).account(u"ann"_s);
            Transaction txn(*db);
            LetterStore letters(*db);
            draft = letters.begin(account, {"first words", u"a@x"_s, u"Boats"_s, u"Bo"_s}, 1);
            QVERIFY(letters.revise(draft, {"second thoughts", u"a@x"_s, u"Boats"_s, u"Bo"_s}, 2));
            waiting = letters.begin(account, {"other", u"b@x"_s, u"Ships"_s, u"Bo"_s}, 3);
            QVERIFY(letters.queue(waiting, u"sent@example.org"_s, {"bytes", "sent", "envelope"}, 0, 4));
            QVERIFY(txn.commit());
        }
        for (const qint64 page : pagesOf(dir, "message_role"))
            overwrite(cacheOf(dir), (page - 1) * PageSize, QByteArray(PageSize, '\xab'));
        for (int start = 0; start < 2; ++start) {
            const auto db = opened(dir);
            QVERIFY(db);
            if (!db->wasRebuilt()) {
                readEverything(*db);
                continue;
            }
            const LetterStore letters(*db);
            QCOMPARE(letters.draft(draft), "second thoughts");
            QCOMPARE(letters.draft(draft, 1), "first words");
            QCOMPARE(letters.letter(waiting)->state, LetterState::Waiting);
            QCOMPARE(letters.text(waiting)->bytes, "bytes");
            return;
        }
        QFAIL("the damage was not noticed");
    }
    static FolderId newInbox(Database &db)
    {
        FolderStore folders(db);
        Transaction txn(db);
        FolderRow row;
        row.account = folders.account(u"ann"_s);
        row.path = u"INBOX"_s;
        row.role = FolderRole::Inbox;
        row.id = folders.upsert(row);
        return txn.commit() ? row.id : FolderId{};
    }
    static void readEverything(Database &db)
    {
        const Pages pages(db);
        for (const FolderRow &row : FolderStore(db).allFolders()) {
            std::optional<PageKey> after;
            while (true) {
                const auto rows = pages.messages(ViewId::of(row.id), after, 500);
                if (rows.isEmpty())
                    break;
                after = PageKey{rows.last().date, raw(rows.last().id)};
            }
        }
        pages.messages(ViewId::unified(FolderRole::Inbox), {}, 5000);
        pages.folders();
    }

    void whoever_only_reads_learns_of_damage_and_leaves_a_mark()
    {
        const QTemporaryDir dir;
        const FolderId box = fill(dir);
        for (const qint64 page : pagesOf(dir, "message").sliced(1))
            overwrite(cacheOf(dir), (page - 1) * PageSize, QByteArray(PageSize, '\xee'));
        {
            const auto reader = Database::open(dir.path(), Database::Mode::ReadOnly);
            QVERIFY(reader);
            QStringList told;
            (*reader)->onDamaged([&told](const Error &error) { told.append(error.code); });
            const Pages pages(**reader);
            for (int i = 0; i < 3; ++i)
                pages.messages(ViewId::of(box), {}, 100);
            QCOMPARE(told, QStringList{u"damaged"_s});
            QCOMPARE((*reader)->readSoFar().error().code, u"damaged"_s);
        }
        const auto db = opened(dir);
        QVERIFY(db);
        QVERIFY(db->wasRebuilt());
        QVERIFY(!db->keptAll());
    }

    void a_lost_log_is_only_an_older_state()
    {
        const QTemporaryDir dir;
        const QTemporaryDir copy;
        const FolderId box = fill(dir);
        const auto db = opened(dir);
        {
            Transaction txn(*db);
            MessageStore(*db).insert(box, {mail(Messages + 1)}, Threading::Now);
            QVERIFY(txn.commit());
        }
        QVERIFY(QFile(cacheOf(dir, "-wal"_L1)).size() > 0);
        QVERIFY(QFile::copy(cacheOf(dir), cacheOf(copy))); // without its log
        const auto older = opened(copy);
        QVERIFY(older);
        QVERIFY(!older->wasRebuilt());
        QCOMPARE(FolderStore(*older).folder(box)->total, Messages);
        QCOMPARE(number(*older, "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check<>'ok'"),
                 0);
    }

    void garbage_in_the_log_costs_what_follows_it()
    {
        const QTemporaryDir dir;
        const QTemporaryDir copy;
        const FolderId box = fill(dir);
        const auto db = opened(dir);
        for (quint32 uid = Messages + 1; uid <= Messages + 10; ++uid) {
            Transaction txn(*db);
            MessageStore(*db).insert(box, {mail(uid)}, Threading::Now);
            QVERIFY(txn.commit());
        }
        QVERIFY(QFile::copy(cacheOf(dir), cacheOf(copy)));
        QVERIFY(QFile::copy(cacheOf(dir, "-wal"_L1), cacheOf(copy, "-wal"_L1)));
        overwrite(cacheOf(copy, "-wal"_L1), QFile(cacheOf(copy, "-wal"_L1)).size() / 2, "garbage garbage");
        const auto older = opened(copy);
        QVERIFY(older);
        const auto total = FolderStore(*older).folder(box)->total;
        QVERIFY2(total >= Messages && total < Messages + 10, qPrintable(QString::number(total)));
        QCOMPARE(number(*older, "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check<>'ok'"),
                 0);
    }

    // Everything may still be in the log when the file itself is cut to nothing.
    void a_file_cut_to_nothing_comes_back_from_its_log()
    {
        const QTemporaryDir dir;
        const QTemporaryDir copy;
        {
            const auto db = opened(dir);
            QVERIFY(db->execute("PRAGMA wal_autocheckpoint=0"));
            // Every page goes through the log once.
            QVERIFY(db->execute("PRAGMA wal_checkpoint(TRUNCATE); VACUUM"));
            const FolderId box = newInbox(*db);
            MessageStore messages(*db);
            Transaction txn(*db);
            messages.insert(box, {mail(1), mail(2)}, Threading::Now);
            messages.setFlags({messages.known(box, UidSet::range(1, 1)).first().id}, quint32(Flag::Flagged),
                              true);
            QVERIFY(txn.commit());
            QVERIFY(QFile::copy(cacheOf(dir, "-wal"_L1), cacheOf(copy, "-wal"_L1)));
        }
        QFile empty(cacheOf(copy));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        const auto db = opened(copy);
        QVERIFY(db);
        QVERIFY(db->wasRebuilt());
        QCOMPARE(marksKept(*db), QSet<qint64>{1});
    }

    // A kill between any two steps of the exchange: the next start finishes it.
    void a_rebuild_that_was_cut_short_is_finished()
    {
        const QTemporaryDir dir;
        fill(dir);
        overwrite(cacheOf(dir), 0, QByteArray(100, 'x'));
        QVERIFY(opened(dir)->wasRebuilt());
        // As it stands when the new file is ready but the old one still in its place, its log already aside.
        QVERIFY(QFile::copy(cacheOf(dir), cacheOf(dir, ".new"_L1)));
        QFile::remove(cacheOf(dir, "-wal"_L1));
        QFile mark(cacheOf(dir, ".damaged"_L1));
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.write("cache.db.broken-42\nkept all\n");
        mark.close();
        overwrite(cacheOf(dir), 0, QByteArray(100, 'y'));
        {
            const auto db = opened(dir);
            QVERIFY(db);
            QVERIFY(db->wasRebuilt());
            QVERIFY(db->keptAll());
        }
        QVERIFY(!QFile::exists(cacheOf(dir, ".new"_L1)));
        QVERIFY(!QFile::exists(cacheOf(dir, ".damaged"_L1)));
        // Only the newest damaged file stays: they are large.
        QCOMPARE(QDir(dir.path()).entryList({u"cache.db.broken-*"_s}), QStringList{u"cache.db.broken-42"_s});
        // And as it stands when the old file is aside and the new one not yet in its place.
        QVERIFY(QFile::rename(cacheOf(dir), cacheOf(dir, ".new"_L1)));
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.write("cache.db.broken-43\nlost some\n");
        mark.close();
        const auto db = opened(dir);
        QVERIFY(db);
        QVERIFY(db->wasRebuilt());
        QVERIFY(!db->keptAll());
    }

    // After a crash the body file may be newer than the cache, whose ids are then given to other messages.
    void a_body_is_never_shown_for_another_message()
    {
        const QTemporaryDir dir;
        const FolderId box = fill(dir);
        MessageId first{};
        {
            const auto db = opened(dir);
            Transaction txn(*db);
            MessageStore messages(*db);
            messages.insert(box, {mail(9000)}, Threading::Now);
            first = messages.known(box, UidSet::range(9000, 9000)).first().id;
            BodyStore(*db).put(first, {"Subject: of 9000\r\n\r\n", "body of 9000"}, 1);
            QVERIFY(BodyStore(*db).get(first));
            // The cache forgets that it ever gave this id out, the body file does not.
            QVERIFY(
                db->execute("DELETE FROM message WHERE uid=9000; UPDATE sqlite_sequence SET seq=seq-1 WHERE "
                            "name='message'"));
            messages.insert(box, {mail(9001)}, Threading::Now);
            QCOMPARE(messages.known(box, UidSet::range(9001, 9001)).first().id, first);
            QVERIFY(txn.commit());
            QVERIFY(!BodyStore(*db).get(first));
            QVERIFY(!messages.row(first)->hasBody);
        }
        // A cache that was deleted by hand takes the bodies with it.
        QVERIFY(QFile::remove(cacheOf(dir)));
        QFile::remove(cacheOf(dir, "-wal"_L1));
        const auto db = opened(dir);
        QVERIFY(db);
        QCOMPARE(BodyStore(*db).totalBytes(), 0);
    }

    void ids_of_folders_that_went_are_not_given_out_again_in_profiles_of_older_schemas_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::newRow("migrated") << false;
        QTest::newRow("rebuilt") << true;
    }
    void ids_of_folders_that_went_are_not_given_out_again_in_profiles_of_older_schemas()
    {
        QFETCH(bool, damaged);
        const QTemporaryDir dir;
        sqlite3 *old = nullptr;
        QCOMPARE(sqlite3_open(cacheOf(dir).toUtf8().constData(), &old), SQLITE_OK);
        QCOMPARE(migrateCache(old, 7), SQLITE_OK);
        QCOMPARE(sqlite3_exec(old,
                              "INSERT INTO account(id, key) VALUES(1,'ann');"
                              "INSERT INTO folder(id, account_id, path, role, uidvalidity, told_role, "
                              "listed_since) VALUES(3,1,'INBOX',1,77,1,55);"
                              "INSERT INTO op(account_id, action_id, kind, state, work_folder, src_folder, "
                              "dest_folder) VALUES(1,1,2,3,3,3,9)",
                              nullptr, nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(old);
        if (damaged) {
            QFile mark(cacheOf(dir, ".damaged"_L1));
            QVERIFY(mark.open(QIODevice::WriteOnly));
        }
        const auto db = opened(dir);
        QVERIFY(db);
        QCOMPARE(db->wasRebuilt(), damaged);
        FolderStore folders(*db);
        const auto kept = folders.folder(FolderId(3));
        QCOMPARE(kept->path, u"INBOX"_s);
        QCOMPARE(kept->uidValidity, 77u);
        QCOMPARE(number(*db, "SELECT told_role*1000+listed_since FROM folder"), 1055);
        const auto made = [&](const QString &path) {
            Transaction txn(*db);
            FolderRow row;
            row.account = kept->account;
            row.path = path;
            const FolderId id = folders.create(row);
            return txn.commit() ? raw(id) : -1;
        };
        QCOMPARE(made(u"new"_s), 10);
        {
            Transaction txn(*db);
            folders.remove(FolderId(10));
            QVERIFY(txn.commit());
        }
        QCOMPARE(made(u"newer"_s), 11);
    }

    void a_newer_schema_is_left_alone_even_when_marked_as_damaged()
    {
        const QTemporaryDir dir;
        fill(dir);
        QVERIFY(opened(dir)->execute("PRAGMA user_version=999"));
        QFile mark(cacheOf(dir, ".damaged"_L1));
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.close();
        const auto before = QFileInfo(cacheOf(dir)).size();
        const auto again = Database::open(dir.path(), Database::Mode::ReadWrite);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Unsupported);
        QVERIFY(again.error().text.endsWith(u'.'));
        QCOMPARE(QFileInfo(cacheOf(dir)).size(), before);
        const auto reader = Database::open(dir.path(), Database::Mode::ReadOnly);
        QVERIFY(!reader);
        QCOMPARE(reader.error().kind, ErrorKind::Unsupported);
    }
};

QTEST_GUILESS_MAIN(DamageTest)
#include "damage_test.moc"
