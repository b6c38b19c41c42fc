#pragma once

#include "app/demo/server/dovecotconfig.h"

#include <QProcess>

#include <memory>

namespace kw {

// A running Dovecot of our own. It ends with this object and also when our process dies, however it dies;
// DovecotConfig::sweep is then removed.
// Start it on the main thread: the kernel ties the server's life to the thread that started it. Needs a
// QCoreApplication.
class PrivateDovecot
{
public:
    // PATH, then the sbin folders that ordinary users often lack in it.
    static QStringList systemFolders();
    // Spins the calling thread's event loop until the server greets, at most 15 s. Errors: NotFound (no
    // Dovecot on this computer; the sentence names the package), Storage, Refused (it did not start; the
    // sentence quotes its log).
    static Result<std::unique_ptr<PrivateDovecot>> start(const DovecotConfig &config,
                                                         const QStringList &programFolders = systemFolders());
    ~PrivateDovecot();
    PrivateDovecot(const PrivateDovecot &) = delete;
    PrivateDovecot &operator=(const PrivateDovecot &) = delete;

    quint16 port() const { return m_config.port; }
    qint64 processId() const { return m_server.processId(); }
    bool isRunning() const { return m_server.state() != QProcess::NotRunning; }

private:
    explicit PrivateDovecot(const DovecotConfig &config);
    Result<void> launch(const QString &program);
    bool waitForGreeting();
    Error startError() const;

    const DovecotConfig m_config;
    QProcess m_server;
    QProcess m_broom; // removes the directory once we and the server are gone
};

} // namespace kw
