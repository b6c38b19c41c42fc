#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>

class QTcpServer;
class QTcpSocket;

namespace kw {

// The demo's post office: a submission server on loopback (RFC 5321) that takes every message and hands it to
// whoever made it, for each of its recipients; nothing ever leaves this computer. Lives on one thread with an
// event loop.
class DemoPost : public QObject
{
    Q_OBJECT
public:
    using Deliver = std::function<bool(const QByteArray &recipient, const QByteArray &message)>;
    explicit DemoPost(Deliver deliver, QObject *parent = nullptr);

    quint16 port() const; // 0 when it could not listen

private:
    void greet();

    const Deliver m_deliver;
    QTcpServer *m_server;
};

} // namespace kw
