#pragma once

#include "core/account/accountsettings.h"

#include <QObject>
#include <QUrl>

namespace kw {

// One whose page in the browser can sign people in.
struct SignInProvider {
    QString name; // what AccountSettings::oauth holds: "google"
    QString title; // shown: "Google"
    bool isReady = false; // Kittiwake is known there (a client id)
    QString hint; // otherwise: a sentence that says what to put where
};

// Signing in through a provider's page in the browser (OAuth 2.0, RFC 6749, 7636, 8252), as the window sees
// it: for an account that is not saved yet and for one whose sign-in ran out. Lives on the GUI thread; owned
// by the Engine. No token passes here: what a sign-in brings stays with the engine and, for the next start,
// in the keyring. Methods return at once.
class SignIns : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // In the order they are offered.
    virtual QList<SignInProvider> providers() const = 0;
    // Begins one for account.oauth and account.imap (address, host and user must be set). Returns its number;
    // answered by browserWanted and then by exactly one of signedIn and failed. Nothing has to be saved
    // first; a saved account of that name syncs again by itself.
    virtual int begin(const AccountSettings &account) = 0;
    // The person gave up: answered by nothing more. One that has ended already: nothing happens.
    virtual void cancel(int signIn) = 0;
    // What a sign-in brought for an account that was not saved after all.
    virtual void forget(const AccountSettings &account) = 0;

Q_SIGNALS:
    // To be opened in the person's browser (QDesktopServices) by whoever began.
    void browserWanted(int signIn, const QUrl &url);
    void signedIn(int signIn, const kw::AccountSettings &account);
    // Errors: Invalid (this provider cannot be used yet; says what to do), Auth (refused), Network (also: the
    // person did not come back in time), Protocol, Tls.
    void failed(int signIn, const kw::Error &error);
};

} // namespace kw
