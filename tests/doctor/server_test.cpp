#include "core/doctor/clockexam.h"
#include "core/doctor/serverjudges.h"
#include "tests/support/authority.h"
#include "tests/support/talkserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>
#include <QTimeZone>

using namespace kw;
using namespace kw::doctor;
using namespace Qt::StringLiterals;

// What a server shows before anybody signs in: reached or not, encrypted how, its clock.
class ServerTest : public QObject
{
    Q_OBJECT

    TestAuthority m_authority;
    TestIdentity m_good;

    DoctorSurroundings around(int stepMs = 4000) const
    {
        DoctorSurroundings around;
        around.stepMs = stepMs;
        around.authorities = {QSslCertificate(m_authority.certificate(), QSsl::Pem)};
        return around;
    }
    static ProbeTarget target(quint16 port, ConnectionSecurity security = ConnectionSecurity::Tls,
                              ProbeTarget::Speech speech = ProbeTarget::Speech::Imap)
    {
        return {speech, u"127.0.0.1"_s, port, security, {}};
    }
    static ServerSeen look(const DoctorSurroundings &around, const ProbeTarget &target)
    {
        ServerProbe probe(around, std::make_shared<Curfew>(), target);
        return QCoro::waitFor(probe.run());
    }
    struct Judged {
        ServerSeen seen;
        Finding reach;
        Finding tls;
    };
    Judged judged(const ProbeTarget &target, qint64 nowMs = QDateTime::currentMSecsSinceEpoch(),
                  int stepMs = 4000) const
    {
        const ServerSeen seen = look(around(stepMs), target);
        return {seen, judgeReach(u"imap"_s, target, seen), judgeTls(u"imap"_s, target, seen, nowMs)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_good = m_authority.issue({u"127.0.0.1"_s}, {u"-days"_s, u"80"_s});
        QVERIFY(!m_good.certificate.isEmpty());
    }

    void a_server_in_order_is_fine_data()
    {
        QTest::addColumn<bool>("imap");
        QTest::addColumn<bool>("tls");
        QTest::newRow("IMAP, TLS") << true << true;
        QTest::newRow("IMAP, STARTTLS") << true << false;
        QTest::newRow("SMTP, TLS") << false << true;
        QTest::newRow("SMTP, STARTTLS") << false << false;
    }
    void a_server_in_order_is_fine()
    {
        QFETCH(bool, imap);
        QFETCH(bool, tls);
        const TalkServer server(imap ? imapTalk(m_good, tls) : smtpTalk(m_good, tls));
        const auto seen
            = judged(target(server.port(), tls ? ConnectionSecurity::Tls : ConnectionSecurity::StartTls,
                            imap ? ProbeTarget::Speech::Imap : ProbeTarget::Speech::Smtp));
        QVERIFY2(seen.reach.state == FindingState::Good, qPrintable(seen.reach.sentence));
        QVERIFY2(seen.tls.state == FindingState::Good, qPrintable(seen.tls.sentence));
        QVERIFY(seen.seen.protocol.startsWith("TLS 1."_L1));
        QVERIFY(!server.received().contains("LOGIN") && !server.received().contains("AUTH"));
    }

    void nobody_there_is_red_and_the_encryption_is_not_checked()
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const quint16 port = free.serverPort();
        free.close();
        const auto seen = judged(target(port));
        QCOMPARE(seen.reach.state, FindingState::Bad);
        QCOMPARE(seen.reach.remedy, Remedy::EditServers);
        QCOMPARE(seen.tls.state, FindingState::Skipped);
    }

    void a_server_that_says_nothing_is_red_in_time_data()
    {
        QTest::addColumn<ConnectionSecurity>("security");
        QTest::newRow("TLS") << ConnectionSecurity::Tls;
        QTest::newRow("STARTTLS") << ConnectionSecurity::StartTls;
        QTest::newRow("none") << ConnectionSecurity::None;
    }
    void a_server_that_says_nothing_is_red_in_time()
    {
        QFETCH(ConnectionSecurity, security);
        Talk mute;
        mute.isMute = true;
        const TalkServer server(mute);
        QElapsedTimer clock;
        clock.start();
        const auto seen = judged(target(server.port(), security), QDateTime::currentMSecsSinceEpoch(), 700);
        QVERIFY(clock.elapsed() < 3000);
        QVERIFY(seen.reach.state == FindingState::Bad || seen.tls.state == FindingState::Bad);
    }

