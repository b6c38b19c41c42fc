#include "tests/setup/internet.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

TestAuthority *Internet::sharedAuthority()
{
    static TestAuthority authority;
    return &authority;
}

Internet::Internet(const QStringList &names)
    : m_authority(sharedAuthority())
    , m_https(m_authority->issue(names))
{
    // The system's resolver has few threads for us, which a silent name server would hold for many seconds.
    qputenv("RES_OPTIONS", "timeout:1 attempts:1");
    m_places.nameserver = QHostAddress(QHostAddress::LocalHost);
    m_places.nameserverPort = m_dns.port();
    m_places.onlyThese = true;
    m_places.authorities = QSslCertificate::fromData(m_authority->certificate(), QSsl::Pem);
    m_places.stepMs = 1'500;
    m_places.totalMs = 5'000;
}

void Internet::addWebHost(const QString &host, bool https, bool http)
{
    if (https)
        m_places.hosts.insert(host + ":443"_L1, {u"127.0.0.1"_s, m_https.port()});
    if (http)
        m_places.hosts.insert(host + ":80"_L1, {u"127.0.0.1"_s, m_http.port()});
}

TalkServer &Internet::addServer(const QString &host, quint16 port, const Talk &script)
{
    m_servers.push_back(std::make_unique<TalkServer>(script));
    m_places.hosts.insert(u"%1:%2"_s.arg(host).arg(port), {u"127.0.0.1"_s, m_servers.back()->port()});
    return *m_servers.back();
}

void Internet::addMailServers(const QString &imap, const QString &smtp)
{
    const TestIdentity identity = m_authority->issue({imap, smtp});
    addServer(imap, 993, imapTalk(identity));
    addServer(smtp, 465, smtpTalk(identity));
}

QByteArray Internet::everythingSent() const
{
    QByteArray all = m_https.requests() + m_http.requests();
    for (const auto &server : m_servers)
        all += server->received();
    return all;
}

DiscoveryReport Internet::search(const QString &address) const
{
    const auto discovery = makeDiscovery(m_places);
    discovery->start(address);
    if (!QTest::qWaitFor([&] { return discovery->report().isFinished; }, 15'000))
        qFatal("the search does not end");
    return discovery->report();
}

QByteArray configPage(const QByteArray &imapHost, const QByteArray &smtpHost, const QByteArray &user)
{
    const auto server = [&user](const QByteArray &tag, const QByteArray &type, const QByteArray &host,
                                const QByteArray &port) {
        return "<" + tag + " type=\"" + type + "\"><hostname>" + host + "</hostname><port>" + port
            + "</port><socketType>SSL</socketType><username>" + user
            + "</username><authentication>password-cleartext</authentication></" + tag + ">";
    };
    return "<?xml version=\"1.0\"?>\n<clientConfig version=\"1.1\"><emailProvider id=\"x\">"
           "<domain>x</domain><displayName>Example Mail</displayName>"
        + server("incomingServer", "imap", imapHost, "993")
        + server("outgoingServer", "smtp", smtpHost, "465") + "</emailProvider></clientConfig>";
}

const DiscoveryStep &stepOf(const DiscoveryReport &report, SettingsSource source)
{
    return *std::ranges::find(report.steps, source, &DiscoveryStep::source);
}

} // namespace kw
