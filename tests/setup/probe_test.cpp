#include "core/setup/lookups.h"
#include "tests/setup/internet.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QString host = u"mail.example.org"_s;

} // namespace

// What is believed of a mail server before anybody signs in.
class ProbeTest : public QObject
{
    Q_OBJECT

    TestAuthority m_authority;
    TestIdentity m_good;

    ProbeResult probe(quint16 port, ProbeTarget::Kind kind, ConnectionSecurity security) const
    {
        LookupPlaces places;
        places.onlyThese = true;
        places.hosts.insert(host + ":1"_L1, {u"127.0.0.1"_s, port});
        places.authorities = QSslCertificate::fromData(m_authority.certificate(), QSsl::Pem);
        places.stepMs = 1'500;
        Lookups net(places);
        std::optional<ProbeResult> result;
        const auto run
            = [](Lookups &from, ProbeTarget target, std::optional<ProbeResult> &into) -> Task<void> {
            into = co_await from.probe(target);
        };
        const auto task = run(net, {kind, host, 1, security}, result);
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
            qFatal("the probe does not end");
        return *result;
    }
    ProbeResult imap(const Talk &script, ConnectionSecurity security) const
    {
        const TalkServer server(script);
        return probe(server.port(), ProbeTarget::Kind::Imap, security);
    }
    ProbeResult smtp(const Talk &script, ConnectionSecurity security) const
    {
        const TalkServer server(script);
        return probe(server.port(), ProbeTarget::Kind::Smtp, security);
    }

private Q_SLOTS:
    void initTestCase() { m_good = m_authority.issue({host}); }

    void good_servers_are_verified()
    {
        for (const bool tls : {true, false}) {
            const auto security = tls ? ConnectionSecurity::Tls : ConnectionSecurity::StartTls;
            const ProbeResult reading = imap(imapTalk(m_good, tls), security);
            QVERIFY2(reading.state == ServerState::Verified, qPrintable(reading.problem));
            QVERIFY(reading.password);
            const ProbeResult sending = smtp(smtpTalk(m_good, tls), security);
            QVERIFY2(sending.state == ServerState::Verified, qPrintable(sending.problem));
        }
    }

