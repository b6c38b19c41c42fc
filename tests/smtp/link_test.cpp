#include "core/smtp/ksmtp/ksmtplink.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testcertificates.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 1500;
// As Dovecot and Gmail ask for another try, or tell why not (base64 of JSON).
const QByteArray TokenChallenge
    = "334 " + QByteArray("{\"status\":\"401\",\"schemes\":\"bearer\"}").toBase64() + "\r\n";

template <class T> T wait(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

QByteArray plainResponse()
{
    return QByteArray("\0ann\0secret", 11).toBase64();
}

} // namespace

// Signing in to a server that takes mail to be sent, on all the ways on which it goes wrong.
class LinkTest : public QObject
{
    Q_OBJECT
    TestCertificates m_files;
    TestIdentity m_self;

    Script script(SmtpSecurity security, const QByteArray &auth = "PLAIN LOGIN XOAUTH2") const
    {
        Script script;
        script.tagged = false;
        script.greeting = "220-mail.example.org\r\n220 ESMTP\r\n";
        if (security != SmtpSecurity::None) {
            script.certificate = m_self.certificate;
            script.key = m_self.key;
        }
        script.implicitTls = security == SmtpSecurity::Tls;
        QByteArray ehlo = "250-mail.example.org\r\n";
        if (security == SmtpSecurity::StartTls)
            ehlo += "250-STARTTLS\r\n";
        if (!auth.isEmpty())
            ehlo += "250-AUTH " + auth + "\r\n";
        ehlo += "250-8BITMIME\r\n250-SMTPUTF8\r\n250-DSN\r\n250 SIZE 99000000000\r\n";
        script.exchanges
            = {{"EHLO .*", ehlo},
               {"STARTTLS", "220 go ahead\r\n"},
               {"AUTH PLAIN " + QRegularExpression::escape(QString::fromLatin1(plainResponse())).toLatin1(),
                "235 2.7.0 welcome\r\n"},
               {"AUTH PLAIN .*", "535 5.7.8 Wrong, says the server\r\n"},
               {"QUIT", "221 bye\r\n"}};
        return script;
    }
    SmtpSettings settings(const ScriptedServer &server, SmtpSecurity security) const
    {
        SmtpSettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = server.port();
        settings.security = security;
        settings.user = u"ann"_s;
        settings.pinnedCertificate = m_self.certificate;
        settings.timeoutMs = PatienceMs;
        return settings;
    }
    Result<SmtpFeatures> tried(const Script &script, SmtpSecurity security, bool oauth = false,
                               const QString &secret = u"secret"_s, QList<QByteArray> *heard = nullptr) const
    {
        const ScriptedServer server(script);
        SmtpSettings how = settings(server, security);
        how.oauth = oauth;
        const auto link = makeKsmtpLink();
        QElapsedTimer time;
        time.start();
        auto opened = wait(link->open(how, secret));
        if (time.elapsed() > 4 * PatienceMs)
            return Error{ErrorKind::Busy, u"It took too long."_s, {}};
        if (heard)
            *heard = server.commands();
        return opened;
    }
    static void ways()
    {
        QTest::addColumn<SmtpSecurity>("security");
        QTest::newRow("TLS") << SmtpSecurity::Tls;
        QTest::newRow("STARTTLS") << SmtpSecurity::StartTls;
        QTest::newRow("clear text on this computer") << SmtpSecurity::None;
    }
    static QByteArray why(const Result<SmtpFeatures> &result)
    {
        return result ? "it worked" : result.error().text.toUtf8();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_self = m_files.make(u"self"_s, u"127.0.0.1"_s);
        QVERIFY(!m_self.isEmpty());
    }

    void a_password_signs_in_and_the_servers_abilities_are_told_data() { ways(); }
    void a_password_signs_in_and_the_servers_abilities_are_told()
    {
        QFETCH(SmtpSecurity, security);
        const auto opened = tried(script(security), security);
        QVERIFY2(bool(opened), why(opened).constData());
        QVERIFY(opened->signedIn && opened->eightBitMime && opened->smtpUtf8 && opened->deliveryReports);
        QVERIFY(!opened->pipelining);
        QCOMPARE(opened->sizeLimit, 99'000'000'000);
        QCOMPARE(opened->authMechanisms, (QStringList{u"PLAIN"_s, u"LOGIN"_s, u"XOAUTH2"_s}));
    }

    void a_wrong_password_is_an_auth_error_with_the_servers_words_data() { ways(); }
    void a_wrong_password_is_an_auth_error_with_the_servers_words()
    {
        QFETCH(SmtpSecurity, security);
        const auto opened = tried(script(security), security, false, u"wrong"_s);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Auth);
        QVERIFY2(opened.error().text.contains("Wrong, says the server"_L1), why(opened).constData());
        QVERIFY2(opened.error().text.contains("127.0.0.1"_L1), why(opened).constData());
    }

