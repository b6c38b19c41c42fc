#pragma once

#include "core/doctor/clockexam.h"
#include "core/doctor/sessionexam.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace kw {

// Who is examined: an account with its servers, or a domain alone (nobody signs in, its servers are those it
// announces or else the usual names).
struct Patient {
    std::optional<AccountSettings> account;
    QString domain; // ASCII
};

// Examines mail set-ups: names, servers, encryption, signing in, what the server can do and how things stand
// here. Changes nothing, anywhere. Lives on one thread with an event loop; keep it until run() has ended.
class Doctor : public QObject
{
    Q_OBJECT
public:
    using Found = std::function<void(const Finding &)>;
    Doctor(DoctorSurroundings around, Patient patient, Found found, QObject *parent = nullptr);

    // What will be found, in the order to be shown; all Running.
    QList<Finding> plan() const;
    // Once. Each finding is told as soon as it is known, each of the plan in the end; "dns.resolver" comes
    // unannounced. Ends in time (DoctorSurroundings::wholeMs), whatever the network does.
    Task<void> run();
    // Ends run() soon; nothing more is told.
    void cancel();

private:
    void tell(const Finding &finding);
    Task<void> domain();
    Task<void> accountServers();
    Task<void> announcedServers();
    Task<void> receiving(ServerSettings server);
    Task<void> sending(ServerSettings server);
    Task<doctor::ServerSeen> probe(QString prefix, doctor::ProbeTarget target);
    Task<void> signInForSending();
    Task<void> clock();
    Task<void> cache();
    Task<ServerSettings> firstThatIs(QList<ServerSettings> candidates);
    void fillUp();
    LinkSettings linkSettings(const ServerSettings &server) const;
    void skipServer(const QString &prefix, const QString &why);
    bool maySignIn(const doctor::ProbeTarget &target, const doctor::ServerSeen &seen, QString *why) const;
    qint64 nowMs() const;
    bool signsIn() const { return m_patient.account && m_around.links && m_around.secret; }

    const std::shared_ptr<doctor::Curfew> m_curfew;
    const DoctorSurroundings m_around;
    const Patient m_patient;
    const Found m_found;
    doctor::DomainExam m_domain;
    QList<doctor::ClockReading> m_clocks;
    QStringList m_told; // ids
    QTimer m_timer;
    bool m_cancelled = false;
};

} // namespace kw
