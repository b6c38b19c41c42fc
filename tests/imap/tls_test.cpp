#include "core/imap/certificateprobe.h"
#include "tests/imap/scripted.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

namespace {

struct Identity {
    QByteArray certificate;
    QByteArray key;
};

} // namespace

// Encrypted sessions: who is trusted, who is not, and what the person is told (what servers do wrong:
// tests/tls/hostile_test).
class TlsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    Identity m_self; // signed by itself, for 127.0.0.1
    Identity m_foreign; // for another host
    Identity m_issued; // for 127.0.0.1, signed with m_self's key

    bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(u"openssl"_s, arguments);
        return process.waitForFinished(30'000) && process.exitCode() == 0;
    }
    QByteArray read(const QString &name) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Identity make(const QString &name, const QString &host, const QStringList &more = {}) const
    {
        const QString san = host == "127.0.0.1"_L1 ? u"IP:"_s + host : u"DNS:"_s + host;
        const QStringList arguments = QStringList{u"req"_s,
                                                  u"-x509"_s,
                                                  u"-newkey"_s,
                                                  u"rsa:2048"_s,
                                                  u"-noenc"_s,
                                                  u"-keyout"_s,
                                                  name + ".key"_L1,
                                                  u"-out"_s,
                                                  name + ".pem"_L1,
                                                  u"-subj"_s,
                                                  u"/CN="_s + host,
                                                  u"-addext"_s,
                                                  u"subjectAltName="_s + san}
            + more;
        if (!openssl(arguments))
            return {};
        return {read(name + ".pem"_L1), read(name + ".key"_L1)};
    }

    static Script encrypted(const Identity &who, bool implicitTls)
    {
        Script script = ScriptedServer::wellBehaved();
        script.certificate = who.certificate;
        script.key = who.key;
        script.implicitTls = implicitTls;
        if (!implicitTls) {
            script.exchanges.prepend({"STARTTLS", "%T OK go ahead\r\n"});
            script.exchanges.prepend(
                {"CAPABILITY",
                 "* CAPABILITY IMAP4rev1 STARTTLS ENABLE CONDSTORE QRESYNC IDLE\r\n%T OK done\r\n"});
        }
        return script;
    }
    static LinkSettings secure(quint16 port, bool implicitTls, const QByteArray &pin = {})
    {
        LinkSettings s = settings(port, 5000);
        s.security = implicitTls ? Security::Tls : Security::StartTls;
        s.pinnedCertificate = pin;
        return s;
    }
    static void ways()
    {
        QTest::addColumn<bool>("implicitTls");
        QTest::newRow("TLS") << true;
        QTest::newRow("STARTTLS") << false;
    }
    // Refused, before a password left; returns the sentence.
    static Error refused(const Identity &who, const QByteArray &pin, bool implicitTls)
    {
        const ScriptedServer server(encrypted(who, implicitTls));
        const auto link = makeKimapLink();
        const auto opened = wait(link->open(secure(server.port(), implicitTls, pin), secret()));
        for (const QByteArray &command : server.commands()) {
            if (command.startsWith("LOGIN"))
                return {ErrorKind::Invalid, u"the password was sent"_s, {}};
        }
        return opened ? Error{ErrorKind::Invalid, u"opened"_s, {}} : opened.error();
    }

private Q_SLOTS:
    void initTestCase()
    {
        silenceKimap();
        m_self = make(u"self"_s, u"127.0.0.1"_s);
        m_foreign = make(u"foreign"_s, u"mail.elsewhere.example"_s);
        m_issued = make(u"issued"_s, u"127.0.0.1"_s, {u"-CA"_s, u"self.pem"_s, u"-CAkey"_s, u"self.key"_s});
        for (const Identity *one : {&m_self, &m_foreign, &m_issued})
            QVERIFY(!one->certificate.isEmpty() && !one->key.isEmpty());
    }

    void a_pinned_certificate_is_accepted_data() { ways(); }
    void a_pinned_certificate_is_accepted()
    {
        QFETCH(bool, implicitTls);
        const ScriptedServer server(encrypted(m_self, implicitTls));
        const auto link = makeKimapLink();
        const auto opened
            = wait(link->open(secure(server.port(), implicitTls, m_self.certificate), secret()));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
    }

    void an_unknown_certificate_is_refused_with_reason_and_fingerprint_data() { ways(); }
    void an_unknown_certificate_is_refused_with_reason_and_fingerprint()
    {
        QFETCH(bool, implicitTls);
        const Error error = refused(m_self, {}, implicitTls);
        QCOMPARE(error.kind, ErrorKind::Tls);
        const QString fingerprint = QString::fromLatin1(QSslCertificate(m_self.certificate, QSsl::Pem)
                                                            .digest(QCryptographicHash::Sha256)
                                                            .toHex(':')
                                                            .toUpper());
        QVERIFY2(error.text.contains(fingerprint), qPrintable(error.text));
        QVERIFY(error.text.contains("127.0.0.1"_L1));
        QVERIFY(error.text.contains("signed by itself"_L1));
    }

    void a_pin_speaks_for_its_own_account_only()
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        const ScriptedServer server(encrypted(m_self, true));
        const auto link = makeKimapLink();
        QVERIFY(wait(link->open(secure(server.port(), true, m_self.certificate), secret())));
        // The pinned account is signed in; its key signs a certificate for another account's server.
        QCOMPARE(refused(m_issued, {}, true).kind, ErrorKind::Tls);
        QCOMPARE(QSslConfiguration::defaultConfiguration().caCertificates(), before.caCertificates());
        QVERIFY(wait(link->list()));
    }

    void another_certificate_than_the_pinned_one_is_refused()
    {
        QCOMPARE(refused(m_self, m_foreign.certificate, true).kind, ErrorKind::Tls);
    }

    void a_server_without_tls_is_told_apart()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        LinkSettings where = secure(server.port(), true);
        where.timeoutMs = 1000; // its greeting may come before TLS is begun, and then both sides wait
        const auto opened = wait(makeKimapLink()->open(where, secret()));
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == ErrorKind::Tls, qPrintable(opened.error().text));
        QVERIFY2(opened.error().text.contains("does not offer"_L1), qPrintable(opened.error().text));
    }

    void a_server_that_takes_no_passwords_says_so()
    {
        Script script = encrypted(m_self, true);
        script.exchanges.prepend({"CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n%T OK done\r\n"});
        const ScriptedServer server(script);
        const auto opened
            = wait(makeKimapLink()->open(secure(server.port(), true, m_self.certificate), secret()));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Auth);
    }

    void the_probe_shows_what_can_be_pinned_data() { ways(); }
    void the_probe_shows_what_can_be_pinned()
    {
        QFETCH(bool, implicitTls);
        const ScriptedServer server(encrypted(m_self, implicitTls));
        CertificateProbe probe(secure(server.port(), implicitTls));
        const auto shown = wait(probe.run());
        QVERIFY(shown);
        QVERIFY(!shown->problems.isEmpty());
        CertificateProbe pinned(secure(server.port(), implicitTls, shown->pem));
        const auto again = wait(pinned.run());
        QVERIFY(again);
        QVERIFY2(again->problems.isEmpty(), qPrintable(again->problems.join(u',')));
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tls_test.moc"
