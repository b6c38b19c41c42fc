#include "tests/setup/internet.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QString anna = u"anna@example.org"_s;
const QByteArray ownPage = "autoconfig.example.org/mail/config-v1.1.xml";
const QByteArray wellKnown = "example.org/.well-known/autoconfig/mail/config-v1.1.xml";
const QStringList webNames{u"autoconfig.example.org"_s, u"example.org"_s, u"autoconfig.thunderbird.net"_s,
                           u"autoconfig.hoster.net"_s, u"hoster.net"_s};

QString shown(const DiscoveryReport &report)
{
    QStringList lines{report.problem};
    for (const DiscoveryStep &step : report.steps)
        lines.append(u"%1 %2: %3"_s.arg(step.title).arg(int(step.state)).arg(step.text));
    for (const Candidate &c : report.candidates)
        lines.append(u"%1:%2 %3 %4 | %5 %6"_s.arg(c.imap.server.host)
                         .arg(c.imap.server.port)
                         .arg(int(c.imap.state))
                         .arg(c.imap.from, c.smtp.server.host)
                         .arg(int(c.smtp.state)));
    return lines.join(u'\n');
}

} // namespace

// Each way of finding servers alone, and all at once.
class DiscoveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_providers_own_page_is_found_and_believed()
    {
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s);
        net.https().addPage(ownPage, configPage("imap.hoster.net", "smtp.hoster.net"));
        net.addMailServers(u"imap.hoster.net"_s, u"smtp.hoster.net"_s);
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.server,
                 (ServerSettings{u"imap.hoster.net"_s, 993, ConnectionSecurity::Tls, anna}));
        QCOMPARE(report.best()->imap.from, u"from your provider's own page (autoconfig.example.org)"_s);
        QCOMPARE(report.best()->imap.source, SettingsSource::OwnPage);
        QVERIFY(report.best()->isTrusted()); // elsewhere, but its own domain says so over HTTPS
        QVERIFY(report.isDecided);
        QCOMPARE(stepOf(report, SettingsSource::OwnPage).state, StepState::Found);
        QCOMPARE(stepOf(report, SettingsSource::Ispdb).state, StepState::Nothing);
        QVERIFY(net.https().requests().contains("emailaddress=anna%40example.org"));
    }

    void the_well_known_place_is_asked_too()
    {
        Internet net(webNames);
        net.addWebHost(u"example.org"_s);
        net.https().addPage(wellKnown, configPage("imap.example.org", "smtp.example.org"));
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.from, u"from your provider's own page (example.org)"_s);
        QCOMPARE(report.best()->alsoFrom, QStringList{u"tried, and it answered"_s});
    }

    void mozillas_list_is_told_the_domain_only()
    {
        Internet net(webNames);
        net.addWebHost(u"autoconfig.thunderbird.net"_s);
        net.https().addPage("autoconfig.thunderbird.net/v1.1/example.org",
                            configPage("imap.hoster.net", "smtp.hoster.net", "%EMAILLOCALPART%"));
        net.addMailServers(u"imap.hoster.net"_s, u"smtp.hoster.net"_s);
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.source, SettingsSource::Ispdb);
        QCOMPARE(report.best()->imap.server.user, u"anna"_s);
        QVERIFY(report.best()->isTrusted());
        QVERIFY(!net.https().requests().contains("anna"));
    }

    void service_records_are_followed_by_priority_and_weight()
    {
        Internet net(webNames);
        net.dns().addSrv("_imaps._tcp.example.org", "second.example.org", 993, 20);
        net.dns().addSrv("_imaps._tcp.example.org", "light.example.org", 993, 10, 1);
        net.dns().addSrv("_imaps._tcp.example.org", "first.example.org", 1993, 10, 50);
        net.dns().addSrv("_submissions._tcp.example.org", "out.example.org", 465);
        const auto good = net.authority().issue({u"first.example.org"_s, u"out.example.org"_s});
        net.addServer(u"first.example.org"_s, 1993, imapTalk(good));
        net.addServer(u"out.example.org"_s, 465, smtpTalk(good));
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.server.host, u"first.example.org"_s);
        QCOMPARE(report.best()->imap.server.port, 1993);
        QCOMPARE(report.best()->smtp.server.host, u"out.example.org"_s);
        QCOMPARE(report.best()->imap.from, u"from DNS (SRV records of example.org)"_s);
        QVERIFY(report.best()->isTrusted()); // within the domain, proven by its certificate
        QCOMPARE(report.candidates.size(), 3);
        QCOMPARE(report.candidates.at(1).imap.server.host, u"light.example.org"_s);
    }

    void starttls_records_serve_where_there_are_no_others()
    {
        Internet net(webNames);
        net.dns().addSrv("_imap._tcp.example.org", "imap.example.org", 143);
        net.dns().addSrv("_submission._tcp.example.org", "imap.example.org", 587);
        const auto good = net.authority().issue({u"imap.example.org"_s});
        net.addServer(u"imap.example.org"_s, 143, imapTalk(good, false));
        net.addServer(u"imap.example.org"_s, 587, smtpTalk(good, false));
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.server.security, ConnectionSecurity::StartTls);
        QCOMPARE(report.best()->smtp.server.port, 587);
        QVERIFY(report.best()->isTrusted());
    }

    void a_server_that_dns_alone_puts_elsewhere_is_shown_before_it_gets_a_password()
    {
        Internet net(webNames);
        net.dns().addSrv("_imaps._tcp.example.org", "imap.hoster.net", 993);
        net.dns().addSrv("_submissions._tcp.example.org", "smtp.hoster.net", 465);
        net.addMailServers(u"imap.hoster.net"_s, u"smtp.hoster.net"_s);
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.state, ServerState::Verified);
        QVERIFY(report.best()->imap.elsewhere);
        QVERIFY(!report.best()->isTrusted());
        QVERIFY(!report.isDecided);
    }

    void a_dot_means_that_the_service_is_not_offered()
    {
        Internet net(webNames);
        net.dns().addSrv("_imaps._tcp.example.org", ".", 0);
        net.dns().addSrv("_imap._tcp.example.org", ".", 0);
        const auto report = net.search(anna);
        QVERIFY2(!report.best(), qPrintable(shown(report)));
        QCOMPARE(stepOf(report, SettingsSource::Dns).state, StepState::Nothing);
        QVERIFY2(stepOf(report, SettingsSource::Dns).text.contains(u"offers no mailboxes"_s),
                 qPrintable(shown(report)));
    }

    void the_provider_behind_the_mail_host_is_recognised()
    {
        Internet net(webNames);
        net.dns().addMx("example.org", "alt1.aspmx.l.google.com", 20);
        net.dns().addMx("example.org", "aspmx.l.google.com", 10);
        net.addMailServers(u"imap.gmail.com"_s, u"smtp.gmail.com"_s);
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.server.host, u"imap.gmail.com"_s);
        QCOMPARE(report.best()->oauth, u"google"_s);
        QCOMPARE(report.best()->provider, u"Gmail"_s);
        QCOMPARE(report.best()->imap.from, u"because Gmail receives the mail of example.org"_s);
        QVERIFY(!report.best()->isTrusted()); // DNS can be forged: the person sees it first
    }

    void the_mail_hosts_owner_is_asked_for_a_page()
    {
        Internet net(webNames);
        net.dns().addMx("example.org", "mx1.hoster.net");
        net.addWebHost(u"autoconfig.hoster.net"_s);
        net.https().addPage("autoconfig.hoster.net/mail/config-v1.1.xml",
                            configPage("imap.hoster.net", "smtp.hoster.net"));
        net.addMailServers(u"imap.hoster.net"_s, u"smtp.hoster.net"_s);
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.server.host, u"imap.hoster.net"_s);
        QCOMPARE(report.best()->imap.source, SettingsSource::MailHost);
        QVERIFY(!net.https().requests().contains("anna"));
        QVERIFY(!report.best()->isTrusted());
    }

    void usual_names_are_tried_and_verified()
    {
        Internet net(webNames);
        const auto good = net.authority().issue({u"mail.example.org"_s});
        net.addServer(u"mail.example.org"_s, 993, imapTalk(good));
        net.addServer(u"mail.example.org"_s, 587, smtpTalk(good, false));
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.server.host, u"mail.example.org"_s);
        QCOMPARE(report.best()->smtp.server.port, 587);
        QCOMPARE(report.best()->smtp.server.security, ConnectionSecurity::StartTls);
        QCOMPARE(report.best()->imap.from, u"tried, and it answered"_s);
        QVERIFY(report.isDecided);
    }

    void the_machine_that_receives_the_mail_is_tried_too()
    {
        Internet net(webNames);
        net.dns().addMx("example.org", "box.example.org");
        const auto good = net.authority().issue({u"box.example.org"_s});
        net.addServer(u"box.example.org"_s, 993, imapTalk(good));
        net.addServer(u"box.example.org"_s, 465, smtpTalk(good));
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.server.host, u"box.example.org"_s);
    }

    void a_large_provider_is_known_without_asking()
    {
        Internet net(webNames);
        net.addMailServers(u"imap.gmail.com"_s, u"smtp.gmail.com"_s);
        const auto report = net.search(u"anna@gmail.com"_s);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.from, u"from Kittiwake's list"_s);
        QCOMPARE(report.best()->oauth, u"google"_s);
        QVERIFY(report.best()->hint.contains(u"app password"_s));
        QVERIFY(report.isDecided);
    }

    void a_provider_without_mail_programs_is_said_to_be_so()
    {
        Internet net(webNames);
        const auto report = net.search(u"anna@proton.me"_s);
        QVERIFY(!report.best());
        QVERIFY2(report.problem.contains(u"Bridge"_s), qPrintable(report.problem));
    }

    void all_at_once_are_ranked_and_merged()
    {
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s);
        net.addWebHost(u"autoconfig.thunderbird.net"_s);
        net.https().addPage(ownPage, configPage("own.example.org", "own.example.org"));
        net.https().addPage("autoconfig.thunderbird.net/v1.1/example.org",
                            configPage("imap.example.org", "smtp.example.org"));
        net.dns().addSrv("_imaps._tcp.example.org", "own.example.org", 993);
        net.dns().addMx("example.org", "aspmx.l.google.com");
        net.addMailServers(u"own.example.org"_s, u"own.example.org"_s);
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        net.addMailServers(u"imap.gmail.com"_s, u"smtp.gmail.com"_s);
        const auto report = net.search(anna);
        QStringList hosts;
        for (const Candidate &c : report.candidates)
            hosts.append(c.imap.server.host);
        QCOMPARE(hosts, (QStringList{u"own.example.org"_s, u"imap.example.org"_s, u"imap.gmail.com"_s}));
        QVERIFY(report.best()->alsoFrom.contains(u"from DNS (SRV records of example.org)"_s));
        QVERIFY(report.candidates.at(1).alsoFrom.contains(u"tried, and it answered"_s));
    }

    void a_better_word_that_does_not_hold_gives_way_to_one_that_does()
    {
        Internet net(webNames);
        net.addWebHost(u"autoconfig.example.org"_s);
        net.https().addPage(ownPage, configPage("old.example.org", "old.example.org"));
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        const auto report = net.search(anna);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.server.host, u"imap.example.org"_s);
        QCOMPARE(report.candidates.last().imap.server.host, u"old.example.org"_s);
        QCOMPARE(report.candidates.last().imap.state, ServerState::Silent);
        QVERIFY(!report.candidates.last().imap.problem.isEmpty());
    }

    void a_missing_server_for_sending_is_taken_from_what_answered()
    {
        Internet net(webNames);
        net.dns().addSrv("_imaps._tcp.example.org", "inbox.example.org", 993);
        net.addMailServers(u"inbox.example.org"_s, u"smtp.example.org"_s);
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        const auto report = net.search(anna);
        QCOMPARE(report.best()->imap.server.host, u"inbox.example.org"_s);
        QCOMPARE(report.best()->smtp.server.host, u"smtp.example.org"_s);
        QCOMPARE(report.best()->smtp.from, u"tried, and it answered"_s);
    }

    void an_address_in_another_script_is_looked_up_as_dns_has_it()
    {
        Internet net({u"autoconfig.xn--bcher-kva.example"_s});
        net.addWebHost(u"autoconfig.xn--bcher-kva.example"_s);
        net.https().addPage("autoconfig.xn--bcher-kva.example/mail/config-v1.1.xml",
                            configPage("imap.%EMAILDOMAIN%", "smtp.%EMAILDOMAIN%"));
        net.addMailServers(u"imap.xn--bcher-kva.example"_s, u"smtp.xn--bcher-kva.example"_s);
        const auto report = net.search(u"anna@Bücher.example"_s);
        QVERIFY2(report.best(), qPrintable(shown(report)));
        QCOMPARE(report.best()->imap.server.host, u"imap.xn--bcher-kva.example"_s);
        QVERIFY(report.best()->isTrusted());
    }

    void a_misspelt_provider_is_never_used_without_asking()
    {
        Internet net({u"autoconfig.gmial.com"_s});
        net.addWebHost(u"autoconfig.gmial.com"_s);
        net.https().addPage("autoconfig.gmial.com/mail/config-v1.1.xml",
                            configPage("imap.gmial.com", "smtp.gmial.com"));
        net.addMailServers(u"imap.gmial.com"_s, u"smtp.gmial.com"_s);
        const auto report = net.search(u"anna@gmial.com"_s);
        QCOMPARE(report.suggestion, u"anna@gmail.com"_s);
        QVERIFY(report.best());
        QVERIFY(!report.isDecided);
    }

    void nothing_found_ends_in_a_sentence_and_every_step_says_why()
    {
        Internet net(webNames);
        const auto report = net.search(anna);
        QVERIFY(!report.best());
        QVERIFY2(report.problem.contains(u"example.org"_s), qPrintable(report.problem));
        for (const DiscoveryStep &step : report.steps)
            QVERIFY2(step.isOver() && !step.text.isEmpty(), qPrintable(step.title));
    }

    void an_address_that_is_none_asks_nobody()
    {
        Internet net(webNames);
        const auto report = net.search(u"anna at example.org"_s);
        QVERIFY(!report.problem.isEmpty());
        QVERIFY(net.dns().questions().isEmpty());
    }

    void steps_are_seen_while_they_run()
    {
        Internet net(webNames);
        net.dns().setMood(NameServer::Mood::Mute);
        const auto discovery = makeDiscovery(net.places());
        QSignalSpy changes(discovery.get(), &Discovery::changed);
        discovery->start(anna);
        QTRY_VERIFY(!discovery->report().steps.isEmpty());
        QTRY_COMPARE(stepOf(discovery->report(), SettingsSource::Ispdb).state, StepState::Nothing);
        QCOMPARE(stepOf(discovery->report(), SettingsSource::Dns).state, StepState::Searching);
        QTRY_COMPARE_WITH_TIMEOUT(stepOf(discovery->report(), SettingsSource::Dns).state, StepState::Failed,
                                  10'000);
        QVERIFY(changes.size() > 1);
    }

    void a_search_can_be_cancelled_midway_and_begun_anew()
    {
        Internet net(webNames);
        net.dns().setMood(NameServer::Mood::Mute);
        net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        const auto discovery = makeDiscovery(net.places());
        discovery->start(u"bert@example.net"_s);
        QTRY_VERIFY(!discovery->report().steps.isEmpty());
        QStringList heard;
        connect(discovery.get(), &Discovery::changed, this,
                [&] { heard.append(discovery->report().address); });
        discovery->cancel();
        discovery->start(anna);
        QTRY_VERIFY_WITH_TIMEOUT(discovery->report().isFinished, 10'000);
        QCOMPARE(heard.count(anna), heard.size());
        QCOMPARE(discovery->report().best()->imap.server.host, u"imap.example.org"_s);
    }

    void a_search_that_is_dropped_ends_at_once()
    {
        Internet net(webNames);
        net.dns().setMood(NameServer::Mood::Mute);
        Talk mute = imapTalk({});
        mute.isMute = true;
        net.addServer(u"imap.example.org"_s, 993, mute);
        auto discovery = makeDiscovery(net.places());
        discovery->start(anna);
        QTRY_VERIFY(!discovery->report().steps.isEmpty());
        QElapsedTimer time;
        time.start();
        discovery.reset();
        QVERIFY(time.elapsed() < 500);
    }
};

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "discovery_test.moc"
