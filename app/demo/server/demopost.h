#pragma once

#include <QByteArray>
#include <QThread>

#include <functional>

namespace kw {

// The demo's post office: a submission server on loopback (RFC 5321) that takes every message and hands it to
// whoever made it, for each of its recipients; nothing ever leaves this computer. Works on a thread of its
// own, where `deliver` is called; ends with the object.
class DemoPost
{
public:
    using Deliver = std::function<bool(const QByteArray &recipient, const QByteArray &message)>;
    explicit DemoPost(const Deliver &deliver);
    ~DemoPost();
    DemoPost(const DemoPost &) = delete;
    DemoPost &operator=(const DemoPost &) = delete;

    quint16 port() const { return m_port; } // 0 when it could not listen

private:
    QThread m_thread;
    quint16 m_port = 0;
};

} // namespace kw
