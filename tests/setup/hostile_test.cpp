#include "tests/setup/internet.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QString anna = u"anna@example.org"_s;
const QByteArray ownPage = "autoconfig.example.org/mail/config-v1.1.xml";
const QStringList webNames{u"autoconfig.example.org"_s, u"example.org"_s, u"www.example.org"_s};

} // namespace

// Answers that lie, mislead, never end or come from somebody else.
class HostileTest : public QObject
{
    Q_OBJECT

    static DiscoveryReport inTime(const Internet &net, int limitMs = 6'500)
    {
        QElapsedTimer time;
        time.start();
        const auto report = net.search(anna);
        if (time.elapsed() > limitMs)
            qFatal("the search took %lld ms", static_cast<long long>(time.elapsed()));
        return report;
    }

private Q_SLOTS:
    void a_page_that_came_unprotected_is_marked_and_never_trusted()
    {
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s, false, true);
        net.http().addPage(ownPage, configPage("imap.evil.example", "smtp.evil.example"));
        net.addMailServers(u"imap.evil.example"_s, u"smtp.evil.example"_s);
        const auto report = inTime(net);
        QVERIFY(report.best());
        QVERIFY2(report.best()->imap.from.contains(u"unprotected"_s), qPrintable(report.best()->imap.from));
        QVERIFY(!report.best()->isTrusted());
        QVERIFY(!report.isDecided);
        QVERIFY(!net.http().requests().contains("anna")); // the address is told only over HTTPS
    }

