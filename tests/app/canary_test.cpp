#include "ctlprocess.h"

#include "app/demo/server/privatedovecot.h"
#include "core/account/accountfile.h"
#include "core/account/filestore.h"
#include "core/account/paths.h"
#include "core/account/secrets.h"
#include "tests/oauth/mailserver.h"
#include "tests/support/nameserver.h"

#include <QCoroTask>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QString Password = u"canary-pässword-51c7"_s;
const QString WrongPassword = u"canary-wrong-93d2"_s;
const QString Passphrase = u"canary-passphrase-e804"_s;
const QString Token = u"canary-token-6b6f"_s;

// How a secret may look where it should not be.
QList<QByteArray> disguises(const QString &secret)
{
    QList<QByteArray> all{secret.toUtf8(), secret.toLatin1(),
                          QByteArray(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2)};
    const QByteArray utf8 = secret.toUtf8();
    all.append(utf8.toHex());
    all.append(utf8.toHex().toUpper());
    all.append(utf8.toPercentEncoding());
    // Base64 looks different by what stands before; the middle of it is the same for each of the three ways.
    for (int before = 0; before < 3; ++before)
        all.append((QByteArray(before, 'x') + utf8).toBase64().sliced(4).chopped(4));
    return all;
}

// Of the provider whose page the browser shows: codes and tokens.
const OAuthServer *provider = nullptr;

QStringList secrets()
{
    QStringList all{Password, WrongPassword, Passphrase, Token};
    if (provider)
        all += provider->given().values();
    return all;
}

bool betrays(const QByteArray &octets)
{
    for (const QString &secret : secrets()) {
        for (const QByteArray &disguise : disguises(secret)) {
            if (octets.contains(disguise))
                return true;
        }
    }
    return false;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Looks at the command line and the environment of a process and all that it starts, as long as it runs. What
// the test itself hands over in its environment is not looked for.
class ProcessWatch : public QObject
{
public:
    explicit ProcessWatch(QProcess &process)
        : m_process(process)
    {
        m_timer.setInterval(2);
        connect(&m_timer, &QTimer::timeout, this, [this] { look(); });
        m_timer.start();
    }
    int seen() const { return m_seen; }
    const QStringList &betrayals() const { return m_betrayals; }

private:
    void look()
    {
        if (m_process.processId() > 0)
            look(m_process.processId());
    }
    void look(qint64 pid)
    {
        const QString folder = u"/proc/%1/"_s.arg(pid);
        for (const QString &what : {u"cmdline"_s, u"environ"_s}) {
            const QByteArray octets = contentOf(folder + what);
            ++m_seen;
            if (betrays(octets))
                m_betrayals.append(what + u": "_s + QString::fromUtf8(octets).replace(QChar(0), u' '));
        }
        // Children of every thread of it.
        QDirIterator threads(folder + u"task"_s, QDir::Dirs | QDir::NoDotAndDotDot);
        while (threads.hasNext()) {
            const auto children = contentOf(threads.next() + u"/children"_s).split(' ');
            for (const QByteArray &child : children) {
                if (child.toLongLong() > 0)
                    look(child.toLongLong());
            }
        }
    }

    QProcess &m_process;
    QTimer m_timer;
    int m_seen = 0;
    QStringList m_betrayals;
};

} // namespace

