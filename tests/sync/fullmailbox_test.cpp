#include "app/demo/server/privatedovecot.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "core/store/cleanupfinder.h"
#include "core/store/inventoryreader.h"
#include "core/store/pages.h"
#include "core/sync/engine.h"
#include "core/sync/enginefactory.h"
#include "core/sync/facade/storageuse.h"
#include "tests/bench/server/rawimap.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr int LongMs = 30'000;

// A Dovecot whose user has 2 MB, and the engine on a profile of its own.
struct SmallServer {
    Result<void> start()
    {
        dir.setAutoRemove(false); // the server's broom removes it
        QFile::setPermissions(dir.path(), QFile::Permissions(0x7755));
        DovecotConfig config;
        config.directory = dir.path();
        config.mailRoot = dir.filePath(u"mail"_s);
        config.port = freeLoopbackPort();
        config.password = u"secret"_s;
        config.extra
            = "mail_plugins {\n  quota = yes\n}\nprotocol imap {\n  mail_plugins {\n    imap_quota = "
              "yes\n  }\n}\nquota \"User quota\" {\n  driver = count\n  quota_storage_size = 2M\n  "
              "quota_storage_grace = 0\n}\n";
        config.mailboxes = {{u"Trash"_s, u"\\Trash"_s}, {u"Archive"_s, u"\\Archive"_s}};
        if (const auto written = config.write(); !written)
            return written.error();
        auto made = PrivateDovecot::start(config);
        if (!made)
            return made.error();
        server = std::move(*made);
        return {};
    }

    Result<void> openEngine()
    {
        AccountSettings account;
        account.key = u"ann"_s;
        account.address = u"ann@example.org"_s;
        account.imap = {u"127.0.0.1"_s, server->port(), ConnectionSecurity::None, u"ann"_s};
        account.passwordCommand = u"echo secret"_s;
        const Paths paths = Paths::profile(profile.path());
        if (const auto made = paths.create(); !made)
            return made;
        if (const auto saved = AccountFile::save(paths.accountsIni(), {account}); !saved)
            return saved;
        SyncSettings settings;
        settings.expungeGraceSeconds = 0;
        auto opened = makeEngine(paths, settings);
        if (!opened)
            return opened.error();
        engine = std::move(*opened);
        return {};
    }

    QByteArray mail(int n, qsizetype octets) const
    {
        return "From: Shop <news@shop.example>\r\nTo: ann@example.org\r\nSubject: Number "
            + QByteArray::number(n) + "\r\nDate: Tue, 14 Nov 2023 22:13:20 +0000\r\nMessage-ID: <full"
            + QByteArray::number(n) + "@x>\r\n\r\n" + QByteArray(octets, 'x') + "\r\n";
    }

    QTemporaryDir dir{u"/tmp/kw-full-XXXXXX"_s};
    QTemporaryDir profile;
    std::unique_ptr<PrivateDovecot> server;
    std::unique_ptr<Engine> engine;
};

} // namespace

