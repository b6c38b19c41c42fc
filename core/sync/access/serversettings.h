#pragma once

#include "core/account/accountsettings.h"
#include "core/imap/imaplink.h"
#include "core/smtp/smtplink.h"
#include "core/sync/facade/certificates.h"
#include "core/tls/tlstarget.h"

namespace kw {

// What an account's settings say of its servers, in the words of those that connect to them.
// `configDirectory`: where relative paths of pinned certificates begin; they are read here. A pin that cannot
// be read matches no certificate: the connection is refused, never judged by the authorities instead.
LinkSettings linkSettings(const AccountSettings &account, const QString &configDirectory);
SmtpSettings smtpSettings(const AccountSettings &account,
                          const QString &configDirectory); // no host: does not send

// One of the two as a server to be spoken to in TLS; Error Invalid where the account wants no encryption
// there or has no such server.
Result<TlsTarget> tlsTarget(const AccountSettings &account, ServerRole role, const QString &configDirectory);

} // namespace kw
