#pragma once

#include "core/setup/mailaddress.h"

#include "core/account/accountsettings.h"

#include <QList>
#include <QStringList>

// The large providers that Kittiwake knows by itself: facts from their own pages and Mozilla's list, in
// providers.json. Any thread.
namespace kw {

enum class ProviderHint { None, AppPassword, BrowserOnly, EnableImap, MailPassword, Bridge, NoImap };

struct Provider {
    QString name; // as people call it
    QStringList domains; // of its addresses
    QStringList mailHosts; // its receiving hosts (MX) are these or lie below them
    ServerSettings imap; // host empty: mail programs cannot get at its mail. `user` is empty
    ServerSettings smtp;
    bool imapUserIsLocal = false; // the part before the @ alone signs in
    bool smtpUserIsLocal = false;
    QString oauth; // name for signing in through the browser; empty: passwords only
    ProviderHint hint = ProviderHint::None;

    bool hasServers() const { return !imap.host.isEmpty(); }
    // With the user names of that address.
    ServerSettings imapFor(const MailAddress &address) const;
    ServerSettings smtpFor(const MailAddress &address) const;
    QString hintText() const; // a sentence, translated; empty: nothing to say
};

const QList<Provider> &providers();
// Null: none.
const Provider *providerOfDomain(const QString &domain);
const Provider *providerOfMailHost(const QString &host);
const Provider *providerOfServer(const QString &host); // one of its own imap or smtp hosts

// The address that was probably meant where the domain is a large provider's misspelt ("gmial.com"); empty:
// none.
QString likelyAddress(const MailAddress &typed);

} // namespace kw
