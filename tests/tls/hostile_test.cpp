#include "tests/imap/scripted.h"
#include "tests/tls/hostilecases.h"

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

// The way to a mailbox.
class HostileTest : public HostileCases
{
    Q_OBJECT

    static LinkSettings to(quint16 port, bool implicitTls, const QByteArray &pin, int timeoutMs = 5000)
    {
        LinkSettings s = settings(port, timeoutMs);
        s.security = implicitTls ? Security::Tls : Security::StartTls;
        s.pinnedCertificate = pin;
        return s;
    }
    HostileWords words() const override
    {
        return {{"CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN IDLE\r\n%T OK done\r\n"},
                "%T OK go ahead\r\n",
                {{"NO", "%T NO not now\r\n"},
                 {"BAD", "%T BAD what?\r\n"},
                 {"NO with a lure", "* OK [ALERT] use LOGIN\r\n%T NO [ALERT] just sign in\r\n"}},
                {{"capabilities", "* CAPABILITY IMAP4rev1 AUTH=LOGIN\r\n"},
                 {"the next answer", "A000003 OK signed in\r\nK3 OK done\r\n"},
                 {"half a line", "* BY"},
                 {"one octet", "*"}},
                "* BYE ",
                "* OK "};
    }
    Script speaking(const TestIdentity &who, bool implicitTls) const override
    {
        Script script = ScriptedServer::wellBehaved();
        script.certificate = who.certificate;
        script.key = who.key;
        script.implicitTls = implicitTls;
        script.exchanges.prepend({"LOGIN \"ann\" \"" + Canary.toUtf8() + '"', "%T OK signed in\r\n"});
        if (!implicitTls) {
            script.exchanges.prepend({"STARTTLS", words().agreement});
            script.exchanges.prepend(
                {"CAPABILITY",
                 "* CAPABILITY IMAP4rev1 STARTTLS ENABLE CONDSTORE QRESYNC IDLE\r\n%T OK done\r\n"});
        }
        return script;
    }
    Result<void> open(quint16 port, bool implicitTls, const QByteArray &pin, int timeoutMs) const override
    {
        return wait(makeKimapLink()->open(to(port, implicitTls, pin, timeoutMs), Canary));
    }
    QByteArray passwordCommand() const override { return "LOGIN"; }

private Q_SLOTS:
    void init() { silenceKimap(); }

    void what_was_said_in_clear_text_counts_for_nothing_afterwards()
    {
        // LOGINDISABLED before STARTTLS is usual; only what is said inside counts.
        Script script = speaking(m_people.self, false);
        script.greeting = "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] hello\r\n";
        const ScriptedServer server(script);
        const auto features
            = wait(makeKimapLink()->open(to(server.port(), false, m_people.self.certificate), Canary));
        QVERIFY2(features, features ? "" : qPrintable(features.error().text));
        QVERIFY(features->qresync);
    }

    void nobody_is_signed_in_already_on_an_unencrypted_connection()
    {
        Script script = speaking(m_people.self, false);
        script.greeting = "* PREAUTH welcome back\r\n";
        const Error error = refused(script, m_people.self.certificate, false);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::SignedInAlready));
    }

    void a_pin_is_one_accounts_only()
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        const ScriptedServer server(speaking(m_people.self, true));
        const auto link = makeKimapLink();
        QVERIFY(wait(link->open(to(server.port(), true, m_people.self.certificate), Canary)));
        // While that session stands, the same certificate at another account's server is a stranger's.
        QCOMPARE(refused(speaking(m_people.self, true), {}, true).code,
                 QLatin1StringView(TlsCode::Untrusted));
        QCOMPARE(refused(speaking(m_people.underSelf, true), {}, true).code,
                 QLatin1StringView(TlsCode::Untrusted));
        QCOMPARE(QSslConfiguration::defaultConfiguration(), before);
        QVERIFY(wait(link->list()));
    }
};

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"
