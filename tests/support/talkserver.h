#pragma once

#include "tests/support/testcertificates.h"

#include <QList>
#include <QThread>

namespace kw {

// What a server says to somebody who does not sign in.
struct Talk {
    QByteArray greeting;
    QList<std::pair<QByteArray, QByteArray>> answers; // a line that begins so (any case): reply
    QByteArray otherwise; // to all other lines
    TestIdentity identity; // empty: no encryption
    bool isTls = true; // from the first octet; false: after the reply to "STARTTLS"
    bool isMute = false; // takes connections and says nothing
};

// As a probe talks to them. STARTTLS is offered where TLS does not begin with the first octet.
Talk imapTalk(const TestIdentity &identity = {}, bool isTls = true);
Talk smtpTalk(const TestIdentity &identity = {}, bool isTls = true);
Talk webTalk(const TestIdentity &identity, const QByteArray &date);

// IMAP, SMTP or HTTPS as far as greeting, offers and STARTTLS go, on 127.0.0.1 and a thread of its own. Keeps
// every octet it gets. Ends with the object.
class TalkServer
{
public:
    explicit TalkServer(Talk talk);
    ~TalkServer();
    TalkServer(const TalkServer &) = delete;
    TalkServer &operator=(const TalkServer &) = delete;

    quint16 port() const;
    QByteArray received() const; // of all connections, decrypted
    int connections() const; // ever made

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw
