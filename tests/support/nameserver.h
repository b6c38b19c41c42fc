#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QStringList>
#include <QThread>

namespace kw {

// A name server on 127.0.0.1, UDP and TCP, on a thread of its own: what is in its table, NXDOMAIN for the
// rest. Ends with the object.
class NameServer
{
public:
    NameServer();
    ~NameServer();
    NameServer(const NameServer &) = delete;
    NameServer &operator=(const NameServer &) = delete;

    quint16 port() const; // 0 when it could not listen

    void addMx(const QByteArray &domain, const QByteArray &host, quint16 preference = 10); // "." (RFC 7505)
    // `name` like "_imaps._tcp.example.org"; `target` "." means that it is not offered (RFC 2782).
    void addSrv(const QByteArray &name, const QByteArray &target, quint16 port, quint16 priority = 0,
                quint16 weight = 0);
    void addText(const QByteArray &name, const QByteArray &text); // any length, in pieces of 255
    void addAddress(const QByteArray &name, const QHostAddress &address);

    enum class Mood {
        Normal,
        Mute, // hears and says nothing
        Garbage, // answers with rubbish
        Fails, // SERVFAIL
        Refuses, // REFUSED
    };
    void setMood(Mood mood);
    void setMoodFor(const QByteArray &name, Mood mood); // for this name alone
    QStringList questions() const; // names asked for so far

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw
