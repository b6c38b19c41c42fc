#include "core/imap/certificateprobe.h"
#include "tests/imap/scripted.h"
#include "tests/support/testcertificates.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

namespace {

const QString Canary = u"canary-7f3a"_s;

Script speaking(const TestIdentity &who, bool implicitTls)
{
    Script script = ScriptedServer::wellBehaved();
    script.certificate = who.certificate;
    script.key = who.key;
    script.implicitTls = implicitTls;
    script.exchanges.prepend({"LOGIN \"ann\" \"" + Canary.toUtf8() + '"', "%T OK signed in\r\n"});
    if (!implicitTls) {
        script.exchanges.prepend({"STARTTLS", "%T OK go ahead\r\n"});
        script.exchanges.prepend(
            {"CAPABILITY",
             "* CAPABILITY IMAP4rev1 STARTTLS ENABLE CONDSTORE QRESYNC IDLE\r\n%T OK done\r\n"});
    }
    return script;
}

LinkSettings to(quint16 port, bool implicitTls, const QByteArray &pin = {})
{
    LinkSettings s = settings(port, 5000);
    s.security = implicitTls ? Security::Tls : Security::StartTls;
    s.pinnedCertificate = pin;
    return s;
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

// Real listeners that cheat, are misconfigured, or are not who they should be. In each case the listener has
// received no octet of the password, and the person is told what is wrong.
class HostileTest : public QObject
{
    Q_OBJECT

    TestCertificates m_files;
    TestPeople m_people;

    Error refused(const Script &script, const QByteArray &pin, bool implicitTls)
    {
        const ScriptedServer server(script);
        const auto opened = wait(makeKimapLink()->open(to(server.port(), implicitTls, pin), Canary));
        if (server.received().contains("canary") || server.received().contains("LOGIN"))
            return {ErrorKind::Invalid, u"the password was sent"_s, {}};
        return opened ? Error{ErrorKind::Invalid, u"opened"_s, {}} : opened.error();
    }
    Result<ServerFeatures> opened(const Script &script, const QByteArray &pin, bool implicitTls)
    {
        const ScriptedServer server(script);
        const auto link = makeKimapLink();
        return wait(link->open(to(server.port(), implicitTls, pin), Canary));
    }

private Q_SLOTS:
    void initTestCase()
    {
        silenceKimap();
        QVERIFY(m_people.make(m_files));
    }

    // --- before the encryption

    void starttls_that_is_not_offered_any_more_is_insisted_on()
    {
        Script script = speaking(m_people.self, false);
        script.exchanges.prepend({"CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN IDLE\r\n%T OK done\r\n"});
        const Error error = refused(script, m_people.self.certificate, false);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::Stripped));
        QVERIFY2(error.text.contains("Nothing was sent"_L1), qPrintable(error.text));
    }

