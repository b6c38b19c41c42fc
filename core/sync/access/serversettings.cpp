#include "core/sync/access/serversettings.h"

#include "core/account/accountfile.h"

#include <QCoreApplication>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Sync)
};

QByteArray pinOf(AccountSettings account, ServerRole role, const QString &configDirectory)
{
    if (role == ServerRole::Sending)
        account.pinnedCertificate = account.smtpPinnedCertificate;
    const auto pem = pinnedCertificatePem(account, configDirectory);
    return pem ? *pem : QByteArray("unreadable");
}

} // namespace

LinkSettings linkSettings(const AccountSettings &account, const QString &configDirectory)
{
    LinkSettings link;
    link.host = account.imap.host;
    link.port = account.imap.port;
    link.user = account.imap.user;
    link.oauth = !account.oauth.isEmpty();
    link.security = account.imap.security == ConnectionSecurity::Tls ? Security::Tls
        : account.imap.security == ConnectionSecurity::StartTls      ? Security::StartTls
                                                                     : Security::None;
    link.pinnedCertificate = pinOf(account, ServerRole::Receiving, configDirectory);
    return link;
}

SmtpSettings smtpSettings(const AccountSettings &account, const QString &configDirectory)
{
    SmtpSettings smtp;
    smtp.host = account.smtp.host;
    smtp.port = account.smtp.port;
    smtp.user = account.smtp.user;
    smtp.oauth = !account.oauth.isEmpty();
    smtp.security = account.smtp.security == ConnectionSecurity::Tls ? SmtpSecurity::Tls
        : account.smtp.security == ConnectionSecurity::StartTls      ? SmtpSecurity::StartTls
                                                                     : SmtpSecurity::None;
    smtp.pinnedCertificate = pinOf(account, ServerRole::Sending, configDirectory);
    return smtp;
}

Result<TlsTarget> tlsTarget(const AccountSettings &account, ServerRole role, const QString &configDirectory)
{
    const bool sending = role == ServerRole::Sending;
    const ServerSettings &server = sending ? account.smtp : account.imap;
    if (server.host.isEmpty() || server.security == ConnectionSecurity::None)
        return Error{ErrorKind::Invalid,
                     Words::tr("This connection is not encrypted, so there is no certificate to look at."),
                     {}};
    TlsTarget target;
    target.host = server.host;
    target.port = server.port;
    target.startTls = server.security == ConnectionSecurity::StartTls;
    target.dialect = sending ? TlsTarget::Dialect::Smtp : TlsTarget::Dialect::Imap;
    target.pinned = pinOf(account, role, configDirectory);
    return target;
}

} // namespace kw
