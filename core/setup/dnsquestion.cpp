#include "core/setup/dnsquestion.h"

#include "core/setup/mailaddress.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr qsizetype MaxRecords = 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Discovery)
};

QString hostOf(QString name)
{
    while (name.endsWith(u'.'))
        name.chop(1);
    // Qt hands out other scripts' names as people read them.
    const QString asInDns = QString::fromLatin1(QUrl::toAce(name));
    return asInDns.isEmpty() ? name.toLower() : asInDns.toLower();
}

} // namespace

DnsQuestion::DnsQuestion(const LookupPlaces &places, QDnsLookup::Type type, const QString &name)
    : m_places(places)
    , m_lookup(type, name)
{
    connect(&m_lookup, &QDnsLookup::finished, this, &DnsQuestion::onFinished);
}

void DnsQuestion::begin()
{
    if (m_places.onlyThese && m_places.nameserver.isNull()) {
        finish(Error{ErrorKind::NotFound, Words::tr("DNS knows nothing about it."), {}});
        return;
    }
    if (!m_places.nameserver.isNull())
        m_lookup.setNameserver(m_places.nameserver, m_places.nameserverPort);
    m_lookup.lookup();
}

void DnsQuestion::end()
{
    m_lookup.disconnect(this);
    m_lookup.abort();
}

void DnsQuestion::onFinished()
{
    switch (m_lookup.error()) {
    case QDnsLookup::NoError:
        finish(answerOf());
        return;
    case QDnsLookup::NotFoundError:
        finish(Error{ErrorKind::NotFound, Words::tr("DNS knows nothing about it."), {}});
        return;
    case QDnsLookup::TimeoutError:
        finish(tooLate());
        return;
    default:
        finish(Error{ErrorKind::Network, Words::tr("DNS gave no usable answer."), {}});
    }
}

DnsAnswer DnsQuestion::answerOf() const
{
    DnsAnswer answer;
    auto services = m_lookup.serviceRecords();
    // The heaviest of the most preferred first: which of equals is asked first does not matter to one person.
    std::ranges::stable_sort(services, {}, [](const QDnsServiceRecord &r) {
        return std::tuple(int(r.priority()), -int(r.weight()));
    });
    for (const QDnsServiceRecord &record : services.first(std::min(services.size(), MaxRecords))) {
        const QString host = hostOf(record.target());
        if (host.isEmpty())
            answer.services.append(ServiceRecord{}); // "."
        else if (isPublicName(host) && record.port() != 0)
            answer.services.append({host, record.port()});
    }
    auto exchanges = m_lookup.mailExchangeRecords();
    std::ranges::stable_sort(exchanges, {}, &QDnsMailExchangeRecord::preference);
    for (const QDnsMailExchangeRecord &record : exchanges.first(std::min(exchanges.size(), MaxRecords))) {
        if (const QString host = hostOf(record.exchange()); isPublicName(host))
            answer.mailHosts.append(host);
    }
    return answer;
}

Result<DnsAnswer> DnsQuestion::tooLate() const
{
    return Error{ErrorKind::Network, Words::tr("DNS gave no answer in time."), {}};
}

} // namespace kw
