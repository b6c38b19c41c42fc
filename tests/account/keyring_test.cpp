#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "core/account/profilesecrets.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <optional>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QString Canary = u"cänary-7c1f secret=\"x\""_s;

AccountSettings account()
{
    AccountSettings a;
    a.key = u"work"_s;
    a.address = u"anna@example.org"_s;
    a.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"anna"_s};
    return a;
}

} // namespace

// A real gnome-keyring on a private D-Bus session (main() below starts it), with an empty password of its
// own.
class KeyringTest : public QObject
{
    Q_OBJECT
    QProcess m_daemon;
    QTemporaryDir m_config;
    std::optional<Result<QString>> m_read;
    std::optional<Result<void>> m_done;

    Task<void> read(Secrets &secrets, AccountSettings a) { m_read = co_await secrets.password(a); }
    Task<void> store(Secrets &secrets, AccountSettings a, QString password)
    {
        m_done = co_await secrets.store(a, password);
    }
    Task<void> forget(Secrets &secrets, AccountSettings a) { m_done = co_await secrets.forget(a); }

    Result<QString> password(const AccountSettings &a)
    {
        m_read.reset();
        const auto secrets = std::make_unique<ProfileSecrets>(m_config.path());
        auto task = read(*secrets, a);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_read.has_value(), 15'000); }();
        return m_read.value_or(Error{ErrorKind::Busy, u"no answer"_s, {}});
    }
    template <class Start> Result<void> change(Start start)
    {
        m_done.reset();
        const auto secrets = std::make_unique<ProfileSecrets>(m_config.path());
        auto task = start(*secrets);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_done.has_value(), 15'000); }();
        return m_done.value_or(Error{ErrorKind::Busy, u"no answer"_s, {}});
    }
    Result<void> keep(const AccountSettings &a, const QString &text)
    {
        return change([&](Secrets &s) { return store(s, a, text); });
    }
    Result<void> drop(const AccountSettings &a)
    {
        return change([&](Secrets &s) { return forget(s, a); });
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
    }
    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void an_unknown_password_asks_the_person()
    {
        const auto result = password(account());
        QVERIFY(!result);
        QVERIFY2(result.error().kind == ErrorKind::Auth, qPrintable(result.error().text));
    }

    void what_is_stored_is_read_again()
    {
        const auto kept = keep(account(), Canary);
        QVERIFY2(bool(kept), qPrintable(kept ? QString() : kept.error().text));
        const auto result = password(account());
        QVERIFY2(bool(result), qPrintable(result ? QString() : result.error().text));
        QCOMPARE(*result, Canary);
    }

    void another_server_does_not_get_it()
    {
        auto moved = account();
        moved.imap.host = u"evil.example.org"_s;
        QVERIFY(keep(account(), Canary));
        QVERIFY(!password(moved));
    }

    void the_engines_thread_may_ask()
    {
        QVERIFY(keep(account(), Canary));
        QThread thread;
        QObject there;
        there.moveToThread(&thread);
        thread.start();
        std::unique_ptr<Secrets> secrets;
        std::optional<Task<void>> task;
        m_read.reset();
        QMetaObject::invokeMethod(&there, [&] {
            secrets = std::make_unique<ProfileSecrets>(m_config.path());
            task.emplace(read(*secrets, account()));
        });
        bool answered = false;
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                         QMetaObject::invokeMethod(
                                             &there, [&] { answered = m_read.has_value(); },
                                             Qt::BlockingQueuedConnection);
                                         return answered;
                                     }()),
                                     15'000);
        }();
        QMetaObject::invokeMethod(&there, [&] { secrets.reset(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
        QVERIFY(answered);
        QCOMPARE(**m_read, Canary);
    }

    void the_password_is_in_no_file_of_the_profile()
    {
        QTemporaryDir dir;
        const auto paths = Paths::profile(dir.path());
        QVERIFY(paths.create());
        QVERIFY(AccountFile::save(paths.accountsIni(), {account()}));
        QVERIFY(keep(account(), Canary));
        QVERIFY(password(account()));
        int files = 0;
        QDirIterator it(dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("7c1f"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
        QFile commandLine(u"/proc/self/cmdline"_s);
        QVERIFY(commandLine.open(QIODevice::ReadOnly));
        QVERIFY(!commandLine.readAll().contains("7c1f"));
    }

    void forgetting_is_final_and_may_be_repeated()
    {
        QVERIFY(keep(account(), Canary));
        QVERIFY(drop(account()));
        QVERIFY(drop(account()));
        const auto result = password(account());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Auth);
    }

    void an_account_with_a_command_leaves_the_keyring_alone()
    {
        auto a = account();
        a.passwordCommand = u"echo from-command"_s;
        QVERIFY(keep(a, Canary));
        QCOMPARE(*password(a), u"from-command"_s);
        a.passwordCommand.clear();
        QVERIFY(!password(a));
    }

    // Last: the daemon goes away.
    void without_a_keyring_the_sentence_says_what_to_do()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        QProcess again;
        again.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        again.start(QCoreApplication::applicationFilePath(), {u"--ask-without-keyring"_s});
        QVERIFY(again.waitForFinished(20'000));
        const auto said = QString::fromUtf8(again.readAllStandardOutput());
        QVERIFY2(said.contains(u"gnome-keyring"_s) && said.contains(u"passwordCommand"_s), qPrintable(said));
    }
};

namespace {

Task<void> printError(Secrets &secrets)
{
    const auto result = co_await secrets.password(account());
    const auto text = result ? u"a password"_s : result.error().text;
    QFile out;
    if (out.open(stdout, QIODevice::WriteOnly))
        out.write(text.toUtf8());
    out.close();
    QCoreApplication::quit();
}

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
    if (!session.waitForFinished(55'000) || session.exitStatus() != QProcess::NormalExit)
        return 1;
    return session.exitCode();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--ask-without-keyring") {
        QCoreApplication app(argc, argv);
        const auto secrets = std::make_unique<ProfileSecrets>(QDir::tempPath() + u"/kw-no-such-profile"_s);
        auto task = printError(*secrets);
        return QCoreApplication::exec();
    }
    if (!qEnvironmentVariableIsSet("KW_KEYRING_SESSION")) {
        const QTemporaryDir dir;
        QCoreApplication app(argc, argv);
        return dir.isValid() ? runInSession(argc, argv, dir) : 1;
    }
    QCoreApplication app(argc, argv);
    KeyringTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "keyring_test.moc"
