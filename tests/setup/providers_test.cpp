#include "core/setup/providers.h"
#include "core/setup/serverguess.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

MailAddress address(const QString &text)
{
    return parseMailAddress(text).value_or(MailAddress{});
}

} // namespace

class ProvidersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_list_is_there_and_every_entry_is_usable()
    {
        QVERIFY(providers().size() >= 40);
        QStringList domains;
        for (const Provider &p : providers()) {
            QVERIFY2(!p.name.isEmpty() && !(p.domains.isEmpty() && p.mailHosts.isEmpty()),
                     qPrintable(p.name));
            for (const QString &domain : p.domains + p.mailHosts)
                QVERIFY2(isPublicName(domain) || domain.endsWith(".gmx"_L1) || domain == "mein.gmx"_L1,
                         qPrintable(domain));
            domains += p.domains;
            if (!p.hasServers()) {
                QVERIFY2(!p.hintText().isEmpty(), qPrintable(p.name));
                continue;
            }
            for (const ServerSettings &server : {p.imap, p.smtp}) {
                QVERIFY2(isPublicName(server.host) && server.port > 0, qPrintable(p.name));
                QVERIFY2(server.security != ConnectionSecurity::None, qPrintable(p.name));
            }
        }
        const qsizetype all = domains.size();
        QCOMPARE(domains.removeDuplicates(), 0);
        QCOMPARE(domains.size(), all);
    }

    void a_provider_is_found_by_address_mail_host_and_server()
    {
        QCOMPARE(providerOfDomain(u"googlemail.com"_s)->name, u"Gmail"_s);
        QCOMPARE(providerOfMailHost(u"aspmx.l.google.com"_s)->name, u"Gmail"_s);
        QCOMPARE(providerOfMailHost(u"example-org.mail.protection.outlook.com"_s)->name, u"Microsoft 365"_s);
        QCOMPARE(providerOfServer(u"imap.gmx.net"_s)->name, u"GMX"_s);
        QVERIFY(!providerOfDomain(u"example.org"_s));
        QVERIFY(!providerOfMailHost(u"notgoogle.com"_s)); // a suffix of letters is no suffix of labels
    }

    void user_names_follow_the_provider()
    {
        const Provider *icloud = providerOfDomain(u"icloud.com"_s);
        QCOMPARE(icloud->imapFor(address(u"anna@icloud.com"_s)).user, u"anna"_s);
        QCOMPARE(icloud->smtpFor(address(u"anna@icloud.com"_s)).user, u"anna@icloud.com"_s);
    }

    void a_misspelt_large_provider_is_suggested_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("swapped") << u"a@gmial.com"_s << u"a@gmail.com"_s;
        QTest::newRow("left out") << u"a@gmal.com"_s << u"a@gmail.com"_s;
        QTest::newRow("other ending") << u"a@gmail.con"_s << u"a@gmail.com"_s;
        QTest::newRow("hotmail") << u"a@hotmial.com"_s << u"a@hotmail.com"_s;
        QTest::newRow("outlook") << u"a@outlok.com"_s << u"a@outlook.com"_s;
        QTest::newRow("right") << u"a@gmail.com"_s << QString();
        QTest::newRow("another one of the list") << u"a@ymail.com"_s << QString();
        QTest::newRow("unlike any") << u"a@example.org"_s << QString();
        QTest::newRow("short names are too alike") << u"a@gmy.de"_s << QString();
    }
    void a_misspelt_large_provider_is_suggested()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        QCOMPARE(likelyAddress(address(typed)), meant);
    }

    void servers_are_guessed_without_the_network()
    {
        QCOMPARE(guessServers(u"anna@example.org"_s).imap.host, u"imap.example.org"_s);
        QCOMPARE(guessServers(u"a@GMAIL.com"_s).imap.host, u"imap.gmail.com"_s);
        QVERIFY(providerOfDomain(u"gmail.com"_s)->hintText().contains(u"app password"_s));
        QCOMPARE(guessServers(u"a@localhost"_s).smtp.host, u"localhost"_s);
        QVERIFY(guessServers(u"anna@"_s).imap.host.isEmpty());
    }

    void addresses_of_any_script_name_a_domain_that_dns_takes()
    {
        QCOMPARE(address(u" anna@Bücher.example "_s).domain, u"xn--bcher-kva.example"_s);
        QCOMPARE(address(u"anna@Bücher.example"_s).full(), u"anna@xn--bcher-kva.example"_s);
        for (const QString &bad : {u""_s, u"anna"_s, u"anna@"_s, u"@x"_s, u"a b@x"_s, u"a@b@c"_s, u"a@x..y"_s,
                                   u"a@-x.org"_s, u"a@x.org\r\nQUIT"_s, u"a@"_s + QString(400, u'x')})
            QVERIFY2(!isMailAddress(bad), qPrintable(bad));
    }

    void owners_of_hosts_are_found_below_shared_endings()
    {
        QCOMPARE(ownersDomains(u"mx1.hoster.net"_s), QStringList{u"hoster.net"_s});
        QCOMPARE(ownersDomains(u"mx1.mail.example.co.uk"_s),
                 (QStringList{u"example.co.uk"_s, u"mail.example.co.uk"_s}));
        QCOMPARE(ownersDomains(u"co.uk"_s), QStringList());
        QCOMPARE(ownersDomains(u"192.0.2.1"_s), QStringList());
    }
};

QTEST_GUILESS_MAIN(ProvidersTest)
#include "providers_test.moc"
