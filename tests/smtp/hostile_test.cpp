#include "core/smtp/ksmtp/ksmtplink.h"
#include "tests/tls/hostilecases.h"

#include <QCoroTask>

using namespace kw;
using namespace Qt::StringLiterals;

// The way to a sending server.
class HostileTest : public HostileCases
{
    Q_OBJECT

    static SmtpSettings to(quint16 port, bool implicitTls, const QByteArray &pin, int timeoutMs = 5000)
    {
        SmtpSettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = port;
        settings.security = implicitTls ? SmtpSecurity::Tls : SmtpSecurity::StartTls;
        settings.user = u"ann"_s;
        settings.pinnedCertificate = pin;
        settings.timeoutMs = timeoutMs;
        return settings;
    }
    HostileWords words() const override
    {
        return {{"EHLO .*", "250-mail.example.org\r\n250 AUTH PLAIN\r\n"},
                "220 go ahead\r\n",
                {{"not now", "454 4.7.0 TLS not available\r\n"},
                 {"unknown", "502 5.5.1 what?\r\n"},
                 {"with a lure", "501-5.5.4 no\r\n501 just sign in\r\n"}},
                {{"another answer to EHLO", "250 AUTH PLAIN LOGIN\r\n"},
                 {"the answer to a password", "235 2.7.0 welcome\r\n"},
                 {"half a line", "25"},
                 {"one octet", "2"}},
                "421 4.7.0 ",
                "220-"};
    }
    Script speaking(const TestIdentity &who, bool implicitTls) const override
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
                            {"STARTTLS", words().agreement},
                            {"AUTH PLAIN .*", "235 2.7.0 welcome\r\n"},
                            {"QUIT", "221 bye\r\n"}};
        return script;
    }
    Result<void> open(quint16 port, bool implicitTls, const QByteArray &pin, int timeoutMs) const override
    {
        return QCoro::waitFor(makeKsmtpLink()->open(to(port, implicitTls, pin, timeoutMs), Canary));
    }
    QByteArray passwordCommand() const override { return "AUTH"; }

private Q_SLOTS:
    void what_was_said_in_clear_text_counts_for_nothing_afterwards()
    {
        // Before the handshake the server claims a way to sign in that it does not offer inside.
        Script script = speaking(m_people.self, false);
        script.greeting = "220-AUTH XOAUTH2\r\n220 mail.example.org\r\n";
        const ScriptedServer server(script);
        const auto features = QCoro::waitFor(
            makeKsmtpLink()->open(to(server.port(), false, m_people.self.certificate), Canary));
        QVERIFY2(features, features ? "" : qPrintable(features.error().text));
        QVERIFY(features->signedIn);
        QCOMPARE(features->authMechanisms, QStringList{u"PLAIN"_s});
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
