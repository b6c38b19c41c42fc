#pragma once

#include "tests/doctor/identities.h"

#include <QThread>

namespace kw {

// What a server says to somebody who does not sign in.
struct Talk {
    QByteArray greeting;
    QList<std::pair<QByteArray, QByteArray>> answers; // a line that begins so (any case): reply
    Identity identity; // empty: no encryption
    bool isTls = true; // from the first octet; false: after "STARTTLS"
    bool isMute = false; // takes connections and says nothing
};

Talk imapTalk(const Identity &identity = {}, bool isTls = true);
Talk smtpTalk(const Identity &identity = {}, bool isTls = true);
Talk webTalk(const Identity &identity, const QByteArray &date);

// IMAP, SMTP or HTTPS as far as the doctor's probes go, on 127.0.0.1 and a thread of its own. Keeps what it
// hears. Ends with the object.
class TalkServer
{
public:
    explicit TalkServer(Talk talk);
    ~TalkServer();
    TalkServer(const TalkServer &) = delete;
    TalkServer &operator=(const TalkServer &) = delete;

    quint16 port() const;
    QByteArray received() const;

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw
