#pragma once

#include "core/base/result.h"
#include "core/setup/mailaddress.h"

#include "core/account/accountsettings.h"

#include <QByteArray>
#include <QList>

namespace kw {

// One server of a provider's page, with the person's own user name.
struct ConfigServer {
    ServerSettings server;
    bool password = true; // takes a password, in whatever form
    bool oauth = false; // takes what a sign-in through the browser gives
};

// What a page in the format "clientConfig 1.1" says (Mozilla's autoconfig): IMAP and SMTP servers in the
// page's order, protected ones first. What is no server, no port or no way of signing in is left out.
struct ClientConfig {
    QString provider; // as people call it; may be empty
    QString issuer; // of OAuth sign-ins, a host name; may be empty
    QList<ConfigServer> imap;
    QList<ConfigServer> smtp;
    bool hasPop = false; // POP is offered
};

constexpr qsizetype MaxClientConfig = 256 << 10; // octets; a longer page is refused

// Hostile input: no entity is expanded, nothing is loaded, sizes and depth are bounded. Error: Invalid, with
// a sentence. Pure; any thread.
Result<ClientConfig> parseClientConfig(const QByteArray &xml, const MailAddress &address);

} // namespace kw
