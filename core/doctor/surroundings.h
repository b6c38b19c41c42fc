#pragma once

#include "core/account/accountsettings.h"
#include "core/doctor/cachefacts.h"
#include "core/doctor/curfew.h"
#include "core/imap/imaplink.h"

#include <QHostAddress>
#include <QSslCertificate>

#include <functional>

namespace kw {

// All that the doctor takes from the world, so that tests can bring their own. Everything is used on the
// thread that the examination runs on.
struct DoctorSurroundings {
    // Who is asked about names; null: the system's resolver. With a name server of one's own, nothing is
    // looked up elsewhere.
    QHostAddress nameserver;
    quint16 nameserverPort = 53;
    quint16 httpsPort = 443; // where a server's clock is read
    QList<QSslCertificate> authorities; // besides the system's
    std::function<qint64()> nowMs; // milliseconds since the epoch; empty: the system's clock
    LinkFactory links; // empty: nobody signs in
    // The account's password or access token. Empty: nobody signs in.
    std::function<Task<Result<QString>>()> secret;
    // Signs in to the account's server for sending, and out. Empty: not tried. The curfew ends it early.
    using SmtpSignIn
        = std::function<Task<Result<void>>(QString secret, std::shared_ptr<doctor::Curfew> curfew)>;
    SmtpSignIn smtpSignIn;
    // What every folder is for, given those that the server lists (names and the person's choices counted).
    std::function<QList<ListedFolder>(QList<ListedFolder>)> assignRoles;
    // About the cache on this computer. Empty: not looked at.
    std::function<Task<Result<CacheFacts>>()> cacheFacts;
    QByteArray imapPin; // PEM of pinned certificates; empty: none
    QByteArray smtpPin;
    int wholeMs = 28'000; // everything ends by then
    int stepMs = 6'000; // one question, one connection, one handshake
    int commandMs = 8'000; // one command of a signed-in session
};

} // namespace kw
