#include "core/setup/candidates.h"
#include "core/setup/clientconfig.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const MailAddress anna{u"anna"_s, u"example.org"_s};

QByteArray page(const QByteArray &inside)
{
    return "<clientConfig version=\"1.1\"><emailProvider id=\"example.org\">" + inside
        + "</emailProvider></clientConfig>";
}

QByteArray imap(const QByteArray &host, const QByteArray &port, const QByteArray &socket = "SSL",
                const QByteArray &more = "<authentication>password-cleartext</authentication>")
{
    return "<incomingServer type=\"imap\"><hostname>" + host + "</hostname><port>" + port
        + "</port><socketType>" + socket + "</socketType><username>%EMAILADDRESS%</username>" + more
        + "</incomingServer>";
}

} // namespace

class ClientConfigTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placeholders_are_filled_in()
    {
        const auto config = parseClientConfig(
            page("<incomingServer type=\"imap\"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port>"
                 "<socketType>SSL</socketType><username>%EMAILLOCALPART%-mail</username></incomingServer>"
                 "<outgoingServer type=\"smtp\"><hostname>smtp.example.org</hostname><port>587</port>"
                 "<socketType>STARTTLS</socketType><username>%EMAILADDRESS%</username></outgoingServer>"),
            anna);
        QVERIFY(config);
        QCOMPARE(config->imap.size(), 1);
        QCOMPARE(config->imap.first().server,
                 (ServerSettings{u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"anna-mail"_s}));
        QCOMPARE(config->smtp.first().server,
                 (ServerSettings{u"smtp.example.org"_s, 587, ConnectionSecurity::StartTls,
                                 u"anna@example.org"_s}));
    }

    void of_several_kinds_of_protection_the_first_that_is_known_counts()
    {
        const auto config
            = parseClientConfig(page(imap("imap.example.org", "993", "SSL</socketType><socketType>plain")
                                     + imap("new.example.org", "993", "QUIC</socketType><socketType>SSL")),
                                anna);
        QVERIFY(config);
        QCOMPARE(config->imap.size(), 2);
        for (const ConfigServer &s : config->imap)
            QCOMPARE(s.server.security, ConnectionSecurity::Tls);
    }

    void a_name_may_end_with_the_roots_dot()
    {
        const auto config = parseClientConfig(page(imap("imap.%EMAILDOMAIN%.", "993")), anna);
        QVERIFY(config);
        QCOMPARE(config->imap.size(), 1);
        QCOMPARE(config->imap.first().server.host, u"imap.example.org"_s); // as its certificate has it
    }

    void protected_servers_come_first_whatever_the_page_prefers()
    {
        const auto config = parseClientConfig(
            page(imap("a.example.org", "143", "plain") + imap("b.example.org", "143", "STARTTLS")
                 + imap("c.example.org", "993") + imap("d.example.org", "993")),
            anna);
        QStringList hosts;
        for (const ConfigServer &s : config->imap)
            hosts.append(s.server.host);
        QCOMPARE(
            hosts,
            (QStringList{u"c.example.org"_s, u"d.example.org"_s, u"b.example.org"_s, u"a.example.org"_s}));
        const auto candidates = candidatesOf(*config, {SettingsSource::OwnPage, {}, true, 90}, anna);
        QCOMPARE(candidates.first().imap.server.security, ConnectionSecurity::Tls);
    }

    void what_is_no_server_is_left_out_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::newRow("port 0") << imap("x.example.org", "0");
        QTest::newRow("port 99999") << imap("x.example.org", "99999");
        QTest::newRow("negative port") << imap("x.example.org", "-993");
        QTest::newRow("no port") << imap("x.example.org", "");
        QTest::newRow("port in words") << imap("x.example.org", "imaps");
        QTest::newRow("no host") << imap("", "993");
        QTest::newRow("host with a blank") << imap("x example.org", "993");
        QTest::newRow("host with a line end") << imap("x.example.org&#13;&#10;QUIT", "993");
        QTest::newRow("URL for a host") << imap("https://x.example.org/", "993");
        QTest::newRow("unknown protection") << imap("x.example.org", "993", "ROT13");
        QTest::newRow("only Kerberos")
            << imap("x.example.org", "993", "SSL", "<authentication>GSSAPI</authentication>");
        QTest::newRow("POP") << QByteArray(imap("x.example.org", "995")).replace("\"imap\"", "\"pop3\"");
        QTest::newRow("Exchange")
            << QByteArray(imap("x.example.org", "443")).replace("\"imap\"", "\"exchange\"");
        QTest::newRow("no type") << QByteArray(imap("x.example.org", "993")).replace(" type=\"imap\"", "");
    }
    void what_is_no_server_is_left_out()
    {
        QFETCH(QByteArray, server);
        const auto config = parseClientConfig(page(server + imap("good.example.org", "993")), anna);
        QVERIFY(config);
        QCOMPARE(config->imap.size(), 1);
        QCOMPARE(config->imap.first().server.host, u"good.example.org"_s);
    }

    void a_user_name_that_could_carry_commands_is_not_taken_over()
    {
        const auto config = parseClientConfig(
            page("<incomingServer type=\"imap\"><hostname>imap.example.org</hostname><port>993</port>"
                 "<socketType>SSL</socketType><username>x&#13;&#10;A1 LOGOUT</username></incomingServer>"),
            anna);
        QCOMPARE(config->imap.first().server.user, u"anna@example.org"_s);
    }

    void signing_in_through_the_browser_is_recognised()
    {
        const QByteArray both = "<authentication>OAuth2</authentication>"
                                "<authentication>password-cleartext</authentication>";
        const QByteArray only = "<authentication>OAuth2</authentication>";
        const QByteArray issuer = "<oAuth2><issuer>accounts.google.com</issuer></oAuth2>";
        auto config = parseClientConfig(page(imap("imap.example.org", "993", "SSL", both) + issuer), anna);
        auto candidate = candidatesOf(*config, {}, anna).first();
        QCOMPARE(candidate.oauth, u"google"_s);
        QVERIFY(candidate.passwordAllowed);
        config = parseClientConfig(page(imap("imap.example.org", "993", "SSL", only)), anna);
        candidate = candidatesOf(*config, {}, anna).first();
        QVERIFY(candidate.oauth.isEmpty());
        QVERIFY(!candidate.passwordAllowed);
        QVERIFY(!candidate.hint.isEmpty());
    }

    void hostile_pages_are_refused_quickly_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QByteArray laughs = "<!DOCTYPE clientConfig [<!ENTITY a \"haha\">";
        for (char c = 'b'; c <= 'z'; ++c)
            laughs += QByteArray("<!ENTITY ") + c + " \""
                + QByteArray("&x;").replace('x', char(c - 1)).repeated(10) + "\">";
        QTest::newRow("billion laughs") << laughs + "]>" + page(imap("&z;.example.org", "993"));
        QTest::newRow("external entity")
            << "<!DOCTYPE clientConfig [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                + page(imap("&f;", "993"));
        QTest::newRow("unknown entity") << page(imap("&nbsp;.example.org", "993"));
        QTest::newRow("too long") << page(QByteArray(MaxClientConfig, ' '));
        QTest::newRow("too deep") << "<clientConfig>" + QByteArray("<a>").repeated(50'000);
        QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>Please sign in</body></html>");
        QTest::newRow("other XML") << QByteArray("<rss><channel/></rss>");
        QTest::newRow("cut off") << page(imap("imap.example.org", "993")).chopped(20);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("octets") << QByteArray("\x00\xff\xfe<clientConfig/>", 19);
    }
    void hostile_pages_are_refused_quickly()
    {
        QFETCH(QByteArray, xml);
        QElapsedTimer time;
        time.start();
        const auto config = parseClientConfig(xml, anna);
        QVERIFY(!config);
        QVERIFY(!config.error().text.isEmpty());
        QVERIFY(time.elapsed() < 500);
    }

    void a_page_of_a_thousand_servers_gives_few()
    {
        const auto config = parseClientConfig(page(imap("i.example.org", "993").repeated(1'000)), anna);
        QVERIFY(config);
        QVERIFY(config->imap.size() <= 20);
        QVERIFY(candidatesOf(*config, {}, anna).size() <= 3);
    }
};

QTEST_GUILESS_MAIN(ClientConfigTest)
#include "clientconfig_test.moc"
