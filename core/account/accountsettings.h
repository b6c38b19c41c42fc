#pragma once

#include "core/base/mailtypes.h"
#include "core/base/result.h"

#include <QMap>
#include <QMetaType>
#include <QStringList>

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

// Which folders of an account matter, and how much of them. Paths are decoded, with the server's separator.
struct FolderChoices {
    QMap<FolderRole, QString> roles; // the person's word against what was detected; Drafts, Sent, Archive,
                                     // Trash, Junk
    QStringList skipped; // neither listed nor downloaded; what is below them is
    QStringList offline; // every message's text is kept on this computer
    int listDays = 0; // older mail stays on the server, unlisted; 0: everything is listed
    int offlineDays = -1; // texts of mail younger than this are downloaded ahead; -1: as set for all accounts
    int cacheLimitMb = 0; // MiB of texts kept of this account; 0: only the limit of all accounts counts
    bool operator==(const FolderChoices &) const = default;
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
    QString oauth; // the provider whose page in the browser signs in (RFC 6749); empty: a password does
    QString pinnedCertificate; // of imap.host: path of a PEM file, or the PEM itself; empty: system
                               // authorities only
    QString smtpPinnedCertificate; // likewise, of smtp.host
    bool clearTextConfirmed = false; // the person accepted `none` outside loopback
    bool paused = false; // no traffic until the person goes on with it
    QStringList aliases; // further addresses of the person, each a mailbox (RFC 5322 3.4): "Name <address>"
    FolderChoices folders;

    bool operator==(const AccountSettings &) const = default;
};

} // namespace kw

Q_DECLARE_METATYPE(kw::AccountSettings)
