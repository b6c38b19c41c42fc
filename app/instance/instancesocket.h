#pragma once

#include "core/account/paths.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;
class QLockFile;

namespace kw {

// The door of the running window, one per profile: a local socket in this user's runtime directory. Each
// connection carries one JSON object on a line and gets one back. GUI thread of the window's program.
class InstanceServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<QJsonObject(const QJsonObject &)>;

    explicit InstanceServer(const Paths &paths, QObject *parent = nullptr);
    ~InstanceServer() override;

    // False if another window has this profile already (then talk to it with askRunningWindow). A window that
    // died is no obstacle.
    bool claim();
    // Answers requests from now on; before that they wait. None: they wait again.
    void setHandler(const Handler &handler);
    // Why there is no door although the profile is ours; empty if all is well.
    QString problem() const { return m_problem; }

private:
    void accept();
    void read(QLocalSocket *socket);

    const QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer *m_server;
    Handler m_handler;
    QString m_problem;
};

// Asks the window that runs on this profile; blocks for at most `timeoutMs`. Empty if none runs or it does
// not answer.
QJsonObject askRunningWindow(const Paths &paths, const QJsonObject &request, int timeoutMs);

} // namespace kw
