#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace kw {

// A real IMAP server of a test's own on loopback, with one user's empty mailboxes. Ends with the object, and
// with the process.
class TestServer
{
public:
    virtual ~TestServer() = default;
    virtual quint16 port() const = 0;

    // What is forbidden in a mailbox. False: this kind of server cannot be told so.
    enum class Limit { Full, NoInsert, ReadOnly, NoKeywords };
    virtual bool limit(const QString &box, Limit limit) = 0;
    // Ends what a full mailbox took from others. The other limits stay.
    virtual void lift() { }
    // Gives the user so much room (units of 1024 octets), where the server can be told; returns the limit
    // that holds now. 0 takes it away, where that is possible.
    virtual quint64 setQuota(quint64 kb) = 0;

    QString user = QStringLiteral("ann");
    QString password = QStringLiteral("secret");
};

// "dovecot" 2.4, "cyrus" 3.10 (unpacked where KITTIWAKE_CYRUS says), with the capabilities named in `without`
// switched off ("/": Cyrus parts levels by dots), or "simulator", which can do what is not named.
Result<std::unique_ptr<TestServer>> startServer(const QString &kind, const QStringList &without);
// Dovecot or Cyrus whose users may show each other their mailboxes (SETACL): below "shared/" or "Other
// Users/".
Result<std::unique_ptr<TestServer>> startSharingServer(const QString &kind);
bool hasCyrus();

} // namespace kw
