#pragma once

#include "core/base/mailtypes.h"
#include "core/base/result.h"

#include <QMetaType>

namespace kw {

// How a connection is protected. Clear text is refused outside loopback unless the person confirmed it.
enum class ConnectionSecurity { Tls, StartTls, None };

struct ServerSettings {
    QString host;
    quint16 port = 0;
    ConnectionSecurity security = ConnectionSecurity::Tls;
    QString user;
    bool operator==(const ServerSettings &) const = default;
};

// One group of accounts.ini (docs/accounts.md). Holds no secret.
struct AccountSettings {
    QString key; // the group's name; identifies the account for life
    QString name; // shown; the address where empty
    QString address;
    QString color; // "#rrggbb"; chosen by position where empty
    ServerSettings imap;
    ServerSettings smtp;
    QString passwordCommand; // a shell command whose first output line is the password; empty: the keyring
    QString pinnedCertificate; // path of a PEM file, or the PEM itself; empty: system authorities only
    bool clearTextConfirmed = false; // the person accepted `none` outside loopback

    bool operator==(const AccountSettings &) const = default;
};

} // namespace kw

Q_DECLARE_METATYPE(kw::AccountSettings)