    void an_access_token_signs_in_by_xoauth2()
    {
        Script how = script(SmtpSecurity::Tls);
        const QByteArray response = QByteArray("user=ann\1auth=Bearer token-1\1\1").toBase64();
        how.exchanges.prepend({"AUTH XOAUTH2 " + response, "235 2.7.0 welcome\r\n"});
        const auto opened = tried(how, SmtpSecurity::Tls, true, u"token-1"_s);
        QVERIFY2(bool(opened), why(opened).constData());
        QVERIFY(opened->signedIn);
    }

    void a_refused_token_says_sign_in_again_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("Dovecot's challenge") << TokenChallenge;
        QTest::newRow("Google's challenge") << "334 "
                + QByteArray(
                      "{\"status\":\"400\",\"schemes\":\"Bearer\",\"scope\":\"https://mail.google.com/\"}")
                      .toBase64()
                + "\r\n";
        QTest::newRow("refused at once") << QByteArray("535 5.7.3 Authentication unsuccessful\r\n");
    }
    void a_refused_token_says_sign_in_again()
    {
        QFETCH(QByteArray, reply);
        Script how = script(SmtpSecurity::Tls);
        how.exchanges.prepend({"AUTH XOAUTH2 .*", reply});
        const auto opened = tried(how, SmtpSecurity::Tls, true, u"old-token"_s);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Auth);
        QVERIFY2(opened.error().text.contains("Sign in again"_L1), why(opened).constData());
        QVERIFY(!opened.error().text.contains("old-token"_L1));
    }

    void a_token_is_never_sent_as_a_password()
    {
        QList<QByteArray> heard;
        const auto opened
            = tried(script(SmtpSecurity::Tls, "PLAIN LOGIN"), SmtpSecurity::Tls, true, u"token-1"_s, &heard);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unsupported);
        for (const QByteArray &command : heard)
            QVERIFY2(!command.startsWith("AUTH"), command.constData());
    }

    void a_server_that_asks_nobody_is_open_data() { ways(); }
    void a_server_that_asks_nobody_is_open()
    {
        QFETCH(SmtpSecurity, security);
        const auto opened = tried(script(security, {}), security);
        QVERIFY2(bool(opened), why(opened).constData());
        QVERIFY(!opened->signedIn);
    }

    void ways_to_sign_in_that_nobody_knows_are_told()
    {
        const auto opened = tried(script(SmtpSecurity::Tls, "GSSAPI NTLM"), SmtpSecurity::Tls);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unsupported);
    }

    void a_foreign_certificate_gets_no_secret()
    {
        QList<QByteArray> heard;
        const ScriptedServer server(script(SmtpSecurity::Tls));
        SmtpSettings how = settings(server, SmtpSecurity::Tls);
        how.pinnedCertificate.clear();
        const auto link = makeKsmtpLink();
        const auto opened = wait(link->open(how, u"secret"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Tls);
        QCOMPARE(opened.error().code, u"certificate"_s);
        QVERIFY(server.commands().isEmpty());
    }

    void a_server_that_hides_starttls_gets_no_secret()
    {
        Script how = script(SmtpSecurity::None);
        QList<QByteArray> heard;
        const auto opened = tried(how, SmtpSecurity::StartTls, false, u"secret"_s, &heard);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Tls);
        for (const QByteArray &command : heard)
            QVERIFY2(!command.startsWith("AUTH"), command.constData());
    }

    void silence_after_any_octet_ends_in_time_data()
    {
        QTest::addColumn<int>("octets");
        for (const int octets : {0, 1, 5, 30, 60, 100, 150, 200, 250})
            QTest::addRow("%d", octets) << octets;
    }
    void silence_after_any_octet_ends_in_time()
    {
        QFETCH(int, octets);
        Script how = script(SmtpSecurity::None);
        how.stallAfter = octets;
        const auto opened = tried(how, SmtpSecurity::None);
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == ErrorKind::Network, why(opened).constData());
    }

    void a_connection_cut_after_any_octet_ends_in_time_data() { silence_after_any_octet_ends_in_time_data(); }
    void a_connection_cut_after_any_octet_ends_in_time()
    {
        QFETCH(int, octets);
        Script how = script(SmtpSecurity::None);
        how.cutAfter = octets;
        const auto opened = tried(how, SmtpSecurity::None);
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == ErrorKind::Network, why(opened).constData());
    }

    void nobody_there_is_told_with_name_and_port()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        SmtpSettings how;
        how.host = u"127.0.0.1"_s;
        how.port = probe.serverPort();
        how.security = SmtpSecurity::None;
        how.user = u"ann"_s;
        how.timeoutMs = PatienceMs;
        probe.close();
        const auto link = makeKsmtpLink();
        const auto opened = wait(link->open(how, u"secret"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Network);
        QVERIFY(opened.error().text.contains(QString::number(how.port)));
    }

    void hostile_answers_end_with_a_sentence_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("another kind of server") << QByteArray("* OK IMAP\r\n") << ErrorKind::Protocol;
        QTest::newRow("endless line") << QByteArray(200'000, 'x') << ErrorKind::Protocol;
        QTest::newRow("endless lines") << QByteArray("220-x\r\n").repeated(20'000) << ErrorKind::Protocol;
        QTest::newRow("binary") << QByteArray("\0\xff\r\n\0", 5) << ErrorKind::Protocol;
        QTest::newRow("busy") << QByteArray("421 4.3.2 too many of you\r\n") << ErrorKind::Network;
        QTest::newRow("unwanted") << QByteArray("554 go away\r\n") << ErrorKind::Refused;
    }
    void hostile_answers_end_with_a_sentence()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(ErrorKind, kind);
        Script how = script(SmtpSecurity::None);
        how.greeting = greeting;
        const auto opened = tried(how, SmtpSecurity::None);
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == kind, why(opened).constData());
        QVERIFY(opened.error().text.size() < 600);
    }

    void a_busy_server_is_tried_again_later()
    {
        Script how = script(SmtpSecurity::Tls);
        how.exchanges.prepend({"AUTH .*", "454 4.7.0 Temporary authentication failure\r\n"});
        const auto opened = tried(how, SmtpSecurity::Tls);
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == ErrorKind::Network, why(opened).constData());
    }

    void closing_ends_what_is_awaited_at_any_moment_data()
    {
        QTest::addColumn<int>("turns");
        for (const int turns : {0, 1, 2, 5, 10, 20, 40})
            QTest::addRow("%d turns", turns) << turns;
    }
    void closing_ends_what_is_awaited_at_any_moment()
    {
        QFETCH(int, turns);
        Script how = script(SmtpSecurity::Tls);
        how.exchanges.prepend({"AUTH .*", ""}); // no answer
        const ScriptedServer server(how);
        const auto link = makeKsmtpLink();
        std::optional<Result<SmtpFeatures>> ended;
        auto task = link->open(settings(server, SmtpSecurity::Tls), u"secret"_s);
        task.then([&ended](const Result<SmtpFeatures> &result) { ended = result; });
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QVERIFY(!ended);
        link->close();
        QTRY_VERIFY_WITH_TIMEOUT(ended.has_value(), 1000);
        QVERIFY(!*ended);
        QCOMPARE(ended->error().kind, ErrorKind::Cancelled);
        QVERIFY(!link->isOpen());
    }

    void an_open_link_says_goodbye()
    {
        const ScriptedServer server(script(SmtpSecurity::StartTls));
        const auto link = makeKsmtpLink();
        const auto opened = wait(link->open(settings(server, SmtpSecurity::StartTls), u"secret"_s));
        QVERIFY2(bool(opened), why(opened).constData());
        QVERIFY(link->isOpen());
        link->close();
        QVERIFY(!link->isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(server.commands().contains("QUIT"), 2000);
    }
};

QTEST_GUILESS_MAIN(LinkTest)
#include "link_test.moc"
