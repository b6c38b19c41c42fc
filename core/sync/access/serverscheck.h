#pragma once

#include "core/smtp/smtplink.h"
#include "core/sync/account/sessionopener.h"

namespace kw {

// Everything needed to try an account's two servers.
struct ServersToCheck {
    LinkFactory imapLinks;
    LinkSettings imap;
    SmtpLinkFactory smtpLinks;
    SmtpSettings smtp; // without a host: the account does not send
    PasswordSource password;
};

// Signs in to the server that keeps the mail, then to the one that sends it, and hangs up. A sign-in that ran
// out is renewed once. Errors: of the links; the sentence says which server it is about, and
// does not promise to try again.
Task<Result<void>> checkServers(ServersToCheck servers);

// Signs in to the sending server: asks for the secret, and once for another where it is refused.
Task<Result<SmtpFeatures>> openSmtp(SmtpLink &link, SmtpSettings settings, PasswordSource password);

} // namespace kw
