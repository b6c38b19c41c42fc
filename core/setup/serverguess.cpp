#include "core/setup/serverguess.h"

#include "core/account/accountrules.h"
#include "core/setup/providers.h"

using namespace Qt::StringLiterals;

namespace kw {

quint16 usualImapPort(ConnectionSecurity security)
{
    return security == ConnectionSecurity::Tls ? 993 : 143;
}

quint16 usualSmtpPort(ConnectionSecurity security)
{
    switch (security) {
    case ConnectionSecurity::Tls:
        return 465;
    case ConnectionSecurity::StartTls:
        return 587;
    case ConnectionSecurity::None:
        break;
    }
    return 25;
}

ServerGuess guessServers(const QString &text)
{
    ServerGuess guess;
    const auto address = parseMailAddress(text);
    if (!address)
        return guess;
    const QString user = address->full();
    const bool here = isLoopbackHost(address->domain);
    guess.imap = {here ? address->domain : u"imap."_s + address->domain, 993, ConnectionSecurity::Tls, user};
    guess.smtp = {here ? address->domain : u"smtp."_s + address->domain, 465, ConnectionSecurity::Tls, user};
    if (const Provider *provider = providerOfDomain(address->domain); provider && provider->hasServers()) {
        guess.imap = provider->imapFor(*address);
        guess.smtp = provider->smtpFor(*address);
    }
    return guess;
}

} // namespace kw
