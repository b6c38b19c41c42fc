#include "core/smtp/ksmtp/ksmtplink.h"
#include "core/tls/showncertificate.h"
#include "core/tls/tlstarget.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testcertificates.h"

#include <QCoroTask>
#include <QSslConfiguration>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

const QString Canary = u"canary-51c9"_s;

Script speaking(const TestIdentity &who, bool implicitTls)
{
    Script script;
    script.tagged = false;
    script.greeting = "220 mail.example.org ESMTP\r\n";
    script.certificate = who.certificate;
    script.key = who.key;
    script.implicitTls = implicitTls;
    QByteArray ehlo = "250-mail.example.org\r\n";
    if (!implicitTls)
        ehlo += "250-STARTTLS\r\n";
    script.exchanges = {{"EHLO .*", ehlo + "250 AUTH PLAIN\r\n"},
                        {"STARTTLS", "220 go ahead\r\n"},
                        {"AUTH PLAIN .*", "235 2.7.0 welcome\r\n"},
                        {"QUIT", "221 bye\r\n"}};
    return script;
}

SmtpSettings to(quint16 port, bool implicitTls, const QByteArray &pin)
{
    SmtpSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = port;
    settings.security = implicitTls ? SmtpSecurity::Tls : SmtpSecurity::StartTls;
    settings.user = u"ann"_s;
    settings.pinnedCertificate = pin;
    settings.timeoutMs = 5000;
    return settings;
}

Result<SmtpFeatures> opened(quint16 port, bool implicitTls, const QByteArray &pin)
{
    const auto link = makeKsmtpLink();
    return QCoro::waitFor(link->open(to(port, implicitTls, pin), Canary));
}

Error refused(const Script &script, const QByteArray &pin, bool implicitTls)
{
    const ScriptedServer server(script);
    const auto result = opened(server.port(), implicitTls, pin);
    if (server.received().contains("AUTH"))
        return {ErrorKind::Invalid, u"the password was sent"_s, {}};
    return result ? Error{ErrorKind::Invalid, u"opened"_s, {}} : result.error();
}

QString fingerprint(const TestIdentity &who)
{
    return readCertificate(who.certificate).fingerprint;
}

void bothWays()
{
    QTest::addColumn<bool>("implicitTls");
    QTest::newRow("TLS") << true;
    QTest::newRow("STARTTLS") << false;
}

} // namespace

// What tls/hostile_test asks of the way to a mailbox, asked of the way to a sending server: the listener has
// received no octet of the password, and the person is told what is wrong.
class HostileTest : public QObject
{
    Q_OBJECT

