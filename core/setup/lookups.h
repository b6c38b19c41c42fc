#pragma once

#include "core/setup/dnsquestion.h"
#include "core/setup/serverprobe.h"
#include "core/setup/webfetch.h"

#include <QNetworkAccessManager>

namespace kw {

// All that one search asks the network. Everything ends by itself in time, or at once with stop(). Lives on
// one thread.
class Lookups
{
public:
    explicit Lookups(LookupPlaces places);
    ~Lookups();
    Lookups(const Lookups &) = delete;
    Lookups &operator=(const Lookups &) = delete;

    const LookupPlaces &places() const { return m_places; }

    Task<Result<WebPage>> page(QUrl url);
    Task<Result<DnsAnswer>> services(QString service, QString domain); // "_imaps"
    Task<Result<DnsAnswer>> mailHosts(QString domain);
    // A server is asked once, however many answers name it.
    Task<ProbeResult> probe(ProbeTarget target);

    // What waits fails with Cancelled before this returns, and so does all that is asked later.
    void stop();

private:
    template <class T> Task<T> run(std::unique_ptr<AskFor<T>> ask);

    const LookupPlaces m_places;
    QNetworkAccessManager m_network;
    QList<Ask *> m_running; // owned by the coroutines that wait for them
    QHash<QString, ProbeResult> m_probed;
    QHash<QString, QList<Deferred<ProbeResult>>> m_probing;
    bool m_isStopped = false;
};

} // namespace kw
