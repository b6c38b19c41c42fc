#include "core/setup/lookups.h"

#include "core/setup/clientconfig.h"

using namespace Qt::StringLiterals;

namespace kw {

Lookups::Lookups(LookupPlaces places)
    : m_places(std::move(places))
{
    // Redirects are followed by hand; pages are asked for as nobody.
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Lookups::~Lookups()
{
    stop();
}

void Lookups::stop()
{
    m_isStopped = true;
    while (!m_running.isEmpty())
        m_running.takeFirst()->cancel();
}

template <class T> Task<T> Lookups::run(std::unique_ptr<AskFor<T>> ask)
{
    if (m_isStopped)
        co_return T(Error{ErrorKind::Cancelled, {}, {}});
    m_running.append(ask.get());
    T answer = co_await ask->answer(m_places.stepMs);
    m_running.removeOne(ask.get());
    co_return answer;
}

Task<Result<WebPage>> Lookups::page(QUrl url)
{
    co_return co_await run<Result<WebPage>>(
        std::make_unique<WebFetch>(m_network, m_places, std::move(url), MaxClientConfig));
}

Task<Result<DnsAnswer>> Lookups::services(QString service, QString domain)
{
    co_return co_await run<Result<DnsAnswer>>(
        std::make_unique<DnsQuestion>(m_places, QDnsLookup::SRV, service + "._tcp."_L1 + domain));
}

Task<Result<DnsAnswer>> Lookups::mailHosts(QString domain)
{
    co_return co_await run<Result<DnsAnswer>>(
        std::make_unique<DnsQuestion>(m_places, QDnsLookup::MX, domain));
}

Task<ProbeResult> Lookups::probe(ProbeTarget target)
{
    const QString key
        = u"%1 %2:%3 %4"_s.arg(int(target.kind)).arg(target.host).arg(target.port).arg(int(target.security));
    if (const auto known = m_probed.constFind(key); known != m_probed.cend())
        co_return *known;
    if (m_probing.contains(key)) {
        const Deferred<ProbeResult> answer;
        m_probing[key].append(answer);
        co_return co_await answer;
    }
    m_probing.insert(key, {});
    const ProbeResult result
        = co_await run<ProbeResult>(std::make_unique<ServerProbe>(m_places, std::move(target)));
    m_probed.insert(key, result);
    for (const auto &answer : m_probing.take(key))
        answer.resolve(result);
    co_return result;
}

} // namespace kw
