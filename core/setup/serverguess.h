#pragma once

#include "core/setup/mailaddress.h"

#include "core/account/accountsettings.h"

namespace kw {

struct ServerGuess {
    ServerSettings imap;
    ServerSettings smtp;
};

// Servers for a mail address, without asking the network: well-known providers by a table, others as
// imap.DOMAIN and smtp.DOMAIN with implicit TLS (RFC 8314). Nothing is set where `address` has no domain yet.
ServerGuess guessServers(const QString &address);

quint16 usualImapPort(ConnectionSecurity security);
quint16 usualSmtpPort(ConnectionSecurity security);

} // namespace kw
