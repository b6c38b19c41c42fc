#pragma once

#include <QSslSocket>
#include <QTcpServer>
#include <QThread>

#include <utility>

namespace kw {

// Listens on loopback on a thread of its own and gives each connection a Talk(Script, QSslSocket *, Log &),
// which is the socket's child. What the talks have in common stands in `log`.
template <class Talk, class Script, class Log> class TalkHost : public QTcpServer
{
public:
    explicit TalkHost(Script script)
        : m_script(std::move(script))
    {
    }
    ~TalkHost() override { qDeleteAll(findChildren<QSslSocket *>()); } // while the log is still there

    // Goes with the thread.
    void start(QThread &thread, const QString &name)
    {
        listen(QHostAddress::LocalHost);
        moveToThread(&thread);
        connect(&thread, &QThread::finished, this, &QObject::deleteLater);
        thread.setObjectName(name);
        thread.start();
    }

    Log log;

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QSslSocket(this);
        if (socket->setSocketDescriptor(handle))
            new Talk(m_script, socket, log);
        else
            delete socket;
    }

private:
    const Script m_script;
};

} // namespace kw
