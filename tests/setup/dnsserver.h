#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QThread>

namespace kw {

// A name server on 127.0.0.1 (UDP), on a thread of its own: SRV and MX from its table, NXDOMAIN for the rest.
// Fill it before the first question.
class DnsServer
{
public:
    DnsServer();
    ~DnsServer();
    DnsServer(const DnsServer &) = delete;
    DnsServer &operator=(const DnsServer &) = delete;

    quint16 port() const;
    // `service` like "_imaps._tcp.example.org"; `target` "." means that it is not offered.
    void addService(const QByteArray &service, const QByteArray &target, quint16 port, quint16 priority = 0,
                    quint16 weight = 0);
    void addMailHost(const QByteArray &domain, const QByteArray &host, quint16 preference = 10);
    enum class Mood { Normal, Mute, Garbage, Refuses };
    void setMood(Mood mood);
    QStringList questions() const; // names asked for so far

private:
    class Host;
    QThread m_thread;
    Host *m_host;
};

} // namespace kw