    void starttls_that_is_refused_ends_it_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("NO") << QByteArray("%T NO not now\r\n");
        QTest::newRow("BAD") << QByteArray("%T BAD what?\r\n");
        QTest::newRow("NO with a lure")
            << QByteArray("* OK [ALERT] use LOGIN\r\n%T NO [ALERT] just sign in\r\n");
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
        QTest::newRow("capabilities") << QByteArray("* CAPABILITY IMAP4rev1 AUTH=LOGIN\r\n");
        QTest::newRow("the next answer") << QByteArray("A000003 OK signed in\r\nK3 OK done\r\n");
        QTest::newRow("half a line") << QByteArray("* BY");
        QTest::newRow("one octet") << QByteArray("*");
    }
    void what_is_slipped_in_behind_the_answer_to_starttls_is_noticed()
    {
        QFETCH(QByteArray, slipped);
        Script script = speaking(m_people.self, false);
        script.exchanges.prepend({"STARTTLS", "%T OK go ahead\r\n" + slipped});
        const Error error = refused(script, m_people.self.certificate, false);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::Injected));
        QVERIFY2(error.text.contains("tampering"_L1), qPrintable(error.text));
    }

    void what_was_said_in_clear_text_counts_for_nothing_afterwards()
    {
        // LOGINDISABLED before STARTTLS is usual; only what is said inside counts.
        Script script = speaking(m_people.self, false);
        script.greeting = "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] hello\r\n";
        const auto features = opened(script, m_people.self.certificate, false);
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

    void an_unencrypted_server_on_an_encrypted_port_is_told()
    {
        const Error error = refused(ScriptedServer::wellBehaved(), {}, true);
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::NoTls));
    }

    void a_server_that_says_nothing_is_tried_again_later_data() { bothWays(); }
    void a_server_that_says_nothing_is_tried_again_later()
    {
        QFETCH(bool, implicitTls);
        Script script;
        script.greeting.clear();
        script.stallAfter = 0; // not even to a line that a handshake happens to look like
        const ScriptedServer server(script);
        LinkSettings where = to(server.port(), implicitTls);
        where.timeoutMs = 500;
        const auto opened = wait(makeKimapLink()->open(where, Canary));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Network);
        QCOMPARE(opened.error().code, QLatin1StringView(TlsCode::Timeout));
    }

    void a_server_that_is_full_is_tried_again_later_data() { bothWays(); }
    void a_server_that_is_full_is_tried_again_later()
    {
        QFETCH(bool, implicitTls);
        Script script = speaking(m_people.self, implicitTls);
        script.greeting = "* BYE too many \x1b[31mconnections\r\n";
        const Error error = refused(script, m_people.self.certificate, implicitTls);
        QCOMPARE(error.kind, ErrorKind::Network);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::TurnedAway)); // else a check would say "unreachable"
        QVERIFY2(error.text.contains("too many"_L1) && !error.text.contains(QChar(0x1b)),
                 qPrintable(error.text));
    }

    void endless_talk_in_clear_text_ends_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::newRow("one line") << QByteArray(200'000, 'x');
        QTest::newRow("many lines") << "* OK hello\r\n" + QByteArray("* OK still here\r\n").repeated(10'000);
    }
    void endless_talk_in_clear_text_ends()
    {
        QFETCH(QByteArray, greeting);
        Script script = speaking(m_people.self, false);
        script.greeting = greeting;
        QCOMPARE(refused(script, m_people.self.certificate, false).kind, ErrorKind::Tls);
    }

    // --- the handshake

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

    void a_server_that_insists_on_old_tls_is_refused()
    {
        OpensslServer server(m_files, u"self"_s, {u"-tls1_1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
        QVERIFY(server.isUp());
        const auto opened
            = wait(makeKimapLink()->open(to(server.port(), true, m_people.self.certificate), Canary));
        QVERIFY(!opened);
        QVERIFY2(opened.error().code == QLatin1StringView(TlsCode::OldTls), qPrintable(opened.error().text));
        QVERIFY(!server.output().contains("canary"));
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
        QVERIFY(error.text.contains("127.0.0.1"_L1));
    }

    void a_key_that_is_too_short_is_refused_even_when_pinned()
    {
        const TestIdentity weak = m_files.make(u"short"_s, u"127.0.0.1"_s, {}, u"rsa:1024"_s);
        OpensslServer server(m_files, u"short"_s, {u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
        QVERIFY(!weak.isEmpty() && server.isUp());
        for (const QByteArray &pin : {QByteArray(), weak.certificate}) {
            const auto opened = wait(makeKimapLink()->open(to(server.port(), true, pin), Canary));
            QVERIFY(!opened);
            QVERIFY2(opened.error().code == QLatin1StringView(TlsCode::Weak),
                     qPrintable(opened.error().text));
            QVERIFY2(opened.error().text.contains("1,024"_L1) || opened.error().text.contains("1024"_L1),
                     qPrintable(opened.error().text));
        }
        QVERIFY(!server.output().contains("canary"));
    }

    void a_signature_that_can_be_forged_is_refused_even_when_pinned_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::newRow("SHA-1") << u"sha1"_s;
        QTest::newRow("MD5") << u"md5"_s;
    }
    void a_signature_that_can_be_forged_is_refused_even_when_pinned()
    {
        QFETCH(QString, hash);
        const TestIdentity weak = m_files.make(hash, u"127.0.0.1"_s, {u'-' + hash});
        QVERIFY(!weak.isEmpty());
        OpensslServer server(m_files, hash, {u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
        QVERIFY(server.isUp());
        for (const QByteArray &pin : {QByteArray(), weak.certificate}) {
            const auto opened = wait(makeKimapLink()->open(to(server.port(), true, pin), Canary));
            QVERIFY(!opened);
            QVERIFY2(opened.error().code == QLatin1StringView(TlsCode::Weak),
                     qPrintable(opened.error().text));
        }
        QVERIFY(!server.output().contains("canary"));
    }

    // --- pins

    void the_pinned_certificate_is_accepted_whatever_else_is_wrong_data()
    {
        QTest::addColumn<TestIdentity>("who");
        QTest::addColumn<bool>("implicitTls");
        const std::pair<const char *, TestIdentity> cases[]{{"self-signed", m_people.self},
                                                            {"unknown authority", m_people.issued},
                                                            {"expired", m_people.expired},
                                                            {"not yet valid", m_people.early},
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
        const auto features = opened(speaking(who, implicitTls), who.certificate, implicitTls);
        QVERIFY2(features, features ? "" : qPrintable(features.error().text));
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
        QVERIFY(error.text.contains("listening"_L1) && error.text.contains("ask your provider"_L1));
    }

    void a_certificate_signed_with_the_pinned_ones_key_is_another_data() { bothWays(); }
    void a_certificate_signed_with_the_pinned_ones_key_is_another()
    {
        QFETCH(bool, implicitTls);
        Script script = speaking(m_people.underSelf, implicitTls);
        script.chain = m_people.self.certificate;
        QCOMPARE(refused(script, m_people.self.certificate, implicitTls).code,
                 QLatin1StringView(TlsCode::Changed));
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

    void a_pin_that_cannot_be_read_trusts_nobody()
    {
        const Error error = refused(speaking(m_people.self, true), "unreadable", true);
        QCOMPARE(error.code, QLatin1StringView(TlsCode::Changed));
        QVERIFY2(error.text.contains("cannot be read"_L1), qPrintable(error.text));
    }

    void a_certificate_that_an_authority_vouches_for_is_accepted_and_asked_about_where_another_is_pinned()
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.setCaCertificates(QSslCertificate::fromData(m_people.authority.certificate, QSsl::Pem));
        QSslConfiguration::setDefaultConfiguration(trusting);
        const auto features = opened(speaking(m_people.issued, true), {}, true);
        const Error replaced = refused(speaking(m_people.issued, true), m_people.self.certificate, true);
        QSslConfiguration::setDefaultConfiguration(before);
        QVERIFY2(features, features ? "" : qPrintable(features.error().text));
        QCOMPARE(replaced.kind, ErrorKind::Tls);
        QCOMPARE(replaced.code, QLatin1StringView(TlsCode::Replaced));
        QVERIFY2(!replaced.text.contains("listening"_L1), qPrintable(replaced.text));
    }
};

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"
