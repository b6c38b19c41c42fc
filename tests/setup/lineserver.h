#pragma once

#include "tests/setup/certificates.h"

#include <QList>
#include <QThread>

namespace kw {

// What a line-based mail server says.
struct LineScript {
    QByteArray greeting;
    QList<std::pair<QByteArray, QByteArray>>
        answers; // line that begins so (any case) → reply; else `otherwise`
    QByteArray otherwise;
    TestIdentity identity; // empty: no encryption
    bool isTls = true; // from the first octet; false: after the reply to STARTTLS
    bool isMute = false; // takes connections and says nothing
};

LineScript imapScript(const TestIdentity &identity, bool isTls = true);
LineScript smtpScript(const TestIdentity &identity, bool isTls = true);

// IMAP or SMTP as far as greeting, offers and STARTTLS go; keeps every octet it gets. On 127.0.0.1 and a
// thread of its own; ends with the object.
class LineServer
{
public:
    explicit LineServer(LineScript script);
    ~LineServer();
    LineServer(const LineServer &) = delete;
    LineServer &operator=(const LineServer &) = delete;

    quint16 port() const;
    QByteArray received() const; // of all connections, decrypted
    int connections() const; // ever made

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw
