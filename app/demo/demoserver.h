#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

class QTemporaryDir;

namespace kw {

class DemoPost;
class MaildirWriter;
class PrivateDovecot;

// The demo: a private mail server on loopback with the demo's accounts, one that takes what they send, and a
// throw-away profile that uses both. Both are gone when this object is destroyed, and also when the program
// dies. No network, no account, nothing of the person's is touched. Use it on the main thread of a program
// with a QCoreApplication.
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
    quint16 smtpPort() const;
    qint64 serverProcessId() const;

private:
    DemoServer();
    Result<void> writeAccounts(quint16 port) const;
    // To one of the demo's people; mail to others goes nowhere.
    bool deliver(const QByteArray &recipient, const QByteArray &message);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<MaildirWriter> m_mail;
    std::unique_ptr<PrivateDovecot> m_dovecot; // ends before the directory goes
    std::unique_ptr<DemoPost> m_post;
};

} // namespace kw
