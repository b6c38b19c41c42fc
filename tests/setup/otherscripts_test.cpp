#include "core/setup/clientconfig.h"
#include "tests/setup/internet.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QString anna = u"anna@bücher.de"_s;
const QString host = u"autoconfig.xn--bcher-kva.de"_s;

} // namespace

// Domains in other scripts (RFC 5890) below a top-level domain whose names Qt shows as people read them.
class OtherScriptsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void their_own_page_is_found()
    {
        Internet net({host});
        net.addWebHost(host);
        net.https().addPage("autoconfig.xn--bcher-kva.de/mail/config-v1.1.xml",
                            configPage("imap.%EMAILDOMAIN%", "smtp.%EMAILDOMAIN%"));
        net.addMailServers(u"imap.xn--bcher-kva.de"_s, u"smtp.xn--bcher-kva.de"_s);
        const auto report = net.search(anna);
        QVERIFY(report.best());
        QCOMPARE(report.best()->imap.source, SettingsSource::OwnPage);
        QVERIFY(report.best()->isTrusted());
    }

    void a_page_that_passes_the_question_on_within_the_domain_is_followed()
    {
        Internet net({host, u"xn--bcher-kva.de"_s, u"www.xn--bcher-kva.de"_s});
        net.addWebHost(host);
        net.addWebHost(u"www.xn--bcher-kva.de"_s);
        net.https().addRedirect("autoconfig.xn--bcher-kva.de/mail/config-v1.1.xml",
                                "https://www.xn--bcher-kva.de/mail.xml");
        net.https().addPage("www.xn--bcher-kva.de/mail.xml",
                            configPage("imap.%EMAILDOMAIN%", "smtp.%EMAILDOMAIN%"));
        net.addMailServers(u"imap.xn--bcher-kva.de"_s, u"smtp.xn--bcher-kva.de"_s);
        const auto report = net.search(anna);
        QVERIFY(report.best());
        QCOMPARE(report.best()->imap.source, SettingsSource::OwnPage);
    }

    void a_page_may_write_the_servers_as_people_read_them()
    {
        const auto config = parseClientConfig(configPage("imap.bücher.de", "SMTP.Bücher.de"),
                                              MailAddress{u"anna"_s, u"xn--bcher-kva.de"_s});
        QVERIFY(config);
        QCOMPARE(config->imap.size(), 1);
        QCOMPARE(config->imap.first().server.host, u"imap.xn--bcher-kva.de"_s);
        QCOMPARE(config->smtp.first().server.host, u"smtp.xn--bcher-kva.de"_s);
    }
};

QTEST_GUILESS_MAIN(OtherScriptsTest)
#include "otherscripts_test.moc"
