#include "ctlprocess.h"

#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "tests/oauth/mailserver.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QRegularExpression>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace kw;

// Signing in through the browser without a window, with a real keyring on a private D-Bus session (main()
// below starts it): each kittiwakectl is a process of its own, so what lasts between them is in the keyring.
class CtlSignInTest : public QObject
{
    Q_OBJECT
    QProcess m_daemon;
    OAuthServer m_provider;
    OAuthMailServer m_mail;
    QTemporaryDir m_profile;

    CtlRun ctl(const QStringList &arguments)
    {
        return runCtl(QStringList{u"--profile"_s, m_profile.path()} + arguments, 60'000);
    }
    // Starts it, opens the page that it prints, and waits for its end.
    CtlRun signIn(const QStringList &more = {})
    {
        QProcess process;
        process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        process.start(QCoreApplication::applicationDirPath() + "/kittiwakectl"_L1,
                      QStringList{u"--profile"_s, m_profile.path(), u"signin"_s, u"work"_s} + more);
        static const QRegularExpression address(u"http://127\\.0\\.0\\.1:\\S+"_s);
        CtlRun run;
        QUrl page;
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                         run.out += process.readAllStandardOutput();
                                         run.error += QString::fromUtf8(process.readAllStandardError());
                                         const auto found
                                             = address.match(QString::fromUtf8(run.out) + run.error);
                                         page = QUrl(found.captured());
                                         return found.hasMatch() || process.state() == QProcess::NotRunning;
                                     }()),
                                     20'000);
        }();
        if (page.isValid() && process.state() == QProcess::Running)
            visit(page);
        process.waitForFinished(20'000);
        run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        run.out += process.readAllStandardOutput();
        run.error += QString::fromUtf8(process.readAllStandardError());
        return run;
    }
    static bool keyringAnswers()
    {
        QProcess ask;
        ask.start(u"dbus-send"_s,
                  {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                   u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
        return ask.waitForFinished(5'000) && ask.readAllStandardOutput().contains("boolean true");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_daemon.start(u"gnome-keyring-daemon"_s,
                       {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        QVERIFY2(m_daemon.waitForStarted(), "gnome-keyring is missing: ./dev setup installs it");
        m_daemon.write("\n"); // the empty password
        m_daemon.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(keyringAnswers(), 15'000);
        const QString problem = m_mail.start(m_provider);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_mail.deliver(u"ann"_s, "One", "Text"));
        AccountSettings a;
        a.key = u"work"_s;
        a.address = u"ann@example.org"_s;
        a.oauth = u"local"_s;
        a.imap = {u"127.0.0.1"_s, m_mail.imapsPort(), ConnectionSecurity::Tls, u"ann"_s};
        a.pinnedCertificate = m_mail.certificateFile();
        const Paths paths = Paths::profile(m_profile.path());
        QVERIFY(paths.create());
        QVERIFY(AccountFile::save(paths.accountsIni(), {a}));
        QFile ini(m_profile.filePath(u"oauth.ini"_s));
        QVERIFY(ini.open(QIODevice::WriteOnly) && ini.write(m_provider.ini()) > 0);
    }
    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void accounts_tells_how_they_sign_in()
    {
        const auto run = ctl({u"accounts"_s, u"--json"_s});
        QCOMPARE(run.json().value("accounts"_L1).toArray().first().toObject().value("sign_in"_L1),
                 u"local"_s);
    }

    void before_it_a_sync_says_what_is_missing()
    {
        const auto run = ctl({u"sync"_s, u"--once"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains("Sign in again"_L1), qPrintable(run.error));
    }

    void the_address_is_printed_and_the_sign_in_kept()
    {
        const auto run = signIn();
        QVERIFY2(run.status == 0, qPrintable(run.error));
        QVERIFY(run.out.contains("Signed in."));
        QVERIFY2(run.error.isEmpty(), qPrintable(run.error));
    }

    void a_sync_works_from_the_keyring_alone()
    {
        for (int i = 0; i < 2; ++i) { // the second with the refresh token that the first one got
            const auto run = ctl({u"sync"_s, u"--once"_s});
            QVERIFY2(run.status == 0, qPrintable(run.error));
        }
        QCOMPARE(ctl({u"list"_s, u"work:INBOX"_s, u"--json"_s}).json().value("messages"_L1).toArray().size(),
                 1);
        QCOMPARE(m_provider.refreshes(), 2);
    }

    void a_revoked_permission_is_told_and_the_cache_still_reads()
    {
        m_provider.revokeAll();
        const auto run = ctl({u"sync"_s, u"--once"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains("Sign in again"_L1), qPrintable(run.error));
        QCOMPARE(ctl({u"list"_s, u"work:INBOX"_s}).status, 0);
        const auto again = signIn({u"--json"_s});
        QVERIFY2(again.status == 0, qPrintable(again.error));
        QCOMPARE(again.json().value("sign_in"_L1), u"local"_s);
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
    }

    void a_refusal_is_a_failure()
    {
        m_provider.setDenying(true);
        const auto run = signIn();
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains("did not allow"_L1), qPrintable(run.error));
        m_provider.setDenying(false);
    }

    void no_secret_is_in_a_file_or_was_printed()
    {
        QDirIterator it(m_profile.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int files = 0;
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("-canary-"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 2);
        const auto run = signIn();
        QVERIFY(!run.out.contains("-canary-") && !run.error.contains("-canary-"_L1));
    }
};

namespace {

// Everything again inside a D-Bus session and directories of its own, so that the person's keyring is never
// touched.
int runInSession(int argc, char **argv, const QTemporaryDir &dir)
{
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "HOME"})
        qputenv(name, QFile::encodeName(dir.path()));
    qputenv("KW_KEYRING_SESSION", "1");
    qunsetenv("XDG_CURRENT_DESKTOP");
    QStringList arguments{u"--"_s};
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QProcess session;
    session.setProcessChannelMode(QProcess::ForwardedChannels);
    session.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    session.start(u"dbus-run-session"_s, arguments);
    if (!session.waitForFinished(110'000) || session.exitStatus() != QProcess::NormalExit)
        return 1;
    return session.exitCode();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (!qEnvironmentVariableIsSet("KW_KEYRING_SESSION")) {
        const QTemporaryDir dir;
        return dir.isValid() ? runInSession(argc, argv, dir) : 1;
    }
    CtlSignInTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ctlsignin_test.moc"
