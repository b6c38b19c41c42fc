#pragma once

#include <QThread>

namespace kw {

// A TCP relay on loopback that can misbehave, on a thread of its own. Settings hold for existing and coming
// connections alike, from the moment the call returns. Ends with the object.
class FaultProxy
{
public:
    explicit FaultProxy(quint16 serverPort);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    quint16 port() const; // 0 when it could not listen
    quint64 fromServer() const; // octets passed on
    quint64 toServer() const;
    int connections() const; // ever accepted

    // Takes whatever comes and passes nothing on, in either direction; what was swallowed is passed on when
    // it ends.
    void setBlackHole(bool on);
    void setDelay(int milliseconds); // before each piece is passed on
    void cutAfter(qint64 octetsFromServer); // from now on, counted over all connections; -1: never
    void cutAfterSent(qint64 octetsToServer); // likewise, in the other direction: half a command arrives
    void cutAll(); // resets every connection now

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw
