#include "app/instance/livestatus.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const auto die = [] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); };

QString program()
{
    return QCoreApplication::applicationDirPath() + u"/kittiwake"_s;
}

} // namespace

// The real program as a process, offscreen and offline.
class KittiwakeTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QTemporaryDir m_runtime;
    Paths m_paths = Paths::profile(m_dir.path());

    struct Run {
        int status = -1;
        QString out;
        QString error;
    };
    Run run(const QStringList &arguments)
    {
        QProcess process;
        process.setChildProcessModifier(die);
        process.start(program(), arguments);
        Run result;
        if (process.waitForFinished(90'000) && process.exitStatus() == QProcess::NormalExit)
            result.status = process.exitCode();
        process.kill();
        process.waitForFinished();
        result.out = QString::fromUtf8(process.readAllStandardOutput());
        result.error = QString::fromUtf8(process.readAllStandardError());
        return result;
    }

    void fill(int messages)
    {
        auto opened = Database::open(m_paths.cache, Database::Mode::ReadWrite);
        QVERIFY(opened);
        Database &db = **opened;
        Transaction txn(db);
        FolderStore folders(db);
        FolderRow inbox;
        inbox.account = folders.account(u"ann"_s);
        inbox.path = u"INBOX"_s;
        inbox.role = FolderRole::Inbox;
        inbox.id = folders.upsert(inbox);
        QList<NewMessage> list;
        for (int i = 0; i < messages; ++i) {
            NewMessage m;
            m.uid = Uid(i + 1);
            m.digest.from = {u"Anna Becker"_s, u"anna@example.org"_s};
            m.digest.subject = u"Message %1"_s.arg(i);
            m.digest.date = 1'700'000'000 + i * 60;
            m.digest.messageIdHash = quint64(i + 1);
            list.append(m);
        }
        MessageStore(db).insert(inbox.id, list, Threading::Now);
        QVERIFY(txn.commit());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
        QVERIFY(m_paths.create());
        AccountSettings a;
        a.key = u"ann"_s;
        a.address = u"ann@example.org"_s;
        a.imap = {u"127.0.0.1"_s, 9, ConnectionSecurity::None, u"ann"_s};
        a.passwordCommand = u"echo secret"_s;
        QVERIFY(AccountFile::save(m_paths.accountsIni(), {a}));
        fill(300);
    }

    void help_and_version_need_no_display()
    {
        qputenv("QT_QPA_PLATFORM", "no-such-platform");
        const auto version = run({u"--version"_s});
        const auto help = run({u"--help"_s});
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QCOMPARE(version.status, 0);
        QCOMPARE(version.out, u"kittiwake " KW_VERSION "\n"_s);
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.contains(u"--profile DIR"_s));
    }

    void a_wrong_option_is_status_2()
    {
        const auto wrong = run({u"--fast"_s});
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.error.contains(u"--fast"_s), qPrintable(wrong.error));
    }

    void a_screenshot_shows_the_cached_inbox_and_quits()
    {
        qputenv("KITTIWAKE_TRACE_START", "1");
        const auto picture = m_dir.filePath(u"shot.png"_s);
        const auto shot = run({u"--profile"_s, m_dir.path(), u"--offline"_s, u"--theme"_s, u"light"_s,
                               u"--screenshot"_s, picture});
        qunsetenv("KITTIWAKE_TRACE_START");
        QVERIFY2(shot.status == 0, qPrintable(shot.error));
        QVERIFY2(shot.error.contains(u"KITTIWAKE_TRACE rows-painted "_s), qPrintable(shot.error));
        const QImage image(picture);
        QVERIFY(image.width() >= 600 && image.height() >= 400);
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                colours.insert(image.pixel(x, y));
        }
        QVERIFY2(colours.size() > 20, "the picture is empty");
        QVERIFY(QFileInfo(m_paths.logFile()).isFile());
    }

    void a_second_start_raises_the_first_and_ends()
    {
        QProcess first;
        first.setChildProcessModifier(die);
        first.start(program(), {u"--profile"_s, m_dir.path(), u"--offline"_s});
        QVERIFY(first.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(LiveStatus::ofRunningWindow(m_paths).windowRuns, 30'000);
        const auto second = run({u"--profile"_s, m_dir.path(), u"--offline"_s});
        QCOMPARE(second.status, 0);
        QVERIFY2(second.error.contains(u"brought to the front"_s), qPrintable(second.error));
        first.terminate();
        QVERIFY(first.waitForFinished(20'000));
        QCOMPARE(first.exitStatus(), QProcess::NormalExit);
        QCOMPARE(first.exitCode(), 0);
    }

    void a_profile_in_use_by_another_program_is_told()
    {
        auto writer = Database::open(m_paths.cache, Database::Mode::ReadWrite);
        QVERIFY(writer);
        const auto refused
            = run({u"--profile"_s, m_dir.path(), u"--screenshot"_s, m_dir.filePath(u"x.png"_s)});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.error.contains(u"in use"_s), qPrintable(refused.error));
    }

    void a_profile_that_cannot_be_made_is_told()
    {
        QFile file(m_dir.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto refused = run({u"--profile"_s, file.fileName() + u"/p"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.error.contains(file.fileName()), qPrintable(refused.error));
    }
};

QTEST_GUILESS_MAIN(KittiwakeTest)
#include "kittiwake_test.moc"