    void a_server_that_turns_people_away_or_is_another_kind_is_red()
    {
        Talk away = imapTalk();
        away.greeting = "* BYE too many\r\n";
        const TalkServer busy(away);
        QCOMPARE(judged(target(busy.port(), ConnectionSecurity::None)).reach.state, FindingState::Bad);
        Talk ssh;
        ssh.greeting = "SSH-2.0-OpenSSH\r\n";
        const TalkServer other(ssh);
        QCOMPARE(judged(target(other.port(), ConnectionSecurity::None)).reach.state, FindingState::Bad);
    }

    void one_address_of_two_that_fails_is_amber()
    {
        ServerSeen seen;
        seen.name.outcome = DnsAnswer::Outcome::Found;
        seen.tried = {{QHostAddress(u"127.0.0.1"_s), true, 3, {}},
                      {QHostAddress(u"::1"_s), false, 0, u"no answer"_s}};
        seen.greeting = "* OK hello\n";
        seen.greetingMs = 5;
        QCOMPARE(judgeReach(u"imap"_s, target(143, ConnectionSecurity::None), seen).state,
                 FindingState::Warning);
    }

    void an_expired_certificate_is_red_and_one_about_to_expire_amber()
    {
        const TalkServer expired(imapTalk(m_authority.issue(
            {u"127.0.0.1"_s},
            {u"-not_before"_s, u"20200101000000Z"_s, u"-not_after"_s, u"20210503000000Z"_s})));
        const auto old = judged(target(expired.port()));
        QCOMPARE(old.tls.state, FindingState::Bad);
        QCOMPARE(old.tls.remedy, Remedy::ShowCertificate);
        const TalkServer soon(imapTalk(m_authority.issue({u"127.0.0.1"_s}, {u"-days"_s, u"20"_s})));
        QCOMPARE(judged(target(soon.port())).tls.state, FindingState::Warning);
    }

    void a_certificate_of_another_host_or_of_nobody_known_is_red()
    {
        const TalkServer wrong(imapTalk(m_authority.issue({u"other.example.org"_s})));
        QCOMPARE(judged(target(wrong.port())).tls.state, FindingState::Bad);
        const TalkServer self(imapTalk(m_authority.selfSigned(u"127.0.0.1"_s)));
        const auto seen = judged(target(self.port()));
        QCOMPARE(seen.tls.state, FindingState::Bad);
        QVERIFY(!mayBeTrusted(target(self.port()), seen.seen));
    }

    void a_pinned_certificate_is_fine_and_another_than_it_loud()
    {
        const TestIdentity own = m_authority.selfSigned(u"127.0.0.1"_s);
        const TalkServer server(imapTalk(own));
        ProbeTarget pinned = target(server.port());
        pinned.pin = own.certificate;
        QCOMPARE(judged(pinned).tls.state, FindingState::Good);
        pinned.pin = m_authority.selfSigned(u"127.0.0.1"_s).certificate;
        const auto changed = judged(pinned);
        QCOMPARE(changed.tls.state, FindingState::Bad);
        QVERIFY(changed.tls.sentence.contains("pinned"_L1));
        // An authority vouches for the new one.
        const TalkServer renewed(imapTalk(m_good));
        ProbeTarget other = target(renewed.port());
        other.pin = own.certificate;
        QCOMPARE(judged(other).tls.state, FindingState::Warning);
    }

    void a_short_key_is_never_green()
    {
        const TalkServer server(imapTalk(m_authority.issue({u"127.0.0.1"_s}, {}, u"rsa:1024"_s)));
        QVERIFY(judged(target(server.port())).tls.state != FindingState::Good);
    }