// Canaries as password, wrong password, passphrase and what a provider hands out, through full sessions of
// the real programs, with every library's debug output on: they turn up nowhere but in the servers' memory.
class CanaryTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_profile;
    QTemporaryDir m_outside{u"/tmp/kw-canary-XXXXXX"_s}; // what a person's password manager would be
    TestCertificates m_files;
    std::unique_ptr<PrivateDovecot> m_server;
    quint16 m_port = 0;
    OAuthServer m_provider;
    OAuthMailServer m_mail;
    NameServer m_names;
    QByteArray m_said; // by all programs

    Paths paths() const { return Paths::profile(m_profile.path()); }
    QString outside(const QString &name) const { return m_outside.filePath(name); }
    static void write(const QString &path, const QString &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8() + '\n');
    }
    AccountSettings account(const QString &key, const QString &command, const QString &pin) const
    {
        AccountSettings a;
        a.key = key;
        a.address = key + u"@example.org"_s;
        a.imap = {u"127.0.0.1"_s, m_port, ConnectionSecurity::StartTls, key};
        a.passwordCommand = command;
        a.pinnedCertificate = pin;
        return withDefaults(a);
    }
    void startServer()
    {
        const TestIdentity self = m_files.make(u"self"_s, u"127.0.0.1"_s);
        QVERIFY(!self.isEmpty());
        // Not m_outside: the server's broom sweeps its folder.
        QTemporaryDir dir(u"/tmp/kw-dovecot-XXXXXX"_s);
        dir.setAutoRemove(false);
        QFile::setPermissions(dir.path(), QFile::Permissions(0x7755));
        DovecotConfig config;
        config.directory = dir.path();
        config.mailRoot = dir.filePath(u"mail"_s);
        config.port = freeLoopbackPort();
        config.password = Password;
        config.extra = "ssl = yes\nssl_server_cert_file = " + m_files.path(u"self.pem"_s).toUtf8()
            + "\nssl_server_key_file = " + m_files.path(u"self.key"_s).toUtf8() + '\n';
        QFile::setPermissions(m_files.path(QString()), QFile::Permissions(0x7755));
        auto server = PrivateDovecot::start(config);
        QVERIFY2(server, server ? "" : qPrintable(server.error().text));
        m_server = *std::move(server);
        m_port = config.port;
    }
    AccountSettings browserAccount() const
    {
        AccountSettings a;
        a.key = u"browser"_s;
        a.address = u"ann@example.org"_s;
        a.oauth = u"local"_s;
        a.imap = {u"127.0.0.1"_s, m_mail.imapsPort(), ConnectionSecurity::Tls, u"ann"_s};
        a.smtp = {u"127.0.0.1"_s, m_mail.submissionsPort(), ConnectionSecurity::Tls, u"ann"_s};
        a.pinnedCertificate = m_mail.certificateFile();
        a.smtpPinnedCertificate = m_mail.certificateFile();
        return withDefaults(a);
    }
    // Runs a program to its end with everything that libraries could tell. `heard`: told what it said so far.
    using Heard = std::function<void(const QByteArray &said)>;
    int run(const QString &program, const QStringList &arguments, const Heard &heard = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        environment.insert(u"KITTIWAKE_DEBUG"_s, u"1"_s);
        environment.insert(u"KIMAP_LOGFILE"_s, m_profile.filePath(u"log/kimap"_s));
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
        process.setProcessEnvironment(environment);
        // In a session of its own, so that it has no terminal to ask.
        QProcess::UnixProcessParameters parameters;
        parameters.flags = QProcess::UnixProcessFlag::CreateNewSession;
        process.setUnixProcessParameters(parameters);
        process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        const ProcessWatch watch(process);
        process.start(QCoreApplication::applicationDirPath() + u'/' + program,
                      QStringList{u"--profile"_s, m_profile.path()} + arguments);
        QByteArray said;
        const auto hasEnded = [&] {
            said += process.readAllStandardOutput() + process.readAllStandardError();
            if (heard)
                heard(said);
            return process.state() == QProcess::NotRunning;
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 120'000); }();
        m_said += said + process.readAllStandardOutput() + process.readAllStandardError();
        if (!watch.betrayals().isEmpty())
            qCritical("%ls", qUtf16Printable(watch.betrayals().constFirst()));
        if (watch.seen() < 4 || !watch.betrayals().isEmpty())
            return -1;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    }
    QString unlocking() const { return u"cat "_s + outside(u"passphrase"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        startServer();
        const QString problem = m_mail.start(m_provider);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        provider = &m_provider;
        m_names.addMx("example.org", "mx.example.org");
        QFile providers(m_profile.filePath(u"oauth.ini"_s));
        QVERIFY(providers.open(QIODevice::WriteOnly) && providers.write(m_provider.ini()) > 0);
        write(outside(u"password"_s), Password);
        write(outside(u"wrong"_s), WrongPassword);
        write(outside(u"passphrase"_s), Passphrase);
        write(outside(u"wrong-passphrase"_s), WrongPassword);
        QVERIFY(paths().create());
        const QString pin = QString::fromUtf8(contentOf(m_files.path(u"self.pem"_s)));
        const AccountSettings kept = account(u"kept"_s, {}, pin);
        QVERIFY(AccountFile::save(paths().accountsIni(),
                                  {kept, account(u"command"_s, u"cat "_s + outside(u"password"_s), pin),
                                   account(u"wrong"_s, u"cat "_s + outside(u"wrong"_s), pin),
                                   account(u"stranger"_s, u"cat "_s + outside(u"password"_s), {}),
                                   browserAccount()}));
        QVERIFY(saveSecretPlace(paths().config, SecretPlace::File));
        QVERIFY(QCoro::waitFor(
            FileStore(paths().config)
                .create(Passphrase, {{keyringEntry(kept), Password}, {u"token of kept"_s, Token}})));
    }

    void the_search_finds_what_is_there()
    {
        for (const QString &secret : secrets()) {
            QVERIFY(betrays("LOGIN \"ann\" \"" + secret.toUtf8() + '"'));
            for (const QByteArray &before :
                 {QByteArray("\0ann\0", 5), QByteArray("\0anna\0", 6), QByteArray("\0annab\0", 7)})
                QVERIFY(betrays("+ " + (before + secret.toUtf8()).toBase64()));
        }
        QVERIFY(!betrays("nothing of it"));
        QProcess sleeper;
        const ProcessWatch watch(sleeper);
        sleeper.start(u"sleep"_s, {u"2"_s, u"--"_s}); // a process that is seen
        sleeper.kill();
        sleeper.waitForFinished();
        QProcess leak;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LEAK"_s, Password);
        leak.setProcessEnvironment(environment);
        const ProcessWatch found(leak);
        leak.start(u"sleep"_s, {u"5"_s});
        QTRY_VERIFY(!found.betrayals().isEmpty());
        leak.kill();
        leak.waitForFinished();
    }

    void kittiwakectl_with_the_passphrase_from_a_command()
    {
        // The account with the wrong password and the one with the strange certificate fail.
        QCOMPARE(run(u"kittiwakectl"_s,
                     {u"--passphrase-command"_s, unlocking(), u"sync"_s, u"--once"_s, u"--json"_s}),
                 1);
        QVERIFY2(m_said.contains("kept"), m_said.left(2000).constData());
        QVERIFY(m_said.contains("certificate")); // that failure was told
        QCOMPARE(run(u"kittiwakectl"_s, {u"--passphrase-command"_s, unlocking(), u"verify"_s, u"kept"_s}), 0);
        QCOMPARE(run(u"kittiwakectl"_s, {u"--passphrase-command"_s, unlocking(), u"verify"_s, u"wrong"_s}),
                 1);
    }

    void kittiwakectl_with_a_wrong_passphrase_and_without_any()
    {
        const QString wrong = u"cat "_s + outside(u"wrong-passphrase"_s);
        QCOMPARE(run(u"kittiwakectl"_s, {u"--passphrase-command"_s, wrong, u"sync"_s, u"--once"_s}), 1);
        QVERIFY(m_said.contains("not the passphrase"));
        QCOMPARE(run(u"kittiwakectl"_s, {u"--passphrase-command"_s, u"exit 3"_s, u"sync"_s, u"--once"_s}), 1);
        QCOMPARE(run(u"kittiwakectl"_s, {u"verify"_s, u"kept"_s}), 1);
        QVERIFY(m_said.contains("passphrase to go on"));
    }

    void signing_in_through_the_browser_and_with_what_it_brought()
    {
        static const QRegularExpression address(u"http://127\\.0\\.0\\.1:\\S+"_s);
        bool visited = false;
        const auto visitOnce = [&visited](const QByteArray &said) {
            const auto found = address.match(QString::fromUtf8(said));
            if (found.hasMatch() && !std::exchange(visited, true))
                visit(QUrl(found.captured()));
        };
        const QStringList unlocked{u"--passphrase-command"_s, unlocking()};
        QCOMPARE(run(u"kittiwakectl"_s, unlocked + QStringList{u"signin"_s, u"browser"_s}, visitOnce), 0);
        QVERIFY(visited && m_provider.exchanges() == 1);
        m_provider.expireAccess();
        QCOMPARE(run(u"kittiwakectl"_s, unlocked + QStringList{u"verify"_s, u"browser"_s}), 0);
        QVERIFY(m_provider.refreshes() > 0);
        QVERIFY(m_provider.given().size() >= 4); // two of each, and the code
    }

    void the_doctor_with_each_kind_of_secret()
    {
        for (const auto &[key, status] : {std::pair(u"kept"_s, 0), {u"browser"_s, 0}, {u"wrong"_s, 1}}) {
            const int ended = run(u"kittiwakectl"_s,
                                  {u"--passphrase-command"_s, unlocking(), u"doctor"_s, u"--nameserver"_s,
                                   u"127.0.0.1:%1"_s.arg(m_names.port()), key});
            QVERIFY2(ended == status, m_said.right(3000).constData());
        }
        QVERIFY(m_said.contains("Signing in works."));
    }

    void kittiwake_itself()
    {
        if (!QFile::exists(QCoreApplication::applicationDirPath() + u"/kittiwake"_s))
            QSKIP("built without a window");
        QCOMPARE(run(u"kittiwake"_s, {u"--screenshot"_s, m_profile.filePath(u"picture.png"_s)}), 0);
        QVERIFY(QFile::exists(m_profile.filePath(u"picture.png"_s)));
    }

    // After all of them.
    void nothing_of_it_is_anywhere()
    {
        QVERIFY(m_said.size() > 1000);
        for (const QByteArray &line : m_said.split('\n'))
            QVERIFY2(!betrays(line), line.constData());
        int files = 0;
        QDirIterator it(m_profile.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString file = it.next();
            QVERIFY2(!betrays(contentOf(file)), qPrintable(file));
            ++files;
        }
        QVERIFY(files > 5);
        QVERIFY(QFile::exists(m_profile.filePath(u"secrets.kw"_s)));
        QVERIFY(QFile::exists(m_profile.filePath(u"cache/cache.db"_s)));
    }

    void no_core_dump_is_written()
    {
        QProcess shell;
        shell.start(
            u"/bin/sh"_s,
            {u"-c"_s,
             u"ulimit -c unlimited 2>/dev/null; '%1' --profile '%2' verify command & p=$!; n=0; "
             "while kill -0 $p 2>/dev/null && [ $n -lt 500 ]; do "
             "grep -E 'core file size +0 ' /proc/$p/limits && break; n=$((n+1)); sleep 0.01; done; wait"_s
                 .arg(QCoreApplication::applicationDirPath() + u"/kittiwakectl"_s, m_profile.path())});
        QVERIFY(shell.waitForFinished(60'000));
        const QByteArray said = shell.readAllStandardOutput();
        static const QRegularExpression none(u"Max core file size\\s+0\\s"_s);
        QVERIFY2(none.match(QString::fromUtf8(said)).hasMatch(), said.constData());
    }
};

QTEST_GUILESS_MAIN(CanaryTest)
#include "canary_test.moc"
