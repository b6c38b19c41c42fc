#include "core/sync/access/serverscheck.h"

#include "core/tls/tlstarget.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// The links' sentences promise that Kittiwake tries again by itself; a check is made once.
template <class Settings> Error madeOnce(const Error &error, const Settings &settings)
{
    const auto said = [&error](const QString &sentence) { return Error{error.kind, sentence, error.code}; };
    if (error.kind != ErrorKind::Network)
        return error;
    if (error.code == QLatin1StringView(TlsCode::Unreachable))
        return said(
            QCoreApplication::translate("kw::Sync",
                                        "%1 (port %2) cannot be reached. Check the server's name, the "
                                        "port and your network.")
                .arg(settings.host)
                .arg(settings.port));
    if (error.code == QLatin1StringView(TlsCode::Timeout))
        return said(QCoreApplication::translate("kw::Sync", "%1 does not answer.").arg(settings.host));
    if (error.code == QLatin1StringView(TlsCode::LostLogin))
        return said(
            QCoreApplication::translate("kw::Sync", "%1 closed the connection before we were signed in.")
                .arg(settings.host));
    return error;
}

Error aboutSending(const Error &error)
{
    return {error.kind,
            QCoreApplication::translate("kw::Sync", "Receiving mail works, sending it does not yet: %1",
                                        "sentence")
                .arg(error.text),
            error.code};
}

} // namespace

Task<Result<SmtpFeatures>> openSmtp(SmtpLink &link, SmtpSettings settings, PasswordSource password)
{
    co_return co_await signInWith<SmtpFeatures>(
        password, [&link, settings](QString secret) { return link.open(settings, std::move(secret)); });
}

Task<Result<void>> checkServers(ServersToCheck servers)
{
    SessionOpener opener(servers.imapLinks, servers.imap, servers.password);
    std::unique_ptr<ImapLink> imap;
    const auto opened = co_await opener.open(imap, false);
    imap->close();
    if (!opened)
        co_return madeOnce(opened.error(), servers.imap);
    if (servers.smtp.host.isEmpty())
        co_return Result<void>{};
    const auto smtp = servers.smtpLinks();
    const auto sends = co_await openSmtp(*smtp, servers.smtp, servers.password);
    smtp->close();
    if (!sends)
        co_return aboutSending(madeOnce(sends.error(), servers.smtp));
    co_return Result<void>{};
}

} // namespace kw
