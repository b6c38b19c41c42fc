#include "core/sync/access/serverscheck.h"

#include <QCoreApplication>

namespace kw {

namespace {

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
    const auto secret = co_await password();
    if (!secret)
        co_return secret.error();
    auto opened = co_await link.open(settings, *secret);
    if (opened)
        password.worked(*secret);
    if (opened || opened.error().kind != ErrorKind::Auth || !password.hasOthers())
        co_return opened;
    const auto another = co_await password.afterRefusal(*secret);
    if (!another)
        co_return another.error();
    opened = co_await link.open(settings, *another);
    if (opened)
        password.worked(*another);
    co_return opened;
}

Task<Result<void>> checkServers(ServersToCheck servers)
{
    SessionOpener opener(servers.imapLinks, servers.imap, servers.password);
    std::unique_ptr<ImapLink> imap;
    const auto opened = co_await opener.open(imap, false);
    imap->close();
    if (!opened)
        co_return opened.error();
    if (servers.smtp.host.isEmpty())
        co_return Result<void>{};
    const auto smtp = servers.smtpLinks();
    const auto sends = co_await openSmtp(*smtp, servers.smtp, servers.password);
    smtp->close();
    if (!sends)
        co_return aboutSending(sends.error());
    co_return Result<void>{};
}

} // namespace kw
