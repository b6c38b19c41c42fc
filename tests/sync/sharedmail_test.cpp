#include "core/account/accountfile.h"
#include "core/store/pages.h"
#include "core/store/sharedfolders.h"
#include "core/sync/engine.h"
#include "core/sync/headless.h"
#include "tests/bench/server/rawimap.h"
#include "tests/imap/testserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

// Ann's profile on a server where bob shows her his inbox and a folder: to read only.
struct Sharing {
    explicit Sharing(const QString &kind)
        : paths(Paths::profile(dir.path()))
    {
        auto started = startSharingServer(kind);
        if (!started)
            qFatal("%s", qPrintable(started.error().text));
        server = std::move(*started);
        bench::RawImap ann;
        if (!ann.open(server->port(), "ann", "secret")) // makes her mailboxes
            qFatal("ann: %s", qPrintable(ann.lastError()));
        bench::RawImap bob;
        if (!bob.open(server->port(), "bob", "secret"))
            qFatal("bob: %s", qPrintable(bob.lastError()));
        const auto must = [](bool done, const char *what) {
            if (!done)
                qFatal("%s", what);
        };
        must(bob.command("CREATE Team"), "create");
        must(bob.append("INBOX", mail("To bob")), "append");
        must(bob.append("Team", mail("To the team")), "append");
        must(bob.command("SETACL INBOX ann lr"), "acl of the inbox");
        must(bob.command("SETACL Team ann lr"), "acl of the folder");
        AccountSettings account;
        account.key = u"ann"_s;
        account.address = u"ann@localhost"_s;
        account.imap = {u"127.0.0.1"_s, server->port(), ConnectionSecurity::None, u"ann"_s};
        account.passwordCommand = u"echo secret"_s;
        if (!paths.create() || !AccountFile::save(paths.accountsIni(), {account}))
            qFatal("no profile");
    }
    static QByteArray mail(const QByteArray &subject)
    {
        return "From: Lars <lars@example.net>\r\nSubject: " + subject
            + "\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\nMessage-ID: <" + subject.toHex()
            + "@example.net>\r\n\r\nText.\r\n";
    }
    QStringList sync()
    {
        auto headless = Headless::open(paths);
        if (!headless)
            qFatal("%s", qPrintable(headless.error().text));
        QStringList errors;
        for (const PassReport &report : (*headless)->syncOnce()) {
            if (!report.error.isEmpty())
                errors.append(report.folder + u": "_s + report.error);
        }
        return errors;
    }
    QList<FolderRow> folders()
    {
        auto db = Database::open(paths.cache, Database::Mode::ReadOnly);
        return db ? Pages(**db).folders() : QList<FolderRow>();
    }
    QList<MessageRow> messages(FolderId folder)
    {
        auto db = Database::open(paths.cache, Database::Mode::ReadOnly);
        return db ? Pages(**db).messages(ViewId::of(folder), {}, 100) : QList<MessageRow>();
    }
    std::unique_ptr<TestServer> server;
    QTemporaryDir dir;
    Paths paths;
};

} // namespace

class SharedMailTest : public QObject
{
    Q_OBJECT

    void kinds()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("dovecot") << u"dovecot"_s;
        if (hasCyrus())
            QTest::newRow("cyrus") << u"cyrus"_s;
    }

private Q_SLOTS:
    void what_others_show_is_found_and_read_data() { kinds(); }
    void what_others_show_is_found_and_read()
    {
        QFETCH(QString, kind);
        Sharing s(kind);
        QCOMPARE(s.sync(), QStringList());
        const auto folders = s.folders();
        QStringList paths;
        for (const FolderRow &row : folders)
            paths.append(row.path);
        const SharedFolders shared(folders);
        FolderId team{};
        FolderId inbox{};
        int inboxes = 0;
        for (const FolderRow &row : folders) {
            inboxes += row.role == FolderRole::Inbox ? 1 : 0;
            if (!shared.contains(row.path))
                continue;
            QCOMPARE(row.role, FolderRole::None);
            if (row.path.endsWith(u"Team"_s))
                team = row.id;
            else if (row.total > 0)
                inbox = row.id;
        }
        QVERIFY2(isSet(team) && isSet(inbox), qPrintable(paths.join(u", "_s)));
        QCOMPARE(inboxes, 1);
        QCOMPARE(s.messages(team).value(0).subject, u"To the team"_s);
        QCOMPARE(s.messages(inbox).value(0).subject, u"To bob"_s);
        auto headless = Headless::open(s.paths);
        QVERIFY(headless);
        const auto opened = (*headless)->openMessage(s.messages(team).first().id);
        QVERIFY2(bool(opened), opened ? "" : qPrintable(opened.error().text));
        const auto compared = (*headless)->verify(u"ann"_s, false);
        QVERIFY(compared);
        QCOMPARE(compared->differences.size(), 0);
    }

    void a_folder_that_may_only_be_looked_at_refuses_quietly_what_reading_does_data() { kinds(); }
    void a_folder_that_may_only_be_looked_at_refuses_quietly_what_reading_does()
    {
        QFETCH(QString, kind);
        Sharing s(kind);
        QCOMPARE(s.sync(), QStringList());
        FolderId team{};
        for (const FolderRow &row : s.folders()) {
            if (row.path.endsWith(u"Team"_s))
                team = row.id;
        }
        const auto mail = s.messages(team).value(0);
        QVERIFY(isSet(mail.id));
        {
            auto headless = Headless::open(s.paths);
            QVERIFY(headless);
            QVERIFY((*headless)->setFlags({mail.id}, quint32(Flag::Seen), true));
        }
        QCOMPARE(s.sync(), QStringList());
        QVERIFY(!(s.messages(team).value(0).flags & quint32(Flag::Seen))); // as the server has it
        {
            auto headless = Headless::open(s.paths);
            QVERIFY(headless);
            QVERIFY((*headless)->perform(Intent::mark({mail.id}, quint32(Flag::Flagged), true)));
        }
        const QStringList errors = s.sync();
        QVERIFY2(errors.join(u' ').contains(u"read-only"_s), qPrintable(errors.join(u'\n')));
        QVERIFY(!(s.messages(team).value(0).flags & quint32(Flag::Flagged)));
    }
};

QTEST_GUILESS_MAIN(SharedMailTest)
#include "sharedmail_test.moc"