// A mailbox that runs full on a real server, from the warning to the room that is free again.
class FullMailboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_full_mailbox_is_told_cleaned_up_and_free_again()
    {
        SmallServer s;
        const auto up = s.start();
        QVERIFY2(up, up ? "" : qPrintable(up.error().text));
        bench::RawImap other;
        QVERIFY(other.open(s.server->port(), "ann", "secret"));
        for (int i = 1; i <= 19; ++i)
            QVERIFY(other.append("INBOX", s.mail(i, 100'000)));

        const auto opened = s.openEngine();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        StorageUse *use = s.engine->storageUse();
        QSignalSpy crossed(use, &StorageUse::quotaCrossed);
        QSignalSpy performed(s.engine.get(), &Engine::performed);
        s.engine->setOnline(true);
        QTRY_VERIFY_WITH_TIMEOUT(!crossed.isEmpty(), LongMs);
        QCOMPARE(crossed.first().at(1).toInt(), QuotaNearlyFull);
        const AccountQuota full = use->quota(u"ann"_s);
        QVERIFY(full.fullest());
        QCOMPARE(full.fullest()->limit, 2048u);
        QVERIFY(full.fullest()->percent() >= 90);
        QVERIFY(!other.append("INBOX", s.mail(99, 300'000))); // really full

        // Clean up finds it all under one sender.
        QList<MessageId> ids;
        const auto listed = [&] {
            auto db = Database::open(s.profile.filePath(u"cache"_s), Database::Mode::ReadOnly);
            if (!db)
                return 0;
            MailInventory inventory;
            InventoryReader::Progress progress;
            while (!progress.isDone)
                progress = InventoryReader(**db).step(inventory, progress);
            CleanupQuery query;
            query.kind = CleanupKind::Newsletters;
            const CleanupFindings found = findCleanup(inventory, query);
            ids.clear();
            if (found.lines.size() == 1) {
                for (const auto &one : mailsOf(inventory, query, found.lines.first()))
                    ids.append(one.id);
            }
            return int(ids.size());
        };
        QTRY_COMPARE_WITH_TIMEOUT(listed(), 19, LongMs);
        s.engine->perform(Intent::of(Intent::Kind::Delete, ids));
        QTRY_COMPARE_WITH_TIMEOUT(performed.size(), 1, LongMs);
        // In the Trash they still count.
        QTRY_VERIFY_WITH_TIMEOUT(other.command("STATUS Trash (MESSAGES)", bench::RawImap::Keep::Answer)
                                     && other.answer().contains("MESSAGES 19"),
                                 LongMs);
        use->askQuota(u"ann"_s);
        QTRY_VERIFY_WITH_TIMEOUT(use->quota(u"ann"_s).askedAt > full.askedAt, LongMs);
        QVERIFY(use->quota(u"ann"_s).fullest()->percent() >= 90);

        auto db = Database::open(s.profile.filePath(u"cache"_s), Database::Mode::ReadOnly);
        QVERIFY(db);
        FolderId trash{};
        for (const FolderRow &folder : Pages(**db).folders()) {
            if (folder.role == FolderRole::Trash)
                trash = folder.id;
        }
        s.engine->perform(Intent::ofFolder(Intent::Kind::EmptyFolder, trash));
        QTRY_VERIFY_WITH_TIMEOUT(other.command("STATUS Trash (MESSAGES)", bench::RawImap::Keep::Answer)
                                     && other.answer().contains("MESSAGES 0"),
                                 LongMs);
        const qint64 before = use->quota(u"ann"_s).askedAt;
        use->askQuota(u"ann"_s);
        QTRY_VERIFY_WITH_TIMEOUT(use->quota(u"ann"_s).askedAt > before, LongMs);
        const auto *left = use->quota(u"ann"_s).fullest();
        QVERIFY(!left || left->percent() < 10);
        QVERIFY(other.append("INBOX", s.mail(99, 300'000)));
    }

    void what_was_told_is_there_offline_after_a_restart()
    {
        SmallServer s;
        const auto up = s.start();
        QVERIFY2(up, up ? "" : qPrintable(up.error().text));
        bench::RawImap other;
        QVERIFY(other.open(s.server->port(), "ann", "secret"));
        QVERIFY(other.append("INBOX", s.mail(1, 500'000)));
        QVERIFY(s.openEngine());
        s.engine->setOnline(true);
        QTRY_VERIFY_WITH_TIMEOUT(s.engine->storageUse()->quota(u"ann"_s).fullest(), LongMs);
        const AccountQuota told = s.engine->storageUse()->quota(u"ann"_s);
        s.engine.reset();
        s.server.reset();
        QVERIFY(s.profile.isValid());
        auto again = makeEngine(Paths::profile(s.profile.path()), {});
        QVERIFY(again);
        QCOMPARE((*again)->storageUse()->quota(u"ann"_s), told);
    }

    void a_limit_of_this_computer_is_kept()
    {
        SmallServer s;
        const auto up = s.start();
        QVERIFY2(up, up ? "" : qPrintable(up.error().text));
        bench::RawImap other;
        QVERIFY(other.open(s.server->port(), "ann", "secret"));
        for (int i = 1; i <= 3; ++i)
            QVERIFY(other.append("INBOX", s.mail(i, 20'000)));
        QVERIFY(s.openEngine());
        QSignalSpy opened(s.engine.get(), &Engine::messageOpened);
        QSignalSpy trimmed(s.engine->storageUse(), &StorageUse::trimmed);
        QSignalSpy measured(s.engine->storageUse(), &StorageUse::measured);
        s.engine->setOnline(true);
        auto db = Database::open(s.profile.filePath(u"cache"_s), Database::Mode::ReadOnly);
        QVERIFY(db);
        QTRY_COMPARE_WITH_TIMEOUT(
            int(Pages(**db).messages(ViewId::unified(FolderRole::Inbox), {}, 10).size()), 3, LongMs);
        for (const MessageRow &row : Pages(**db).messages(ViewId::unified(FolderRole::Inbox), {}, 10))
            s.engine->open(row.id);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 3, LongMs);
        s.engine->storageUse()->measure();
        QTRY_VERIFY_WITH_TIMEOUT(!measured.isEmpty(), LongMs);
        const auto report = measured.last().first().value<StorageReport>();
        QCOMPARE(report.accounts.size(), 1);
        QCOMPARE(report.accounts.first().downloaded, 3);
        s.engine->storageUse()->trim(u"ann"_s, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!trimmed.isEmpty(), LongMs);
        QCOMPARE(trimmed.first().at(0).toString(), u"ann"_s);
        QCOMPARE(trimmed.first().at(1).toLongLong(), report.accounts.first().texts);
        measured.clear();
        s.engine->storageUse()->measure();
        QTRY_VERIFY_WITH_TIMEOUT(!measured.isEmpty(), LongMs);
        QCOMPARE(measured.last().first().value<StorageReport>().accounts.first().downloaded, 0);
    }
};

QTEST_GUILESS_MAIN(FullMailboxTest)
#include "fullmailbox_test.moc"
