#pragma once

#include "core/account/accountsettings.h"
#include "core/base/result.h"

#include <QList>
#include <QStringList>
#include <QUrl>

#include <utility>

namespace kw {

// One who signs people in on a page in the browser (RFC 6749) and whose mail servers take what comes of it.
struct OAuthProvider {
    QString name; // what AccountSettings::oauth holds: "google"
    QString title; // shown: "Google"
    QUrl authorizeUrl; // the page
    QUrl tokenUrl; // where codes and refresh tokens are exchanged for access tokens
    QStringList scopes;
    QString clientId; // as whom Kittiwake is known there; empty: it cannot be used yet
    QString clientSecret; // some demand one of programs too, though it cannot be secret there (RFC 8252 8.5)
    QString redirectHost = QStringLiteral("127.0.0.1"); // or "localhost", as it was registered (RFC 8252 7.3)
    quint16 redirectPort = 0; // 0: any, a new one each time
    QList<std::pair<QString, QString>> extra; // further parameters of the page's address
    QUrl registerUrl; // where client ids are given out; may be empty
    QStringList mailDomains; // where its mail servers are; empty: not known

    bool isReady() const { return !clientId.isEmpty(); }
};

// Those built in, changed and added to by oauth.ini in `configDirectory` (docs/accounts.md). What is wrong in
// the file is told and left out. Blocking file I/O of a few KB; any thread.
struct OAuthProviders {
    QList<OAuthProvider> all;
    QList<Error> errors; // Invalid; each names file, line and what to do
    QString file;

    static OAuthProviders load(const QString &configDirectory);
    // What those of the person's own are called: it says where somebody works.
    static QStringList ownTitles(const QString &configDirectory);

    // One that can be used now. Error: Invalid, a sentence that says what to put where.
    Result<OAuthProvider> ready(const QString &name) const;
    // The same for an account. A token opens the whole mailbox: it may go only to mail servers of whoever
    // gave it, whatever a file that somebody sent says (this computer is trusted). Error: Invalid.
    Result<OAuthProvider> readyFor(const AccountSettings &account) const;
    // Why it cannot be used; empty: it can.
    QString hint(const OAuthProvider &provider) const;
};

} // namespace kw