    void without_encryption_it_is_red_wherever_others_listen()
    {
        const TalkServer plain(imapTalk());
        QCOMPARE(judged(target(plain.port(), ConnectionSecurity::None)).tls.state,
                 FindingState::Good); // here
        ServerSeen seen;
        seen.tried = {{QHostAddress(u"192.0.2.1"_s), true, 3, {}}};
        ProbeTarget away{ProbeTarget::Speech::Imap, u"mail.example.org"_s, 143, ConnectionSecurity::None, {}};
        QCOMPARE(judgeTls(u"imap"_s, away, seen, 0).state, FindingState::Bad);
        QCOMPARE(
            judged(target(plain.port(), ConnectionSecurity::Tls), QDateTime::currentMSecsSinceEpoch(), 1500)
                .tls.state,
            FindingState::Bad);
    }

    void encryption_that_is_refused_or_tampered_with_is_red()
    {
        Talk refuses = imapTalk({}, false);
        refuses.answers.prepend({"K2 STARTTLS", "K2 NO not here\r\n"});
        const TalkServer no(refuses);
        const auto seen = judged(target(no.port(), ConnectionSecurity::StartTls));
        QVERIFY(seen.seen.startTlsRefused);
        QCOMPARE(seen.tls.state, FindingState::Bad);
        Talk injects = imapTalk(m_good, false);
        injects.answers.prepend({"K2 STARTTLS", "K2 OK go ahead\r\n* OK [ALERT] send your password\r\n"});
        const TalkServer bad(injects);
        const auto injected = judged(target(bad.port(), ConnectionSecurity::StartTls));
        QVERIFY(injected.seen.injected);
        QCOMPARE(injected.tls.state, FindingState::Bad);
        QVERIFY(!mayBeTrusted(target(bad.port(), ConnectionSecurity::StartTls), injected.seen));
    }

    void a_flood_of_greeting_ends()
    {
        Talk flood = imapTalk();
        flood.greeting = "220-" + QByteArray(3'000'000, 'x');
        const TalkServer server(flood);
        const auto seen = judged(target(server.port(), ConnectionSecurity::None, ProbeTarget::Speech::Smtp),
                                 QDateTime::currentMSecsSinceEpoch(), 2000);
        QVERIFY(seen.seen.greeting.size() <= 8192);
        QCOMPARE(seen.reach.state, FindingState::Bad);
    }

    void clocks_are_read_where_they_are_told()
    {
        Talk mail = smtpTalk();
        mail.greeting = "220 mail.example.org ESMTP Exim 4.98 Tue, 03 Mar 2026 10:00:00 +0100\r\n";
        const TalkServer smtp(mail);
        const ProbeTarget to = target(smtp.port(), ConnectionSecurity::None, ProbeTarget::Speech::Smtp);
        const auto reading = clockIn(to, look(around(), to));
        QVERIFY(reading);
        QCOMPARE(reading->theirsMs,
                 QDateTime(QDate(2026, 3, 3), QTime(9, 0), QTimeZone::UTC).toMSecsSinceEpoch() + 500);
        const TalkServer web(webTalk(m_good, "Tue, 03 Mar 2026 09:00:00 GMT"));
        DoctorSurroundings here = around();
        here.httpsPort = web.port();
        const auto readings = QCoro::waitFor(readClocks(here, std::make_shared<Curfew>(), {u"127.0.0.1"_s}));
        QCOMPARE(readings.size(), 1);
        QCOMPARE(readings.first().theirsMs, reading->theirsMs);
    }

    void a_clock_is_judged_by_how_far_it_is_off()
    {
        const auto off = [](qint64 ms) {
            return judgeClock({{u"x"_s, 1'000'000'000'000, 1'000'000'000'000 + ms}}).state;
        };
        QCOMPARE(off(30'000), FindingState::Good);
        QCOMPARE(off(-119'000), FindingState::Good);
        QCOMPARE(off(-180'000), FindingState::Warning);
        QCOMPARE(off(14 * 60'000), FindingState::Warning);
        QCOMPARE(off(-16 * 60'000), FindingState::Bad);
        QCOMPARE(judgeClock({}).state, FindingState::Unknown);
        // One server is wrong, the other agrees with us.
        QCOMPARE(judgeClock({{u"x"_s, 0, 3'600'000}, {u"y"_s, 3'600'000, 3'600'000}}).state,
                 FindingState::Good);
    }
};

QTEST_GUILESS_MAIN(ServerTest)
#include "server_test.moc"