    TestCertificates m_files;
    TestPeople m_people;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_people.make(m_files)); }

    void starttls_that_is_not_offered_any_more_is_insisted_on()
    {
        Script script = speaking(m_people.self, false);
        script.exchanges.prepend({"EHLO .*", "250-mail.example.org\r\n250 AUTH PLAIN\r\n"});
        const Error error = refused(script, m_people.self.certificate, false);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::Stripped));
        QVERIFY2(error.text.contains("Nothing was sent"_L1), qPrintable(error.text));
    }

    void starttls_that_is_refused_ends_it_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("not now") << QByteArray("454 4.7.0 TLS not available\r\n");
        QTest::newRow("unknown") << QByteArray("502 5.5.1 what?\r\n");
        QTest::newRow("with a lure") << QByteArray("501-5.5.4 no\r\n501 just sign in\r\n");
    }
    void starttls_that_is_refused_ends_it()
    {
        QFETCH(QByteArray, answer);
        Script script = speaking(m_people.self, false);
        script.certificate.clear(); // it goes on in clear text
        script.exchanges.prepend({"STARTTLS", answer});
        const Error error = refused(script, m_people.self.certificate, false);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::Stripped));
    }

    void what_is_slipped_in_behind_the_answer_to_starttls_is_noticed_data()
    {
        QTest::addColumn<QByteArray>("slipped");
        QTest::newRow("another answer to EHLO") << QByteArray("250 AUTH PLAIN LOGIN\r\n");
        QTest::newRow("the answer to a password") << QByteArray("235 2.7.0 welcome\r\n");
        QTest::newRow("half a line") << QByteArray("25");
        QTest::newRow("one octet") << QByteArray("2");
    }
    void what_is_slipped_in_behind_the_answer_to_starttls_is_noticed()
    {
        QFETCH(QByteArray, slipped);
        Script script = speaking(m_people.self, false);
        script.exchanges.prepend({"STARTTLS", "220 go ahead\r\n" + slipped});
        const Error error = refused(script, m_people.self.certificate, false);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::Injected));
        QVERIFY2(error.text.contains("tampering"_L1), qPrintable(error.text));
    }

    void what_was_said_in_clear_text_counts_for_nothing_afterwards()
    {
        // Before the handshake the server claims a way to sign in that it does not offer inside.
        Script script = speaking(m_people.self, false);
        script.greeting = "220-AUTH XOAUTH2\r\n220 mail.example.org\r\n";
        const ScriptedServer server(script);
        const auto features = opened(server.port(), false, m_people.self.certificate);
        QVERIFY2(features, features ? "" : qPrintable(features.error().text));
        QVERIFY(features->signedIn);
        QCOMPARE(features->authMechanisms, QStringList{u"PLAIN"_s});
    }

    void an_unencrypted_server_on_an_encrypted_port_is_told()
    {
        Script script = speaking({}, true);
        const Error error = refused(script, {}, true);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::NoTls));
    }

    void encryption_that_can_be_broken_is_refused_data() { bothWays(); }
    void encryption_that_can_be_broken_is_refused()
    {
        QFETCH(bool, implicitTls);
        Script script = speaking(m_people.self, implicitTls);
        script.oldTls = true;
        const Error error = refused(script, m_people.self.certificate, implicitTls);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QVERIFY2(error.code == QLatin1StringView(TlsCode::OldTls), qPrintable(error.text));
    }

    void who_cannot_be_trusted_is_refused_with_the_reason_data()
    {
        QTest::addColumn<TestIdentity>("who");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("implicitTls");
        const std::tuple<const char *, TestIdentity, QString> cases[]{
            {"self-signed", m_people.self, u"signed by itself"_s},
            {"unknown authority", m_people.issued, u"issuer is not known"_s},
            {"expired", m_people.expired, u"expired on 3 May 2021"_s},
            {"not yet valid", m_people.early, u"not valid before"_s},
            {"another host", m_people.foreign, u"mail.elsewhere.example"_s},
        };
        for (const auto &[name, who, reason] : cases) {
            QTest::addRow("%s, TLS", name) << who << reason << true;
            QTest::addRow("%s, STARTTLS", name) << who << reason << false;
        }
    }
    void who_cannot_be_trusted_is_refused_with_the_reason()
    {
        QFETCH(TestIdentity, who);
        QFETCH(QString, reason);
        QFETCH(bool, implicitTls);
        const Error error = refused(speaking(who, implicitTls), {}, implicitTls);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::Untrusted));
        QVERIFY2(error.text.contains(reason), qPrintable(error.text));
        QVERIFY2(error.text.contains(fingerprint(who)), qPrintable(error.text));
    }

    void what_can_be_forged_is_refused_even_when_pinned_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("key");
        QTest::newRow("a short key") << u"short"_s << QStringList() << u"rsa:1024"_s;
        QTest::newRow("SHA-1") << u"sha1"_s << QStringList{u"-sha1"_s} << u"rsa:2048"_s;
    }
    void what_can_be_forged_is_refused_even_when_pinned()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, more);
        QFETCH(QString, key);
        const TestIdentity weak = m_files.make(name, u"127.0.0.1"_s, more, key);
        QVERIFY(!weak.isEmpty());
        OpensslServer server(m_files, name, {u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
        QVERIFY(server.isUp());
        for (const QByteArray &pin : {QByteArray(), weak.certificate}) {
            const auto result = opened(server.port(), true, pin);
            QVERIFY(!result);
            QVERIFY2(result.error().code == QLatin1StringView(TlsCode::Weak),
                     qPrintable(result.error().text));
        }
        QVERIFY(!server.output().contains("AUTH"));
    }

    void the_pinned_certificate_is_accepted_whatever_else_is_wrong_data()
    {
        QTest::addColumn<TestIdentity>("who");
        QTest::addColumn<bool>("implicitTls");
        const std::pair<const char *, TestIdentity> cases[]{{"self-signed", m_people.self},
                                                            {"expired", m_people.expired},
                                                            {"another host", m_people.foreign}};
        for (const auto &[name, who] : cases) {
            QTest::addRow("%s, TLS", name) << who << true;
            QTest::addRow("%s, STARTTLS", name) << who << false;
        }
    }
    void the_pinned_certificate_is_accepted_whatever_else_is_wrong()
    {
        QFETCH(TestIdentity, who);
        QFETCH(bool, implicitTls);
        const ScriptedServer server(speaking(who, implicitTls));
        const auto features = opened(server.port(), implicitTls, who.certificate);
        QVERIFY2(features, features ? "" : qPrintable(features.error().text));
        QVERIFY(features->signedIn);
    }

    void another_certificate_than_the_pinned_one_is_loud_data() { bothWays(); }
    void another_certificate_than_the_pinned_one_is_loud()
    {
        QFETCH(bool, implicitTls);
        const Error error
            = refused(speaking(m_people.other, implicitTls), m_people.self.certificate, implicitTls);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::Changed));
        QVERIFY2(error.text.contains(fingerprint(m_people.self))
                     && error.text.contains(fingerprint(m_people.other)),
                 qPrintable(error.text));
    }

    void a_certificate_signed_with_the_pinned_ones_key_is_another()
    {
        Script script = speaking(m_people.underSelf, true);
        script.chain = m_people.self.certificate;
        QCOMPARE(refused(script, m_people.self.certificate, true).code, QLatin1StringView(TlsCode::Changed));
    }

    void a_pin_is_one_accounts_only()
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        const ScriptedServer server(speaking(m_people.self, true));
        const auto link = makeKsmtpLink();
        QVERIFY(QCoro::waitFor(link->open(to(server.port(), true, m_people.self.certificate), Canary)));
        QCOMPARE(refused(speaking(m_people.self, true), {}, true).code,
                 QLatin1StringView(TlsCode::Untrusted));
        QCOMPARE(QSslConfiguration::defaultConfiguration(), before);
        QVERIFY(link->isOpen());
    }
};

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"
