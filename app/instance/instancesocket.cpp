#include "app/instance/instancesocket.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qint64 MaxRequest = 1 << 20;

QString runtimePath(const Paths &paths)
{
    const auto directory = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return (directory.isEmpty() ? QDir::tempPath() : directory) + u'/' + paths.instanceName();
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

InstanceServer::InstanceServer(const Paths &paths, QObject *parent)
    : QObject(parent)
    , m_path(runtimePath(paths))
    , m_lock(std::make_unique<QLockFile>(m_path + ".lock"_L1))
    , m_server(new QLocalServer(this))
{
    m_lock->setStaleLockTime(0); // stale is what a dead process left, not what is old
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &InstanceServer::accept);
}

InstanceServer::~InstanceServer() = default;

bool InstanceServer::claim()
{
    if (!m_lock->tryLock(0)) {
        if (m_lock->error() == QLockFile::LockFailedError)
            return false;
        m_problem = tr("A second start of Kittiwake cannot be noticed: %1 cannot be written.").arg(m_path);
        return true; // the store's own lock still keeps two writers apart
    }
    QLocalServer::removeServer(m_path);
    if (!m_server->listen(m_path))
        m_problem = tr("A second start of Kittiwake cannot be noticed: %1.").arg(m_server->errorString());
    return true;
}

void InstanceServer::setHandler(const Handler &handler)
{
    m_handler = handler;
    accept();
}

void InstanceServer::accept()
{
    while (m_handler && m_server->hasPendingConnections()) {
        auto *socket = m_server->nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void InstanceServer::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > MaxRequest)
        return socket->abort();
    if (!m_handler || !socket->canReadLine())
        return;
    const auto request = QJsonDocument::fromJson(socket->readLine(MaxRequest)).object();
    socket->write(line(m_handler(request)));
    socket->disconnectFromServer(); // after everything is written
}

QJsonObject askRunningWindow(const Paths &paths, const QJsonObject &request, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    QLocalSocket socket;
    socket.connectToServer(runtimePath(paths));
    if (!socket.waitForConnected(int(deadline.remainingTime())))
        return {};
    socket.write(line(request));
    while (!socket.canReadLine() && !deadline.hasExpired()) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            break;
    }
    return QJsonDocument::fromJson(socket.readLine()).object();
}

} // namespace kw