    void an_unprotected_page_never_outranks_a_verified_answer()
    {
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s, false, true);
        net.http().addPage(ownPage, configPage("imap.evil.example", "smtp.evil.example"));
        net.addMailServers(u"imap.evil.example"_s, u"smtp.evil.example"_s);
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        const auto report = inTime(net);
        QCOMPARE(report.best()->imap.server.host, u"imap.example.org"_s);
        QVERIFY(report.isDecided);
    }

    void https_is_preferred_to_http()
    {
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s, true, true);
        net.https().addPage(ownPage, configPage("imap.example.org", "smtp.example.org"));
        net.http().addPage(ownPage, configPage("imap.evil.example", "smtp.evil.example"));
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        const auto report = inTime(net);
        QCOMPARE(report.best()->imap.server.host, u"imap.example.org"_s);
        QVERIFY(net.http().requests().isEmpty());
    }

    void a_page_with_a_bad_certificate_is_not_read()
    {
        Internet net({u"somebody.else.example"_s});
        net.addWebHost(u"autoconfig.example.org"_s);
        net.https().addPage(ownPage, configPage("imap.evil.example", "smtp.evil.example"));
        net.addMailServers(u"imap.evil.example"_s, u"smtp.evil.example"_s);
        const auto report = inTime(net);
        QVERIFY(!report.best());
        QVERIFY(net.https().requests().isEmpty());
        QCOMPARE(stepOf(report, SettingsSource::OwnPage).state, StepState::Failed);
        QVERIFY2(stepOf(report, SettingsSource::OwnPage).text.contains(u"certificate"_s),
                 qPrintable(stepOf(report, SettingsSource::OwnPage).text));
    }

    void clear_text_is_offered_as_what_it_is_and_never_by_itself()
    {
        Internet net(webNames);
        Talk imap = imapTalk({}, false);
        imap.answers.prepend({"K1 CAPABILITY", "* CAPABILITY IMAP4rev1\r\nK1 OK done\r\n"});
        net.addServer(u"imap.example.org"_s, 143, imap);
        const auto report = inTime(net);
        QVERIFY(report.best());
        QCOMPARE(report.best()->imap.server.security, ConnectionSecurity::None);
        QCOMPARE(report.best()->imap.state, ServerState::ClearTextOnly);
        QVERIFY(!report.best()->isTrusted());
        QVERIFY(!report.isDecided);
    }

    void a_page_that_asks_for_clear_text_is_not_obeyed_by_itself()
    {
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s);
        net.https().addPage(
            ownPage,
            configPage("imap.example.org", "smtp.example.org").replace("SSL", "plain").replace("993", "143"));
        Talk imap = imapTalk({}, false);
        imap.answers.prepend({"K1 CAPABILITY", "* CAPABILITY IMAP4rev1\r\nK1 OK done\r\n"});
        net.addServer(u"imap.example.org"_s, 143, imap);
        const auto report = inTime(net);
        QVERIFY(report.best());
        QVERIFY(!report.best()->isTrusted());
        QVERIFY(!report.isDecided);
    }

    void a_server_with_another_hosts_certificate_is_refused_and_told_nothing()
    {
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s);
        net.https().addPage(ownPage, configPage("imap.example.org", "smtp.example.org"));
        const auto foreign = net.authority().issue({u"imap.evil.example"_s});
        TalkServer &imap = net.addServer(u"imap.example.org"_s, 993, imapTalk(foreign));
        net.addServer(u"smtp.example.org"_s, 465, smtpTalk(foreign));
        const auto report = inTime(net);
        QVERIFY(report.best());
        QCOMPARE(report.best()->imap.state, ServerState::BadCertificate);
        QVERIFY2(report.best()->imap.problem.contains(u"imap.evil.example"_s),
                 qPrintable(report.best()->imap.problem));
        QVERIFY(!report.isDecided);
        QVERIFY(imap.connections() > 0);
        QCOMPARE(imap.received(), QByteArray()); // not a single octet inside the connection
    }

    void redirects_are_followed_to_https_only_and_not_forever_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("works");
        QTest::newRow("elsewhere over HTTPS") << QByteArray("https://www.example.org/config.xml") << true;
        QTest::newRow("to HTTP") << QByteArray("http://www.example.org/config.xml") << false;
        QTest::newRow("in a circle") << QByteArray("https://autoconfig.example.org/mail/config-v1.1.xml")
                                     << false;
        QTest::newRow("to this computer") << QByteArray("https://127.0.0.1/config.xml") << false;
        QTest::newRow("to this network") << QByteArray("https://router/config.xml") << false;
        QTest::newRow("to a file") << QByteArray("file:///etc/passwd") << false;
        QTest::newRow("to nowhere") << QByteArray("https://\x01") << false;
    }
    void redirects_are_followed_to_https_only_and_not_forever()
    {
        QFETCH(QByteArray, target);
        QFETCH(bool, works);
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s);
        net.addWebHost(u"www.example.org"_s, true, true);
        net.https().addRedirect(ownPage, target);
        net.https().addPage("www.example.org/config.xml", configPage("imap.example.org", "smtp.example.org"));
        net.http().addPage("www.example.org/config.xml",
                           configPage("imap.evil.example", "smtp.evil.example"));
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        const auto report = inTime(net);
        QCOMPARE(stepOf(report, SettingsSource::OwnPage).state, works ? StepState::Found : StepState::Failed);
        for (const Candidate &c : report.candidates)
            QVERIFY(c.imap.server.host != "imap.evil.example"_L1);
        QVERIFY(net.https().requests().count("GET /mail/config") <= 5);
    }

    void pages_that_are_no_settings_do_no_harm_data()
    {
        QTest::addColumn<QByteArray>("raw");
        const QByteArray ok = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
        QTest::newRow("ten megabytes") << ok + "\r\n" + QByteArray(10 << 20, 'x');
        QTest::newRow("a promise of more") << ok + "Content-Length: 999999999999\r\n\r\n<clientConfig>";
        QTest::newRow("silence") << QByteArray();
        QTest::newRow("no HTTP") << QByteArray("* OK IMAP at your service\r\n");
        QTest::newRow("server fault") << QByteArray("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("asks for a password") << QByteArray(
            "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"mail\"\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("sign-in page of a hotel")
            << ok + "\r\n<html><body>Welcome to our network</body></html>";
        QTest::newRow("entities") << ok + "\r\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + configPage("&e;", "smtp.example.org");
        QTest::newRow("hosts that are none") << ok + "\r\n" + configPage("imap example.org", "-");
    }
    void pages_that_are_no_settings_do_no_harm()
    {
        QFETCH(QByteArray, raw);
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s);
        net.https().addRaw(ownPage, raw);
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        const auto report = inTime(net);
        const DiscoveryStep &step = stepOf(report, SettingsSource::OwnPage);
        QVERIFY2(step.state == StepState::Failed || step.state == StepState::Nothing, qPrintable(step.text));
        QVERIFY(!step.text.isEmpty());
        QCOMPARE(report.best()->imap.server.host, u"imap.example.org"_s); // the others go on
    }

    void dns_that_is_broken_hinders_nothing_else_data()
    {
        QTest::addColumn<int>("mood");
        QTest::newRow("mute") << int(NameServer::Mood::Mute);
        QTest::newRow("garbage") << int(NameServer::Mood::Garbage);
        QTest::newRow("refuses") << int(NameServer::Mood::Refuses);
    }
    void dns_that_is_broken_hinders_nothing_else()
    {
        QFETCH(int, mood);
        Internet net(webNames);
        net.dns().setMood(NameServer::Mood(mood));
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        const auto report = inTime(net);
        QCOMPARE(stepOf(report, SettingsSource::Dns).state, StepState::Failed);
        QCOMPARE(report.best()->imap.server.host, u"imap.example.org"_s);
    }

    void records_that_name_no_server_are_left_out()
    {
        Internet net(webNames);
        net.dns().addSrv("_imaps._tcp.example.org", "router", 993);
        net.dns().addSrv("_imaps._tcp.example.org", "imap.example.org", 0);
        net.dns().addSrv("_imaps._tcp.example.org", "bad name.example.org", 993);
        net.dns().addMx("example.org", "127.0.0.1");
        const auto report = inTime(net);
        QVERIFY(!report.best());
        QCOMPARE(stepOf(report, SettingsSource::Dns).state, StepState::Nothing);
    }

    void black_holes_everywhere_end_in_time_with_a_sentence()
    {
        Internet net(webNames);
        net.dns().setMood(NameServer::Mood::Mute);
        net.addWebHost(u"autoconfig.example.org"_s, true, true);
        net.https().addRaw(ownPage, {});
        net.http().addRaw(ownPage, {});
        Talk mute = imapTalk({});
        mute.isMute = true;
        for (const quint16 port : {993, 143})
            net.addServer(u"imap.example.org"_s, port, mute);
        for (const quint16 port : {465, 587})
            net.addServer(u"smtp.example.org"_s, port, mute);
        const auto report = inTime(net);
        QVERIFY(!report.best());
        QVERIFY(!report.problem.isEmpty());
        for (const DiscoveryStep &step : report.steps)
            QVERIFY2(step.isOver() && !step.text.isEmpty(), qPrintable(step.title));
    }

    void the_whole_search_has_a_limit_of_its_own()
    {
        Internet net(webNames);
        net.dns().setMood(NameServer::Mood::Mute);
        net.change().stepMs = 60'000;
        net.change().totalMs = 800;
        const auto report = inTime(net, 5'000);
        QCOMPARE(stepOf(report, SettingsSource::Dns).state, StepState::Failed);
        QVERIFY(stepOf(report, SettingsSource::Dns).text.contains(u"in time"_s));
    }
};

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"
