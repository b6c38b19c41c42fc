#include "app/demo/server/privatedovecot.h"
#include "tests/setup/internet.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

// What is found at a real server.
class DovecotTest : public QObject
{
    Q_OBJECT

    TestAuthority m_authority;
    QTemporaryDir m_dir{u"/tmp/kw-setup-XXXXXX"_s};
    std::unique_ptr<PrivateDovecot> m_server;
    quint16 m_tlsPort = 0;

    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_dir.setAutoRemove(false); // the server's broom removes it
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755));
        const auto identity = m_authority.issue({u"mail.example.org"_s});
        QVERIFY(write(u"cert.pem"_s, identity.certificate) && write(u"cert.key"_s, identity.key));
        DovecotConfig config;
        config.directory = m_dir.path();
        config.mailRoot = m_dir.filePath(u"mail"_s);
        config.port = freeLoopbackPort();
        config.password = u"secret"_s;
        m_tlsPort = freeLoopbackPort();
        // Later lines count: encryption on, and a port for it.
        config.extra = "ssl = yes\nssl_server {\n  cert_file = " + m_dir.filePath(u"cert.pem"_s).toUtf8()
            + "\n  key_file = " + m_dir.filePath(u"cert.key"_s).toUtf8()
            + "\n}\nservice imap-login {\n  inet_listener tls {\n    listen = 127.0.0.1\n    port = "
            + QByteArray::number(m_tlsPort) + "\n    ssl = yes\n  }\n}\n";
        auto server = PrivateDovecot::start(config);
        QVERIFY2(server, server ? "" : qPrintable(server.error().text));
        m_server = std::move(*server);
    }

    void a_real_server_is_found_by_trying_on_both_of_its_ports()
    {
        Internet net({u"unused.example"_s});
        net.change().authorities = QSslCertificate::fromData(m_authority.certificate(), QSsl::Pem);
        net.change().hosts.insert(u"mail.example.org:993"_s, {u"127.0.0.1"_s, m_tlsPort});
        net.change().hosts.insert(u"mail.example.org:143"_s, {u"127.0.0.1"_s, m_server->port()});
        const auto report = net.search(u"ann@example.org"_s);
        QVERIFY(report.best());
        QCOMPARE(report.best()->imap.server,
                 (ServerSettings{u"mail.example.org"_s, 993, ConnectionSecurity::Tls, u"ann@example.org"_s}));
        QCOMPARE(report.best()->imap.state, ServerState::Verified);
        QCOMPARE(report.candidates.size(), 2);
        QCOMPARE(report.candidates.at(1).imap.server.security, ConnectionSecurity::StartTls);
        QCOMPARE(report.candidates.at(1).imap.state, ServerState::Verified);
    }

    void a_real_server_whose_issuer_is_unknown_is_offered_with_a_warning()
    {
        Internet net({u"unused.example"_s});
        net.change().authorities.clear();
        net.change().hosts.insert(u"mail.example.org:993"_s, {u"127.0.0.1"_s, m_tlsPort});
        const auto report = net.search(u"ann@example.org"_s);
        QVERIFY(report.best());
        QCOMPARE(report.best()->imap.state, ServerState::BadCertificate);
        QVERIFY(!report.best()->imap.problem.isEmpty());
        QVERIFY(!report.isDecided);
    }
};

QTEST_GUILESS_MAIN(DovecotTest)
#include "dovecot_test.moc"
