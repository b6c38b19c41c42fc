#pragma once

#include "core/account/accountsettings.h"
#include "core/tls/showncertificate.h"

#include <QObject>

namespace kw {

// The two servers of an account.
enum class ServerRole { Receiving, Sending };

// What servers show to prove who they are. Trusting one is a matter of the account's settings
// (pinnedCertificate, smtpPinnedCertificate). Lives on the GUI thread; owned by the Vault.
class Certificates : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Looks at the certificate that this server shows now, the settings' pin taken into account; they need
    // not be saved. No secret is sent. Answered by `looked`.
    virtual void look(const AccountSettings &settings, ServerRole role) = 0;

Q_SIGNALS:
    // Error::text is empty where one was shown, however bad it is.
    void looked(const kw::AccountSettings &settings, kw::ServerRole role, const kw::ShownCertificate &shown,
                const kw::Error &error);
};

} // namespace kw

Q_DECLARE_METATYPE(kw::ServerRole)
