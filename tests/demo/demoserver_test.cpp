#include "app/demo/demoserver.h"
#include "app/demo/server/privatedovecot.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'795'446'000;

bool isAlive(qint64 pid)
{
    return QFile::exists(u"/proc/%1/root"_s.arg(pid)) && ::kill(pid_t(pid), 0) == 0;
}

// One command and the answer up to its tagged line.
QByteArray ask(QTcpSocket &socket, const QByteArray &command)
{
    socket.write("x " + command + "\r\n");
    QByteArray answer;
    while (!answer.contains("\r\nx ") && !answer.startsWith("x ")) {
        if (!socket.waitForReadyRead(5000))
            break;
        answer += socket.readAll();
    }
    return answer;
}

QStringList demoFolders()
{
    return QDir::temp().entryList({u"kittiwake-demo-*"_s}, QDir::Dirs);
}

} // namespace

class DemoServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_demo_serves_both_accounts_and_leaves_nothing_behind();
    void a_killed_program_leaves_no_server_and_no_folder();
    void a_computer_without_dovecot_is_told_which_package_to_install();
    void a_server_that_cannot_start_says_why();
};

void DemoServerTest::the_demo_serves_both_accounts_and_leaves_nothing_behind()
{
    auto demo = DemoServer::start(Now);
    QVERIFY2(demo, qPrintable(demo ? QString() : demo.error().text));
    const QString profile = (*demo)->profileDir();
    const qint64 pid = (*demo)->serverProcessId();
    const auto loaded = AccountFile::load(Paths::profile(profile).accountsIni());
    QCOMPARE(loaded.errors.size(), 0);
    QCOMPARE(loaded.accounts.size(), 2);
    for (const auto &account : loaded.accounts)
        QCOMPARE(account.imap.port, (*demo)->imapPort());

    for (const QByteArray user : {"work", "home"}) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, (*demo)->imapPort());
        QVERIFY(socket.waitForReadyRead(5000));
        socket.readAll();
        QVERIFY(ask(socket, "LOGIN " + user + " demo").contains("x OK"));
        const QByteArray list = ask(socket, "LIST \"\" *");
        for (const QByteArray name : {"INBOX", "\\Sent", "\\Drafts", "\\Archive", "\\Junk", "\\Trash"})
            QVERIFY2(list.contains(name), list.constData());
        const QByteArray box = ask(socket, "EXAMINE INBOX");
        QVERIFY2(!box.contains("* 0 EXISTS"), box.constData());
        QVERIFY2(ask(socket, "FETCH 1:* (FLAGS ENVELOPE)").contains("x OK"), "every message can be read");
    }
    demo->reset();
    QVERIFY(!isAlive(pid));
    QVERIFY(!QDir(profile).exists());
}

void DemoServerTest::a_killed_program_leaves_no_server_and_no_folder()
{
    if (qEnvironmentVariableIsSet("KW_DEMO_VICTIM")) { // the second program of this test
        auto demo = DemoServer::start(Now);
        QVERIFY(demo);
        printf("pid %lld\n", (*demo)->serverProcessId());
        printf("dir %s\n", qPrintable((*demo)->profileDir()));
        fflush(stdout);
        ::pause();
    }
    QProcess victim;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KW_DEMO_VICTIM"_s, u"1"_s);
    victim.setProcessEnvironment(environment);
    victim.start(QCoreApplication::applicationFilePath(),
                 {u"a_killed_program_leaves_no_server_and_no_folder"_s});
    QByteArray output;
    while (!output.contains("dir ") || !output.endsWith('\n')) {
        QVERIFY2(victim.waitForReadyRead(20'000), output.constData());
        output += victim.readAllStandardOutput();
    }
    const qint64 pid = output.mid(output.indexOf("pid ") + 4).split('\n').constFirst().toLongLong();
    const QString profile
        = QString::fromUtf8(output.mid(output.indexOf("dir ") + 4).split('\n').constFirst());
    QVERIFY(isAlive(pid));
    QVERIFY(QDir(profile).exists());
    victim.kill();
    QVERIFY(victim.waitForFinished(5000));
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(QFileInfo(profile).path()).exists(), 10'000);
}

void DemoServerTest::a_computer_without_dovecot_is_told_which_package_to_install()
{
    const QStringList before = demoFolders();
    DovecotConfig config;
    const auto server = PrivateDovecot::start(config, QStringList{u"/nonexistent"_s});
    QVERIFY(!server);
    QCOMPARE(server.error().kind, ErrorKind::NotFound);
    QVERIFY(server.error().text.contains("dovecot-imapd"_L1));
    QCOMPARE(demoFolders(), before);
}

void DemoServerTest::a_server_that_cannot_start_says_why()
{
    QTcpServer squatter;
    QVERIFY(squatter.listen(QHostAddress::LocalHost));
    QTemporaryDir dir(QDir::tempPath() + "/kittiwake-demo-XXXXXX"_L1);
    QFile::setPermissions(dir.path(), QFile::permissions(dir.path()) | QFileDevice::ExeOther);
    DovecotConfig config;
    config.directory = dir.path() + "/server"_L1;
    config.mailRoot = config.directory + "/mail"_L1;
    config.password = u"demo"_s;
    config.port = squatter.serverPort();
    const auto server = PrivateDovecot::start(config);
    QVERIFY(!server);
    QCOMPARE(server.error().kind, ErrorKind::Refused);
    QVERIFY2(server.error().text.contains("Address already in use"_L1), qPrintable(server.error().text));
}

QTEST_GUILESS_MAIN(DemoServerTest)
#include "demoserver_test.moc"