    void a_certificate_that_proves_nothing_is_named_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("word");
        QTest::newRow("another host's") << 0 << u"other.example.net"_s;
        QTest::newRow("its own") << 1 << u"signed by itself"_s;
        QTest::newRow("expired") << 2 << u"expired"_s;
    }
    void a_certificate_that_proves_nothing_is_named()
    {
        QFETCH(int, which);
        QFETCH(QString, word);
        TestIdentity bad = which == 0 ? m_authority.issue({u"other.example.net"_s})
            : which == 1
            ? m_authority.selfSigned(host)
            : m_authority.issue(
                  {host}, {u"-not_before"_s, u"20200101000000Z"_s, u"-not_after"_s, u"20210503000000Z"_s});
        for (const bool tls : {true, false}) {
            const auto security = tls ? ConnectionSecurity::Tls : ConnectionSecurity::StartTls;
            const ProbeResult result = imap(imapTalk(bad, tls), security);
            QCOMPARE(result.state, ServerState::BadCertificate);
            QVERIFY2(result.problem.contains(word) && result.problem.contains(host),
                     qPrintable(result.problem));
            QCOMPARE(smtp(smtpTalk(bad, tls), security).state, ServerState::BadCertificate);
        }
    }

    void a_server_stripped_of_starttls_is_clear_text_and_not_hidden()
    {
        Talk script = imapTalk({}, false);
        script.answers.prepend({"K1 CAPABILITY", "* CAPABILITY IMAP4rev1\r\nK1 OK done\r\n"});
        const ProbeResult result = imap(script, ConnectionSecurity::StartTls);
        QCOMPARE(result.state, ServerState::ClearTextOnly);
        QVERIFY(result.problem.contains(u"no encryption"_s));
    }

    void a_server_that_refuses_starttls_after_offering_it_is_not_trusted()
    {
        Talk script = imapTalk({}, false);
        script.answers.prepend({"K1 STARTTLS", "K1 NO not today\r\n"});
        QCOMPARE(imap(script, ConnectionSecurity::StartTls).state, ServerState::Silent);
    }

    void plain_text_behind_the_consent_to_encryption_ends_the_talk()
    {
        Talk script = imapTalk(m_good, false);
        script.answers.prepend({"K1 STARTTLS", "K1 OK go ahead\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"});
        const ProbeResult result = imap(script, ConnectionSecurity::StartTls);
        QCOMPARE(result.state, ServerState::Silent);
        QVERIFY2(result.problem.contains(u"meddles"_s), qPrintable(result.problem));
        Talk mail = smtpTalk(m_good, false);
        mail.answers.prepend({"STARTTLS", "220 go ahead\r\n250 AUTH PLAIN\r\n"});
        QCOMPARE(smtp(mail, ConnectionSecurity::StartTls).state, ServerState::Silent);
    }

    void what_is_no_mail_server_is_silent_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::newRow("web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
        QTest::newRow("refusing") << QByteArray("* BYE too many connections\r\n");
        QTest::newRow("flood") << QByteArray(200'000, 'x');
        QTest::newRow("octets") << QByteArray("\0\0\0\n\xff\xfe\r\n", 8);
    }
    void what_is_no_mail_server_is_silent()
    {
        QFETCH(QByteArray, greeting);
        Talk script = imapTalk(m_good);
        script.greeting = greeting;
        const ProbeResult result = imap(script, ConnectionSecurity::Tls);
        QCOMPARE(result.state, ServerState::Silent);
        QVERIFY(!result.problem.isEmpty());
        Talk mail = smtpTalk(m_good);
        mail.greeting = greeting;
        QCOMPARE(smtp(mail, ConnectionSecurity::Tls).state, ServerState::Silent);
    }

    void silence_and_a_closed_port_end_in_time()
    {
        QElapsedTimer time;
        time.start();
        Talk mute = imapTalk({});
        mute.isMute = true;
        QCOMPARE(imap(mute, ConnectionSecurity::Tls).state, ServerState::Silent);
        QCOMPARE(imap(mute, ConnectionSecurity::StartTls).state, ServerState::Silent);
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        QCOMPARE(probe(port, ProbeTarget::Kind::Imap, ConnectionSecurity::Tls).state, ServerState::Silent);
        QVERIFY(time.elapsed() < 8'000);
    }

    void a_mail_exchanger_that_lets_nobody_sign_in_is_no_server_for_sending()
    {
        Talk script = smtpTalk(m_good, false);
        script.answers.prepend({"EHLO", "250-hello\r\n250 STARTTLS\r\n"});
        const ProbeResult result = smtp(script, ConnectionSecurity::StartTls);
        QCOMPARE(result.state, ServerState::Silent);
        QVERIFY(result.problem.contains(u"sign in"_s));
    }

    void a_server_that_takes_only_browser_sign_ins_says_so()
    {
        Talk script = imapTalk(m_good);
        script.answers.prepend(
            {"K1 CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2\r\nK1 OK done\r\n"});
        const ProbeResult result = imap(script, ConnectionSecurity::Tls);
        QCOMPARE(result.state, ServerState::Verified);
        QVERIFY(result.oauth && !result.password);
    }

    void a_server_is_asked_once_however_many_want_to_know()
    {
        const TalkServer server(imapTalk(m_good));
        LookupPlaces places;
        places.onlyThese = true;
        places.hosts.insert(host + ":993"_L1, {u"127.0.0.1"_s, server.port()});
        places.authorities = QSslCertificate::fromData(m_authority.certificate(), QSsl::Pem);
        Lookups net(places);
        int answers = 0;
        const auto run = [&answers](Lookups &from) -> Task<void> {
            const ProbeResult result
                = co_await from.probe({ProbeTarget::Kind::Imap, host, 993, ConnectionSecurity::Tls});
            answers += result.state == ServerState::Verified ? 1 : 0;
        };
        const auto one = run(net);
        const auto two = run(net);
        const auto three = run(net);
        QTRY_COMPARE(answers, 3);
        QCOMPARE(server.connections(), 1);
    }
};

QTEST_GUILESS_MAIN(ProbeTest)
#include "probe_test.moc"
