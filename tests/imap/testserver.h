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
    QString user = QStringLiteral("ann");
    QString password = QStringLiteral("secret");
};

// Dovecot 2.4 with the capabilities named in `without` ("QRESYNC CONDSTORE") switched off. `pem`: certificate
// and key file for TLS.
Result<std::unique_ptr<TestServer>> startDovecot(const QStringList &without);
// Cyrus IMAP 3.10, unpacked where KITTIWAKE_CYRUS says.
Result<std::unique_ptr<TestServer>> startCyrus(const QStringList &without);
bool hasCyrus();

} // namespace kw
