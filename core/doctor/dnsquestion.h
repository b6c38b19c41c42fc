#pragma once

#include "core/base/task.h"
#include "core/doctor/surroundings.h"

#include <QDnsLookup>

namespace kw::doctor {

struct MailExchange {
    QString host; // without the last dot; empty: "." (RFC 7505: takes no mail)
    int preference = 0;
};

struct ServiceHost {
    QString host; // empty: "." (RFC 2782: not offered here)
    quint16 port = 0;
    int priority = 0;
    int weight = 0;
};

// What a name server said to one question. At most 50 records of each kind, texts at most 4,096 octets.
struct DnsAnswer {
    enum class Outcome {
        Found,
        None, // there is no such name, or nothing of this kind at it
        Broken, // the server says that it cannot tell, or its answer makes no sense
        NoAnswer, // nobody answered in time
    };
    Outcome outcome = Outcome::NoAnswer;
    QList<MailExchange> exchanges; // most preferred first
    QList<ServiceHost> services; // likewise
    QList<QByteArray> texts; // each record's pieces joined
    QList<QHostAddress> addresses;
    qint64 ms = 0;

    bool isFound() const { return outcome == Outcome::Found; }
    bool isTold() const { return outcome == Outcome::Found || outcome == Outcome::None; }
};

// Asks one question; ends in time, and earlier when the curfew rings.
Task<DnsAnswer> askDns(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, QDnsLookup::Type type,
                       QString name);

// The addresses of a host as a connection would find them: a literal address, this computer's own names,
// else the system's resolver, or the surroundings' name server. IPv4 first.
Task<DnsAnswer> resolveHost(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, QString host);

// As DNS wants it: ASCII (RFC 3492), lower case, no dot at the end. Empty: this is no host name.
QString asciiDomain(const QString &domain);

} // namespace kw::doctor
