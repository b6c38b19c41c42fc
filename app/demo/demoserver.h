#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

class QTemporaryDir;

namespace kw {

class PrivateDovecot;

// The demo: a private mail server on loopback with the demo's accounts, and a throw-away profile that reads
// it. Both are gone when this object is destroyed, and also when the program dies. No network, no account,
// nothing of the person's is touched. Use it on the main thread of a program with a QCoreApplication.
class DemoServer
{
public:
    // Blocks for a second or less, spinning the event loop. `nowSeconds` (since the epoch) is the time the
    // mail was written around: the newest message is minutes old. Errors: NotFound (Dovecot is missing; the
    // sentence names the package), Storage, Refused.
    static Result<std::unique_ptr<DemoServer>> start(qint64 nowSeconds);
    ~DemoServer();
    DemoServer(const DemoServer &) = delete;
    DemoServer &operator=(const DemoServer &) = delete;

    // For Paths::profile(): holds accounts.ini; configuration, cache and log will go there.
    QString profileDir() const;
    quint16 imapPort() const;
    qint64 serverProcessId() const;

private:
    DemoServer();
    Result<void> writeAccounts(quint16 port) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<PrivateDovecot> m_dovecot; // ends before the directory goes
};

} // namespace kw
