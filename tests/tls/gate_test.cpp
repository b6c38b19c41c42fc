#include "core/tls/certificatelook.h"
#include "core/tls/tlsgate.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testcertificates.h"

#include <QCoroTask>
#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

template <class T> T wait(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

// One who talks to the inner end of a gate.
struct Client {
    explicit Client(quint16 port) { socket.connectToHost(u"127.0.0.1"_s, port); }
    QByteArray read(qsizetype octets)
    {
        while (got.size() < octets && QTest::qWaitFor([this] { return socket.bytesAvailable() > 0; }, 5000))
            got += socket.readAll();
        return got;
    }
    bool isClosed()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
    }
    QTcpSocket socket;
    QByteArray got;
};

} // namespace

// The inner end of an encrypted connection, and the way there for SMTP.
class GateTest : public QObject
{
    Q_OBJECT
    TestCertificates m_files;
    TestIdentity m_self;

    Script imap() const
    {
        Script script = ScriptedServer::wellBehaved();
        script.certificate = m_self.certificate;
        script.key = m_self.key;
        return script;
    }
    Script smtp(bool implicitTls) const
    {
        Script script;
        script.tagged = false;
        script.greeting = "220-mail.example.org\r\n220 ESMTP\r\n";
        script.certificate = m_self.certificate;
        script.key = m_self.key;
        script.implicitTls = implicitTls;
        script.exchanges = {{"EHLO .*", "250-mail.example.org\r\n250-STARTTLS\r\n250 SIZE 1000\r\n"},
                            {"STARTTLS", "220 go ahead\r\n"},
                            {"NOOP", "250 fine\r\n"}};
        return script;
    }
    TlsTarget target(const ScriptedServer &server, TlsTarget::Dialect dialect, bool startTls = false) const
    {
        TlsTarget target;
        target.host = u"127.0.0.1"_s;
        target.port = server.port();
        target.dialect = dialect;
        target.startTls = startTls;
        target.pinned = m_self.certificate;
        target.timeoutMs = 3000;
        return target;
    }
    Error smtpRefused(const Script &script) const
    {
        const ScriptedServer server(script);
        TlsGate gate(target(server, TlsTarget::Dialect::Smtp, true));
        const auto opened = wait(gate.open());
        if (server.received().contains("AUTH"))
            return {ErrorKind::Invalid, u"somebody signed in"_s, {}};
        return opened ? Error{ErrorKind::Invalid, u"opened"_s, {}} : opened.error();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_self = m_files.make(u"self"_s, u"127.0.0.1"_s);
        QVERIFY(!m_self.isEmpty());
    }

