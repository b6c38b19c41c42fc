#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kw {

// The configuration of a private Dovecot 2.4 on loopback, for one run: nothing of the system's own Dovecot is
// read or written. Works for root (mail then belongs to `MailUser`) and for an ordinary user (everything runs
// as that user).
struct DovecotConfig {
    // Dovecot refuses to open mail as root, so a root caller's mail belongs to this id, which needs no passwd
    // entry.
    static constexpr uint MailUser = 65533;

    struct Mailbox {
        QString name; // "Sent"
        QString specialUse; // "\\Sent" (RFC 6154)
    };

    QString
        directory; // short (socket names are limited to 107 octets); holds run, state, log and dovecot.conf
    QString sweep; // removed with all that is in it when the server has ended; empty: directory
    QString mailRoot; // each user's mail is in mailRoot/USER/Maildir (Maildir++)
    quint16 port = 0; // on 127.0.0.1, clear text
    QString password; // of every user
    QList<Mailbox> mailboxes; // created and subscribed when missing
    QString capabilityChange; // "-QRESYNC -CONDSTORE": Dovecot's imap_capability syntax is made from it;
                              // empty: all it has
    QByteArray extra; // further lines, as they are

    QByteArray text() const;
    // Makes the directories, hands the mail to the user Dovecot opens it as, writes dovecot.conf. Error:
    // Storage.
    Result<void> write() const;
    QString file() const;
    QString logFile() const;
};

// Gives a file or folder to the user that a private Dovecot opens mail as; does nothing unless the caller is
// root.
bool giveToMailUser(const QString &path);

// A port that was free on 127.0.0.1 a moment ago; 0 when there is none.
quint16 freeLoopbackPort();

} // namespace kw
