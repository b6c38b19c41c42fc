#pragma once

#include "core/setup/discovery.h"
#include "tests/setup/pageserver.h"
#include "tests/support/authority.h"
#include "tests/support/nameserver.h"
#include "tests/support/talkserver.h"

#include <map>
#include <vector>

namespace kw {

// A small Internet on loopback: DNS, web pages over HTTPS and HTTP, mail servers. What is not in it does not
// exist.
class Internet
{
public:
    // `names` are what its HTTPS certificate is for.
    explicit Internet(const QStringList &names);

    LookupPlaces places() const { return m_places; }
    NameServer &dns() { return m_dns; }
    PageServer &https() { return m_https; }
    PageServer &http() { return m_http; }
    TestAuthority &authority() { return *m_authority; }

    // A web host that exists; over which of the two.
    void addWebHost(const QString &host, bool https = true, bool http = false);
    TalkServer &addServer(const QString &host, quint16 port, const Talk &script);
    // IMAP on 993 and SMTP on 465 with good certificates.
    void addMailServers(const QString &imap, const QString &smtp);
    // All octets that any mail or web server got.
    QByteArray everythingSent() const;
    LookupPlaces &change() { return m_places; }

    // The report when the search is finished.
    DiscoveryReport search(const QString &address) const;

private:
    static TestAuthority *sharedAuthority(); // making keys takes time

    TestAuthority *m_authority;
    NameServer m_dns;
    PageServer m_https;
    PageServer m_http;
    std::vector<std::unique_ptr<TalkServer>> m_servers;
    LookupPlaces m_places;
};

// A provider's page (clientConfig 1.1) with one IMAP and one SMTP server.
QByteArray configPage(const QByteArray &imapHost, const QByteArray &smtpHost,
                      const QByteArray &user = "%EMAILADDRESS%");

const DiscoveryStep &stepOf(const DiscoveryReport &report, SettingsSource source);

} // namespace kw