    // Each octet in time, and never an end.
    void a_server_that_goes_on_talking_before_the_encryption_is_not_listened_to_for_ever()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
        QTimer drip;
        connect(&server, &QTcpServer::newConnection, &server, [&server, &drip] {
            QTcpSocket *client = server.nextPendingConnection();
            connect(&drip, &QTimer::timeout, client, [client] { client->write("220-please wait\r\n"); });
            drip.start(100);
        });
        TlsTarget target;
        target.host = u"127.0.0.1"_s;
        target.port = server.serverPort();
        target.dialect = TlsTarget::Dialect::Smtp;
        target.startTls = true;
        target.timeoutMs = 500;
        TlsGate gate(target);
        QTimer::singleShot(4000, &gate, &TlsGate::cancel);
        const auto opened = wait(gate.open());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QLatin1StringView(TlsCode::Timeout));
    }

    void what_is_said_goes_through_in_both_directions()
    {
        Script script = imap();
        const QByteArray much = "* LARGE " + QByteArray(5'000'000, 'x') + "\r\n";
        script.exchanges.prepend({"BLAST", much + "%T OK\r\n"});
        script.exchanges.prepend({"TAKE x+", "%T OK taken\r\n"});
        const ScriptedServer server(script);
        TlsGate gate(target(server, TlsTarget::Dialect::Imap));
        const auto opened = wait(gate.open());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        QVERIFY(opened->capabilities.contains(u"QRESYNC"_s));
        QCOMPARE(opened->shown.verdict, ShownCertificate::Verdict::Trusted);
        QVERIFY2(opened->shown.protocol.startsWith("TLSv1."_L1), qPrintable(opened->shown.protocol));
        Client client(opened->port);
        QCOMPARE(client.read(12), QByteArray("* OK ready\r\n"));
        client.got.clear();
        client.socket.write("A1 BLAST\r\n");
        QCOMPARE(client.read(much.size() + 7).size(), much.size() + 7);
        QCOMPARE(client.got.first(much.size()), much);
        client.got.clear();
        client.socket.write("A2 TAKE " + QByteArray(1'000'000, 'x') + "\r\n");
        QCOMPARE(client.read(13), QByteArray("A2 OK taken\r\n"));
    }

    void a_line_without_an_end_ends_the_connection_of_who_speaks_in_lines()
    {
        Script script = smtp(true);
        script.exchanges.prepend({"FLOOD", "250-" + QByteArray(5'000'000, 'x') + "\r\n250 done\r\n"});
        script.exchanges.prepend({"MANY", QByteArray("250-line\r\n").repeated(50'000) + "250 done\r\n"});
        const ScriptedServer server(script);
        for (const bool isLine : {true, false}) {
            TlsGate gate(target(server, TlsTarget::Dialect::Smtp));
            const auto opened = wait(gate.open());
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
            Client client(opened->port);
            client.socket.write(isLine ? "FLOOD\r\n" : "MANY\r\n");
            if (isLine) {
                QVERIFY(client.isClosed());
                QVERIFY(client.socket.readAll().size() < 1'000'000);
            } else {
                QVERIFY(client.read(500'010).endsWith("250 done\r\n"));
            }
        }
    }

    void only_the_first_who_speaks_is_served()
    {
        const ScriptedServer server(imap());
        TlsGate gate(target(server, TlsTarget::Dialect::Imap));
        const auto opened = wait(gate.open());
        QVERIFY(opened);
        Client silent(opened->port);
        QVERIFY(!silent.read(12).isEmpty());
        Client second(opened->port); // takes its place: nothing was said yet
        QVERIFY(!second.read(12).isEmpty());
        QVERIFY(silent.isClosed());
        second.socket.write("A1 CAPABILITY\r\n");
        QVERIFY(second.read(30).contains("CAPABILITY"));
        Client third(opened->port);
        QVERIFY(third.isClosed());
        QVERIFY(third.got.isEmpty());
    }

    void both_ends_close_together()
    {
        Script script = imap();
        script.exchanges.prepend({"BYE", "* BYE last words\r\n"});
        script.cutAfter = -1;
        auto server = std::make_unique<ScriptedServer>(script);
        TlsGate gate(target(*server, TlsTarget::Dialect::Imap));
        const auto opened = wait(gate.open());
        QVERIFY(opened);
        Client client(opened->port);
        client.socket.write("A1 BYE\r\n");
        QVERIFY(client.read(28).contains("last words"));
        server.reset();
        QVERIFY(client.isClosed());
    }

    void a_client_that_goes_closes_the_connection()
    {
        const ScriptedServer server(imap());
        TlsGate gate(target(server, TlsTarget::Dialect::Imap));
        const auto opened = wait(gate.open());
        QVERIFY(opened);
        {
            Client client(opened->port);
            client.socket.write("A1 CAPABILITY\r\n");
            QVERIFY(client.read(30).contains("CAPABILITY"));
        }
        QTRY_COMPARE(server.connections(), 0);
    }

    void a_gate_that_is_given_up_ends_at_once()
    {
        Script script;
        script.stallAfter = 0; // not a word: the octets of a handshake may look like a command
        const ScriptedServer server(script);
        TlsTarget where = target(server, TlsTarget::Dialect::Imap);
        where.timeoutMs = 60'000;
        auto gate = std::make_unique<TlsGate>(where);
        QTimer::singleShot(50, gate.get(), [&gate] { gate->cancel(); });
        const auto opened = wait(gate->open());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Cancelled);
        gate.reset();
        QTRY_COMPARE(server.connections(), 0);
    }

    void smtp_is_secured_both_ways_data()
    {
        QTest::addColumn<bool>("startTls");
        QTest::newRow("TLS") << false;
        QTest::newRow("STARTTLS") << true;
    }
    void smtp_is_secured_both_ways()
    {
        QFETCH(bool, startTls);
        const ScriptedServer server(smtp(!startTls));
        TlsGate gate(target(server, TlsTarget::Dialect::Smtp, startTls));
        const auto opened = wait(gate.open());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        Client client(opened->port);
        QVERIFY(client.read(10).startsWith("220"));
        client.got.clear();
        client.socket.write("EHLO here\r\n");
        QVERIFY(client.read(40).contains("250 SIZE"));
    }

    void smtp_without_starttls_is_not_spoken_to()
    {
        Script script = smtp(false);
        script.exchanges.prepend({"EHLO .*", "250-mail.example.org\r\n250 AUTH PLAIN\r\n"});
        QCOMPARE(smtpRefused(script).code, QLatin1StringView(TlsCode::Stripped));
        script = smtp(false);
        script.exchanges.prepend({"STARTTLS", "454 not now\r\n"});
        QCOMPARE(smtpRefused(script).code, QLatin1StringView(TlsCode::Stripped));
        script.greeting = "554 go away\r\n";
        QCOMPARE(smtpRefused(script).code, QLatin1StringView(TlsCode::Stripped));
    }

    void what_is_slipped_in_behind_smtps_starttls_is_noticed()
    {
        Script script = smtp(false);
        script.exchanges.prepend({"STARTTLS", "220 go ahead\r\n250-AUTH PLAIN\r\n"});
        QCOMPARE(smtpRefused(script).code, QLatin1StringView(TlsCode::Injected));
    }

    void an_smtp_server_that_is_busy_is_tried_again_later()
    {
        Script script = smtp(false);
        script.greeting = "421 too busy\r\n";
        QCOMPARE(smtpRefused(script).kind, ErrorKind::Network);
    }

    void a_look_tells_everything_and_sends_nothing()
    {
        const ScriptedServer server(imap());
        TlsTarget where = target(server, TlsTarget::Dialect::Imap);
        where.pinned.clear();
        CertificateLook look(where);
        const auto shown = wait(look.run());
        QVERIFY(shown);
        QCOMPARE(shown->verdict, ShownCertificate::Verdict::Untrusted);
        QCOMPARE(shown->subject, u"127.0.0.1"_s);
        QCOMPARE(shown->organization, u"Test"_s);
        QCOMPARE(shown->names, QStringList{u"127.0.0.1"_s});
        QVERIFY(shown->selfSigned);
        QVERIFY(shown->until > QDateTime::currentDateTimeUtc());
        QVERIFY(shown->key.startsWith("RSA"_L1));
        QCOMPARE(shown->fingerprint.size(), 32 * 3 - 1);
        where.pinned = shown->pem;
        CertificateLook again(where);
        QCOMPARE(wait(again.run())->verdict, ShownCertificate::Verdict::Trusted);
        QVERIFY(server.received().isEmpty());
    }
};

QTEST_GUILESS_MAIN(GateTest)
#include "gate_test.moc"
