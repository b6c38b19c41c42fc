#pragma once

#include <QHash>
#include <QHostAddress>
#include <QSslCertificate>
#include <QString>

namespace kw {

struct Endpoint {
    QString address; // a name or an IP address; empty: nowhere, as if the name did not exist
    quint16 port = 0;
};

// Where discovery looks. The standard is the network as the system has it; tests lead every question to
// servers of their own.
struct LookupPlaces {
    QHostAddress nameserver; // null: the system's
    quint16 nameserverPort = 53;
    QHash<QString, Endpoint> hosts; // by "host:port", lower case
    bool onlyThese
        = false; // names that are not in `hosts` do not exist; without a nameserver there is no DNS
    QList<QSslCertificate> authorities; // besides the system's
    int stepMs = 5'000; // one question
    int totalMs = 12'000; // everything

    // Where to connect to for that server.
    Endpoint where(const QString &host, quint16 port) const;

    // The standard, or what the JSON file named by KITTIWAKE_LOOKUPS says (docs/testing.md).
    static LookupPlaces standard();
};

} // namespace kw
